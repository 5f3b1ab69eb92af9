kind-person = person
kind-organisation = organisation
kind-term = term
kind-place = place
kind-region = region
kind-event = event
kind-source = source
certainty-medium = Rests on one source
certainty-low = Doubtful
certainty-disputed = Sources differ
place-today = Today: { $name }
card-none = No card is open. Tap a word in the text, a town on the map or an event.
card-close = Close the card
card-unpin = Unpin
card-related = Related
card-sources = Sources: { $titles }
card-on-timeline = On the timeline
card-on-map = On the map
card-in-text = In the text: { $n ->
        [one] once
       *[other] { $n } times
    }
mark-kazakh = қаз.
mark-russian = рус.
mark-english = eng.
mark-latin = lat.
