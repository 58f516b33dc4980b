"""Telling the coordination of what could not be posted: one message for all that failed alike."""

from datetime import datetime

from plan.deadline import Deadline
from storage.committee import Committee
from storage.delivery_store import Delivery, Kind, Post


def failure_of(
    delivery: Delivery, deadline: Deadline, committee: Committee, outcome: str, now: datetime
) -> Post:
    """The message that tells of a failed post; the outbox keeps one for each cause and channel.

    It goes to the channel of `/reglages` or, where that is the one that failed, to whoever created
    the deadline.
    """
    failed = delivery.post.channel_id
    facts = {"channel": str(failed), "outcome": outcome}
    elsewhere = committee.settings().channel_id
    if elsewhere in (None, failed) and deadline.created_by:
        facts["direct_to"] = str(deadline.created_by)
    return Post(
        deadline.id,
        delivery.post.due_on,
        Kind.UNDELIVERABLE,
        elsewhere or failed,
        now,
        facts=facts,
    )
