"""Days, months, seasons, years and fiscal years that are named, each as a span of days."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plan.text import fold

_MONTHS = [
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
    "octobre", "novembre", "decembre",
]  # fmt: skip
_SEASONS = {"printemps": (3, 5), "ete": (6, 8), "automne": (9, 11), "hiver": (1, 3)}
_MONTH = "|".join(_MONTHS)
_YEAR = r"(?:19|20)\d\d"
_PATTERNS = [
    re.compile(pattern)
    for pattern in (
        rf"\b(?P<year>{_YEAR})[- ](?P<month_number>\d\d)[- ](?P<day>\d\d)\b",
        rf"\b(?P<year>{_YEAR})[- ](?P<month_number>0[1-9]|1[0-2])\b",
        rf"\b(?P<day>\d{{1,2}})(?: ?(?:er|e))? (?P<month>{_MONTH})(?: (?P<year>{_YEAR}))?\b",
        rf"\b(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:e|st|nd|rd|th)?,? (?P<year>{_YEAR})\b",
        rf"\b(?P<month>{_MONTH}) (?:de )?(?P<year>{_YEAR})\b",
        rf"\b(?P<season>{'|'.join(_SEASONS)}) (?:de )?(?P<year>{_YEAR})\b",
        rf"\b(?P<year>{_YEAR}) ?(?:- ?|a |au |et )?(?P<to>{_YEAR})\b",
        rf"\bannees (?P<decade>{_YEAR})\b",
        rf"\b(?P<year>{_YEAR})\b",
        rf"\b(?P<month>{_MONTH})\b",
    )
]


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends in. `years` is empty where no year is told (« en mars »)."""

    first: date
    last: date
    start: int = 0
    end: int = 0
    has_year: bool = True
    decade: bool = False

    def overlaps(self, other: "Period") -> bool:
        """Tell whether they share a day."""
        return self.first <= other.last and other.first <= self.last

    @property
    def is_day(self) -> bool:
        """Tell whether it is one day."""
        return self.first == self.last


def typed_periods(normal: str) -> list[Period]:
    """The periods of a normalised sentence, in order, the longest reading of each.

    >>> [(each.first.isoformat(), each.last.isoformat()) for each in typed_periods("en mars 2009")]
    [('2009-03-01', '2009-03-31')]
    """
    found: list[Period] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(normal):
            free = all(match.end() <= each.start or match.start() >= each.end for each in found)
            period = _period(match) if free else None
            if period:
                found.append(period)
    return sorted(found, key=lambda each: each.start)


def told_periods(text: str) -> Iterator[Period]:
    """The periods of a fact's own words."""
    yield from typed_periods(" ".join(re.findall(r"[a-z]+|\d+", fold(text))))


def _period(match: re.Match[str]) -> Period | None:
    parts = match.groupdict()
    start, end = match.span()
    if decade := parts.get("decade"):
        first = int(decade)
        return Period(date(first, 1, 1), date(first + 9, 12, 31), start, end, decade=True)
    has_year = bool(parts.get("year"))
    year = int(parts["year"]) if parts.get("year") else 2000
    if season := parts.get("season"):
        first_month, last_month = _SEASONS[season]
        return _span(year, first_month, last_month, start, end)
    if parts.get("to"):
        last = int(parts["to"])
        if last == year + 1:  # « 2009-2010 »: a fiscal year of Québec
            return Period(date(year, 4, 1), date(last, 3, 31), start, end)
        return Period(date(year, 1, 1), date(last, 12, 31), start, end) if last >= year else None
    if not parts.get("month") and not parts.get("month_number"):
        return Period(date(year, 1, 1), date(year, 12, 31), start, end)
    month = _MONTHS.index(parts["month"]) + 1 if parts.get("month") else int(parts["month_number"])
    if day := parts.get("day"):
        try:
            exact = date(year, month, int(day))
        except ValueError:
            return None
        return Period(exact, exact, start, end, has_year)
    return _span(year, month, month, start, end, has_year)


def _span(year: int, first: int, last: int, start: int, end: int, has_year: bool = True) -> Period:
    ends_on = date(year, last, monthrange(year, last)[1])
    return Period(date(year, first, 1), ends_on, start, end, has_year)
