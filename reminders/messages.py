"""A post → what it says now, and whom it notifies."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from plan.collecte import Account
from plan.deadline import DeadlineKind
from plan.ladder import CLOSING, NOBODY, Audience
from reminders.campaign import Campaign
from reminders.planning import Planner
from replies.layout import Reply
from replies.notices import channel, organisation
from replies.notices.frame import Frame, coming_text
from replies.typography import full_day, full_moment
from storage.delivery_store import Delivery, Kind

_WITHDRAWN = "withdrawn"
_ASKING = (Kind.NOTICE, Kind.DIGEST, Kind.DIRECT, Kind.SNOOZE)  # needless once all is closed


@dataclass(frozen=True, slots=True)
class Message:
    """A post ready to go. `shown` sums up what it tells, to see whether an edit is needed."""

    reply: Reply
    audience: Audience
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """When a post is composed. `now` is aware; `late`: it should have gone out before.

    `directly`: it goes to one member's direct messages, where nobody needs to be named.
    """

    now: datetime
    zone: ZoneInfo
    late: bool = False
    directly: bool = False

    @property
    def today(self) -> date:
        """The committee's day."""
        return self.now.astimezone(self.zone).date()


def needless(delivery: Delivery, campaign: Campaign) -> str:
    """Why a post need not be sent any more (a code of the ledger), empty where it must be."""
    post = delivery.post
    is_reporting = campaign.deadline.kind is DeadlineKind.REPORTING
    if is_reporting and post.kind in _ASKING and campaign.is_closed:
        return "closed"
    if post.kind in (Kind.DIGEST, Kind.DIRECT, Kind.SNOOZE):
        account = campaign.account(post.recipient)
        return "" if account is not None and account.owed else "answered"
    return "" if is_reporting or post.kind in (Kind.NOTICE, Kind.UNDELIVERABLE) else "withdrawn"


def compose(delivery: Delivery, campaign: Campaign, planner: Planner, at: Moment) -> Message:
    """What a post that is not needless says as things stand."""
    post = delivery.post
    late = _when(post.planned_at, at.zone) if at.late else ""
    frame = Frame(campaign.deadline, campaign.due_on, at.today, delivery.token, late)
    if post.kind in (Kind.DIGEST, Kind.DIRECT, Kind.SNOOZE):
        return _of_organisation(delivery, campaign, planner, at, frame)
    return _of_channel(delivery, campaign, frame)


def _of_channel(delivery: Delivery, campaign: Campaign, frame: Frame) -> Message:
    """What is for the whole channel, or for the coordination."""
    post, coordination = delivery.post, campaign.coordination
    audience = NOBODY
    if post.kind is Kind.NOT_OURS:
        plan = campaign.committee.plan
        reply = channel.not_ours(frame, post.facts, post.recipient, coordination, plan)
        audience = coordination
    elif post.kind is Kind.UNDELIVERABLE:
        reply = channel.undeliverable(frame, post.facts, coordination)
        audience = coordination
    elif post.kind is Kind.THANKS:
        reply = channel.thanks(frame)
    elif post.kind is Kind.CLOSING:
        reply = channel.closing(frame, campaign.accounts)
    elif campaign.deadline.kind is DeadlineKind.REMINDER:
        reply = channel.reminder(frame)
    else:
        reply = channel.opening(frame, campaign.accounts)
    return Message(reply, audience, _shown(delivery, campaign))


def _of_organisation(
    delivery: Delivery, campaign: Campaign, planner: Planner, at: Moment, frame: Frame
) -> Message:
    post, plan = delivery.post, campaign.committee.plan
    account = campaign.account(post.recipient)
    if account is None:
        raise LookupError(f"post {delivery.id} is for an MO that is asked for nothing")
    shown = _shown(delivery, campaign)
    frame = _with_coming(frame, campaign, planner, at, account)
    if at.directly:
        reply = organisation.direct(frame, account, plan, campaign.committee.id)
        return Message(reply, NOBODY, shown)
    if post.kind is Kind.SNOOZE:
        asked_by = post.facts.get("person_id")  # nobody any more, once forgotten
        person = Audience(users=(int(asked_by),)) if asked_by else NOBODY
        return Message(organisation.snoozed(frame, account, person, plan), person, shown)
    step = min(post.steps)
    frame = replace(frame, last_call=step == 0)
    if post.direct_to is not None:
        person = Audience(users=(post.direct_to,))
        closed = organisation.Around(dms_closed=True)
        reply = organisation.digest(frame, account, person, plan, closed)
        return Message(reply, person, shown)
    around, audience = _around(delivery, campaign, account, step, at.today)
    reply = organisation.digest(frame, account, audience, plan, around)
    return Message(reply, audience | around.coordination, shown)


