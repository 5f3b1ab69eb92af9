# Поиск и глоссарий.
search-hint = Поиск: человек, место, событие…
search-found = Найденное
search-count = { $n ->
        [one] Найден { $n } результат
        [few] Найдено { $n } результата
       *[many] Найдено { $n } результатов
    }
search-preparing = Поиск готовится…
search-nothing = Ничего не найдено
search-advice = Слово можно набирать в любой форме, и латиницей тоже.
search-all = Всё
search-people = Персоналии
search-organisations = Организации
search-terms = Термины
search-places = Места
search-events = События
search-text = Статья
search-commands = Действия
search-kind-text = статья
glossary-hint = Наберите название…
glossary-list = Названия
glossary-letters = Алфавит
glossary-count = Всего: { $n }
glossary-close = Закрыть глоссарий
