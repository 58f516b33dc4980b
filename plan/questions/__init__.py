"""A question in plain French → what is asked → the facts of the plan that answer it.

`reading` makes the sentence regular and says what it asks and names; `finding` holds the plan's
facts with the words by which they are found; `answering` makes the answer, as a value, from the
facts that fit. `ask` is the front door. Nothing here knows any plan: measures, names and topics
come from the plan's own facts alone; the words in the code are of French and of any administration.
"""
