"""`/indicateur`: what is measured, its target, the value reached."""

from dataclasses import replace
from datetime import date

from discord import app_commands

from commands import options, proposals
from commands.answers import send
from commands.context import Context, Interaction, context_of
from commands.recording import as_of_change, recorded
from plan.find_records import find_indicator
from plan.indicator import Indicator
from plan.indicator_changes import addition, reached, removal
from plan.numbers import read_value
from plan.team import require_any_right, signs_for


class IndicatorCommands(app_commands.Group):
    """The group: répondants record values, coordinators add and remove."""

    def __init__(self) -> None:
        super().__init__(name="indicateur", description="Ce que le plan mesure")

    @app_commands.command(name="modifier", description="Consigner la valeur atteinte")
    @app_commands.describe(
        mesure="Son numéro ou des mots de son titre",
        indicateur="Lequel",
        valeur="La valeur atteinte : « 15 », « 4,5 % »",
        au="La date dont vous parlez : aujourd'hui si elle est omise",
    )
    @app_commands.autocomplete(mesure=proposals.measures, indicateur=proposals.indicators)
    async def modify(
        self,
        interaction: Interaction,
        mesure: str,
        indicateur: str,
        valeur: str,
        au: str | None = None,
    ) -> None:
        """Record the value reached at a day."""
        context = context_of(interaction)
        measure = options.measure_option(context, mesure)
        require_any_right(context.rights, measure)
        day = as_of_change(context, au)
        indicator = _as_of(context, find_indicator(indicateur, measure.indicators), day)
        value = read_value(valeur, indicator.unit)
        volet = next((v for v in measure.volets if v.position == indicator.volet), None)
        acronym = signs_for(context.rights, measure, volet)
        change = reached(indicator, value, day, context.person, context.now, acronym)
        await send(interaction, recorded(context, measure, change))

    @app_commands.command(name="ajouter", description="Ajouter un indicateur à une mesure")
    @app_commands.describe(
        mesure="Son numéro ou des mots de son titre",
        libelle="Ce qui est mesuré, au pluriel : « ententes signées »",
        cible="La valeur visée : « 21 », « 4,5 % »",
        au="La date visée : « 31 mars 2027 »",
    )
    @app_commands.autocomplete(mesure=proposals.measures)
    async def add(
        self,
        interaction: Interaction,
        mesure: str,
        libelle: str,
        cible: str | None = None,
        au: str | None = None,
    ) -> None:
        """Add an indicator, with its target if one is told."""
        context = context_of(interaction)
        context.require_coordinator()
        measure = options.measure_option(context, mesure)
        target_on = options.any_day(context, au)
        target = read_value(cible, None) if cible else None
        last = context.committee.changes()[-1].id
        change = addition(
            measure, libelle, target, target_on, last, context.today, context.person, context.now
        )
        await send(interaction, recorded(context, measure, change))

    @app_commands.command(name="retirer", description="Retirer un indicateur")
    @app_commands.describe(
        mesure="Son numéro ou des mots de son titre", indicateur="Lequel", motif="Pourquoi"
    )
    @app_commands.autocomplete(mesure=proposals.measures, indicateur=proposals.indicators)
    async def remove(
        self, interaction: Interaction, mesure: str, indicateur: str, motif: str
    ) -> None:
        """Remove an indicator; the history keeps it."""
        context = context_of(interaction)
        context.require_coordinator()
        measure = options.measure_option(context, mesure)
        indicator = find_indicator(indicateur, measure.indicators)
        change = removal(indicator, motif, context.today, context.person, context.now)
        await send(interaction, recorded(context, measure, change))


def _as_of(context: Context, indicator: Indicator, day: date) -> Indicator:
    """The indicator as it was known at a day; one added later had no value yet."""
    if day == context.today:
        return indicator
    then = context.committee.snapshot(day).plan.indicators
    unknown = replace(indicator, reached=None, reached_on=None, period="")
    return next((each for each in then if each.key == indicator.key), unknown)
