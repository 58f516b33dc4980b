"""Which notices a deadline has to come, and which are already past."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from plan.deadline import Deadline, DeadlineKind, Notice, notices_for
from plan.deadline_errors import NoticeDoesNotFitError
from plan.ladder import CLOSING, closing_of
from reminders.working_days import Calendar
from storage.committee import Committee

_AHEAD_DAYS = 400  # notices of a repeated deadline are written down this far ahead
_CLOSING_WITHIN = timedelta(days=31)  # a closing waits for a working day: longer than any break


class Planner:
    """Computes notices with each committee's hour and calendar as they are now."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone

    def notices_of(
        self, committee: Committee, deadline: Deadline, due_on: date, now: datetime
    ) -> tuple[list[Notice], list[Notice]]:
        """The notices of one day of a deadline: those to come with its closing, and those past."""
        rules = self._rules(committee)
        notices = rules.before(deadline, due_on)
        return (
            [e for e in (*notices, *rules.after(deadline, due_on)) if e.send_at > now],
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

    def coming(self, committee: Committee, deadline: Deadline, now: datetime) -> list[Notice]:
        """Every notice and closing to come within about a year, in the order they go out."""
        since = max(now, deadline.created_at)
        return [each for each in self.standing(committee, deadline, now) if each.send_at > since]

    def to_post(self, committee: Committee, deadline: Deadline, now: datetime) -> list[Notice]:
        """As `coming`, without the closing of a collecte that nothing opened, or will open."""
        coming = self.coming(committee, deadline, now)
        opens = {each.due_on for each in coming if min(each.steps) > CLOSING}
        return [
            each
            for each in coming
            if each.due_on in opens or committee.collectes.of(deadline.id, each.due_on)
        ]

    def next_to_post(
        self, committee: Committee, deadline: Deadline, due_on: date, now: datetime
    ) -> Notice | None:
        """The first of `to_post` that is about one day of the deadline."""
        coming = self.to_post(committee, deadline, now)
        return next((each for each in coming if each.due_on == due_on), None)

    def coming_after(
        self, committee: Committee, deadline: Deadline, now: datetime, written: date | None
    ) -> list[Notice]:
        """As `coming`, without those of the days up to `written`: nothing, most of the year."""
        days = self._days(deadline, now)
        if written is not None and all(day <= written for day in days):
            return []
        coming = self.coming(committee, deadline, now)
        return [each for each in coming if written is None or each.due_on > written]

    def standing(self, committee: Committee, deadline: Deadline, now: datetime) -> list[Notice]:
        """As `coming`, with those of the same days whose hour is past."""
        rules = self._rules(committee)
        return [
            notice
            for day in self._days(deadline, now)
            for notice in (*rules.before(deadline, day), *rules.after(deadline, day))
        ]

    def snooze_days(self, committee: Committee, today: date) -> tuple[date, date, date]:
        """What « Me le rappeler » offers: the next working day, the third one, and Monday.

        A Monday that is off gives the working day after it.
        """
        calendar = self._rules(committee).calendar
        monday = today + timedelta(days=7 - today.weekday())
        if not calendar.is_working_day(monday):
            monday = calendar.next_working_day(monday)
        return calendar.next_working_day(today), calendar.next_working_day(today, 3), monday

    def _rules(self, committee: Committee) -> "_Rules":
        calendar = Calendar.of(committee.holidays.all())
        return _Rules(self._zone, committee.settings().notice_time, calendar)

    def _days(self, deadline: Deadline, now: datetime) -> Iterator[date]:
        """The days whose notices or closing may be to come; the first one ahead always is."""
        today = now.astimezone(self._zone).date()
        found = False
        for day in deadline.due_days():
            if found and (day - today).days > _AHEAD_DAYS:
                return
            found = found or day >= today
            if day >= today - _CLOSING_WITHIN:
                yield day


@dataclass(frozen=True, slots=True)
class _Rules:
    """What decides when a committee's notices go out."""

    zone: ZoneInfo
    hour: time
    calendar: Calendar

    def before(self, deadline: Deadline, day: date) -> list[Notice]:
        before = self.calendar.working_day_before
        return notices_for(deadline, day, self.hour, self.zone, before)

    def after(self, deadline: Deadline, day: date) -> Iterator[Notice]:
        if deadline.kind is DeadlineKind.REPORTING:
            following = self.calendar.next_working_day
            yield closing_of(deadline, day, self.hour, self.zone, following)
