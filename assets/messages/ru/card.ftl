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
place-today = Сегодня: { $name }
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
mark-kazakh = қаз.
mark-russian = рус.
mark-english = eng.
mark-latin = lat.
