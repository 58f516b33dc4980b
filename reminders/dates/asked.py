"""What a rule knows besides the phrase: when it was typed, and which way it leans."""

import calendar
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal, Unpack

from plan.dates import DateFacts, Reason
from reminders.dates.refusal import RefusalError, refuse
from reminders.working_days import Calendar

FIRST_YEAR, LAST_YEAR = 1990, 2100
MOST_NESTED = 2  # phrases inside a phrase: each is read twice (`both_ways`)

Side = Literal["future", "past"]

# « 2028 », « prochain », « de l'an dernier »: what may follow a day of the year, in canonical form.
WHICH = r"(?P<which>(?:de )?(?:(?:le an )?\d{4}|ce an|le an (?:prochain|dernier))|prochain|dernier)"


@dataclass(frozen=True)
class Asked:
    """The moment of the question (aware, committee's zone) and the side that a date leans to.

    `read` reads a phrase inside another (« la veille de … »); `working_days` is the committee's
    calendar, or None where it is not known.
    """

    now: datetime
    side: Side
    read: Callable[[str, "Asked"], date]
    working_days: Calendar | None = None
    depth: int = 0

    @property
    def today(self) -> date:
        """The day it is in the committee's zone."""
        return self.now.date()

    def leaning(self, side: Side) -> "Asked":
        """The same question, looking to that side."""
        return replace(self, side=side)

    def phrase(self, text: str) -> date:
        """The day that an inner phrase stands for. Nobody says « la veille de la veille de … »."""
        if self.depth == MOST_NESTED:
            refuse(Reason.NOT_A_DATE)
        return self.read(text, replace(self, depth=self.depth + 1))

    def fits(self, day: date) -> bool:
        """Whether a day lies on the side asked for; today does, on both."""
        return day >= self.today if self.side == "future" else day <= self.today

    def years(self) -> Iterator[int]:
        """The years where the nearest day on that side can be."""
        step = 1 if self.side == "future" else -1
        yield from (self.today.year, self.today.year + step)


# A shape that a whole phrase may have, and what that phrase means. A rule refuses or answers.
Meaning = Callable[[re.Match[str], Asked], date]
Rule = tuple[re.Pattern[str], Meaning]


def first_fit(rules: Sequence[Rule], phrase: str, asked: Asked) -> date | None:
    """What the first rule whose shape is the phrase's makes of it; None where none has it."""
    for shape, meaning in rules:
        if found := shape.fullmatch(phrase):
            return meaning(found, asked)
    return None


def never(reason: Reason, **facts: Unpack[DateFacts]) -> Meaning:
    """The meaning of a shape that is always refused."""
    return lambda _found, _asked: refuse(reason, **facts)


def check_year(year: int) -> int:
    """Let a year pass, or refuse one that no plan has to do with."""
    return year if FIRST_YEAR <= year <= LAST_YEAR else refuse(Reason.TOO_FAR)


def month_end(year: int, month: int) -> date:
    """The last day of a month. Raises RefusalError for a year out of the window."""
    check_year(year)
    return date(year, month, calendar.monthrange(year, month)[1])


def each_year(
    asked: Asked, which: str | None, month: int, make: Callable[[int], date | None]
) -> date:
    """A day that comes back every year, in the year typed or else the nearest on the side asked.

    `make` gives the day of a year, None where that year has none, `month` being where it would be.
    Such a year is stepped over only where its month is over: « 29 février » typed in January 2027
    is refused, and is 2028 once that February is past. « prochain » and « dernier » exclude today.
    """
    year = year_typed(asked, which)
    if year is not None:
        return make(year) or refuse(Reason.NO_SUCH_DAY, last=month_end(year, month))
    if which in ("prochain", "dernier"):
        asked = asked.leaning("future" if which == "prochain" else "past")
    for candidate in asked.years():
        day = make(candidate)
        if day is None and _within(asked, candidate, month):
            refuse(Reason.NO_SUCH_DAY, last=month_end(candidate, month))
        if day and asked.fits(day) and not (which and day == asked.today):
            return day
    return refuse(Reason.NO_SUCH_DAY)


def year_typed(asked: Asked, which: str | None) -> int | None:
    """The year that « 2028 », « cette année », « de l'an dernier » name; None for the others."""
    which = (which or "").removeprefix("de ")
    if which[-4:].isdigit():
        return check_year(int(which[-4:]))
    offsets = {"ce an": 0, "le an prochain": 1, "le an dernier": -1}
    return asked.today.year + offsets[which] if which in offsets else None


def nearest_month_end(asked: Asked, month: int) -> date:
    """The last day of the nearest such month that reaches into the side asked for."""
    years = [year for year in asked.years() if _within(asked, year, month)]
    return month_end(years[0], month)


def both_ways(asked: Asked, read: Callable[[Asked], date]) -> date:
    """A day counted from another that may lie on either side: the only outcome that fits.

    On 5 April, « dix jours après le 1er avril » could be this year's or next year's: refused.
    A phrase that names its year gives one outcome, kept even on the other side.
    """
    other = asked.leaning("past" if asked.side == "future" else "future")
    outcomes = {read(asked)}
    with suppress(RefusalError):  # the other side may have no such day
        outcomes.add(read(other))
    if len(outcomes) == 1:
        return outcomes.pop()
    fitting = sorted(day for day in outcomes if asked.fits(day))
    if len(fitting) != 1:
        refuse(Reason.AMBIGUOUS, candidates=sorted(outcomes))
    return fitting[0]


def _within(asked: Asked, year: int, month: int) -> bool:
    """Whether some day of that month lies on the side asked for."""
    return asked.fits(month_end(year, month) if asked.side == "future" else date(year, month, 1))
