"""Numbers and sums as people type them in French: « 4,5 % », « 1 234 », « 5,25 M$ »."""

import re
from dataclasses import dataclass
from decimal import Decimal

from plan.money import Cents
from plan.option_errors import Form, OtherUnitError, UnreadableError
from plan.text import fold

_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_NUMBER = r"(-?\d{1,3}(?: \d{3})+(?:,\d+)?|-?\d+(?:[.,]\d+)?)"
_VALUE = re.compile(rf"{_NUMBER} ?(%?)")
_SCALES = {
    "": 1,
    "k": 10**3,
    "mille": 10**3,
    "m": 10**6,
    "million": 10**6,
    "g": 10**9,
    "md": 10**9,
    "milliard": 10**9,
}
_SUM = re.compile(
    rf"{_NUMBER} ?(k|mille|milliard|million|md|m|g)?s? ?(?:de |d')?(?:\$|dollars?|cad)?"
)
_LARGEST = Decimal(10) ** 12
_MOST_DECIMALS = 6  # as many as an answer shows
# « 650,000 » is 650 000 in English and 650 in French; nobody writes thousandths of a dollar.
_THOUSANDS_OR_DECIMALS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")


@dataclass(frozen=True, slots=True)
class Value:
    """A number with its unit: « % » or nothing."""

    number: Decimal
    unit: str


def read_value(typed: str, unit: str | None) -> Value:
    """A value of an indicator.

    Args:
        unit: the indicator's, which the one typed must not contradict; None for a new one.

    Raises:
        UnreadableError: no number, two of them, one below zero, too large or too fine to be shown
            whole, or one that could be thousands or decimals.
        OtherUnitError: another unit.
    """
    found = _VALUE.fullmatch(_spaced(typed))
    if found is None or found[1].startswith("-"):
        raise UnreadableError("valeur", typed, Form.VALUE)
    if unit is not None and found[2] and found[2] != unit:
        raise OtherUnitError(typed, unit)
    value = Value(_decimal(found[1]), found[2] if unit is None else unit)
    if not _is_shown_whole(value.number) or (
        not value.unit and _THOUSANDS_OR_DECIMALS.fullmatch(found[1])
    ):
        raise UnreadableError("valeur", typed, Form.VALUE)
    return value


def read_sum(typed: str) -> Cents:
    """A sum of money, in cents: « 650 000 $ », « 5,25 M$ », « 300 000 ».

    Raises:
        UnreadableError: it is none, it is not above zero, it has parts of a cent, or it could be
            thousands or decimals.
    """
    found = _SUM.fullmatch(_spaced(typed))
    if found is None or (not found[2] and _THOUSANDS_OR_DECIMALS.fullmatch(found[1])):
        raise UnreadableError("valeur", typed, Form.SUM)
    dollars = _decimal(found[1]) * _SCALES[found[2] or ""]
    cents = dollars * 100
    if not 0 < dollars <= _LARGEST or cents != int(cents):
        raise UnreadableError("valeur", typed, Form.SUM)
    return int(cents)


def _spaced(typed: str) -> str:
    """The text folded; empty where a digit is no plain one (« 5² » would read as 52)."""
    if any(char.isnumeric() and not char.isdecimal() for char in typed):
        return ""
    return fold(_SPACES.sub(" ", typed)).strip()


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(" ", "").replace(",", "."))


def _is_shown_whole(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    return number <= _LARGEST and isinstance(exponent, int) and -exponent <= _MOST_DECIMALS
