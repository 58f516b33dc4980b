"""Numbers written in words, replaced by digits wherever they stand in a phrase."""

import re

from plan.text import number_in_words
from reminders.dates.vocabulary import MONTHS, NUMBER_WORDS, UNIT

_LONGEST = 9  # words: « deux mille neuf cent quatre-vingt-dix-neuf » has eight
_COUNTED = {*UNIT.split("|"), "h", "minute", *MONTHS}
_TENS = {"dix", "vingt", "soixante", "quatre", "trente", "quarante", "cinquante", "cent", "mille"}
_BEFORE_A_MONTH = re.compile(r"\d{1,2}|1er|fin|mi|debut|de")


def in_digits(tokens: list[str]) -> list[str]:
    """Numbers from 0 to 9999 in digits, « sept » being 7 or September by what surrounds it.

    >>> in_digits("le trente et un mars deux mille vingt sept".split())
    ['le', '31', 'mars', '2027']
    >>> in_digits("le 15 sept a dix sept h".split())
    ['le', '15', 'septembre', 'a', '17', 'h']
    """
    tokens = [_sept(tokens, place) for place in range(len(tokens))]
    digits: list[str] = []
    place = 0
    while place < len(tokens):
        value, taken = _number_at(tokens, place)
        digits.append(tokens[place] if value is None else str(value))
        place += taken
    return digits


def _sept(tokens: list[str], place: int) -> str:
    if tokens[place] != "sept":
        return tokens[place]
    before = tokens[place - 1] if place else ""
    after = tokens[place + 1] if place + 1 < len(tokens) else ""
    if after in _COUNTED or before in _TENS:
        return "sept"
    return "septembre" if _BEFORE_A_MONTH.fullmatch(before) else "sept"


def _number_at(tokens: list[str], place: int) -> tuple[int | None, int]:
    """The longest number that starts there, and how many tokens it takes; (None, 1) if none."""
    end = place
    while end < len(tokens) and end - place < _LONGEST and tokens[end] in NUMBER_WORDS:
        end += 1
    for stop in range(end, place, -1):
        value = _value(tokens[place:stop])
        if value is not None:
            return value, stop - place
    return None, 1


def _value(parts: list[str]) -> int | None:
    """« deux mille vingt-sept », cut at « mille » and « cent »; what is left has no hundreds."""
    for word, size in (("mille", 1000), ("cent", 100), ("cents", 100)):
        if word in parts:
            cut = parts.index(word)
            above = _value(parts[:cut]) if parts[:cut] else 1
            below = _value(parts[cut + 1 :]) if parts[cut + 1 :] else 0
            if above is None or below is None or not 0 < above < 10 or below >= size:
                return None
            return above * size + below
    return _below_hundred(parts)


def _below_hundred(parts: list[str]) -> int | None:
    """« vingt et un », « soixante et onze »: no other « et » belongs to a number."""
    if "et" in parts and (parts.index("et") != 1 or parts[2:] not in (["un"], ["une"], ["onze"])):
        return None
    if len(parts) > 1 and parts[0] not in _TENS:
        return None
    return number_in_words(" ".join(parts))
