"""Steps that are due become posts: one to the channel, or one per MO that still owes."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from plan.deadline import Deadline, DeadlineKind
from plan.errors import NotFoundError
from plan.ladder import Ladder, Rung, rung_of
from reminders.campaign import Campaign
from storage.committee import Committee, Storage
from storage.delivery_store import Kind, Post
from storage.occurrence_store import Occurrence

_CLOSING_CAUGHT_UP = timedelta(days=7)


def open_due(storage: Storage, now: datetime, ladder: Ladder) -> None:
    """Turn every step due into posts; of several of one deadline day, only the latest.

    A step and its posts are written together: a crash leaves both or neither.
    """
    due = storage.occurrences.due(now)
    latest = {(each.deadline_id, each.due_on): each.id for each in due}
    for occurrence in due:
        if latest[occurrence.deadline_id, occurrence.due_on] != occurrence.id:
            storage.occurrences.close(occurrence, "overtaken")
            continue
        committee = storage.committee(occurrence.committee_id)
        try:
            deadline = committee.deadlines.get(occurrence.deadline_id)
        except NotFoundError:
            storage.occurrences.close(occurrence, "withdrawn")
            continue
        with storage.writing():
            posts = list(_posts(committee, deadline, occurrence, now, ladder))
            storage.deliveries.add(committee.id, deadline, posts)
            storage.occurrences.close(occurrence, "opened" if posts else "needless")


def posts_of(
    campaign: Campaign, rung: Rung, steps: tuple[int, ...], planned_at: datetime
) -> Iterator[Post]:
    """The posts of a rung as things stand now."""
    deadline = campaign.deadline

    def post(kind: Kind, recipient: str = "") -> Post:
        return Post(
            deadline.id,
            campaign.due_on,
            kind,
            deadline.channel_id,
            planned_at,
            recipient,
            steps,
        )

    if deadline.kind is DeadlineKind.REMINDER:
        yield post(Kind.NOTICE)
    elif rung is Rung.ORGANISATIONS:
        for organisation in campaign.missing:
            yield post(Kind.DIGEST, organisation)
    elif campaign.missing:
        yield post(Kind.CLOSING if rung is Rung.CLOSING else Kind.NOTICE)


def _posts(
    committee: Committee, deadline: Deadline, occurrence: Occurrence, now: datetime, ladder: Ladder
) -> Iterator[Post]:
    campaign = Campaign(committee, deadline, occurrence.due_on, ladder)
    rung = rung_of(occurrence.steps, ladder)
    if deadline.kind is DeadlineKind.REPORTING:
        collecte = campaign.collecte
        if collecte is not None and collecte.closed_at is not None:
            return
        if collecte is None and rung is not Rung.CLOSING:
            committee.collectes.open(deadline.id, occurrence.due_on, occurrence.send_at)
            campaign = Campaign(committee, deadline, occurrence.due_on, ladder)
        if rung is Rung.CLOSING:
            if collecte is not None:
                committee.collectes.close(collecte, now)
            if collecte is None or now - occurrence.send_at > _CLOSING_CAUGHT_UP:
                return
    yield from posts_of(campaign, rung, occurrence.steps, occurrence.send_at)
