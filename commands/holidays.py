"""`/reglages conge`: a day off that the public service's calendar lacks, or one that is worked."""

from commands import options
from commands.context import Context, Interaction
from plan.action import ActionKind
from plan.deadline_errors import DayPassedError, DayUnchangedError
from plan.holiday import MAX_HOLIDAY_TITLE, Holiday
from plan.text import one_line
from reminders.moved import notices_moved
from reminders.working_days import Calendar, public_service_holidays
from replies.holidays import day_set
from replies.layout import Reply


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
    with interaction.client.services.storage.writing():
        moved = notices_moved(
            lambda: _store(context, holiday), committee, reminders.planner, context.now
        )
        reminders.replan(committee)
    return day_set(holiday, moved, context.now, context.zone)


def _require_change(context: Context, holiday: Holiday) -> None:
    """Let a day pass that is not so already, or that takes another name.

    Raises:
        DayUnchangedError: it is.
    """
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
    context.note(kind, day=holiday.day.isoformat(), title=holiday.title)
