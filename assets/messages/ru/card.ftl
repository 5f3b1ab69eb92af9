kind-person = персоналия
kind-organisation = организация
kind-term = термин
kind-place = место
kind-region = область
kind-event = событие
kind-source = источник
certainty-high = Источники согласны между собой
certainty-medium = Опирается на один источник
certainty-low = Недостоверно
certainty-disputed = Источники расходятся
card-none = Карточка не открыта. Коснитесь слова в тексте, города на карте или события.
card-close = Закрыть карточку
card-unpin = Открепить
card-related = Связанное
card-sources = Источники
card-on-timeline = На ленте времени
card-on-map = На карте
card-in-text = В тексте: { $n ->
        [one] { $n } раз
        [few] { $n } раза
       *[many] { $n } раз
    }
mark-kazakh = қаз.
mark-russian = рус.
mark-english = eng.
mark-latin = lat.
card-name = Карточка: { $name }
card-pinned = Закреплённые карточки
card-born = Родился
card-died = Умер
card-from = Время создания
card-to = Время роспуска
card-date = Дата
card-place = Место
card-region = Область
card-today = Современное название
card-centre = Центр
card-uezds = Уезды
card-area = Площадь
card-area-alt = { $area } км² (по другим данным { $other } км²)
card-area-one = { $area } км²
card-population = Население, 1897 г.
card-population-shares = { $people }, казахов { $share } %
card-holder = Власть в этот день
card-control = Смена власти
card-passages = Упоминания в тексте
