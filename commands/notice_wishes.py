"""« Pas nous », « Me le rappeler » and « Où on en est » on a notice: nothing is recorded."""

from collections.abc import Sequence
from datetime import datetime

from commands.answers import privately, replace, send
from commands.collecte import standing
from commands.context import Interaction, context_of
from commands.controls import Handler, chosen, number_in
from commands.notice_pressed import Pressed, campaign_of, nothing_left, pressed_by
from commands.options import iso_day
from plan.errors import StaleControlError
from replies import notice_answers as replies
from replies.notice_answers import Directly
from replies.typography import hour_text
from storage.delivery_store import Kind, Post


async def not_ours_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Pas nous »: which measure."""
    pressed = pressed_by(interaction, arguments)
    if not pressed.account.owed:
        await send(interaction, nothing_left(pressed))
        return
    account, plan = pressed.account, pressed.context.plan
    await send(interaction, replies.which_not_ours(account, plan, pressed.token))


async def not_ours_chosen(interaction: Interaction, arguments: Sequence[str]) -> None:
    """It goes to the coordination, once for each measure."""
    pressed = pressed_by(interaction, arguments)
    picked = next(iter(chosen(interaction)), "")
    if picked not in [str(each.number) for each in pressed.account.owed]:
        raise StaleControlError
    person = pressed.context.person
    facts = {"measure": picked, "person": person.name, "person_id": str(person.id)}
    _add(interaction, pressed, Kind.NOT_OURS, pressed.context.now, facts)
    await replace(interaction, replies.not_ours_sent(int(picked)))


async def snooze_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Me le rappeler »: when, and where."""
    pressed = pressed_by(interaction, arguments)
    context, campaign = pressed.context, pressed.campaign
    planner = interaction.client.services.reminders.planner
    days = planner.snooze_days(context.committee, context.today)
    reply = replies.when_again(pressed.token, days, campaign.due_on, _directly(pressed))
    await send(interaction, reply)


async def snooze_chosen(interaction: Interaction, arguments: Sequence[str]) -> None:
    """A post of its own, that day at the hour of `/reglages`; the repetition is untouched."""
    pressed = pressed_by(interaction, arguments)
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
    pressed = pressed_by(interaction, arguments)
    context, organisation = pressed.context, pressed.account.organisation
    wanted = number_in(arguments, 1) == 1
    if wanted and _directly(pressed) not in (Directly.NAMED, Directly.WANTED):
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
    campaign, _ = campaign_of(interaction, context, arguments)
    await send(interaction, privately(standing(context, campaign.deadline, campaign.due_on)))


CONTROLS: dict[str, Handler] = {
    "avis.pasnous": not_ours_pressed,
    "avis.pasnous1": not_ours_chosen,
    "avis.rappeler": snooze_pressed,
    "avis.rappeler1": snooze_chosen,
    "avis.prive": direct_chosen,
    "avis.salon": channel_again,
    "avis.etat": state_pressed,
}


def _directly(pressed: Pressed) -> Directly:
    """Where the person has the MO's messages: only who is named in person can have them alone."""
    context, organisation = pressed.context, pressed.account.organisation
    if context.person.id in context.committee.team.wishes(organisation):
        return Directly.WANTED
    if any(
        each.organisation == organisation
        and context.person.id in (each.member_id, each.substitute_id)
        for each in context.committee.team.assignments()
    ):
        return Directly.NAMED
    by_role = organisation in context.rights.organisations
    return Directly.BY_ROLE if by_role else Directly.NOT_AT_ALL


def _add(
    interaction: Interaction, pressed: Pressed, kind: Kind, at: datetime, facts: dict[str, str]
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
