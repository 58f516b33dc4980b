"""Working days of the Québec public service, with what a committee adds or takes away.

A civil servant's thirteen holidays are those of Québec law, Easter Monday as well as Good Friday,
and 2 January, 24, 26 and 31 December: the days that are « fériés » in the rules of procedure of
Québec's tribunals (J-3, r. 3, s. 3). Where a fixed one falls on a weekend, another day is off:

- an eve (24, 31 December): the working day before. 2011 and 2023 were so;
- 25 and 26 December, 1 and 2 January: the next working days. 2011, 2012 and 2022 were so;
- 24 June and 1 July: the Friday before a Saturday, the Monday after a Sunday.

A collective agreement settles each year's days by name and may differ: hence `Calendar`, where a
committee corrects what it must.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from plan.holiday import Holiday

DAY = timedelta(days=1)
_LONGEST_CLOSURE = 366  # days; more means a calendar where nothing is ever open

# What `holidays` leaves out of the Québec public service's days: (month, day, name).
_ADDED = (
    (1, 2, "Lendemain du jour de l'An"),
    (12, 24, "Veille de Noël"),
    (12, 26, "Lendemain de Noël"),
    (12, 31, "Veille du jour de l'An"),
)
_EVES = {(12, 24), (12, 31)}
_SUMMER = {(6, 24), (7, 1)}


def working_day_before(day: date, is_closed: Callable[[date], bool]) -> date:
    """`day` itself where it is open, else the last open day before it.

    `is_closed` answers for weekends too. Raises ValueError where a whole year is closed.
    """
    return next(open_day for open_day in _open_days(day, -DAY, is_closed))


@lru_cache(maxsize=64)
def public_service_holidays(year: int) -> Mapping[date, str]:
    """The weekdays that are off in the Québec public service that year, with their names.

    Moved days are named as the holiday they stand for; one moved into another year is in that year.
    """
    moved = {**_moved(year - 1), **_moved(year), **_moved(year + 1)}
    return {day: name for day, name in sorted(moved.items()) if day.year == year}


@lru_cache(maxsize=64)
def general_holidays(year: int) -> frozenset[date]:
    """The days off that Québec law gives everyone, Good Friday rather than Easter Monday."""
    return frozenset(_quebec(year, "public", observed=True))


def easter_sunday(year: int) -> date:
    """Easter of that year."""
    days = _quebec(year, "public", observed=False).items()
    return next(day for day, name in days if name == "Vendredi saint") + 2 * DAY


@dataclass(frozen=True)
class Calendar:
    """A committee's working days: the public service's, with its own additions and openings.

    `closed` are days off it added, with their names; `opened` are days it works all the same,
    be they a weekend, a holiday or in `closed`.
    """

    closed: Mapping[date, str] = field(default_factory=dict)
    opened: AbstractSet[date] = frozenset()

    @classmethod
    def of(cls, holidays: Iterable[Holiday]) -> "Calendar":
        """The calendar of a committee that made these corrections."""
        known = list(holidays)
        closed = {each.day: each.title for each in known if not each.opens}
        return cls(closed, frozenset(each.day for each in known if each.opens))

    def is_working_day(self, day: date) -> bool:
        """Whether the committee works that day."""
        if day in self.opened:
            return True
        return (
            day.weekday() < 5
            and day not in self.closed
            and day not in public_service_holidays(day.year)
        )

    def is_closed(self, day: date) -> bool:
        """The contrary, in the shape that `working_day_before` takes."""
        return not self.is_working_day(day)

    def working_day_before(self, day: date) -> date:
        """`day` itself where it is worked, else the last working day before it."""
        return working_day_before(day, self.is_closed)

    def next_working_day(self, day: date, n: int = 1) -> date:
        """The nth working day after `day`, which is not counted; before it where n is negative.

        Raises ValueError for n = 0, or where a whole year is closed.
        """
        return nth_open_day(day, n, self.is_closed)


def nth_open_day(day: date, n: int, is_closed: Callable[[date], bool]) -> date:
    """The nth open day strictly after `day`, or before it where n is negative."""
    if n == 0:
        raise ValueError("the 0th open day")
    step = DAY if n > 0 else -DAY
    for count, open_day in enumerate(_open_days(day + step, step, is_closed), start=1):
        if count == abs(n):
            return open_day
    raise AssertionError("_open_days never ends")


def _open_days(day: date, step: timedelta, is_closed: Callable[[date], bool]) -> Iterator[date]:
    closed = 0
    while True:
        if is_closed(day):
            closed += 1
            if closed > _LONGEST_CLOSURE:
                raise ValueError("no day is open")
        else:
            closed = 0
            yield day
        day += step


@lru_cache(maxsize=64)
def _moved(year: int) -> Mapping[date, str]:
    """A year's holidays on the days they are taken; those of January may need the next days."""
    named = {**_quebec(year, "public", "optional", observed=False)}
    named[date(year, 1, 1)] = "Jour de l'An"  # the library writes « l'an », which is any year
    named |= {date(year, month, day): name for month, day, name in _ADDED}
    taken: dict[date, str] = {}
    for holiday, name in sorted(named.items()):
        day = holiday
        while day.weekday() > 4 or day in taken:
            day += -DAY if _goes_back(holiday) else DAY
        taken[day] = name
    return taken


def _goes_back(holiday: date) -> bool:
    key = (holiday.month, holiday.day)
    return key in _EVES or (key in _SUMMER and holiday.weekday() == 5)


def _quebec(year: int, *categories: str, observed: bool) -> Mapping[date, str]:
    from holidays import country_holidays  # 100 ms: when it is first needed

    return country_holidays(
        "CA", subdiv="QC", years=year, observed=observed, categories=categories, language="fr"
    )
