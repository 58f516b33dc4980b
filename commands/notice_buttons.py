"""The buttons of a notice: an MO answers from there, and only its own people may."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from commands.answers import replace, send
from commands.collecte import standing
from commands.context import Context, Interaction, context_of
from commands.controls import Handler, chosen
from commands.form import open_form
from commands.options import iso_day, privately
from plan.changes import confirmation
from plan.collecte import Account
from plan.errors import NotAllowedError, NotFoundError, NothingToChangeError, StaleControlError
from plan.find import find_organisation
from reminders.campaign import Campaign
from replies import collecte as replies
from replies.typography import hour_text
from storage.delivery_store import Kind, Post


@dataclass(frozen=True, slots=True)
class _Pressed:
    """What a notice's button is about."""

    context: Context
    campaign: Campaign
    account: Account
    token: str


async def update_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Mettre à jour »: the form of the next measure owed."""
    pressed = _pressed(interaction, arguments)
    if not pressed.account.owed:
        await _nothing_owed(interaction, pressed)
        return
    context = pressed.context
    organisation = find_organisation(pressed.account.organisation, context.plan.organisations)
    voice = None if context.rights.coordinates else organisation
    await open_form(interaction, context, pressed.account.owed[0], None, voice)


async def unchanged_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Rien de changé »: for which measure, or for all."""
    pressed = _pressed(interaction, arguments)
    if not pressed.account.owed:
        await _nothing_owed(interaction, pressed)
        return
    reply = replies.which_unchanged(pressed.account, pressed.token, pressed.context.plan)
    await send(interaction, reply)


async def unchanged_chosen(interaction: Interaction, arguments: Sequence[str]) -> None:
    """One or all: asked once more, since it is signed."""
    pressed = _pressed(interaction, arguments)
    picked = next(iter(chosen(interaction)), "")
    if not _numbers(pressed.account, picked):
        await _nothing_owed(interaction, pressed)
        return
    reply = replies.confirm_unchanged(pressed.account, pressed.token, picked)
    await replace(interaction, reply)


async def unchanged_confirmed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Confirmer »: recorded, dated and signed, for each measure."""
    pressed = _pressed(interaction, arguments)
    context, account = pressed.context, pressed.account
    numbers = _numbers(account, arguments[1] if len(arguments) > 1 else "")
    if not numbers:
        await _nothing_owed(interaction, pressed)
        return
    for number in numbers:
        measure = context.committee.measure(number)
        own = any(each.acronym == account.organisation for each in measure.organisations)
        acronym = account.organisation if own else None
        try:
            change = confirmation(measure, acronym, context.today, context.person, context.now)
        except NothingToChangeError:
            continue
        context.committee.record(change)
    await replace(
        interaction, replies.unchanged_recorded(numbers, len(account.owed) - len(numbers))
    )


async def not_ours_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Pas nous »: which measure."""
    pressed = _pressed(interaction, arguments)
    if not pressed.account.owed:
        await _nothing_owed(interaction, pressed)
        return
    await send(interaction, replies.which_not_ours(pressed.account, pressed.token))


async def not_ours_chosen(interaction: Interaction, arguments: Sequence[str]) -> None:
    """It goes to the coordination, once for each measure."""
    pressed = _pressed(interaction, arguments)
    numbers = _numbers(pressed.account, next(iter(chosen(interaction)), ""))
    if len(numbers) != 1:
        raise StaleControlError
    facts = {"measure": str(numbers[0]), "person": pressed.context.person.name}
    _add(interaction, pressed, Kind.NOT_OURS, pressed.context.now, facts)
    await replace(interaction, replies.not_ours_sent(numbers[0]))


async def snooze_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Me le rappeler »: when."""
    pressed = _pressed(interaction, arguments)
    planner = interaction.client.services.reminders.planner
    days = planner.snooze_days(pressed.context.committee, pressed.context.today)
    await send(interaction, replies.when_again(pressed.token, days))


async def snooze_chosen(interaction: Interaction, arguments: Sequence[str]) -> None:
    """A post of its own, that day at the hour of `/reglages`; the repetition is untouched."""
    pressed = _pressed(interaction, arguments)
    context = pressed.context
    day = iso_day(arguments[1] if len(arguments) > 1 else None)
    if day is None or day <= context.today:
        raise StaleControlError
    hour = context.committee.settings().notice_time
    moment = datetime.combine(day, hour, tzinfo=context.zone)
    facts = {"person_id": str(context.person.id), "day": day.isoformat()}
    _add(interaction, pressed, Kind.SNOOZE, moment, facts)
    await replace(interaction, replies.snooze_set(day, hour_text(hour)))


async def state_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Où on en est »: the collecte, for the one who pressed."""
    context = context_of(interaction)
    campaign, _ = _campaign(interaction, context, arguments)
    await send(interaction, privately(standing(interaction, context, campaign.deadline)))


async def leave_pressed(interaction: Interaction, _arguments: Sequence[str]) -> None:
    """« Annuler » on a question: nothing is recorded."""
    await replace(interaction, replies.left_as_is())


CONTROLS: dict[str, Handler] = {
    "avis.jour": update_pressed,
    "avis.rien": unchanged_pressed,
    "avis.rien1": unchanged_chosen,
    "avis.rien2": unchanged_confirmed,
    "avis.pasnous": not_ours_pressed,
    "avis.pasnous1": not_ours_chosen,
    "avis.rappeler": snooze_pressed,
    "avis.rappeler1": snooze_chosen,
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
    campaign = Campaign(
        context.committee, deadline, delivery.post.due_on, services.reminders.ladder
    )
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


def _numbers(account: Account, picked: str) -> list[int]:
    return [m.number for m in account.owed if picked in (replies.ALL, str(m.number))]


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


async def _nothing_owed(interaction: Interaction, pressed: _Pressed) -> None:
    reply = replies.nothing_owed(pressed.account.organisation, pressed.context.plan)
    await send(interaction, reply)
