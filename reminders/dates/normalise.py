"""From what was typed to the canonical form that the rules read (see `vocabulary`)."""

import re

from rapidfuzz.distance import OSA

from plan.dates import Reason
from plan.text import fold
from reminders.dates.numbers import in_digits
from reminders.dates.refusal import refuse
from reminders.dates.vocabulary import (
    CANONICAL,
    MENDABLE,
    MONTH,
    MONTHS,
    NOT_MENDED,
    WEEKDAY,
    WEEKDAYS,
)

MAX_LENGTH = 120  # characters: no date is longer, and every rule stays fast

_PLAIN = str.maketrans(
    {**dict.fromkeys('«»“”"()', " "), **dict.fromkeys("‘`´", "'"), **dict.fromkeys("‐‑‒–—−", "-")}
)
_READABLE = re.compile(r"[a-z0-9 ':/.,+-]*")
_DAY_NAMES = rf"{MONTH}|{WEEKDAY}"

# Applied in this order to the folded text, before it is cut into words.
_REWRITES = [
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<!\d),|,(?!\d)", " "),
        (r"(?<=[a-z])\.", " "),
        (r"(?<=\d)t(?=\d)", " "),  # 2027-03-31T14:00
        (r"\baujourd ?'? ?hui\b", "aujourdhui"),
        (r"\bt ?([1-4])\b", r"\1e trimestre"),
        (r"\bj ?- ?(?=\d)", "jmoins "),
        (r"\bj ?\+ ?(?=\d)", "jplus "),
        (r"(?<=[a-z])-(?=[a-z])", " "),
        (rf"(?<=\d)-(?=(?:{_DAY_NAMES})\b)", " "),
        (rf"\b({_DAY_NAMES})-(?=\d)", r"\1 "),
        (r"\b1 ?(?:er|ere|re|e)\b", "1er"),
        (r"\b(\d) ?(?:e|eme|ieme|nd|nde)\b", r"\1e"),
        (r"(?<=\d)(?!e\b|er\b)(?=[a-z])", " "),
        (r"(?<=[a-z])(?=\d)", " "),
        (r"(?<=[a-z0-9]) ?\+ ?(?=\d)", " plus "),
        (r"\b([dl])'(?!ici\b)", lambda found: "de " if found[1] == "d" else "le "),
        (r"\bapres demain\b", "apresdemain"),
        (r"\bavant hier\b", "avanthier"),
        (r"\b(?:s'il vous plait|svp|stp|merci)$", ""),
    )
]


def normalise(text: str) -> str:
    """The canonical form of a phrase: folded words and digits, one space between.

    >>> normalise("D’ici le mercredi 31-MARS-2027, 9h30")
    "d'ici le mercredi 31 mars 2027 9 h 30"

    Raises RefusalError where the text is too long or holds a character that no date has.
    """
    if len(text) > MAX_LENGTH:
        refuse(Reason.NOT_A_DATE)
    phrase = fold(text).translate(_PLAIN).rstrip(" .!").lstrip()
    if not _READABLE.fullmatch(phrase):
        refuse(Reason.NOT_A_DATE)
    for pattern, replacement in _REWRITES:
        phrase = pattern.sub(replacement, phrase)
    tokens = [_word(token) for token in phrase.split()]
    return " ".join(_tuesdays(in_digits(" ".join(tokens).split())))


def _word(token: str) -> str:
    """One notion, one word; a month or weekday mistyped by one key is mended."""
    if token in CANONICAL:
        return CANONICAL[token]
    if len(token) < 5 or not token.isalpha() or token in NOT_MENDED or token in MENDABLE:
        return token
    near = [word for word in MENDABLE if OSA.distance(token, word, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else token


def _tuesdays(tokens: list[str]) -> list[str]:
    """« mar. » is mardi before a day of the month, and nothing elsewhere: it may be mars."""
    for place, token in enumerate(tokens):
        following = [word for word in tokens[place + 1 : place + 4] if word != "le"]
        if token == "mar" and len(following) > 1 and following[1] in MONTHS:
            tokens[place] = WEEKDAYS[1]
    return tokens
