"""Amounts: what a sum is, and nothing about adding them up (see `totals`)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plan.source import Source

Cents = int


class Nature(StrEnum):
    """What a sum has become. Sums of two natures are never added together."""

    ANNOUNCED = "annonce"
    PLANNED = "prevu"  # planned or reserved
    GRANTED = "octroye"
    AUTHORISED = "autorise"
    SPENT = "depense"  # spent or invested


class Rhythm(StrEnum):
    """How often the value comes."""

    ONCE = "une_fois"
    PER_YEAR = "par_annee"
    OVER_PERIOD = "sur_periode"
    UNTOLD = "non_dit"


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum that a document tells, or that a coordinator recorded.

    `value` is in integer cents, once per rhythm: 650 000 $ per year for 5 years has the value
    65_000_000. `part_of` names the amounts it is contained in (more than one where the documents
    count it twice), `same_as` an amount told elsewhere that is the same money, in the same or in
    another nature. `outside` says, in our words, why it stays out of the plan's totals.
    """

    key: str
    measure: int | None
    value: Cents
    nature: Nature
    purpose: str
    source: Source
    as_of: date
    volet: int | None = None
    rhythm: Rhythm = Rhythm.ONCE
    years: int | None = None
    period: str = ""
    payers: tuple[str, ...] = ()
    recipient: str = ""
    part_of: tuple[str, ...] = ()
    same_as: str = ""
    outside: str = ""
    note: str = ""

    @property
    def total(self) -> Cents:
        """The value over all its years, in cents."""
        return self.value * (self.years or 1) if self.rhythm is Rhythm.PER_YEAR else self.value


def paid_by(acronym: str, amounts: Iterable[Amount]) -> tuple[list[Amount], list[Amount]]:
    """What an MO pays alone, and what it pays with others without its own share being told.

    Measure 14: of the 300 000 $ that two MOs pay, each has its share on a line of its own.
    """
    known = list(amounts)
    alone = [each for each in known if each.payers == (acronym,)]
    shared = {key for each in alone for key in each.part_of}
    together = [
        each
        for each in known
        if acronym in each.payers and len(each.payers) > 1 and each.key not in shared
    ]
    return alone, together
