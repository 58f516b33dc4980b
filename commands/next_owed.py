"""« Mesure suivante »: after an answer, the next measure that the person's MO still owes."""

from commands.context import Context
from plan.collecte import Account
from plan.errors import NotFoundError
from reminders.campaign import Campaign
from replies.components import rows_in
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
    if found is not None:
        for row in rows_in(reply.components)[:1]:
            row["components"].append(next_button(f"avis.suivante:{found[0]}"))
    return reply
