"""A zone's VTIMEZONE, as rules that hold for years: Outlook reads those, and not lists of dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    import icalendar

_YEARS = 10  # over which a rule must hold to be written
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class _Change:
    """A change of offset. `onset` is wall time before it, naive."""

    onset: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool

    @property
    def nth(self) -> int:
        """Which one of its weekday in its month: 1 to 5."""
        return (self.onset.day - 1) // 7 + 1

    @property
    def is_last(self) -> bool:
        """Whether it is the last of its weekday in its month."""
        return (self.onset + timedelta(days=7)).month != self.onset.month


def vtimezone(zone: ZoneInfo, first: date) -> "icalendar.Timezone":
    """The component for a zone, right from the day `first` on (RFC 5545, 3.6.5)."""
    import icalendar

    start = first.year - 1
    years = [list(_changes(zone, year)) for year in range(start, start + _YEARS)]
    rules = _rules(years)
    if rules is None:  # no rule holds (Ramadan in Morocco): the dates one by one
        return icalendar.Timezone.from_tzinfo(zone, zone.key, date(start, 1, 1))
    component = icalendar.Timezone()
    component.add("tzid", zone.key)
    for change, nth in rules:
        component.add_component(_observance(change, nth))
    if not rules:
        component.add_component(_observance(_fixed(zone, start), None))
    return component


def _rules(years: list[list[_Change]]) -> list[tuple[_Change, int]] | None:
    """The first year's changes, each with its place in its month; None where no rule holds."""
    if len({len(year) for year in years}) != 1:
        return None
    rules = []
    for same in zip(*years, strict=True):
        first = same[0]
        alike = {
            (c.onset.month, c.onset.weekday(), c.onset.time(), c.before, c.after) for c in same
        }
        if len(alike) > 1:
            return None
        if all(change.nth == first.nth for change in same):
            rules.append((first, first.nth))
        elif all(change.is_last for change in same):
            rules.append((first, -1))
        else:
            return None
    return rules


def _observance(change: _Change, nth: int | None) -> "icalendar.cal.Component":
    import icalendar

    kind = icalendar.TimezoneDaylight if change.is_summer else icalendar.TimezoneStandard
    component = kind()
    component.add("dtstart", change.onset)
    component.add("tzoffsetfrom", change.before)
    component.add("tzoffsetto", change.after)
    component.add("tzname", change.name)
    if nth is not None:
        weekday = f"{nth}{_WEEKDAYS[change.onset.weekday()]}"
        rule = {"freq": "yearly", "bymonth": change.onset.month, "byday": weekday}
        component.add("rrule", rule)
    return component


def _changes(zone: ZoneInfo, year: int) -> Iterator[_Change]:
    moment = datetime(year, 1, 1, tzinfo=UTC)
    while moment.year == year:
        following = moment + timedelta(days=1)
        if _offset(moment, zone) != _offset(following, zone):
            yield _change(_exact(moment, following, zone), zone)
        moment = following


def _exact(low: datetime, high: datetime, zone: ZoneInfo) -> datetime:
    """The moment, to the minute, where the offset changes between two."""
    before = _offset(low, zone)
    while high - low > timedelta(minutes=1):
        middle = low + (high - low) // 2
        middle = middle.replace(second=0, microsecond=0)
        low, high = (middle, high) if _offset(middle, zone) == before else (low, middle)
    return high


def _change(moment: datetime, zone: ZoneInfo) -> _Change:
    before = _offset(moment - timedelta(minutes=1), zone)
    local = moment.astimezone(zone)
    onset = (moment + before).replace(tzinfo=None)
    return _Change(onset, before, _offset(moment, zone), local.tzname() or "", bool(local.dst()))


def _fixed(zone: ZoneInfo, year: int) -> _Change:
    """A zone without changes: one offset from the start."""
    local = datetime(year, 1, 1, tzinfo=zone)
    offset = _offset(local, zone)
    return _Change(local.replace(tzinfo=None), offset, offset, local.tzname() or "", False)


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta(0)
