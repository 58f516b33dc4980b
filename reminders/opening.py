"""Steps that are due become posts: one to the channel, or one per MO that still owes."""

import asyncio
import logging
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

from plan.deadline import Deadline, DeadlineKind
from plan.errors import NotFoundError
from plan.ladder import CLOSING, Rung, rung_of
from reminders.campaign import Campaign
from storage.committee import Committee
from storage.committees import Storage
from storage.delivery_store import Kind, Post
from storage.occurrence_store import Occurrence

log = logging.getLogger(__name__)
_AT_ONCE = 0.004  # seconds that one write may take: people are answered between two
_CLOSING_CAUGHT_UP = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Rungs:
    """Steps of one day of a deadline, as they are planned. `facts` go with each of their posts."""

    campaign: Campaign
    steps: tuple[int, ...]
    planned_at: datetime
    zone: ZoneInfo
    occurrence_id: int | None = None
    extra: str = ""


async def open_due(storage: Storage, now: datetime, zone: ZoneInfo) -> None:
    """Turn every step due into posts; of several of one deadline, only the latest.

    A step and its posts are written together: a crash leaves both or neither. What goes wrong in
    one committee holds up no other: its step is tried again at the next run.
    """
    due = storage.occurrences.due(now)
    of_deadline: dict[int, list[Occurrence]] = {}
    for occurrence in due:
        of_deadline.setdefault(occurrence.deadline_id, []).append(occurrence)
    left = deque(due)
    while left:
        until = perf_counter() + _AT_ONCE
        with storage.writing():
            while left and perf_counter() < until:
                occurrence = left.popleft()
                others = of_deadline[occurrence.deadline_id]
                _open_or_pass(storage, occurrence, others, now, zone)
        await asyncio.sleep(0)


def posts_of(rungs: Rungs) -> Iterator[Post]:
    """The posts of a rung as things stand now."""
    campaign = rungs.campaign
    rung = rung_of(rungs.steps, campaign.ladder)
    if campaign.deadline.kind is DeadlineKind.REMINDER:
        yield _post(rungs, Kind.NOTICE)
    elif rung is Rung.ORGANISATIONS:
        for account in campaign.missing:
            yield from _of_organisation(rungs, account.organisation)
    elif campaign.missing:
        yield _post(rungs, Kind.CLOSING if rung is Rung.CLOSING else Kind.NOTICE)


def _of_organisation(rungs: Rungs, organisation: str) -> Iterator[Post]:
    """The MO's message, and one to each of its people who asked for direct messages."""
    day = rungs.planned_at.astimezone(rungs.zone).date()
    directly = rungs.campaign.wishing(organisation, min(rungs.steps), day)
    told = {"direct": " ".join(str(each) for each in directly)} if directly else {}
    yield _post(rungs, Kind.DIGEST, organisation, **told)
    for each in directly:
        yield _post(rungs, Kind.DIRECT, organisation, direct_to=str(each))


def _post(rungs: Rungs, kind: Kind, recipient: str = "", **facts: str) -> Post:
    deadline = rungs.campaign.deadline
    return Post(
        deadline.id,
        rungs.campaign.due_on,
        kind,
        deadline.channel_id,
        rungs.planned_at,
        recipient,
        rungs.steps,
        rungs.occurrence_id,
        {**facts, **({"asked_at": rungs.extra} if rungs.extra else {})},
    )


def _open_or_pass(
    storage: Storage,
    occurrence: Occurrence,
    others: Sequence[Occurrence],
    now: datetime,
    zone: ZoneInfo,
) -> None:
    try:
        if _is_overtaken(occurrence, others):
            storage.occurrences.close(occurrence, "overtaken")
        else:
            _open(storage, occurrence, now, zone)
    except Exception:
        log.exception("step %s of the notices could not be opened", occurrence.id)


def _is_overtaken(occurrence: Occurrence, others: Sequence[Occurrence]) -> bool:
    """Tell whether a later step of the same deadline is due too; a closing never is overtaken.

    Another day's closing overtakes nothing: it is about that day alone.
    """
    if min(occurrence.steps) <= CLOSING:
        return False
    return any(
        other.send_at > occurrence.send_at
        and (other.due_on == occurrence.due_on or min(other.steps) > CLOSING)
        for other in others
    )


def _open(storage: Storage, occurrence: Occurrence, now: datetime, zone: ZoneInfo) -> None:
    committee = storage.committee(occurrence.committee_id)
    try:
        deadline = committee.deadlines.get(occurrence.deadline_id)
    except NotFoundError:
        storage.occurrences.close(occurrence, "withdrawn")
        return
    with storage.writing():
        if deadline.kind is DeadlineKind.REPORTING:
            is_asked = _prepare(storage, committee, deadline, occurrence, now)
        else:
            is_asked = min(occurrence.steps) > CLOSING
        campaign = Campaign(committee, deadline, occurrence.due_on)
        rungs = Rungs(campaign, occurrence.steps, occurrence.send_at, zone, occurrence.id)
        posts = list(posts_of(rungs)) if is_asked else []
        storage.deliveries.add(committee.id, deadline, posts)
        storage.occurrences.close(occurrence, "opened" if posts else "needless")


def _prepare(
    storage: Storage,
    committee: Committee,
    deadline: Deadline,
    occurrence: Occurrence,
    now: datetime,
) -> bool:
    """Open or close the collecte of a step; tell whether the step is to be posted.

    Its first step opens it, at that step's own time even where a stop made it late; where a stop
    went on until after the deadline, the closing does, so that it can tell who is missing.
    """
    is_closing = min(occurrence.steps) <= CLOSING
    first = storage.occurrences.first_of(deadline.id, occurrence.due_on) or occurrence
    collecte = committee.collectes.of(deadline.id, occurrence.due_on)
    if collecte is None and not (is_closing and first.id == occurrence.id):
        collecte = committee.collectes.open(deadline.id, occurrence.due_on, first.send_at)
    if collecte is None or collecte.closed_at is not None:
        return False
    if is_closing:
        committee.collectes.close(collecte, now)
    return not is_closing or now - occurrence.send_at <= _CLOSING_CAUGHT_UP
