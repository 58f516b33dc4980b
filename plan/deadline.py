"""Deadlines, their repetitions, and the notices that are due before each."""

import calendar
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

DEFAULT_NOTICES = (30, 14, 7, 3, 1, 0)
MAX_NOTICE = 366
MAX_TITLE = 100


class DeadlineKind(StrEnum):
    """A `reddition` opens a collecte; a `rappel` reminds, no more."""

    REPORTING = "reddition"
    REMINDER = "rappel"


class Repetition(StrEnum):
    """How often a deadline comes back."""

    NONE = "aucune"
    YEARLY = "annuelle"
    QUARTERLY = "trimestrielle"
    MONTHLY = "mensuelle"

    @property
    def months(self) -> int:
        """Months between two occurrences; 0 where it does not come back."""
        return {"annuelle": 12, "trimestrielle": 3, "mensuelle": 1}.get(self.value, 0)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline. `first_on` is a day in the committee's zone, `at` an hour where one was typed.

    `notices` are days before, largest first; `organisations` are acronyms, none meaning all;
    `created_at` is aware, in UTC; `sequence` counts the changes made since, as a calendar file
    tells them (RFC 5545, 3.8.7.4).
    """

    id: int
    title: str
    first_on: date
    at: time | None
    kind: DeadlineKind
    repetition: Repetition
    notices: tuple[int, ...]
    channel_id: int
    organisations: tuple[str, ...]
    created_by: int
    created_by_name: str
    created_at: datetime
    sequence: int = 0

    def due_days(self) -> Iterator[date]:
        """The days it falls on, for ever; one only where it does not come back.

        A day that a month lacks is that month's last: a 31st is 30 April, 29 February is 28.
        """
        yield self.first_on
        step = self.repetition.months
        count = step
        while step:
            yield _months_later(self.first_on, count)
            count += step

    def next_due(self, today: date) -> date | None:
        """The first day it falls on from `today` on; None once it is over."""
        return next((day for day in self._until_after(today) if day >= today), None)

    def falls_on(self, day: date) -> bool:
        """Tell whether it falls on that day."""
        return self.next_due(day) == day

    def _until_after(self, today: date) -> Iterator[date]:
        for day in self.due_days():
            yield day
            if day >= today:
                return


DeadlineDay = tuple[Deadline, date]  # a deadline, and one of the days it falls on


def coming(deadlines: Iterable[Deadline], today: date) -> list[DeadlineDay]:
    """Those that are not over, with the next day each falls on, the nearest first."""
    dated = [(each, each.next_due(today)) for each in deadlines]
    return sorted(
        ((deadline, day) for deadline, day in dated if day is not None),
        key=lambda pair: (pair[1], pair[0].at or time.max, pair[0].id),
    )


@dataclass(frozen=True, slots=True)
class Notice:
    """A post to come. `due_on` is the deadline's day it speaks of, `send_at` aware, in UTC.

    `steps` are the days before that it stands for: more than one where two meet on a day.
    """

    deadline_id: int
    due_on: date
    steps: tuple[int, ...]
    send_at: datetime


@dataclass(frozen=True, slots=True)
class MovedNotice:
    """A notice whose time is another one now. `step` is days before; times are aware, in UTC."""

    deadline: Deadline
    step: int
    before: datetime
    after: datetime


def notices_for(
    deadline: Deadline,
    due_on: date,
    hour: time,
    zone: ZoneInfo,
    working_day_before: Callable[[date], date],
) -> list[Notice]:
    """The notices of one due day, in the order they go out.

    One that would fall on a day off goes out on the working day before; the deadline itself does
    not move. 9:00 stays 9:00 across a clock change: the hour is the zone's wall time that day.

    Args:
        working_day_before: the day itself where it is worked, else the last such day before it.
    """
    by_day: dict[date, list[int]] = {}
    for days_before in deadline.notices:
        day = working_day_before(due_on - timedelta(days=days_before))
        by_day.setdefault(day, []).append(days_before)
    utc = ZoneInfo("UTC")
    return [
        Notice(
            deadline.id,
            due_on,
            tuple(sorted(steps, reverse=True)),
            datetime.combine(day, hour, tzinfo=zone).astimezone(utc),
        )
        for day, steps in sorted(by_day.items())
    ]


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
