"""A question in plain French → what is asked → the facts of the plan that answer it.

It runs in five steps, each its own module or two: the sentence made regular (`normalise`,
`english`), what it names (`entities`, `periods`, `money_words`), what it asks (`kinds`), the facts
that fit (`records`, `index`), and the answer as a value (`answer`, the handlers of `answering`).
Nothing here knows any plan: measures, names and topics come from the plan's own facts alone.
"""
