"""Storing a deadline, changing it, withdrawing it; and what follows once that is on disk."""

from commands.channel_sight import unseen_by
from commands.context import Context, Interaction
from plan.action import ActionKind
from plan.deadline import Deadline
from plan.deadline_errors import DeadlineUnchangedError
from plan.ladder import CLOSING
from replies import deadline_changes
from replies import deadlines as replies
from replies.layout import Reply


def add(interaction: Interaction, context: Context, draft: Deadline, *, typed: bool) -> Reply:
    """Store a deadline; notices that were typed must fit, the default ones are dropped.

    Raises:
        NoticeDoesNotFitError, DuplicateDeadlineError: nothing was added.
    """
    committee, planner = context.committee, interaction.client.services.reminders.planner
    to_come, past = planner.notices_of(committee, draft, draft.first_on, context.now)
    if typed:
        planner.require_room(past)
    if all(min(each.steps) <= CLOSING for each in to_come):
        to_come = []  # nothing opens the collecte by itself: nothing will close it
    with interaction.client.services.storage.writing():
        stored = committee.deadlines.add(
            draft, lambda deadline: planner.coming(committee, deadline, context.now)
        )
        day = stored.first_on.isoformat()
        context.note(ActionKind.DEADLINE_ADDED, title=stored.title, day=day)
    _keep_up(interaction, context)
    unseen = replies.unseen(stored, unseen_by(interaction, context, stored), context.plan)
    return replies.added(stored, to_come, past, context.zone, unseen)


def change(
    interaction: Interaction, context: Context, before: Deadline, after: Deadline, *, typed: bool
) -> Reply:
    """Store a change; a notice that went out for the same day is not one that does not fit.

    Raises:
        DeadlineUnchangedError, NoticeDoesNotFitError, DuplicateDeadlineError: nothing was changed.
    """
    if after == before:
        raise DeadlineUnchangedError(before.title)
    committee, planner = context.committee, interaction.client.services.reminders.planner
    next_due = after.next_due(context.today)
    due_on = next_due or after.first_on
    to_come, past = planner.notices_of(committee, after, due_on, context.now)
    gone = committee.deadlines.steps_gone(before.id, due_on)
    left_out = [each for each in past if not gone.issuperset(each.steps)]
    if typed:
        planner.require_room(left_out)
    standing = planner.standing(committee, after, context.now)
    with interaction.client.services.storage.writing():
        stored = committee.deadlines.change(before, after, standing, next_due, context.now)
        told = deadline_changes.changes(before, stored, context.today)
        changes = "; ".join(told)
        context.note(ActionKind.DEADLINE_CHANGED, title=before.title, changes=changes)
    _keep_up(interaction, context)
    unseen = replies.unseen(stored, unseen_by(interaction, context, stored), context.plan)
    return deadline_changes.changed(
        stored, due_on, told, (to_come, left_out), gone, context.zone, unseen
    )


def withdraw(interaction: Interaction, context: Context, deadline: Deadline) -> Reply:
    """Take it back, with its notices that have not gone out."""
    with interaction.client.services.storage.writing():
        context.committee.deadlines.withdraw(deadline, context.person.id, context.now)
        context.note(ActionKind.DEADLINE_WITHDRAWN, title=deadline.title)
    _keep_up(interaction, context)
    return replies.withdrawn(deadline)


def _keep_up(interaction: Interaction, context: Context) -> None:
    """What follows a change once it is on disk: the next wake, and the server's own events."""
    interaction.client.services.reminders.refresh()
    interaction.client.events.kick(context.committee.id)
