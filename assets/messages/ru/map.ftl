map-layers = Слои
map-legend = Условные обозначения
map-no-data = нет данных
map-since = с даты: { $day }
map-dual = Двоевластие
map-contested = Оспаривается
layer-control = Власть
layer-railways = Железные дороги
layer-towns = Города
layer-rivers = Реки
layer-fronts = Фронты
layer-modern-borders = Современные границы
# Слова, которые карта опускает в названиях областей.
map-region-kinds = область, губерния
