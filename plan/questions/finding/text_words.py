"""The words of a plan's texts: their roots, their acronyms, which of them are capitals inside."""

import re
from dataclasses import dataclass
from functools import lru_cache

from plan.questions.reading.vocabulary import root
from plan.questions.reading.word_lists import STOP
from plan.text import fold, words

_KEPT_TEXTS = 32_768
# A word inside a sentence: a capital there makes it a name.
_INSIDE = re.compile(
    r"(?<=[a-zà-ÿœ0-9,)] )(?:[ldLD]['’])?\b[^\W\d_]{3,}|(?<=[ldLD]['’])[^\W\d_]{3,}"
)


_ACRONYM = re.compile(r"\b[A-Z]{2,}\b")


@dataclass(frozen=True, slots=True)
class TextWords:
    """A text's folded words, the roots that say a subject, and its inner capitals and smalls.

    An acronym is its own root, in capitals: « CRE » has nothing of « créer ».
    """

    words: frozenset[str]
    roots: tuple[str, ...]
    acronyms: frozenset[str]
    capitals: tuple[str, ...]
    smalls: tuple[str, ...]


@lru_cache(maxsize=_KEPT_TEXTS)
def words_of(text: str) -> TextWords:
    """The words of a plan's text; kept, since most texts outlive a change of the plan."""
    folded = words(text)
    inside = _INSIDE.findall(text)
    acronyms = frozenset(map(fold, _ACRONYM.findall(text)))
    return TextWords(
        words=frozenset(folded),
        roots=tuple(
            dict.fromkeys(
                word.upper() if word in acronyms else root(word)
                for word in folded
                if word not in STOP or word in acronyms
            )
        ),
        acronyms=acronyms,
        capitals=tuple(root(fold(word)) for word in inside if word[0].isupper()),
        smalls=tuple(root(fold(word)) for word in inside if not word[0].isupper()),
    )


def roots_of(text: str) -> frozenset[str]:
    """The roots of a text's words that say a subject."""
    return frozenset(words_of(text).roots)
