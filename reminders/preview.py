"""What the notices to come would say if nothing changed until then; nothing is sent."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from plan.collecte import Collecte
from plan.deadline import Deadline, DeadlineKind, Notice
from reminders.campaign import Campaign, Look
from reminders.messages import Message, Moment, compose, needless
from reminders.opening import Rungs, posts_of
from reminders.planning import Planner
from storage.committee import Committee
from storage.committees import Storage
from storage.delivery_store import Delivery, Kind, Post, Status

_TOKEN = "apercu"  # no post bears it: its buttons, were they pressed, would mean nothing


@dataclass(frozen=True)
class PlannedStep:
    """A step to come with its posts; none where nobody owes any more, or all is closed."""

    campaign: Campaign
    notice: Notice
    posts: tuple[Post, ...]


class _Rehearsed(Campaign):
    """A campaign as it would run from its start: everything is owed, nobody is written to."""

    @cached_property
    def collecte(self) -> Collecte | None:
        """None is open yet."""
        return None

    def wishing(self, *_: object) -> list[int]:
        """A rehearsal shows every message in its thread."""
        return []


async def steps_to_come(
    storage: Storage,
    committee: Committee,
    deadlines: Iterable[Deadline],
    planner: Planner,
    now: datetime,
    zone: ZoneInfo,
) -> list[PlannedStep]:
    """Every step to come of these deadlines within about a year, in the order they go out.

    A post written down and not gone out yet (« Me le rappeler », a new attempt) is among them.
    Sixty deadlines have ten thousand posts: others are answered between two steps, and what
    a post says is for `worded` to tell.
    """
    found: list[PlannedStep] = []
    look = Look(committee)
    for deadline in deadlines:
        for waiting in storage.deliveries.waiting(deadline.id):
            found.append(
                _waiting(Campaign(committee, deadline, waiting.post.due_on, look), waiting)
            )
        campaigns: dict[date, Campaign] = {}
        for notice in planner.to_post(committee, deadline, now):
            campaign = campaigns.setdefault(
                notice.due_on, Campaign(committee, deadline, notice.due_on, look)
            )
            found.append(_step(campaign, notice, zone))
            await asyncio.sleep(0)
    return sorted(found, key=lambda each: (each.notice.send_at, each.notice.deadline_id))


def rehearsal(
    committee: Committee,
    deadline: Deadline,
    due_on: date,
    planner: Planner,
    now: datetime,
    zone: ZoneInfo,
) -> list[PlannedStep]:
    """Every step to come of one day of a deadline, as if nothing had been answered yet."""
    campaign = _Rehearsed(committee, deadline, due_on)
    return [
        _step(campaign, notice, zone)
        for notice in planner.to_post(committee, deadline, now)
        if notice.due_on == due_on
    ]


def worded(
    step: PlannedStep, post: Post, planner: Planner, now: datetime, zone: ZoneInfo
) -> Message:
    """What a post of a step would say, and whom it would notify."""
    directly = post.direct_to is not None and post.kind in (Kind.DIRECT, Kind.SNOOZE)
    moment = Moment(max(now, post.planned_at), zone, directly=directly)
    return compose(_delivery(step.campaign, post), step.campaign, planner, moment)


def _waiting(campaign: Campaign, waiting: Delivery) -> PlannedStep:
    post = waiting.post
    notice = Notice(post.deadline_id, post.due_on, post.steps, post.planned_at)
    return PlannedStep(campaign, notice, () if needless(waiting, campaign) else (post,))


def _step(campaign: Campaign, notice: Notice, zone: ZoneInfo) -> PlannedStep:
    posts: list[Post] = []
    if not (campaign.deadline.kind is DeadlineKind.REPORTING and campaign.is_closed):
        posts = list(posts_of(Rungs(campaign, notice.steps, notice.send_at, zone)))
    return PlannedStep(campaign, notice, tuple(posts))


def _delivery(campaign: Campaign, post: Post) -> Delivery:
    committee_id = campaign.committee.id
    return Delivery(0, committee_id, post, _TOKEN, Status.WAITING, 0, None, None, None, "", "")
