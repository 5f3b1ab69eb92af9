app-name = Жылнама
bar-menu = Меню
bar-look = Аа
pane-article = Статья
pane-map = Карта
pane-timeline = Время
pane-card = Карточка
dialog-close = Закрыть
about-text = «Жылнама» { $version }. Пакет: «{ $pack }», версия { $pack_version }. Авторы: { $authors }. Лицензия: { $licence }.
faults-title = Пакет не открылся
faults-count = Найдено ошибок: { $n }
faults-kept = Открытый пакет остался как был.
# Языки по-своему: одинаково во всех языках.
language-kazakh = ҚАЗ
language-kazakh-latin = QAZ
language-russian = РУС
language-english = ENG
