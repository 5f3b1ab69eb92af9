app-name = Жылнама
bar-menu = Мәзір
bar-look = Аа
pane-article = Мақала
pane-map = Карта
pane-timeline = Уақыт
pane-card = Карточка
dialog-close = Жабу
about-text = Жылнама { $version}. Топтама: «{ $pack }», { $pack_version } нұсқасы. Авторлары: { $authors }. Лицензия: { $licence }.
faults-title = Топтама ашылмады
faults-count = Табылған қате: { $n }
faults-kept = Ашық тұрған топтама өзгерген жоқ.
# Тілдердің өз аттары: барлық тілде бірдей.
language-kazakh = ҚАЗ
language-kazakh-latin = QAZ
language-russian = РУС
language-english = ENG
