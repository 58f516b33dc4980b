"""Days, months, seasons, years and fiscal years that are named, each as a span of days."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from plan.text import fold

_MONTHS = [
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
    "octobre", "novembre", "decembre",
]  # fmt: skip
_SEASONS = {"printemps": (3, 5), "ete": (6, 8), "automne": (9, 11), "hiver": (1, 3)}
_MONTH = "|".join(_MONTHS)
_NO_YEAR = 2000  # stands for the year of a period that tells none; it has a 29 February
_YEAR = r"(?:19|20)\d\d"
_KEPT_TEXTS = 16_384
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
        rf"\b(?P<year>{_YEAR})\b(?! ?(?:\$|dollars?\b))",
        rf"\b(?P<month>{_MONTH})\b",
    )
]


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends in; of no year in particular without `has_year` (« en mars »).

    `start` and `end` are its place in the sentence.
    """

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


@lru_cache(maxsize=_KEPT_TEXTS)
def told_periods(text: str) -> tuple[Period, ...]:
    """The periods of a fact's own words; kept, since most texts outlive a change of the plan."""
    return tuple(typed_periods(" ".join(re.findall(r"[a-z]+|\d+", fold(text)))))


def _period(match: re.Match[str]) -> Period | None:
    parts = {name: text for name, text in match.groupdict().items() if text}
    days = _of_years(parts) or _of_months(parts)
    if days is None:
        return None
    has_year = "year" in parts or "decade" in parts
    return Period(*days, *match.span(), has_year, decade="decade" in parts)


def _of_years(parts: Mapping[str, str]) -> tuple[date, date] | None:
    """A decade, several years, a fiscal year of Québec (« 2009-2010 »), a year."""
    if "decade" in parts:
        first = int(parts["decade"])
        return date(first, 1, 1), date(first + 9, 12, 31)
    if "to" in parts:
        first, last = int(parts["year"]), int(parts["to"])
        if last == first + 1:
            return date(first, 4, 1), date(last, 3, 31)
        return (date(first, 1, 1), date(last, 12, 31)) if last >= first else None
    if {"month", "month_number", "season"}.isdisjoint(parts):
        year = int(parts["year"])
        return date(year, 1, 1), date(year, 12, 31)
    return None


def _of_months(parts: Mapping[str, str]) -> tuple[date, date] | None:
    """A season, a month, a day; of no year in particular where none is told."""
    year = int(parts.get("year", _NO_YEAR))
    if "season" in parts:
        first, last = _SEASONS[parts["season"]]
        return date(year, first, 1), _end_of(year, last)
    if "month" not in parts and "month_number" not in parts:
        return None
    month = _MONTHS.index(parts["month"]) + 1 if "month" in parts else int(parts["month_number"])
    if "day" not in parts:
        return date(year, month, 1), _end_of(year, month)
    try:
        day = date(year, month, int(parts["day"]))
    except ValueError:
        return None
    return day, day


def _end_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
