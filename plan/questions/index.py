"""Finding records by words: an inverted index of roots, weighted by how rare each is."""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from plan.questions.facts import Record, Shelf
from plan.questions.vocabulary import SOFT_ROOTS, STOP, alike, family, root
from plan.text import fold, number_in_words, words

# What a word is worth in a record's own words, in those around it, and in remarks.
OWN, NEAR, FAR = 1.0, 0.6, 0.45
_FAMILY, _ALIKE, _DERIVED, _CORRECTED = 0.98, 0.85, 0.85, 0.9
_UNKNOWN = 0.8  # share of the rarest word's weight that a word nothing holds costs
_MOST_ALTERNATIVES = 12
_NUMBER_WORDS = words(
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt"
)
# A word inside a sentence: a capital there makes it a name.
_INSIDE = re.compile(r"(?<=[a-zà-ÿœ0-9,)] )(?:[ldLD]['’])?\b[^\W\d_]{3,}|(?<=[ldLD]['’])[^\W\d_]{3,}")
_SPOKEN = {number_in_words(word): word for word in _NUMBER_WORDS}


@dataclass(frozen=True, slots=True)
class Term:
    """A word looked for. `roots` are what may stand for it with their worth, `weight` its rarity.

    `required`: it costs where it is not found. `read` is the word it was corrected to, or empty.
    """

    word: str
    roots: tuple[tuple[str, float], ...]
    weight: float
    required: bool = True
    read: str = ""

    @property
    def is_known(self) -> bool:
        """Tell whether anything of the plan holds it."""
        return bool(self.roots)


@dataclass(frozen=True, slots=True)
class Match:
    """A record that holds some of the terms.

    `coverage` (0 to 1) is how much of what was asked it holds, `precision` how much of its own
    words was asked; `found` are the words it holds. `lacks_rarest`: it lacks the rarest of the
    words asked, which says most of what was meant; `lacks_name`: it lacks a name, a place or an
    acronym that was asked.
    """

    record: Record
    coverage: float
    precision: float
    found: frozenset[str]
    own_found: frozenset[str]
    lacks_rarest: bool = False
    lacks_name: bool = False

    @property
    def score(self) -> float:
        """What matches are ranked by."""
        numbers = sum(word.isdigit() for word in self.found)
        return (
            self.coverage + 0.15 * self.precision + 0.02 * len(self.found) + 0.1 * min(numbers, 1)
        )


