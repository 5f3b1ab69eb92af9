article-section = { $number } бөлім
article-note = { $number }-ескертпе
