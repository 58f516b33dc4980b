"""What the notices to come would say if nothing changed until then; nothing is sent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from plan.collecte import Collecte
from plan.deadline import Deadline, DeadlineKind, Notice
from reminders.campaign import Campaign
from reminders.messages import Message, Moment, compose, needless
from reminders.opening import Rungs, posts_of
from reminders.planning import Planner
from storage.committee import Committee, Storage
from storage.delivery_store import Delivery, Kind, Post, Status

_TOKEN = "apercu"  # no post bears it: its buttons, were they pressed, would mean nothing


@dataclass(frozen=True, slots=True)
class Preview:
    """A post to come: `message` is what it says, `post.planned_at` when."""

    post: Post
    message: Message


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step to come with its posts; none where nobody owes any more, or all is closed."""

    deadline: Deadline
    notice: Notice
    posts: tuple[Preview, ...]


class _Rehearsed(Campaign):
    """A campaign as it would run from its start: everything is owed, nobody is written to."""

    @cached_property
    def collecte(self) -> Collecte | None:
        """None is open yet."""
        return None

    def wishing(self, *_: object) -> list[int]:
        """A rehearsal shows every message in its thread."""
        return []


def steps_to_come(
    storage: Storage,
    committee: Committee,
    deadlines: Iterable[Deadline],
    planner: Planner,
    now: datetime,
    zone: ZoneInfo,
) -> list[PlannedStep]:
    """Every step to come of these deadlines within about a year, in the order they go out.

    A post written down and not gone out yet (« Me le rappeler », a new attempt) is among them.
    """
    found: list[PlannedStep] = []
    for deadline in deadlines:
        for waiting in storage.deliveries.waiting(deadline.id):
            campaign = Campaign(committee, deadline, waiting.post.due_on)
            notice = Notice(
                deadline.id, waiting.post.due_on, waiting.post.steps, waiting.post.planned_at
            )
            posts = tuple(_composed(campaign, [waiting.post], planner, zone, now))
            found.append(PlannedStep(deadline, notice, posts))
        campaigns: dict[date, Campaign] = {}
        for notice in planner.coming(committee, deadline, now):
            campaign = campaigns.setdefault(
                notice.due_on, Campaign(committee, deadline, notice.due_on)
            )
            found.append(_step(campaign, notice, planner, zone))
    return sorted(found, key=lambda each: (each.notice.send_at, each.deadline.id))


def rehearsal(
    committee: Committee,
    deadline: Deadline,
    due_on: date,
    planner: Planner,
    now: datetime,
    zone: ZoneInfo,
) -> list[PlannedStep]:
    """Every step of one day of a deadline, past ones too, as if the campaign began now."""
    campaign = _Rehearsed(committee, deadline, due_on)
    return [
        _step(campaign, notice, planner, zone)
        for notice in planner.standing(committee, deadline, now)
        if notice.due_on == due_on
    ]


def _step(campaign: Campaign, notice: Notice, planner: Planner, zone: ZoneInfo) -> PlannedStep:
    posts: list[Post] = []
    if not (campaign.deadline.kind is DeadlineKind.REPORTING and campaign.is_closed):
        posts = list(posts_of(Rungs(campaign, notice.steps, notice.send_at, zone)))
    composed = _composed(campaign, posts, planner, zone, notice.send_at)
    return PlannedStep(campaign.deadline, notice, tuple(composed))


def _composed(
    campaign: Campaign, posts: Iterable[Post], planner: Planner, zone: ZoneInfo, at: datetime
) -> Iterator[Preview]:
    for post in posts:
        delivery = Delivery(
            0, campaign.committee.id, post, _TOKEN, Status.WAITING, 0, None, None, None, "", ""
        )
        if needless(delivery, campaign):
            continue
        directly = post.direct_to is not None and post.kind in (Kind.DIRECT, Kind.SNOOZE)
        moment = Moment(max(at, post.planned_at), zone, directly=directly)
        yield Preview(post, compose(delivery, campaign, planner, moment))
