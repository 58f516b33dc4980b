"""`/mesure`: read a measure, list them, read the history of one; `commands.updates` changes one."""

from collections.abc import Sequence

from discord import app_commands

from commands import options, proposals, updates
from commands.answers import privately, send
from commands.context import Context, Interaction, context_of
from commands.controls import Handler, measure_in, number_in, show_page
from commands.listing import list_page
from plan.find import find_measure
from replies.change import history_page
from replies.layout import Reply
from replies.measure_card import measure_card, measure_facts


class MeasureCommands(app_commands.Group):
    """The group; its callbacks read options, ask, and reply."""

    def __init__(self) -> None:
        super().__init__(name="mesure", description="Les mesures du plan et leur état")
        for command in updates.COMMANDS:
            self.add_command(command)

    @app_commands.command(name="voir", description="Tout sur une mesure")
    @app_commands.describe(
        mesure="Son numéro ou des mots de son titre", au="L'état à une date : « 31 mars 2010 »"
    )
    @app_commands.autocomplete(mesure=proposals.measures)
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
    @app_commands.autocomplete(organisme=proposals.organisations, axe=proposals.axes)
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
    @app_commands.autocomplete(mesure=proposals.measures)
    async def history(self, interaction: Interaction, mesure: str) -> None:
        """Answer with the newest page of a measure's history."""
        context = context_of(interaction)
        number = find_measure(mesure, context.plan).number
        await send(interaction, _history(context, number, 0))


async def view_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Voir la mesure »: the card, for the one who pressed."""
    context = context_of(interaction)
    measure = measure_in(context, arguments)
    await send(interaction, privately(measure_card(measure, context.plan, context.zone)))


async def facts_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Dates et documents »."""
    context = context_of(interaction)
    measure = measure_in(context, arguments)
    await send(interaction, measure_facts(measure, context.plan))


async def history_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Historique » opens it privately; « Précédente » and « Suivante » turn its pages."""
    context = context_of(interaction)
    measure = measure_in(context, arguments)
    await show_page(interaction, _history(context, measure.number, number_in(arguments, 1)))


CONTROLS: dict[str, Handler] = {
    "mesure.voir": view_pressed,
    "mesure.faits": facts_pressed,
    "mesure.historique": history_pressed,
}


def _history(context: Context, number: int, page: int) -> Reply:
    measure = context.committee.measure(number)
    changes = context.committee.changes_of(number)
    return history_page(measure, changes, page, context.plan, context.zone)
