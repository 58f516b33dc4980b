"""Indicators: a target, a reached value, a date."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plan.source import Source


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measured thing: 13 of 21 agreements at 31 March 2010, target 21 at 31 March 2011.

    `unit` is empty for a count and « % » for a share. `reached` is None until a value is known.
    `out_of` is the whole a value is a share of where that is no target (95 answers of 101).
    """

    key: str
    measure: int
    label: str
    source: Source | None
    volet: int | None = None
    unit: str = ""
    target: Decimal | None = None
    target_on: date | None = None
    out_of: Decimal | None = None
    reached: Decimal | None = None
    reached_on: date | None = None
    period: str = ""
    note: str = ""
