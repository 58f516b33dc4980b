"""« L'ES », « une EC »: a phrase that a plan says again and again, by its initials."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import pairwise

from plan.questions.reading.word_lists import STOP
from plan.text import fold, words

_OFTEN = 8  # times that a phrase is said, for its initials to be read
_CAPITALS = re.compile(r"\b[A-Z]{2}\b")
_SMALL = re.compile(r"(?<=\b[ldLD]['’ ])[a-z]{2}\b|(?<=\ben )[a-z]{2}\b(?! (?:est|sont|ou)\b)")


class Initials:
    """The phrases of a plan's texts that are said often enough to be known by their initials."""

    def __init__(self, texts: Iterable[str], taken: Collection[str]) -> None:
        """Args: taken: acronyms that stand for something else, folded."""
        said: Counter[tuple[str, str]] = Counter()
        for text in texts:
            said.update(pair for pair in pairwise(words(text)) if STOP.isdisjoint(pair))
        self._phrases: dict[str, str] = {}
        for pair, times in said.most_common():
            letters = pair[0][0] + pair[1][0]
            if times >= _OFTEN and letters.isalpha() and letters not in taken:
                self._phrases.setdefault(letters, " ".join(pair))

    def in_full(self, text: str) -> str:
        """A typed text with each phrase in full.

        >>> Initials(["économie sociale"] * 9, ()).in_full("la place de l'ES")
        "la place de l'economie sociale"
        """
        if not text.isupper():
            text = _CAPITALS.sub(self._phrase, text)
        return _SMALL.sub(self._phrase, text)

    def _phrase(self, found: re.Match[str]) -> str:
        return self._phrases.get(fold(found.group()), found.group())
