"""Working days counted from a day, or inside a period."""

from collections.abc import Callable
from datetime import date, timedelta

from plan.dates import Reason
from reminders.dates.asked import Asked
from reminders.dates.refusal import refuse
from reminders.working_days import Calendar, general_holidays, nth_open_day

_PUBLIC_SERVICE = Calendar()
MOST = 500  # working days: two years


def open_day_from(day: date, count: int, asked: Asked) -> date:
    """The nth working day strictly after a day, or before it where `count` is negative."""
    if not 0 < abs(count) <= MOST:
        refuse(Reason.TOO_FAR if count else Reason.NOT_A_DATE)
    return _agreed(asked, lambda is_closed: nth_open_day(day, count, is_closed))


def open_day_in(first: date, last: date, nth: int, asked: Asked) -> date | None:
    """The nth working day between two days, both counted; from the end where `nth` is negative."""
    edge = first - timedelta(days=1) if nth > 0 else last + timedelta(days=1)
    day = open_day_from(edge, nth, asked)
    return day if first <= day <= last else None


def _agreed(asked: Asked, count: Callable[[Callable[[date], bool]], date]) -> date:
    """A count by the committee's calendar; without one, only where the usual two agree.

    The public service is off on days that others work (31 December, Easter Monday…).
    """
    if asked.working_days is not None:
        return count(asked.working_days.is_closed)
    outcomes = {count(_PUBLIC_SERVICE.is_closed), count(_closed_to_everyone)}
    if len(outcomes) > 1:
        refuse(Reason.AMBIGUOUS, candidates=sorted(outcomes))
    return outcomes.pop()


def _closed_to_everyone(day: date) -> bool:
    return day.weekday() > 4 or day in general_holidays(day.year)
