"""A question in plain French → what is asked → what is found → what is told.

`ask.Asker` is the front door. A question goes through three rooms, and comes out as a value:

1. `reading` makes the sentence regular (`normalise`; English becomes French), leaves asides out
   (`clauses`), and fills an `Asked`: what it names (numbers, sums, times, MOs: each read once,
   then blanked), the `kinds` of answer it may want, what of it it wants (`focus`), the words left.
2. `reading.order` puts the kinds in the order they are to be tried, by what the question names.
3. `finding` holds the plan's facts as `Record`s with the words by which they are found (`index`,
   weighted by rarity); a `Finder` is one `Asked` set against one plan, and finds `Match`es.
4. `answering.answers` tries the kinds in turn; each has a function, `Finder` → `Answer`. An answer
   has things `told`, or says what is `Missing`: a neighbouring figure is never told in its place.

Nothing here knows any plan: measures, names and topics come from the plan's own facts alone; the
words in the code are of French and of any administration. Replies word what is told.
"""
