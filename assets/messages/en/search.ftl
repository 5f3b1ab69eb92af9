# Search and the glossary.
search-hint = Search: person, place, event…
search-found = Found
search-count = { $n ->
        [one] { $n } result
       *[other] { $n } results
    }
search-preparing = Getting search ready…
search-nothing = Nothing found
search-advice = Type a word in any form, in Cyrillic or Latin letters.
search-all = All
search-people = People
search-organisations = Organisations
search-terms = Terms
search-places = Places
search-events = Events
search-text = Article
search-commands = Commands
search-kind-text = article
glossary-hint = Type a name…
glossary-list = Names
glossary-letters = Alphabet
glossary-count = In all: { $n }
glossary-close = Close the glossary
