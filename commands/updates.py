"""`/mesure modifier`, `confirmer` and `annuler`: recording what changed, and taking it back."""

import functools
from collections.abc import Sequence
from typing import Any

from discord import app_commands

from commands import options, proposals
from commands.answers import send
from commands.context import Context, Interaction, context_of
from commands.controls import Handler, measure_in, number_in
from commands.form import open_form
from commands.recording import as_of_change, recorded
from commands.volets import recorded_or_asked
from plan.changes import confirmation
from plan.errors import StaleControlError
from plan.find import find_measure
from plan.history import Change
from plan.measure import Measure
from plan.state import Cause
from plan.team import require_any_right, speaks_for
from plan.undo import last_standing, require_redoable, require_undoable, undoing
from replies.change import redone, undone
from replies.forms import NO_CAUSE
from replies.layout import Reply
from replies.states import CAUSES

_CAUSES = [
    app_commands.Choice(name=NO_CAUSE, value=NO_CAUSE),
    *(app_commands.Choice(name=CAUSES[each], value=each.value) for each in Cause),
]


@app_commands.command(
    name="modifier", description="Consigner un changement, ou ouvrir le formulaire"
)
@app_commands.describe(
    mesure="Son numéro ou des mots de son titre",
    volet="Lequel, si la mesure en a plusieurs",
    etat="Le nouvel état",
    remarque="Ce que le bilan dira, en texte simple",
    organisme="Le ministère ou organisme au nom de qui vous parlez",
    au="La date dont vous parlez : aujourd'hui si elle est omise",
    motif="Pourquoi, si la mesure recule d'un état",
    cause="Ce qui la freine",
)
@app_commands.choices(etat=options.STATES, cause=_CAUSES)
@app_commands.autocomplete(
    mesure=proposals.measures,
    volet=proposals.volets,
    organisme=proposals.organisations,
)
async def modify(
    interaction: Interaction,
    mesure: str,
    volet: str | None = None,
    etat: str | None = None,
    remarque: str | None = None,
    organisme: str | None = None,
    au: str | None = None,
    motif: str | None = None,
    cause: str | None = None,
) -> None:
    """Record the change that the options tell, or open the form where they tell none."""
    context = context_of(interaction)
    day = as_of_change(context, au)
    measure = context.base(find_measure(mesure, context.plan).number, day)
    organisation = options.organisation_option(context, organisme)
    require_any_right(context.rights, measure)
    if organisation is not None:
        speaks_for(context.rights, measure, organisation)
    acronym = organisation.acronym if organisation else None
    request = options.change_request(etat, cause, remarque, motif, acronym)
    told = day if au else None
    if request.is_empty:
        typed = {"motif": motif} if motif else None
        await open_form(interaction, context, measure, volet, organisation, typed, told)
    else:
        await send(interaction, recorded_or_asked(context, measure, volet, request, told))


@app_commands.command(name="confirmer", description="« Rien de changé », daté et signé")
@app_commands.describe(
    mesure="Son numéro ou des mots de son titre",
    organisme="Le ministère ou organisme au nom de qui vous parlez",
    au="La date dont vous parlez : aujourd'hui si elle est omise",
)
@app_commands.autocomplete(mesure=proposals.measures, organisme=proposals.organisations)
async def confirm(
    interaction: Interaction, mesure: str, organisme: str | None = None, au: str | None = None
) -> None:
    """Record that nothing changed, for every volet that prints the MO."""
    context = context_of(interaction)
    number = find_measure(mesure, context.plan).number
    day = as_of_change(context, au)
    measure = context.base(number, day)
    organisation = options.organisation_option(context, organisme)
    acronym = speaks_for(context.rights, measure, organisation)
    change = confirmation(measure, acronym, day, context.person, context.now)
    await send(interaction, recorded(context, measure, change))


@app_commands.command(name="annuler", description="Reprendre le dernier changement consigné")
@app_commands.describe(mesure="Son numéro ou des mots de son titre")
@app_commands.autocomplete(mesure=proposals.measures)
async def undo(interaction: Interaction, mesure: str) -> None:
    """Take back the last change that stands: one's own or, for a coordinator, anyone's."""
    context = context_of(interaction)
    measure = options.measure_option(context, mesure)
    require_any_right(context.rights, measure)
    change = last_standing(context.committee.changes(), measure.number, context.rights)
    await send(interaction, _undo(context, measure, change))


async def undo_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Annuler » on the answer to a change."""
    context = context_of(interaction)
    measure = measure_in(context, arguments)
    require_any_right(context.rights, measure)
    change = _change_in(context, arguments)
    require_undoable(change, context.committee.changes(), measure.number, context.rights)
    await send(interaction, _undo(context, measure, change))


async def redo_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Rétablir » on the answer to an undo."""
    context = context_of(interaction)
    measure = measure_in(context, arguments)
    require_any_right(context.rights, measure)
    change = _change_in(context, arguments)
    changes = context.committee.changes()
    require_redoable(change, changes, measure.number, context.rights)
    original = next(each for each in changes if each.id == change.undoes)
    redo = undoing(change, context.rights, context.now)
    told = functools.partial(redone, original=original)
    await send(interaction, recorded(context, measure, redo, told))


COMMANDS: tuple[app_commands.Command[Any, ..., Any], ...] = (modify, confirm, undo)
CONTROLS: dict[str, Handler] = {
    "mesure.annuler": undo_pressed,
    "mesure.retablir": redo_pressed,
}


def _undo(context: Context, measure: Measure, change: Change) -> Reply:
    return recorded(context, measure, undoing(change, context.rights, context.now), undone)


def _change_in(context: Context, arguments: Sequence[str]) -> Change:
    wanted = number_in(arguments, 1)
    for change in context.committee.changes_of(number_in(arguments, 0)):
        if change.id == wanted:
            return change
    raise StaleControlError
