"""The buttons of a notice: an MO answers from there, and only its own people may."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from commands.answers import replace, send
from commands.collecte import standing
from commands.context import Context, Interaction, context_of
from commands.controls import Handler, chosen, number_in
from commands.form import open_form
from commands.next_owed import next_owed
from commands.options import iso_day, privately
from plan.changes import confirmation
from plan.collecte import Account, is_own
from plan.errors import NotAllowedError, NotFoundError, StaleControlError
from plan.find import find_organisation
from plan.history import Change
from plan.measure import Measure
from reminders.campaign import Campaign
from replies import collecte as replies
from replies.layout import Reply
from replies.typography import hour_text
from storage.delivery_store import Kind, Post


@dataclass(frozen=True, slots=True)
class _Pressed:
    """What a notice's button is about."""

    context: Context
    campaign: Campaign
    account: Account
    token: str

    @property
    def answerable(self) -> tuple[Measure, ...]:
        """What the person may answer for of what the MO owes; a coordinator: all of it."""
        return self.account.owed if self.context.rights.coordinates else self.account.own

    def numbers(self, picked: str) -> list[int]:
        """The measures picked, of those the person may answer for."""
        return [m.number for m in self.answerable if picked in (replies.ALL, str(m.number))]


async def update_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Mettre à jour »: the form of the next measure owed."""
    pressed = _pressed(interaction, arguments)
    if await _is_over(interaction, pressed):
        return
    context, measure = pressed.context, pressed.answerable[0]
    organisation = find_organisation(pressed.account.organisation, context.plan.organisations)
    voice = None if context.rights.coordinates else organisation
    await open_form(interaction, context, measure, None, voice)


async def next_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Mesure suivante » on the answer to a form."""
    context = context_of(interaction)
    found = next_owed(context, number_in(arguments, 0))
    if found is None:
        await send(interaction, replies.nothing_more())
        return
    _, account = found
    organisation = find_organisation(account.organisation, context.plan.organisations)
    await open_form(interaction, context, account.own[0], None, organisation)


async def unchanged_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Rien de changé »: for which measure, or for all."""
    pressed = _pressed(interaction, arguments)
    if await _is_over(interaction, pressed):
        return
    reply = replies.which_unchanged(
        pressed.account, pressed.answerable, pressed.token, pressed.context.plan
    )
    await send(interaction, reply)


async def unchanged_chosen(interaction: Interaction, arguments: Sequence[str]) -> None:
    """One or all: asked once more, since it is signed."""
    pressed = _pressed(interaction, arguments)
    picked = next(iter(chosen(interaction)), "")
    numbers = pressed.numbers(picked)
    if not numbers:
        await send(interaction, _nothing_left(pressed))
        return
    plan = pressed.context.plan
    reply = replies.confirm_unchanged(pressed.account, pressed.token, picked, numbers, plan)
    await replace(interaction, reply)


async def unchanged_confirmed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Confirmer »: recorded, dated and signed, for each measure or for none."""
    pressed = _pressed(interaction, arguments)
    numbers = pressed.numbers(arguments[1] if len(arguments) > 1 else "")
    if not numbers:
        await send(interaction, _nothing_left(pressed))
        return
    said = [_confirmation(pressed, number) for number in numbers]
    with interaction.client.services.storage.writing():
        recorded = [pressed.context.committee.record(each) for each in said]
    left = len(pressed.account.owed) - len(numbers)
    undoing = recorded[0].id if len(recorded) == 1 else None
    following = f"avis.jour:{pressed.token}" if len(pressed.answerable) > len(numbers) else ""
    await replace(interaction, replies.unchanged_recorded(numbers, left, undoing, following))


async def not_ours_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Pas nous »: which measure."""
    pressed = _pressed(interaction, arguments)
    if not pressed.account.owed:
        await send(interaction, _nothing_left(pressed))
        return
    await send(interaction, replies.which_not_ours(pressed.account, pressed.token))


async def not_ours_chosen(interaction: Interaction, arguments: Sequence[str]) -> None:
    """It goes to the coordination, once for each measure."""
    pressed = _pressed(interaction, arguments)
    picked = next(iter(chosen(interaction)), "")
    if picked not in [str(each.number) for each in pressed.account.owed]:
        raise StaleControlError
    facts = {"measure": picked, "person": pressed.context.person.name}
    _add(interaction, pressed, Kind.NOT_OURS, pressed.context.now, facts)
    await replace(interaction, replies.not_ours_sent(int(picked)))


async def snooze_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Me le rappeler »: when, and where."""
    pressed = _pressed(interaction, arguments)
    context, campaign = pressed.context, pressed.campaign
    planner = interaction.client.services.reminders.planner
    days = planner.snooze_days(context.committee, context.today)
    wishes = context.committee.team.wishes(pressed.account.organisation)
    directly = context.person.id in wishes
    reply = replies.when_again(pressed.token, days, campaign.due_on, directly=directly)
    await send(interaction, reply)


async def snooze_chosen(interaction: Interaction, arguments: Sequence[str]) -> None:
    """A post of its own, that day at the hour of `/reglages`; the repetition is untouched."""
    pressed = _pressed(interaction, arguments)
    context = pressed.context
    day = iso_day(arguments[1] if len(arguments) > 1 else None)
    if day is None or not context.today < day <= pressed.campaign.due_on:
        raise StaleControlError
    hour = context.committee.settings().notice_time
    moment = datetime.combine(day, hour, tzinfo=context.zone)
    person = str(context.person.id)
    facts = {"person_id": person, "day": day.isoformat()}
    if context.person.id in context.committee.team.wishes(pressed.account.organisation):
        facts["direct_to"] = person
    _add(interaction, pressed, Kind.SNOOZE, moment, facts)
    await replace(interaction, replies.snooze_set(day, hour_text(hour)))


