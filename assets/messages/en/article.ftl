article-section = Section { $number }
article-note = Footnote { $number }
