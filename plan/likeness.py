"""How like a plan's text what a person types is: by stems, misspelt words, beginnings of words."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from rapidfuzz import fuzz, process
from snowballstemmer import stemmer

from plan.text import words

_STOP_WORDS = """
a au aux avec ce ces cet cette d de des du elle en est et il ils j je l la le les leur leurs m
mesure mesures n no on ou par pas pour qu que qui s sa se ses son sont sur t un une vers
"""
_STOP = frozenset(_STOP_WORDS.split())
_Thing = TypeVar("_Thing")
_TYPO = 82  # rapidfuzz ratio above which a word is taken for a misspelling of a known one
_STEMMER = stemmer("french")


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """The stem of a folded French word."""
    return str(_STEMMER.stemWord(word))


def keywords(text: str) -> list[str]:
    """The stems of the words that carry meaning."""
    return [stem(word) for word in words(text) if word not in _STOP]


def stems_of(texts: Iterable[str]) -> frozenset[str]:
    """The stems of all these texts: what is searched together."""
    return frozenset().union(*map(_stems_in, texts))


def holds_words(typed: str, text: str, spelt: frozenset[str] = frozenset()) -> bool:
    """Tell whether a text holds every word typed, a misspelt one counting for its like.

    Args:
        spelt: the stems that stand somewhere in what is searched: none of them is a misspelling.
    """
    wanted = _wanted(typed)
    return bool(wanted) and _holds_all(wanted, _stems_in(text), spelt)


@lru_cache(maxsize=64)
def _wanted(typed: str) -> Sequence[str]:
    """What is looked for in one text after another."""
    return keywords(typed) or words(typed)


def _holds_all(wanted: Sequence[str], held: frozenset[str], spelt: frozenset[str]) -> bool:
    def holds(word: str) -> bool:
        if word in held:
            return True
        if len(word) < 4 or word.isdigit() or word in spelt:
            return False
        return process.extractOne(word, held, scorer=fuzz.ratio, score_cutoff=_TYPO) is not None

    return all(holds(word) for word in wanted)


@lru_cache(maxsize=4096)
def _stems_in(text: str) -> frozenset[str]:
    """The stems of a plan's text."""
    return frozenset(keywords(text))


class Same(Generic[_Thing]):
    """A plan's own sequence as a key of a cache: known by what it is, not by its long contents."""

    __slots__ = ("things",)

    def __init__(self, things: Sequence[_Thing]) -> None:
        self.things = things

    def __hash__(self) -> int:
        return id(self.things)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.things is self.things


class WordIndex:
    """Which of some texts hold each word: made once of a plan, searched at every key pressed."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._size = len(texts)
        self._holding: dict[str, list[int]] = {}
        for rank, text in enumerate(texts):
            for word in set(words(text)):
                self._holding.setdefault(word, []).append(rank)
        self._words = sorted(self._holding)
        self._beginnings: dict[int, list[str]] = {}

    def likeness(self, typed: str) -> list[float]:
        """0 to 100 for each text: how well the words typed so far start or resemble its own."""
        asked = words(typed)
        wanted = [word for word in asked if word not in _STOP] or asked
        if not wanted:
            return [0.0] * self._size
        found = [self._of_word(word) for word in wanted]
        return [sum(each) / len(found) for each in zip(*found, strict=True)]

    def _of_word(self, typed: str) -> list[float]:
        best = [0.0] * self._size
        for word, score in self._near(typed):
            for rank in self._holding[word]:
                best[rank] = max(best[rank], score)
        for word in self._starting(typed):
            for rank in self._holding[word]:
                best[rank] = 100.0
        return best

    def _starting(self, typed: str) -> list[str]:
        """The words that begin with what is typed."""
        first = bisect_left(self._words, typed)
        return self._words[first : bisect_left(self._words, f"{typed}\U0010ffff", first)]

    def _near(self, typed: str) -> Iterator[tuple[str, float]]:
        """The words whose beginning resembles what is typed, 60 to 100."""
        if len(typed) < 3:
            return
        length = len(typed) + 2
        if length not in self._beginnings:
            self._beginnings[length] = [word[:length] for word in self._words]
        beginnings = self._beginnings[length]
        for _, score, place in process.extract(
            typed, beginnings, scorer=fuzz.ratio, score_cutoff=60, limit=None
        ):
            yield self._words[place], score
