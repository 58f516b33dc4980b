"""How like a plan's text what a person types is: by stems, misspelt words, beginnings of words."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process
from snowballstemmer import stemmer

from plan.text import words

_STOP_WORDS = """
a au aux avec ce ces cet cette d de des du elle en est et il ils j je l la le les leur leurs m
mesure mesures n no on ou par pas pour qu que qui s sa se ses son sont sur t un une vers
"""
_STOP = frozenset(_STOP_WORDS.split())
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
def _words_in(text: str) -> frozenset[str]:
    """The words of a plan's text, which is searched at every key pressed."""
    return frozenset(words(text))


@lru_cache(maxsize=4096)
def _stems_in(text: str) -> frozenset[str]:
    """The stems of a plan's text."""
    return frozenset(keywords(text))


def word_matches(typed: str, texts: Iterable[str]) -> list[dict[str, float]]:
    """For each word typed so far, the words of the texts that it may be, with their likeness."""
    known = frozenset().union(*map(_words_in, texts))
    asked = words(typed)
    return [_like(word, known) for word in asked if word not in _STOP] or [
        _like(word, known) for word in asked
    ]


def _like(typed: str, known: Iterable[str]) -> dict[str, float]:
    """The words that begin with what is typed (100), or resemble it (60 to 100)."""
    starting = {word: 100.0 for word in known if word.startswith(typed)}
    if len(typed) < 3:
        return starting
    beginnings = {word: word[: len(typed) + 2] for word in known}
    near = process.extract(typed, beginnings, scorer=fuzz.ratio, score_cutoff=60, limit=None)
    return {**{word: score for _, score, word in near}, **starting}


def likeness(matches: Sequence[dict[str, float]], text: str) -> float:
    """0 to 100: how well each word typed so far starts or resembles a word of the text."""
    if not matches:
        return 0.0
    held = _words_in(text)
    best = (max((like[word] for word in like if word in held), default=0.0) for like in matches)
    return sum(best) / len(matches)