async def direct_chosen(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« En message privé », « Au salon »: where the person has the MO's messages from now on."""
    pressed = _pressed(interaction, arguments)
    context, organisation = pressed.context, pressed.account.organisation
    wanted = number_in(arguments, 1) == 1
    named = any(
        each.organisation == organisation
        and context.person.id in (each.member_id, each.substitute_id)
        for each in context.committee.team.assignments()
    )
    if wanted and not named:
        await replace(interaction, replies.direct_not_by_role(organisation, context.plan))
        return
    context.committee.team.wish(context.person.id, organisation, wanted=wanted)
    await replace(interaction, replies.direct_set(organisation, context.plan, wanted=wanted))


async def channel_again(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Ne plus m'écrire en privé », on a direct message: pressed outside any server."""
    storage = interaction.client.services.storage
    delivery = storage.deliveries.direct_by_token(arguments[0])
    if delivery is None or delivery.post.direct_to != interaction.user.id:
        raise StaleControlError
    committee = storage.committee(delivery.committee_id)
    organisation = delivery.post.recipient
    committee.team.wish(interaction.user.id, organisation, wanted=False)
    await send(interaction, replies.direct_set(organisation, committee.plan, wanted=False))


async def state_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Où on en est »: the collecte, for the one who pressed."""
    context = context_of(interaction)
    campaign, _ = _campaign(interaction, context, arguments)
    await send(interaction, privately(standing(context, campaign.deadline, campaign.due_on)))


async def leave_pressed(interaction: Interaction, _arguments: Sequence[str]) -> None:
    """« Annuler » on a question: nothing is recorded."""
    await replace(interaction, replies.left_as_is())


CONTROLS: dict[str, Handler] = {
    "avis.jour": update_pressed,
    "avis.suivante": next_pressed,
    "avis.rien": unchanged_pressed,
    "avis.rien1": unchanged_chosen,
    "avis.rien2": unchanged_confirmed,
    "avis.pasnous": not_ours_pressed,
    "avis.pasnous1": not_ours_chosen,
    "avis.rappeler": snooze_pressed,
    "avis.rappeler1": snooze_chosen,
    "avis.prive": direct_chosen,
    "avis.salon": channel_again,
    "avis.etat": state_pressed,
    "avis.laisser": leave_pressed,
}


def _campaign(
    interaction: Interaction, context: Context, arguments: Sequence[str]
) -> tuple[Campaign, str]:
    """The campaign that a button's token belongs to, and the MO its post is for.

    Raises:
        StaleControlError: the token is not of this committee, or its deadline was withdrawn.
    """
    services = interaction.client.services
    delivery = services.storage.deliveries.by_token(context.committee.id, arguments[0])
    if delivery is None:
        raise StaleControlError
    try:
        deadline = context.committee.deadlines.get(delivery.post.deadline_id)
    except NotFoundError:
        raise StaleControlError from None
    campaign = Campaign(context.committee, deadline, delivery.post.due_on)
    return campaign, delivery.post.recipient


def _pressed(interaction: Interaction, arguments: Sequence[str]) -> _Pressed:
    """What was pressed, by somebody who answers for that MO at this very moment.

    Raises:
        NotAllowedError: they do not.
        StaleControlError: the button means nothing any more.
    """
    context = context_of(interaction)
    campaign, organisation = _campaign(interaction, context, arguments)
    account = campaign.account(organisation)
    if account is None:
        raise StaleControlError
    rights = context.rights
    if not rights.coordinates and organisation not in rights.organisations:
        raise NotAllowedError("other_organisation", organisation)
    return _Pressed(context, campaign, account, arguments[0])


def _confirmation(pressed: _Pressed, number: int) -> Change:
    """« Rien de changé » of one measure, in the MO's name where it is one of its own."""
    context, campaign = pressed.context, pressed.campaign
    measure = context.committee.snapshot(context.today).base(number)
    own = is_own(measure, pressed.account.organisation)
    acronym = pressed.account.organisation if own else None
    since = campaign.collecte.opened_at if campaign.collecte else None
    return confirmation(measure, acronym, context.today, context.person, context.now, since)


def _add(
    interaction: Interaction, pressed: _Pressed, kind: Kind, at: datetime, facts: dict[str, str]
) -> None:
    deadline = pressed.campaign.deadline
    post = Post(
        deadline.id,
        pressed.campaign.due_on,
        kind,
        deadline.channel_id,
        at,
        pressed.account.organisation,
        facts=facts,
    )
    services = interaction.client.services
    services.storage.deliveries.add(pressed.context.committee.id, deadline, [post])
    services.reminders.reschedule()


async def _is_over(interaction: Interaction, pressed: _Pressed) -> bool:
    """Answer where nothing is left that the person may answer for."""
    if pressed.answerable:
        return False
    await send(interaction, _nothing_left(pressed))
    return True


def _nothing_left(pressed: _Pressed) -> Reply:
    if pressed.account.owed and not pressed.answerable:
        return replies.for_coordination(pressed.account)
    return replies.nothing_owed(pressed.account.organisation, pressed.context.plan)
