"""The words of a plan: how rare each is, what stands for it, which are names, what a typo means."""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from plan.questions.finding.text_words import TextWords
from plan.questions.reading.vocabulary import SOFT_ROOTS, alike, family, root
from plan.questions.reading.word_lists import STOP
from plan.text import number_in_words, words

# The worth of what stands for a word.
_FAMILY, _ALIKE, _DERIVED, _CORRECTED, _COMPLETED = 0.98, 0.85, 0.85, 0.9, 0.8
_LONG = 7  # letters of a word that may be another by a vowel
_VOWEL = re.compile("[aeiouy]")
_MOST_COMPLETIONS = 2
_UNKNOWN = 0.8  # share of the rarest word's weight that a word nothing holds costs
_MOST_ALTERNATIVES = 12
_NUMBER_WORDS = words(
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt"
)
_SPOKEN = {number_in_words(word): word for word in _NUMBER_WORDS}


@dataclass(frozen=True, slots=True)
class Term:
    """A word looked for. `roots` are what may stand for it with their worth, `weight` its rarity.

    `required`: it costs where it is not found; `is_name`: the plan writes it with a capital.
    `read` is the word it was corrected to, or empty.
    """

    word: str
    roots: tuple[tuple[str, float], ...]
    weight: float
    required: bool = True
    is_name: bool = False
    read: str = ""

    @property
    def is_known(self) -> bool:
        """Tell whether anything of the plan holds it."""
        return bool(self.roots)


class Lexicon:
    """The words of a plan's records."""

    def __init__(
        self, texts: Iterable[TextWords], holders: Mapping[str, int], records: int
    ) -> None:
        """Args: holders: how many of the records hold each root."""
        self._words: set[str] = set()
        self._acronyms: set[str] = set()
        capitals: Counter[str] = Counter()
        smalls: Counter[str] = Counter()
        for each in texts:
            self._words |= each.words
            self._acronyms |= each.acronyms
            capitals.update(each.capitals)
            smalls.update(each.smalls)
        self._names = {each for each, times in capitals.items() if times > 3 * smalls[each]}
        self.rarity = {
            each: math.log(1 + (records - held + 0.5) / (held + 0.5))
            for each, held in holders.items()
        }
        self._rarest = max(self.rarity.values(), default=1.0)

    def knows(self, word: str) -> bool:
        """Tell whether a record holds the word itself."""
        return word in self._acronyms or root(word) in self.rarity

    def has_like(self, word: str) -> bool:
        """Tell whether a record holds the word, or one that stands for it."""
        near = family(root(word)) | alike(root(word))
        return self.knows(word) or not near.isdisjoint(self.rarity)

    def term(self, word: str, *, required: bool = True) -> Term:
        """What to look for where `word` was typed."""
        for acronym in (word, word.removesuffix("s")):  # « the CREs »
            if acronym in self._acronyms and (acronym == word or word not in self._words):
                return replace(self._acronym(acronym, required=required), word=word)
        roots = self._alternatives(root(word))
        read = "" if roots else self._corrected(word)
        if not roots and not read:
            roots = dict.fromkeys(self._completed(root(word)), _COMPLETED)
        if read in STOP:
            return Term(word, (), 0.0, required=False, read=read)
        if read:
            found = self._alternatives(root(read))
            roots = {each: worth * _CORRECTED for each, worth in found.items()}
        own = root(read or word)
        return Term(
            word,
            tuple(roots.items()),
            self._weight(own, roots),
            required and own not in SOFT_ROOTS,
            own in self._names,
            read,
        )

    def _acronym(self, word: str, *, required: bool) -> Term:
        """An acronym, and the word that is written like it, where the plan has it too."""
        roots = {word.upper(): 1.0, root(word): _ALIKE}
        known = tuple(pair for pair in roots.items() if pair[0] in self.rarity)
        weight = max((self.rarity[each] for each, _ in known), default=self._rarest)
        return Term(word, known, weight, required, is_name=True)

    def _weight(self, own: str, roots: Mapping[str, float]) -> float:
        if own in self.rarity:
            return self.rarity[own]
        known = max((self.rarity[each] * worth for each, worth in roots.items()), default=0.0)
        return known or _UNKNOWN * self._rarest

    def _alternatives(self, wanted: str) -> dict[str, float]:
        """The plan's roots that stand for one: itself, its like in meaning, its derivations."""
        found = dict.fromkeys(self._derived(wanted), _DERIVED)
        found |= dict.fromkeys(alike(wanted), _ALIKE)
        found |= dict.fromkeys(family(wanted), _FAMILY)
        found |= {_other_writing(wanted): 1.0, wanted: 1.0}
        known = [(each, worth) for each, worth in found.items() if each in self.rarity]
        return dict(sorted(known, key=lambda pair: -pair[1])[:_MOST_ALTERNATIVES])

    @cached_property
    def _sorted_roots(self) -> list[str]:
        return sorted(self.rarity)

    def _derived(self, wanted: str) -> Iterator[str]:
        """« cultur » → « culturel »: roots of five letters or more that begin with one another."""
        if len(wanted) < 5 or wanted.isdigit():
            return
        place = bisect_left(self._sorted_roots, wanted)
        while place < len(self._sorted_roots) and self._sorted_roots[place].startswith(wanted):
            if len(self._sorted_roots[place]) - len(wanted) <= 4:
                yield self._sorted_roots[place]
            place += 1
        yield from (wanted[:length] for length in range(max(5, len(wanted) - 4), len(wanted)))

    def _completed(self, wanted: str) -> list[str]:
        """« stat » → « statist »: what a word cut short may begin, where that is nearly sure."""
        if len(wanted) < 4 or wanted.isdigit():
            return []
        place = bisect_left(self._sorted_roots, wanted)
        found = self._sorted_roots[place : place + _MOST_COMPLETIONS + 1]
        begun = [each for each in found if each.startswith(wanted)]
        return begun if len(begun) <= _MOST_COMPLETIONS else []

    def _corrected(self, word: str) -> str:
        """The plan's word that a typo stands for, or nothing: short words are left alone."""
        if len(word) < 5 or word.isdigit():
            return ""
        if word[0] in "ldjmnstcq" and word[1] in "aeiouh" and word[1:] in self._words:
            return word[1:]  # « letude », « laction »
        floor = 92 if len(word) == 5 else 90 if len(word) == 6 else 88
        near = process.extractOne(word, self._words, scorer=fuzz.ratio, score_cutoff=floor)
        return near[0] if near else self._other_vowel(word)

    def _other_vowel(self, word: str) -> str:
        """« entante » → « entente »: the one word that differs by a vowel alone."""
        if len(word) < _LONG:
            return ""
        alike = self._by_consonants.get(_VOWEL.sub("a", word), [])
        return alike[0] if len(alike) == 1 and OSA.distance(word, alike[0]) == 1 else ""

    @cached_property
    def _by_consonants(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            if len(word) >= _LONG:
                found[_VOWEL.sub("a", word)].append(word)
        return found


def _other_writing(word: str) -> str:
    """« huit » → « 8 », « 8 » → « huit »; nothing for what is no small number."""
    number = number_in_words(word)
    if number is None:
        return ""
    return _SPOKEN.get(number, "") if word.isdigit() else str(number)
