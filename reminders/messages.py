"""A post → what it says now, and whom it notifies."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from plan.deadline import DeadlineKind
from plan.ladder import Audience
from plan.measure import Measure
from reminders.campaign import Campaign
from reminders.planning import Planner
from replies import notices
from replies.layout import Reply
from replies.notices import Frame
from replies.typography import full_day, hour_text
from storage.delivery_store import Delivery, Kind

NOBODY = Audience()


@dataclass(frozen=True, slots=True)
class Message:
    """A post ready to go. `shown` sums up what it tells, to see whether an edit is needed."""

    reply: Reply
    audience: Audience
    shown: str


def compose(
    delivery: Delivery,
    campaign: Campaign,
    planner: Planner,
    now: datetime,
    zone: ZoneInfo,
    late: bool,
) -> Message | None:
    """What a post says as things stand; None where it has no reason to be any more."""
    post = delivery.post
    today = now.astimezone(zone).date()
    frame = Frame(
        campaign.deadline,
        post.due_on,
        today,
        delivery.token,
        _when(post.planned_at, zone) if late else "",
    )
    if post.kind is Kind.NOTICE and campaign.deadline.kind is DeadlineKind.REMINDER:
        return Message(notices.reminder(frame), NOBODY, "")
    if post.kind is Kind.NOTICE:
        return Message(notices.opening(frame, campaign.accounts), NOBODY, "")
    if post.kind is Kind.CLOSING:
        return Message(notices.closing(frame, campaign.accounts), NOBODY, "")
    if post.kind is Kind.THANKS:
        return Message(notices.thanks(frame), NOBODY, "")
    return _of_organisation(delivery, campaign, planner, now, zone, frame)


def _of_organisation(
    delivery: Delivery,
    campaign: Campaign,
    planner: Planner,
    now: datetime,
    zone: ZoneInfo,
    frame: Frame,
) -> Message | None:
    post = delivery.post
    plan = campaign.committee.plan
    account = campaign.account(post.recipient)
    if account is None:
        return None
    if post.kind is Kind.NOT_OURS:
        measure = next(m for m in account.asked if str(m.number) == post.facts["measure"])
        people = campaign.coordination
        reply = notices.not_ours(frame, measure, post.recipient, post.facts["person"], people, plan)
        return Message(reply, people, "")
    if not account.owed:
        return None
    if post.kind is Kind.SNOOZE:
        person = int(post.facts["person_id"])
        reply = notices.snoozed(frame, account, person, plan)
        return Message(reply, Audience(users=(person,)), _shown(account.owed))
    step = min(post.steps)
    audience = campaign.audience(post.recipient, step, frame.today)
    missing = campaign.missing if step <= campaign.ladder.coordinators else ()
    frame = _with_coming(frame, campaign, planner, now, zone)
    reply = notices.digest(frame, account, audience, plan, missing)
    return Message(reply, audience, _shown(account.owed))


def refreshed(
    delivery: Delivery, campaign: Campaign, planner: Planner, now: datetime, zone: ZoneInfo
) -> Message | None:
    """What a digest already posted should tell now; None where it tells it already."""
    account = campaign.account(delivery.post.recipient)
    if account is None or delivery.shown == _shown(account.owed):
        return None
    if account.owed:
        return compose(delivery, campaign, planner, now, zone, late=False)
    frame = Frame(
        campaign.deadline, delivery.post.due_on, now.astimezone(zone).date(), delivery.token
    )
    reply = notices.settled(frame, account, campaign.committee.plan)
    return Message(reply, NOBODY, _shown(()))


def _shown(owed: Iterable[Measure]) -> str:
    """What a digest lists: « 7:en_cours 17:realisee », « - » once all is answered."""
    return " ".join(f"{each.number}:{each.state.value}" for each in owed) or "-"


def _when(moment: datetime, zone: ZoneInfo) -> str:
    local = moment.astimezone(zone)
    return f"le {full_day(local.date())} à {hour_text(local.time())}"


def _with_coming(
    frame: Frame, campaign: Campaign, planner: Planner, now: datetime, zone: ZoneInfo
) -> Frame:
    """Tell the next notice of the same day of the deadline."""
    for notice in planner.coming(campaign.committee, campaign.deadline, now):
        if notice.due_on == campaign.due_on:
            step = min(notice.steps)
            day = notice.send_at.astimezone(zone).date()
            moved = step >= 0 and (notice.due_on - day).days not in notice.steps
            substitutes = 0 <= step <= campaign.ladder.substitutes
            text = notices.coming_text(step, day, moved, substitutes)
            return replace(frame, coming=text)
    return frame
