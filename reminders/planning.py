"""Which notices a deadline has to come, and which are already past."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from plan.deadline import Deadline, Notice, notices_for
from plan.errors import NoticeDoesNotFitError
from reminders.working_days import Calendar

_AHEAD_DAYS = 400  # notices of a repeated deadline are written down this far ahead


class Planner:
    """Computes notices with the committee's hour, zone and working days."""

    def __init__(self, zone: ZoneInfo, calendar: Calendar) -> None:
        self._zone = zone
        self._calendar = calendar

    def first_notices(
        self, deadline: Deadline, hour: time, now: datetime
    ) -> tuple[list[Notice], list[Notice]]:
        """The notices of a new deadline's first day: those to come, and those already past."""
        notices = self._of_day(deadline, deadline.first_on, hour)
        return (
            [each for each in notices if each.send_at > now],
            [each for each in notices if each.send_at <= now],
        )

    def require_room(self, past: Sequence[Notice]) -> None:
        """Refuse notices that a person typed and that no longer fit.

        Raises:
            NoticeDoesNotFitError: one would be due before now.
        """
        for notice in past:
            raise NoticeDoesNotFitError(
                notice.steps[0], notice.send_at.astimezone(self._zone).date()
            )

    def coming(self, deadline: Deadline, hour: time, now: datetime) -> list[Notice]:
        """Every notice to come within about a year, in the order they go out."""
        return [
            notice
            for day in self._days(deadline, now)
            for notice in self._of_day(deadline, day, hour)
            if notice.send_at > max(now, deadline.created_at)
        ]

    def _of_day(self, deadline: Deadline, day: date, hour: time) -> list[Notice]:
        return notices_for(deadline, day, hour, self._zone, self._calendar.is_working_day)

    def _days(self, deadline: Deadline, now: datetime) -> Iterator[date]:
        """The days to come within the horizon; the first one always, however far it is."""
        today = now.astimezone(self._zone).date()
        found = False
        for day in deadline.due_days():
            if found and (day - today).days > _AHEAD_DAYS:
                return
            if day >= today:
                found = True
                yield day
