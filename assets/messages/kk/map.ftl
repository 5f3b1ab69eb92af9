map-layers = Қабаттар
map-legend = Шартты белгілер
map-no-data = дерек жоқ
map-since = { $day } күнінен
map-dual = Қос өкімет
map-contested = Таласты
layer-control = Билік
layer-railways = Теміржолдар
layer-towns = Қалалар
layer-rivers = Өзендер
layer-fronts = Майдандар
layer-modern-borders = Қазіргі шекаралар
# Өңір атауларынан карта қысқарту үшін алып тастайтын сөздер.
map-region-kinds = облысы, губерниясы
