"""Numbers and sums as people type them in French: « 4,5 % », « 1 234 », « 5,25 M$ »."""

import re
from dataclasses import dataclass
from decimal import Decimal

from plan.errors import BadOptionError
from plan.money import Cents
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
        BadOptionError: no number, two of them, one below zero, or another unit.
    """
    found = _VALUE.fullmatch(_spaced(typed))
    if found is None or found[1].startswith("-"):
        raise BadOptionError("valeur", typed, ["15", "4,5 %", "1 234"])
    if unit is not None and found[2] and found[2] != unit:
        raise BadOptionError("valeur", typed, ["un nombre sans %"])
    return Value(_decimal(found[1]), found[2] if unit is None else unit)


def read_sum(typed: str) -> Cents:
    """A sum of money, in cents: « 650 000 $ », « 5,25 M$ », « 300 000 ».

    Raises:
        BadOptionError: it is none, it is not above zero, or it has parts of a cent.
    """
    found = _SUM.fullmatch(_spaced(typed))
    examples = ["650 000 $", "5,25 M$", "100 675,50 $"]
    if found is None:
        raise BadOptionError("valeur", typed, examples)
    dollars = _decimal(found[1]) * _SCALES[found[2] or ""]
    cents = dollars * 100
    if cents != int(cents) or not 0 < dollars <= _LARGEST:
        raise BadOptionError("valeur", typed, examples)
    return int(cents)


def _spaced(typed: str) -> str:
    return fold(_SPACES.sub(" ", typed)).strip()


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(" ", "").replace(",", "."))
