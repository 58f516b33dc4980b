"""« Mesure suivante »: after an answer, the next measure that the person's MO still owes."""

from discord import ui

from commands.context import Context
from plan.collecte import Account
from plan.errors import NotFoundError
from reminders.campaign import Campaign
from replies.layout import Reply
from replies.notice_answers import next_button


def next_owed(context: Context, deadline_id: int = 0) -> tuple[int, Account] | None:
    """The deadline of an open collecte, and the person's MO that owes it an answer.

    None for a coordinator, who answers for no MO, and where nothing is owed any more.

    Args:
        deadline_id: that deadline alone (0: any, the nearest first).
    """
    committee, rights = context.committee, context.rights
    if rights.coordinates:
        return None
    for collecte in committee.collectes.open_ones():
        if deadline_id not in (0, collecte.deadline_id):
            continue
        try:
            deadline = committee.deadlines.get(collecte.deadline_id)
        except NotFoundError:
            continue
        for account in Campaign(committee, deadline, collecte.due_on).accounts:
            if account.organisation in rights.organisations and account.own:
                return deadline.id, account
    return None


def with_next(context: Context, reply: Reply) -> Reply:
    """The answer, with « Mesure suivante » beside its buttons while something is owed."""
    found = next_owed(context)
    rows = [each for each in reply.view.children if isinstance(each, ui.ActionRow)]
    if found is not None and rows:
        rows[0].add_item(next_button(f"avis.suivante:{found[0]}"))
    return reply
