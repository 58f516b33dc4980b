"""`/reglages conge`: a day off that the public service's calendar lacks, or one that is worked."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from commands import options
from commands.context import Context, Interaction
from plan.action import ActionKind
from plan.deadline import Deadline, Notice
from plan.deadline_errors import DayPassedError, DayUnchangedError
from plan.holiday import MAX_HOLIDAY_TITLE, Holiday
from plan.text import one_line
from reminders.working_days import Calendar, public_service_holidays
from replies.holidays import Moved, day_set
from replies.layout import Reply

_Times = dict[tuple[int, date, int], datetime]  # a deadline, its day, the days before → when


def set_day(
    interaction: Interaction, context: Context, typed: str, title: str | None, opens: bool
) -> Reply:
    """Make a day off, or worked; the notices to come follow.

    Raises:
        DateNotUnderstood, DayPassedError: it is no day to come.
        DayUnchangedError: it is so already.
    """
    day = options.read_when(context, typed, "future").day
    if day < context.today:
        raise DayPassedError(day)
    name = one_line(title, "titre", MAX_HOLIDAY_TITLE) if title is not None else ""
    holiday = Holiday(day, name, opens)
    _require_change(context, holiday)
    reminders, committee = interaction.client.services.reminders, context.committee
    deadlines = committee.deadlines.all()

    def times(notices_of: Callable[[Deadline], Iterable[Notice]]) -> _Times:
        return {
            (deadline.id, notice.due_on, step): notice.send_at
            for deadline in deadlines
            for notice in notices_of(deadline)
            for step in notice.steps
        }

    planner = reminders.planner
    before = times(lambda each: planner.coming(committee, each, context.now))
    with interaction.client.services.storage.writing():
        _store(context, holiday)
        after = times(lambda each: planner.standing(committee, each, context.now))
        reminders.replan(committee)
    return day_set(holiday, _moved(deadlines, before, after), context.now, context.zone)


def _require_change(context: Context, holiday: Holiday) -> None:
    """Raises: DayUnchangedError."""
    day, calendar = holiday.day, context.calendar
    if calendar.is_working_day(day) != holiday.opens:
        return
    own = calendar.closed.get(day)
    if own is not None and not holiday.opens and holiday.title not in ("", own):
        return  # another name for a day off of its own
    name = own or public_service_holidays(day.year).get(day, "")
    raise DayUnchangedError(day, holiday.opens, "" if holiday.opens else name)


def _store(context: Context, holiday: Holiday) -> None:
    """Write down what differs from the public service's calendar, and nothing else."""
    store, usually_worked = context.committee.holidays, Calendar().is_working_day(holiday.day)
    if holiday.opens == usually_worked:
        store.remove(holiday.day)
    else:
        store.put(holiday)
    kind = ActionKind.DAY_WORKED if holiday.opens else ActionKind.DAY_OFF
    facts = {"day": holiday.day.isoformat(), "title": holiday.title}
    context.note(kind, **facts)


def _moved(deadlines: Iterable[Deadline], before: _Times, after: _Times) -> list[Moved]:
    """The notices whose time is another one, in the order they were to go out."""
    known = {each.id: each for each in deadlines}
    changed = [
        (known[key[0]], key[2], moment, after[key])
        for key, moment in before.items()
        if key in after and after[key] != moment
    ]
    return sorted(changed, key=lambda each: (each[2], each[0].id))
