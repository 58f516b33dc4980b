"""Finding records by words: an inverted index of roots, weighted by how rare each is."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TypeVar

from plan.containment import containers
from plan.money import Amount
from plan.questions.finding.lexicon import Lexicon, Term
from plan.questions.finding.name_initials import NameInitials
from plan.questions.finding.record import Record, Shelf
from plan.questions.finding.text_words import words_of

# What a word is worth in a record's own words, in those around it, and in remarks.
OWN, NEAR, FAR = 1.0, 0.6, 0.45
_MOST_MATCHES = 40  # of a shelf, that are looked at closely

Worths = Mapping[int, float]
KindOfThing = TypeVar("KindOfThing")


@dataclass(frozen=True, slots=True)
class Match:
    """A record that holds some of the terms.

    `coverage` (0 to 1) is how much of what was asked it holds, `precision` how much of its own
    words was asked; `found` are the words it holds, `near_found` those not in remarks alone.
    `lacks_rarest`: it lacks the rarest of the words asked, which says most of what was meant;
    `lacks_name`: it lacks a name, a place or an acronym that was asked.
    """

    record: Record
    coverage: float
    precision: float
    found: frozenset[str]
    own_found: frozenset[str]
    near_found: frozenset[str] = frozenset()
    lacks_rarest: bool = False
    lacks_name: bool = False

    @property
    def score(self) -> float:
        """What matches are ranked by."""
        number = 0.1 if any(word.isdigit() for word in self.found) else 0.0
        return self.coverage + 0.15 * self.precision + 0.02 * len(self.found) + number


def things(matches: Iterable[Match], kind: type[KindOfThing]) -> list[KindOfThing]:
    """What the matches found, where it is of a kind."""
    return [each.record.thing for each in matches if isinstance(each.record.thing, kind)]


class Index:
    """The records of one snapshot. Built once for it, in time proportional to its words."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        self._postings: dict[Shelf, dict[str, dict[int, float]]] = {
            shelf: defaultdict(dict) for shelf in Shelf
        }
        holders: dict[str, int] = defaultdict(int)
        for place, record in enumerate(records):
            postings = self._postings[record.shelf]
            worth = (
                dict.fromkeys(words_of(record.far).roots, FAR)
                | dict.fromkeys(words_of(record.near).roots, NEAR)
                | dict.fromkeys(words_of(record.own).roots, OWN)
            )
            for each, value in worth.items():
                postings[each][place] = value
                holders[each] += 1
        texts = (words_of(text) for each in records for text in (each.own, each.near, each.far))
        self.initials = NameInitials([name for each in records for name in each.names])
        self.lexicon = Lexicon(texts, holders, len(records))
        rarity = self.lexicon.rarity
        self._own_weight = [
            sum(rarity[root] for root in words_of(each.own).roots) or 1.0 for each in records
        ]

    @cached_property
    def containers(self) -> Mapping[str, tuple[str, ...]]:
        """For each amount, the keys of those that contain its money."""
        return containers(e.thing for e in self.of(Shelf.AMOUNT) if isinstance(e.thing, Amount))

    def of(self, shelf: Shelf) -> Iterator[Record]:
        """The records of a shelf, in the plan's order."""
        return (each for each in self._records if each.shelf is shelf)

    def search(
        self,
        terms: Iterable[Term],
        shelf: Shelf,
        accept: Callable[[Record], bool] = lambda _: True,
    ) -> list[Match]:
        """The records of a shelf that hold one of the terms at least, best first."""
        terms = list(terms)
        if not any(each.required and each.weight for each in terms):
            return []
        held: dict[int, dict[int, float]] = defaultdict(dict)
        for number, term in enumerate(terms):
            for place, worth in self._places(term, shelf).items():
                held[place][number] = worth

        def got(place: int) -> float:
            return sum(terms[number].weight * worth for number, worth in held[place].items())

        scores = {place: got(place) for place in held}
        ordered = sorted(held, key=scores.__getitem__, reverse=True)
        accepted = (place for place in ordered if accept(self._records[place]))
        likely = islice(accepted, _MOST_MATCHES)  # the others are not even looked at
        found = [self._match(place, held[place], terms) for place in likely]
        return sorted(found, key=lambda each: -each.score)

    def _match(self, place: int, worths: Worths, terms: Sequence[Term]) -> Match:
        needed = sum(each.weight for each in terms if each.required)
        rarest = max(each.weight for each in terms if each.required)
        got = sum(terms[n].weight * worth for n, worth in worths.items())
        soft = sum(terms[n].weight * worth for n, worth in worths.items() if not terms[n].required)
        own = {n for n, worth in worths.items() if worth > NEAR}
        lacking = [each for n, each in enumerate(terms) if each.required and n not in worths]
        asked_own = sum(terms[n].weight * worths[n] for n in own)
        return Match(
            record=self._records[place],
            coverage=got / (needed + soft),
            precision=min(1.0, asked_own / self._own_weight[place]),
            found=frozenset(terms[n].word for n in worths),
            own_found=frozenset(terms[n].word for n in own),
            near_found=frozenset(terms[n].word for n, worth in worths.items() if worth > FAR),
            lacks_rarest=any(each.is_name or each.weight >= 0.95 * rarest for each in lacking),
            lacks_name=any(each.is_name for each in lacking),
        )

    def _places(self, term: Term, shelf: Shelf) -> dict[int, float]:
        """The records that hold a term, with what it is worth in each."""
        postings = self._postings[shelf]
        found: dict[int, float] = {}
        for each, worth in term.roots:
            for place, value in postings.get(each, {}).items():
                found[place] = max(found.get(place, 0.0), value * worth)
        return found
