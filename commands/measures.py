"""`/mesure`: read a measure, list them, change one, read its history."""

from collections.abc import Sequence

from discord import app_commands

from commands import options
from commands.answers import replace, send
from commands.context import Context, Interaction, context_of
from commands.controls import Handler, chosen, filled, is_page_turn, number_in
from commands.listing import list_page
from plan.changes import Request, find_volet, modification, require_as_of
from plan.errors import ChangedMeanwhileError, StaleControlError
from plan.find import find_measure
from plan.measure import Measure
from plan.state import Cause, State
from reminders.dates import read_date
from replies.change import changed, history_page
from replies.forms import measure_form, volet_choice
from replies.layout import Reply
from replies.measure_card import measure_card
from replies.states import CAUSES

NO_CAUSE = "aucune"


class MeasureCommands(app_commands.Group):
    """The group; its callbacks read options, ask, and reply."""

    def __init__(self) -> None:
        super().__init__(name="mesure", description="Les mesures du plan et leur état")

    @app_commands.command(name="voir", description="Tout sur une mesure")
    @app_commands.describe(
        mesure="Son numéro ou des mots de son titre", au="L'état à une date : « 31 mars 2010 »"
    )
    @app_commands.autocomplete(mesure=options.complete_measure)
    async def view(self, interaction: Interaction, mesure: str, au: str | None = None) -> None:
        """Answer with the card of a measure."""
        context = context_of(interaction)
        day = options.as_of(context, au)
        definition = find_measure(mesure, context.plan)
        measure = context.committee.measure(definition.number, day)
        await send(interaction, measure_card(measure, context.plan, context.zone))

    @app_commands.command(name="liste", description="Les mesures, par état, organisme, axe ou mots")
    @app_commands.describe(
        etat="Seulement celles de cet état",
        organisme="Seulement celles qui concernent ce ministère ou organisme",
        axe="Seulement celles de cet axe : son numéro ou son nom",
        texte="Seulement celles dont le titre ou les remarques contiennent ces mots",
        au="L'état à une date : « 31 mars 2010 »",
    )
    @app_commands.choices(etat=options.STATES)
    @app_commands.autocomplete(organisme=options.complete_organisation, axe=options.complete_axis)
    async def list(
        self,
        interaction: Interaction,
        etat: str | None = None,
        organisme: str | None = None,
        axe: str | None = None,
        texte: str | None = None,
        au: str | None = None,
    ) -> None:
        """Answer with the first page of the measures that fit."""
        context = context_of(interaction)
        asked = options.measure_filter(context, etat, organisme, axe, texte, au)
        await send(interaction, list_page(context, asked, 0))

    @app_commands.command(name="historique", description="Tout ce qui a été consigné d'une mesure")
    @app_commands.describe(mesure="Son numéro ou des mots de son titre")
    @app_commands.autocomplete(mesure=options.complete_measure)
    async def history(self, interaction: Interaction, mesure: str) -> None:
        """Answer with the newest page of a measure's history."""
        context = context_of(interaction)
        number = find_measure(mesure, context.plan).number
        await send(interaction, _history(context, number, 0))

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
    @app_commands.choices(
        etat=options.STATES,
        cause=[
            app_commands.Choice(name=NO_CAUSE, value=NO_CAUSE),
            *(app_commands.Choice(name=CAUSES[each], value=each.value) for each in Cause),
        ],
    )
    @app_commands.autocomplete(
        mesure=options.complete_measure,
        volet=options.complete_volet,
        organisme=options.complete_organisation,
    )
    async def modify(
        self,
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
        context.require_coordinator()
        number = find_measure(mesure, context.plan).number
        organisation = options.organisation_option(context, organisme)
        request = Request(
            volet=volet,
            state=options.coded("etat", etat, State),
            remark=remarque,
            cause=None if cause == NO_CAUSE else options.coded("cause", cause, Cause),
            clears_cause=cause == NO_CAUSE,
            reason=motif or "",
            organisation=organisation.acronym if organisation else None,
        )
        if request.is_empty:
            await _open_form(interaction, context.committee.measure(number), volet, context)
            return
        await send(interaction, _record(context, number, request, au))


async def view_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Voir la mesure »: the card, for the one who pressed."""
    context = context_of(interaction)
    measure = _measure_in(context, arguments)
    await send(interaction, options.privately(measure_card(measure, context.plan, context.zone)))


async def history_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Historique » opens it privately; « Précédente » and « Suivante » turn its pages."""
    context = context_of(interaction)
    measure = _measure_in(context, arguments)
    reply = _history(context, measure.number, number_in(arguments, 1))
    if is_page_turn(interaction):
        await replace(interaction, reply)
    else:
        await send(interaction, options.privately(reply))


async def modify_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Mettre à jour »: the form, for those who may."""
    context = context_of(interaction)
    context.require_coordinator()
    await _open_form(interaction, _measure_in(context, arguments), None, context)


async def volet_chosen(interaction: Interaction, arguments: Sequence[str]) -> None:
    """The select of a measure's volets: the form of the one picked."""
    context = context_of(interaction)
    context.require_coordinator()
    picked = next(iter(chosen(interaction)), None)
    await _open_form(interaction, _measure_in(context, arguments), picked, context)


async def form_submitted(interaction: Interaction, arguments: Sequence[str]) -> None:
    """The form: recorded, unless somebody else changed the volet since it was opened."""
    context = context_of(interaction)
    context.require_coordinator()
    measure = _measure_in(context, arguments)
    _require_unchanged(context, measure, number_in(arguments, 1), number_in(arguments, 2))
    values = {key: "".join(value) for key, value in filled(interaction).items()}
    request = Request(
        volet=arguments[1],
        state=options.coded("etat", values.get("etat") or None, State),
        remark=values.get("remarque"),
        reason=values.get("motif", ""),
    )
    await send(interaction, _record(context, measure.number, request, None))


CONTROLS: dict[str, Handler] = {
    "mesure.voir": view_pressed,
    "mesure.historique": history_pressed,
    "mesure.modifier": modify_pressed,
    "mesure.volet": volet_chosen,
    "mesure.form": form_submitted,
}


def _measure_in(context: Context, arguments: Sequence[str]) -> Measure:
    number = number_in(arguments, 0)
    if all(each.number != number for each in context.plan.measures):
        raise StaleControlError
    return context.committee.measure(number)


def _history(context: Context, number: int, page: int) -> Reply:
    measure = context.committee.measure(number)
    changes = context.committee.changes_of(number)
    return history_page(measure, changes, page, context.plan, context.zone)


async def _open_form(
    interaction: Interaction, measure: Measure, volet: str | None, context: Context
) -> None:
    if volet is None and len(measure.volets) > 1:
        await send(interaction, volet_choice(measure))
        return
    seen = context.committee.changes_of(measure.number)[-1].id
    form = measure_form(measure, find_volet(measure, volet), seen)
    await interaction.response.send_modal(form)


def _record(context: Context, number: int, request: Request, au: str | None) -> Reply:
    day = context.today if au is None else read_date(au, context.now, "past").day
    require_as_of(day, context.today, context.plan)
    measure = context.committee.measure(number, day)
    volet = find_volet(measure, request.volet)
    change = modification(measure, volet, request, day, context.person, context.now)
    return changed(measure, context.committee.record(change), context.plan)


def _require_unchanged(context: Context, measure: Measure, volet: int, seen: int) -> None:
    for change in context.committee.changes_of(measure.number):
        here = any(event.volet == volet for event in change.events)
        if change.id > seen and here and change.author_id != context.person.id:
            raise ChangedMeanwhileError(measure.number, change.author)
