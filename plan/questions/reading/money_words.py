"""Sums of money in a normalised sentence: « 150 000 $ », « 1,9 million », « cent mille »."""

import re
from dataclasses import dataclass
from decimal import Decimal

from plan.money import Cents
from plan.text import number_in_words

_SCALES = {"mille": 3, "k": 3, "m": 6, "million": 6, "millions": 6, "milliard": 9, "milliards": 9}
_DIGITS = re.compile(
    r"(?<![\w.,])(?P<number>\d{1,3}(?: \d{3}){1,3}|\d{1,3}(?:,\d{3}){2,3}|\d+(?:[.,]\d+)?)(?! ?\d)"
    r"(?: ?(?P<scale>mille|k|m|millions?|milliards?)\b)?(?: de)?(?: ?(?P<unit>\$|dollars?\b))?"
)
_WORDS = re.compile(
    r"\b(?P<number>(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingts?|trente|quarante"
    r"|cinquante|soixante|cents?|et| )+?|un demi)? ?\b(?P<scale>mille|millions?|milliards?)\b"
    r"(?: de)?(?: ?(?P<unit>\$|dollars?\b))?"
)
_THE = re.compile(r"\b(?:le|du|au|ce|l) $")
# « un million neuf »: a million and nine tenths
_TENTHS = re.compile(
    r"\b(?P<whole>un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,2}) millions?"
    r" (?P<tenths>deux|trois|quatre|cinq|six|sept|huit|neuf|et demi)\b"
    r"(?! (?:cents?|mille|\w{3,}s\b))"
)
_A_YEAR = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class TypedSum:
    """A sum as typed. `start` and `end` are its place; `bare` where nothing says it is money."""

    cents: Cents
    start: int
    end: int
    bare: bool = False


def typed_sums(normal: str) -> list[TypedSum]:
    """The sums of a sentence, in order.

    A number alone is one from a thousand on, unless it could be a year.

    >>> [each.cents for each in typed_sums("le 150 000 $ et les 1,9 million")]
    [15000000, 190000000]
    """
    found = [each for match in _DIGITS.finditer(normal) if (each := _in_digits(match))]
    taken = {place for each in found for place in range(each.start, each.end)}
    for match in _TENTHS.finditer(normal):
        found = [each for each in found if each.end <= match.start() or each.start >= match.end()]
        found.append(_in_tenths(match))
        taken |= set(range(*match.span()))
    for match in _WORDS.finditer(normal):
        if match.start("scale") not in taken and (spoken := _in_words(match)):
            found.append(spoken)
    return sorted(found, key=lambda each: each.start)


def _in_digits(match: re.Match[str]) -> TypedSum | None:
    number, scale, unit = match["number"], match["scale"], match["unit"]
    grouped = re.fullmatch(r"\d{1,3}(?:[ ,]\d{3})+", number) and not scale
    value = Decimal(re.sub("[ ,]", "", number) if grouped else number.replace(",", "."))
    if scale == "m" and not unit:
        return None
    if not scale and not unit:
        plain_year = not grouped and value == int(value) and int(value) in _A_YEAR
        decimal = value != int(value)
        if plain_year or (value < 1000 and not decimal):
            return None
        if decimal:  # « le 16,7 »: millions, as everybody says them
            return TypedSum(int(value * 10**8), match.start(), match.end(), bare=True)
    cents = int(value * 10 ** _SCALES.get(scale or "", 0) * 100)
    return TypedSum(cents, match.start(), match.end(), bare=not unit and not scale)


def _in_words(match: re.Match[str]) -> TypedSum | None:
    number = (match["number"] or "").strip()
    spoken = _hundreds(number) if number else 1
    the_one = _THE.search(match.string[: match.start("scale")])
    if spoken is None or (not number and not match["unit"] and not the_one):
        return None
    cents = spoken * 10 ** _SCALES[match["scale"]] * 100
    return TypedSum(int(cents), match.start(), match.end())


def _in_tenths(match: re.Match[str]) -> TypedSum:
    whole = number_in_words(match["whole"]) or 0
    tenths = 5 if match["tenths"] == "et demi" else number_in_words(match["tenths"]) or 0
    return TypedSum((whole * 10 + tenths) * 10**7, *match.span())


def _hundreds(words: str) -> int | None:
    """« deux cent cinquante » → 250."""
    before, cent, after = words.partition("cent")
    if not cent:
        return number_in_words(words)
    hundreds = number_in_words(before) if before.strip() else 1
    rest = number_in_words(after.removeprefix("s")) if after.removeprefix("s").strip() else 0
    return None if hundreds is None or rest is None else hundreds * 100 + rest
