app-name = Жылнама
bar-menu = Меню
bar-look = Аа
pane-article = Статья
pane-map = Карта
pane-timeline = Время
pane-card = Карточка
article-section = Раздел { $number }
article-note = Сноска { $number }
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
timeline-day = Показанный день
timeline-overview = Обзор всего времени
lane-politics = Политика и право
lane-congresses = Съезды, партии
lane-soviets = Советы
lane-war = Война
lane-society = Общество
kind-person = персоналия
kind-organisation = организация
kind-term = термин
kind-place = место
kind-region = область
kind-event = событие
kind-source = источник
certainty-medium = Опирается на один источник
certainty-low = Недостоверно
certainty-disputed = Источники расходятся
date-unknown = неизвестно
place-today = Сегодня: { $name }
region-figures = { $area } км² · в 1897 г. { $people } жителей
card-none = Карточка не открыта. Коснитесь слова в тексте, города на карте или события.
card-close = Закрыть карточку
card-unpin = Открепить
card-related = Связанное
card-sources = Источники: { $titles }
card-on-timeline = На ленте времени
card-on-map = На карте
card-in-text = В тексте: { $n ->
        [one] { $n } раз
        [few] { $n } раза
       *[many] { $n } раз
    }
dialog-close = Закрыть
about-text = «Жылнама» { $version }. Пакет: «{ $pack }», версия { $pack_version }. Авторы: { $authors }. Лицензия: { $licence }.
faults-title = Пакет не открылся
faults-count = Найдено ошибок: { $n }
faults-kept = Открытый пакет остался как был.
# Слова, которые карта опускает в названиях областей.
map-region-kinds = область, губерния

# Языки по-своему: одинаково во всех языках.
language-kazakh = ҚАЗ
language-kazakh-latin = QAZ
language-russian = РУС
language-english = ENG
mark-kazakh = қаз.
mark-russian = рус.
mark-english = eng.
mark-latin = lat.
