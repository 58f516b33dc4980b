"""Messages of several sentences: asides left out, and several questions told apart."""

import re
from collections.abc import Callable
from dataclasses import replace

from plan.questions.reading.asked import Asked, Focus
from plan.questions.reading.patterns import pattern_of
from plan.text import fold

_CLAUSES = re.compile(r"(?<!\d)[:;.!?,]+|[:;.!?,]+(?!\d)|\s[–—-]\s")
_ENDS = re.compile(r"(?<=[?!])\s+|\n+|(?<=[a-zà-ÿ0-9][.;])\s+")
# What is wanted of an answer, said apart: « le 1 M$ : ça inclut quoi? ».
_TELLING = frozenset(
    {
        Focus.DETAIL,
        Focus.INCLUDES,
        Focus.NAMES,
        Focus.ORIGIN,
        Focus.TOTAL,
        Focus.PER_YEAR,
        Focus.REMAINING,
    }
)
_FIRST_PERSON = re.compile(r"(?:et |mais |la )?(?:je|j|on|nous|moi|mon|ma|mes|notre|nos)\b")
_OF_MINE = re.compile(r"\b(?:mon|ma|mes|notre|nos|moi|nous)\b")
_SEEN_TO = pattern_of("^(?:est )?(?:ce )?(?:deja |bien )?(?:<DONE>|<SEEN_TO>)(?: ou (?:pas|non))?$")
_CAPITAL = re.compile(r"(?<=\w[ '’])[A-ZÀ-Ý][\w-]+")
Read = Callable[[str], Asked]


def without_asides(text: str, read: Read, knows: Callable[[str], bool]) -> Asked:
    """Understand a message, leaving out what neither asks nor names anything of the plan.

    « Bonjour, je suis journaliste : combien… » is read from « combien » on.

    Args:
        read: understands a text; `knows` tells whether a word is one of the plan's.
    """
    whole = read(text)
    clauses = [each for each in _CLAUSES.split(text) if each.strip()]
    if len(clauses) < 2:
        return whole
    asked = [read(each) for each in clauses]
    kept = [each for each in asked if _asks(each) or _names_something(each, knows)]
    if any(each.kinds and _names_something(each, knows) for each in kept):
        kept = [
            each
            for each in kept
            if not _tells_of_oneself(each, knows) and not _introduces(each, knows)
        ]
    if len(kept) == len(clauses) or not any(_names_something(each, knows) for each in kept):
        return whole
    return replace(read(", ".join(each.text for each in kept)), text=text)


def _tells_of_oneself(asked: Asked, knows: Callable[[str], bool]) -> bool:
    """« On me demande ça pour jeudi »: it speaks of oneself, in words that the plan lacks."""
    if asked.kinds or not _FIRST_PERSON.match(asked.normal):
        return False
    named = asked.measures or asked.axes or asked.bodies or asked.sums or asked.states
    strange = [word for word in asked.words if not knows(word)]
    names = {fold(each) for each in _CAPITAL.findall(asked.text)}
    return not named and bool(strange) and names.isdisjoint(strange)


def _introduces(asked: Asked, knows: Callable[[str], bool]) -> bool:
    """« Avant une rencontre avec mes collègues du SAA : … »: why one asks, in strange words."""
    if asked.kinds or not _OF_MINE.search(asked.normal):
        return False
    named = asked.measures or asked.axes or asked.sums or asked.states or asked.periods
    return not named and bool(asked.words) and not any(map(knows, asked.words))


def _asks(asked: Asked) -> bool:
    done_or_not = _SEEN_TO.search(asked.normal)  # « le rapport, livré? »
    return bool(asked.kinds or _TELLING & asked.focus or done_or_not)


def _names_something(asked: Asked, knows: Callable[[str], bool]) -> bool:
    named = (
        asked.measures or asked.unknown_measures or asked.axes or asked.bodies or asked.sums
    ) or (asked.states or asked.periods)
    return bool(named) or any(knows(word) for word in asked.words)


def split_questions(text: str, read: Read) -> list[str]:
    """The questions of a message; the message itself where they are not each whole."""
    parts = [part.strip() for part in _ENDS.split(text) if part.strip()]
    if len(parts) < 2:
        return [text]
    whole = [part for part in parts if _is_whole(read(part))]
    return whole if len(whole) > 1 else [text]


def _is_whole(asked: Asked) -> bool:
    return bool(asked.kinds) and not asked.names_nothing
