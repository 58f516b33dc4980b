"""« Mettre à jour » and « Rien de changé » on a notice: an MO answers from there."""

from collections.abc import Sequence

from commands.answers import replace, send
from commands.context import Interaction, context_of
from commands.controls import Handler, chosen, number_in
from commands.form import open_form
from commands.next_owed import next_owed
from commands.notice_pressed import Pressed, is_over, nothing_left, pressed_by
from plan.changes import confirmation
from plan.collecte import is_own
from plan.find import find_organisation
from plan.history import Change
from replies import notice_answers as replies


async def update_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Mettre à jour »: the form of the next measure owed."""
    pressed = pressed_by(interaction, arguments)
    if await is_over(interaction, pressed):
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
    pressed = pressed_by(interaction, arguments)
    if await is_over(interaction, pressed):
        return
    reply = replies.which_unchanged(
        pressed.account, pressed.answerable, pressed.token, pressed.context.plan
    )
    await send(interaction, reply)


async def unchanged_chosen(interaction: Interaction, arguments: Sequence[str]) -> None:
    """One or all: asked once more, since it is signed."""
    pressed = pressed_by(interaction, arguments)
    picked = next(iter(chosen(interaction)), "")
    numbers = pressed.numbers(picked)
    if not numbers:
        await send(interaction, nothing_left(pressed))
        return
    plan = pressed.context.plan
    reply = replies.confirm_unchanged(pressed.account, pressed.token, picked, numbers, plan)
    await replace(interaction, reply)


async def unchanged_confirmed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Confirmer »: recorded, dated and signed, for each measure or for none."""
    pressed = pressed_by(interaction, arguments)
    numbers = pressed.numbers(arguments[1] if len(arguments) > 1 else "")
    if not numbers:
        await send(interaction, nothing_left(pressed))
        return
    said = [_confirmation(pressed, number) for number in numbers]
    with interaction.client.services.storage.writing():
        recorded = [pressed.context.committee.record(each) for each in said]
    left = len(pressed.account.owed) - len(numbers)
    undoing = recorded[0].id if len(recorded) == 1 else None
    following = f"avis.jour:{pressed.token}" if len(pressed.answerable) > len(numbers) else ""
    await replace(interaction, replies.unchanged_recorded(numbers, left, undoing, following))


async def leave_pressed(interaction: Interaction, _arguments: Sequence[str]) -> None:
    """« Annuler » on a question: nothing is recorded."""
    await replace(interaction, replies.left_as_is())


CONTROLS: dict[str, Handler] = {
    "avis.jour": update_pressed,
    "avis.suivante": next_pressed,
    "avis.rien": unchanged_pressed,
    "avis.rien1": unchanged_chosen,
    "avis.rien2": unchanged_confirmed,
    "avis.laisser": leave_pressed,
}


def _confirmation(pressed: Pressed, number: int) -> Change:
    """« Rien de changé » of one measure, in the MO's name where it is one of its own."""
    context, campaign = pressed.context, pressed.campaign
    measure = context.committee.snapshot(context.today).base(number)
    own = is_own(measure, pressed.account.organisation)
    acronym = pressed.account.organisation if own else None
    since = campaign.collecte.opened_at if campaign.collecte else None
    return confirmation(measure, acronym, context.today, context.person, context.now, since)
