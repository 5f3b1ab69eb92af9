# The page of settings.
settings-sample = В декабре 1917 года в Оренбурге общеказахский съезд избрал правительство Алаш-Орды.
settings-language = Язык
settings-theme = Тема
settings-text-size = Размер текста
settings-scale = Масштаб всего
settings-motion = Меньше движения
settings-map = Карта
theme-light = Светлая
theme-sepia = Сепия
theme-dark = Тёмная
theme-contrast = Контраст
theme-system = Как в системе
