"""What every command that records a change of a measure goes through."""

import dataclasses
from collections.abc import Callable
from datetime import date

from commands import options
from commands.context import Context
from plan.change_errors import ChangedMeanwhileError
from plan.changes import Request, modification, require_as_of
from plan.definition import PlanDefinition
from plan.history import Change
from plan.measure import Measure, Volet
from plan.team import require_any_right, speaks_for
from replies.change import changed
from replies.layout import Reply

Told = Callable[[Measure, Change, PlanDefinition], Reply]


def record(context: Context, measure: Measure, volet: Volet, request: Request, day: date) -> Reply:
    """Record a change of one volet, and tell it before → after. Arguments as `change_asked`."""
    return recorded(context, measure, change_asked(context, measure, volet, request, day))


def recorded(context: Context, measure: Measure, change: Change, told: Told = changed) -> Reply:
    """Record a change and tell it, worded by `told` while the disk writes."""
    plan = context.plan
    with context.committee.recording(change) as stored:
        return told(measure, stored, plan)


def change_asked(
    context: Context, measure: Measure, volet: Volet, request: Request, day: date
) -> Change:
    """The change that a request makes, not recorded yet.

    Args:
        measure: as of `day`, as is its `volet`.

    Raises:
        DomainError: the person may not make it, or it cannot be made.
    """
    require_any_right(context.rights, measure)
    require_as_of(day, context.today, context.plan)
    organisation = options.organisation_option(context, request.organisation)
    acronym = speaks_for(context.rights, measure, organisation, volet)
    if acronym != request.organisation:
        request = dataclasses.replace(request, organisation=acronym)
    return modification(measure, volet, request, day, context.person, context.now)


def require_unchanged(context: Context, measure: Measure, volet: int, seen: int) -> None:
    """Let a volet pass that nobody else changed since change `seen`: nothing is overwritten.

    Raises:
        ChangedMeanwhileError: somebody did.
    """
    for change in context.committee.changes_of(measure.number):
        here = any(event.volet == volet for event in change.events)
        if change.id > seen and here and change.author_id != context.person.id:
            raise ChangedMeanwhileError(measure.number, change)


def as_of_change(context: Context, au: str | None) -> date:
    """The day a change speaks of: today unless told.

    Raises:
        DateNotUnderstood: it is no date.
        DateOutOfRangeError: it is to come, or before the plan's start.
    """
    day = context.today if au is None else options.read_when(context, au, "past").day
    return require_as_of(day, context.today, context.plan)
