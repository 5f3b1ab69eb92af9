article-section = Раздел { $number }
article-note = Сноска { $number }