class Index:
    """The records of one snapshot. Built once for it, in time proportional to its words."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.records = records
        self._postings: dict[Shelf, dict[str, dict[int, float]]] = {
            shelf: defaultdict(dict) for shelf in Shelf
        }
        self._words: set[str] = set()
        self._capitals: Counter[str] = Counter()
        self._smalls: Counter[str] = Counter()
        holders: dict[str, int] = defaultdict(int)
        own_roots: list[list[str]] = []
        for place, record in enumerate(records):
            postings = self._postings[record.shelf]
            own = self._learn(record.own)
            worth = (
                dict.fromkeys(self._learn(record.far), FAR)
                | dict.fromkeys(self._learn(record.near), NEAR)
                | dict.fromkeys(own, OWN)
            )
            for each, value in worth.items():
                postings[each][place] = value
                holders[each] += 1
            own_roots.append(own)
        self._rarity = {
            each: math.log(1 + (len(records) - held + 0.5) / (held + 0.5))
            for each, held in holders.items()
        }
        self._own_weight = [sum(self._rarity[each] for each in own) or 1.0 for own in own_roots]
        self._rarest = max(self._rarity.values(), default=1.0)

    def is_name(self, term: Term) -> bool:
        """Tell whether a word is a name in the plan: written with a capital inside sentences."""
        own = root(term.read or term.word)
        return self._capitals[own] > 3 * self._smalls[own]

    def _learn(self, text: str) -> list[str]:
        self._words.update(words(text))
        for match in _INSIDE.finditer(text):
            counted = self._capitals if match.group()[0].isupper() else self._smalls
            counted[root(fold(match.group()))] += 1
        return self.roots_in(text)

    @staticmethod
    def roots_in(text: str) -> list[str]:
        """The roots of a text's words that say a subject, each once."""
        return list(dict.fromkeys(root(word) for word in words(text) if word not in STOP))

    @cached_property
    def _sorted_roots(self) -> list[str]:
        return sorted(self._rarity)

    def of(self, shelf: Shelf) -> Iterator[Record]:
        """The records of a shelf, in the plan's order."""
        return (each for each in self.records if each.shelf is shelf)

    def knows(self, word: str) -> bool:
        """Tell whether a record holds the word itself."""
        return root(word) in self._rarity

    def term(self, word: str, *, required: bool = True) -> Term:
        """What to look for where `word` was typed."""
        roots = self._alternatives(root(word))
        read = ""
        if not roots and (read := self._corrected(word)):
            if read in STOP:
                return Term(word, (), 0.0, False, read)
            roots = {
                each: worth * _CORRECTED for each, worth in self._alternatives(root(read)).items()
            }
        weight = max((self._rarity[each] * worth for each, worth in roots.items()), default=0.0)
        own = root(read or word)
        if own in self._rarity:
            weight = self._rarity[own]
        if own in SOFT_ROOTS:
            required = False
        return Term(word, tuple(roots.items()), weight or _UNKNOWN * self._rarest, required, read)

    def search(
        self,
        terms: Iterable[Term],
        shelf: Shelf,
        accept: Callable[[Record], bool] = lambda _: True,
    ) -> list[Match]:
        """The records of a shelf that hold one of the terms at least, best first."""
        terms = list(terms)
        needed = sum(each.weight for each in terms if each.required)
        if not needed:
            return []
        held: dict[int, dict[int, float]] = defaultdict(dict)
        for number, term in enumerate(terms):
            for place, worth in self._places(term, shelf).items():
                held[place][number] = worth
        found = [
            self._match(place, worths, terms, needed)
            for place, worths in held.items()
            if accept(self.records[place])
        ]
        return sorted(found, key=lambda each: -each.score)

    def _match(
        self, place: int, worths: dict[int, float], terms: Sequence[Term], needed: float
    ) -> Match:
        rarest = max((each.weight for each in terms if each.required), default=0.0)
        got = sum(terms[number].weight * worth for number, worth in worths.items())
        soft = sum(terms[n].weight * worth for n, worth in worths.items() if not terms[n].required)
        own = {n for n, worth in worths.items() if worth > NEAR}
        own_weight = sum(terms[n].weight * worths[n] for n in own)
        return Match(
            record=self.records[place],
            coverage=got / (needed + soft) if needed + soft else 0.0,
            precision=min(1.0, own_weight / self._own_weight[place]),
            found=frozenset(terms[n].word for n in worths),
            own_found=frozenset(terms[n].word for n in own),
            lacks_rarest=any(
                n not in worths and (each.weight >= 0.95 * rarest or self.is_name(each))
                for n, each in enumerate(terms)
                if each.required
            ),
            lacks_name=any(
                n not in worths and each.required and self.is_name(each)
                for n, each in enumerate(terms)
            ),
        )

    def _places(self, term: Term, shelf: Shelf) -> dict[int, float]:
        postings = self._postings[shelf]
        found: dict[int, float] = {}
        for each, worth in term.roots:
            for place, value in postings.get(each, {}).items():
                found[place] = max(found.get(place, 0.0), value * worth)
        return found

    def _alternatives(self, wanted: str) -> dict[str, float]:
        """The plan's roots that stand for one: itself, its like in meaning, its derivations."""
        found = {each: _ALIKE for each in alike(wanted) if each in self._rarity}
        found |= {each: _FAMILY for each in family(wanted) if each in self._rarity}
        for each in self._derived(wanted):
            found.setdefault(each, _DERIVED)
        if other := _other_writing(wanted):
            found |= {other: 1.0} if other in self._rarity else {}
        if wanted in self._rarity:
            found[wanted] = 1.0
        best = sorted(found.items(), key=lambda pair: -pair[1])
        return dict(best[:_MOST_ALTERNATIVES])

    def _derived(self, wanted: str) -> Iterator[str]:
        """« cultur » → « culturel »: roots that one of five letters or more begins, or that begin it."""
        if len(wanted) < 5 or wanted.isdigit():
            return
        for each in self._sorted_roots[bisect_left(self._sorted_roots, wanted) :]:
            if not each.startswith(wanted):
                break
            if each != wanted and len(each) - len(wanted) <= 4:
                yield each
        for length in range(5, len(wanted)):
            if wanted[:length] in self._rarity and len(wanted) - length <= 4:
                yield wanted[:length]

    def _corrected(self, word: str) -> str:
        """The plan's word that a typo stands for, or nothing: short words are left alone."""
        if len(word) < 5 or word.isdigit():
            return ""
        if word[0] in "ldjmnstcq" and word[1] in "aeiouh" and word[1:] in self._words:
            return word[1:]
        floor = 92 if len(word) == 5 else 90 if len(word) == 6 else 88
        near = process.extractOne(word, self._words, scorer=fuzz.ratio, score_cutoff=floor)
        return near[0] if near else ""


def _other_writing(word: str) -> str:
    """« huit » → « 8 », « 8 » → « huit »; nothing for what is no small number."""
    number = number_in_words(word)
    if number is None:
        return ""
    return _SPOKEN.get(number, "") if word.isdigit() else str(number)
