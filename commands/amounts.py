"""`/montant`: the plan's money."""

from collections.abc import Sequence

from discord import app_commands

from commands import options
from commands.answers import send
from commands.context import Context, Interaction, context_of
from commands.controls import Handler
from plan.errors import BadOptionError
from plan.find import find_measure, find_organisation
from plan.money import Amount, paid_by
from plan.totals import reconciliation, totals_by_nature
from replies.layout import Reply
from replies.money_cards import measure_amounts, organisation_amounts, plan_amounts


class AmountCommands(app_commands.Group):
    """The group."""

    def __init__(self) -> None:
        super().__init__(
            name="montant", description="L'argent du plan, par nature, compté une fois"
        )

    @app_commands.command(
        name="voir", description="Les montants d'une mesure, d'un organisme, du plan"
    )
    @app_commands.describe(
        mesure="Ceux d'une mesure", organisme="Ceux que paie un ministère ou organisme"
    )
    @app_commands.autocomplete(
        mesure=options.complete_measure, organisme=options.complete_organisation
    )
    async def view(
        self, interaction: Interaction, mesure: str | None = None, organisme: str | None = None
    ) -> None:
        """Answer with the amounts asked for; with none, the plan's reconciliation."""
        context = context_of(interaction)
        if mesure and organisme:
            raise BadOptionError("organisme", organisme, ["vide, quand `mesure` est donnée"])
        if mesure:
            reply = _of_measure(context, find_measure(mesure, context.plan).number)
        elif organisme:
            reply = _of_organisation(context, organisme)
        else:
            reply = _of_plan(context)
        await send(interaction, reply)


async def plan_pressed(interaction: Interaction, _arguments: Sequence[str]) -> None:
    """« Argent » on the plan's card."""
    await send(interaction, options.privately(_of_plan(context_of(interaction))))


async def organisation_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Ses montants » on an MO's card."""
    context = context_of(interaction)
    await send(interaction, options.privately(_of_organisation(context, ":".join(arguments))))


CONTROLS: dict[str, Handler] = {
    "montant.plan": plan_pressed,
    "montant.organisme": organisation_pressed,
}


def _of_measure(context: Context, number: int) -> Reply:
    measure = context.committee.measure(number)
    totals = totals_by_nature(context.plan.amounts, _keys(measure.amounts))
    return measure_amounts(measure, totals, context.plan)


def _of_organisation(context: Context, typed: str) -> Reply:
    found = find_organisation(typed, context.plan.organisations)
    alone, together = paid_by(found.acronym, context.plan.amounts)
    totals = totals_by_nature(context.plan.amounts, _keys(alone))
    return organisation_amounts(found, alone, together, totals, context.plan)


def _of_plan(context: Context) -> Reply:
    amounts = context.plan.amounts
    found = reconciliation(amounts, context.plan.announced_total)
    return plan_amounts(found, totals_by_nature(amounts), context.plan)


def _keys(amounts: Sequence[Amount]) -> set[str]:
    return {each.key for each in amounts}
