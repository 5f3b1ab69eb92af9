app-name = Zhylnama
bar-menu = Menu
bar-look = Aa
pane-article = Article
pane-map = Map
pane-timeline = Time
pane-card = Card
dialog-close = Close
about-text = Zhylnama { $version }. Pack: “{ $pack }”, version { $pack_version }. Authors: { $authors }. Licence: { $licence }.
faults-title = The pack did not open
faults-count = Faults found: { $n }
faults-kept = The pack that was open stays as it was.
# Languages by their own names: the same in every language.
language-kazakh = ҚАЗ
language-kazakh-latin = QAZ
language-russian = РУС
language-english = ENG
