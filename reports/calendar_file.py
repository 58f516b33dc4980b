"""The deadlines as an iCalendar file (RFC 5545), for Outlook, Google and the others."""

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5
from zoneinfo import ZoneInfo

from plan.deadline import Deadline
from reports.time_zone import vtimezone

if TYPE_CHECKING:
    import icalendar

_PRODUCT = "-//Vigie//Echeances//FR"
_SHOWN_FOR = timedelta(minutes=30)  # a deadline at an hour: an event of no length is drawn badly
_ONE_BY_ONE_YEARS = 5  # how far ahead the days go that no rule says
_COMMON_YEAR, _LEAP_YEAR = 2027, 2028

Rule = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Entry:
    """A deadline, and what a calendar shows beside its title."""

    deadline: Deadline
    description: str


def calendar_file(
    entries: Sequence[Entry], name: str, origin: str, zone: ZoneInfo, now: datetime
) -> bytes:
    """The file, in UTF-8 with CRLF line ends.

    Args:
        name: the calendar's, as people see it.
        origin: tells two committees' deadlines apart in their UIDs; it cannot be read from them.
        now: aware; when the file is made (DTSTAMP), and the first day of days told one by one.
    """
    import icalendar

    made = icalendar.Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    made.add("x-wr-timezone", zone.key)
    days = [each.deadline.first_on for each in entries]
    made.add_component(vtimezone(zone, min([*days, now.astimezone(zone).date()])))
    for entry in entries:
        for event in _events(entry, origin, zone, now):
            made.add_component(event)
    data: bytes = made.to_ical()
    return data


def repetition_rule(deadline: Deadline) -> Rule | None:
    """The RRULE of a repeated deadline; None where no rule that Outlook reads says its days.

    A day that a month lacks is that month's last (`Deadline.due_days`), where BYMONTHDAY would
    step over the month. The last day of each month can be said, a 30th that is 28 February cannot:
    Outlook takes a single BYMONTHDAY and no BYSETPOS with it (MS-OXCICAL 2.1.3.2.2.3).
    """
    day, step = deadline.first_on.day, deadline.repetition.months
    months = {(deadline.first_on.month - 1 + step * count) % 12 + 1 for count in range(12)}
    years = (_COMMON_YEAR, _LEAP_YEAR)
    lengths = [calendar.monthrange(year, month)[1] for year in years for month in months]
    if day <= min(lengths) and step == 12:
        return {"freq": "yearly", "bymonthday": day, "bymonth": deadline.first_on.month}
    if day <= min(lengths):
        return {"freq": "monthly", "interval": step, "bymonthday": day}
    if day >= max(lengths):
        return {"freq": "monthly", "interval": step, "bymonthday": -1}
    return None


def _events(
    entry: Entry, origin: str, zone: ZoneInfo, now: datetime
) -> Iterator["icalendar.Event"]:
    deadline = entry.deadline
    uid = f"{origin} {deadline.id} {deadline.created_at.astimezone(UTC).isoformat()}"
    if not deadline.repetition.months:
        yield _event(entry, deadline.first_on, uid, zone, now)
        return
    rule = repetition_rule(deadline)
    if rule is not None:
        event = _event(entry, deadline.first_on, uid, zone, now)
        event.add("rrule", rule)
        yield event
        return
    today = now.astimezone(zone).date()
    for day in deadline.due_days():
        if day.year > today.year + _ONE_BY_ONE_YEARS:
            return
        if day >= today:
            yield _event(entry, day, f"{uid} {day.isoformat()}", zone, now)


def _event(entry: Entry, day: date, uid: str, zone: ZoneInfo, now: datetime) -> "icalendar.Event":
    """One event. The end of a whole day is the day after: it is exclusive."""
    import icalendar

    deadline = entry.deadline
    event = icalendar.Event()
    event.add("uid", f"{uuid5(NAMESPACE_OID, f'vigie {uid}')}@vigie")
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", deadline.sequence)
    if deadline.at is None:
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
    else:
        start = datetime.combine(day, deadline.at, tzinfo=zone)
        event.add("dtstart", start)
        event.add("dtend", start + _SHOWN_FOR)
    event.add("summary", deadline.title)
    event.add("description", entry.description)
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")  # a deadline does not make anyone busy
    return event
