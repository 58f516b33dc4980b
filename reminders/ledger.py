"""The outbox as a ledger."""

from plan.deadline import Deadline
from plan.ledger import LedgerLine
from storage.committees import Storage

_NEVER_POSTED = {"overtaken": "", "needless": "", "withdrawn": "closed"}  # with why


def ledger_lines(storage: Storage, deadline: Deadline) -> list[LedgerLine]:
    """Every post of a deadline, and the steps that came to none, with why."""
    lines = [
        LedgerLine(
            deadline.title,
            each.post.kind.value,
            each.post.steps,
            each.post.recipient,
            each.post.planned_at,
            each.sent_at,
            each.attempts,
            each.status.value,
            each.outcome,
            each.message_id,
        )
        for each in storage.deliveries.of_deadline(deadline.id)
    ]
    lines += [
        LedgerLine(
            deadline.title,
            "step",
            each.steps,
            "",
            each.send_at,
            None,
            0,
            each.status,
            _NEVER_POSTED[each.status],
            None,
        )
        for each in storage.occurrences.of_deadline(deadline.id)
        if each.status in _NEVER_POSTED
    ]
    return lines