def _around(
    delivery: Delivery, campaign: Campaign, account: Account, step: int, today: date
) -> tuple[organisation.Around, Audience]:
    """Whom an MO's message names beside its people, and those people themselves."""
    answering = campaign.answering(account.organisation, step, today)
    directly = [int(each) for each in delivery.post.facts.get("direct", "").split()]
    by_coordination = not account.own  # only coordinators record what is left
    missing = campaign.missing if step <= campaign.ladder.coordinators else []
    named = missing or by_coordination or _is_first_alone(account, campaign, step, today)
    around = organisation.Around(
        coordination=campaign.coordination if named else NOBODY,
        missing=missing,
        is_answered_for=bool(answering),
        has_people=any(
            each.organisation == account.organisation for each in campaign.seen.assignments
        ),
    )
    return around, NOBODY if by_coordination else answering.without(directly)


def _is_first_alone(account: Account, campaign: Campaign, step: int, today: date) -> bool:
    """Tell whether it is the first MO that nobody answers for: the coordination is named once."""
    alone = (
        each for each in campaign.missing if not campaign.answering(each.organisation, step, today)
    )
    return next(alone, None) == account


def refreshed(
    delivery: Delivery, campaign: Campaign, planner: Planner, at: Moment
) -> Message | None:
    """What a post that asks, already there, should tell now; None where it tells it already."""
    shown = _shown(delivery, campaign)
    if shown == delivery.shown:
        return None
    frame = Frame(campaign.deadline, campaign.due_on, at.today, delivery.token)
    plan, recipient = campaign.committee.plan, delivery.post.recipient
    account = campaign.account(recipient)
    if delivery.post.kind is Kind.NOTICE:
        asks = campaign.missing and not campaign.is_closed
        return compose(delivery, campaign, planner, at) if asks else None
    if account is None:
        return Message(organisation.not_asked(frame, recipient, plan), NOBODY, shown)
    if not account.owed:
        reply = organisation.settled(frame, account, plan, directly=at.directly)
        return Message(reply, NOBODY, shown)
    closed_at = campaign.collecte.closed_at if campaign.collecte else None
    if closed_at is None:
        return compose(delivery, campaign, planner, at)
    day = closed_at.astimezone(at.zone).date()
    reply = organisation.closed(frame, account, plan, day, directly=at.directly)
    return Message(reply, NOBODY, shown)


def withdrawn(delivery: Delivery, campaign: Campaign, at: Moment) -> Message | None:
    """What a post that asks should tell once its deadline is withdrawn; None where it does."""
    if delivery.shown == _WITHDRAWN:
        return None
    frame = Frame(campaign.deadline, campaign.due_on, at.today, delivery.token)
    return Message(organisation.withdrawn(frame), NOBODY, _WITHDRAWN)


def _shown(delivery: Delivery, campaign: Campaign) -> str:
    """What a post tells, summed up: how often the deadline changed, and what its MO owes.

    « 2|7:en_cours 17:realisee »; « 2|- » once all is answered, « 2|closed » where it is too late.
    """
    changes = campaign.deadline.sequence
    if delivery.post.kind is Kind.NOTICE:
        return f"{changes}"
    account = campaign.account(delivery.post.recipient)
    if account is None or not account.owed:
        return f"{changes}|{'none' if account is None else '-'}"
    if campaign.is_closed:
        return f"{changes}|closed"
    return f"{changes}|" + " ".join(f"{each.number}:{each.state.value}" for each in account.owed)


def _when(moment: datetime, zone: ZoneInfo) -> str:
    local = moment.astimezone(zone)
    return f"le {full_moment(local.date(), local.time())}"


def _with_coming(
    frame: Frame, campaign: Campaign, planner: Planner, at: Moment, account: Account
) -> Frame:
    """Tell the next notice of the same day of the deadline, or when the collecte closes."""
    ladder = campaign.ladder
    for notice in planner.coming(campaign.committee, campaign.deadline, at.now):
        if notice.due_on != campaign.due_on:
            continue
        step = min(notice.steps)
        day = notice.send_at.astimezone(at.zone).date()
        if step <= CLOSING:
            return replace(frame, closes=full_day(day))
        moved = (notice.due_on - day).days not in notice.steps
        told = coming_text(
            step,
            day,
            moved=moved,
            substitutes=step <= ladder.substitutes
            and campaign.has_substitute(account.organisation),
            coordinators=step <= ladder.coordinators,
        )
        return replace(frame, coming=told)
    return frame
