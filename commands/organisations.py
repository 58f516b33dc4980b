"""`/organisme`: the ministries and organismes of the plan."""

from collections.abc import Sequence

from discord import app_commands

from commands import proposals
from commands.answers import privately, send
from commands.context import Context, Interaction, context_of
from commands.controls import Handler, number_in, show_page
from plan.errors import StaleControlError
from plan.find import find_organisation
from plan.money import paid_by
from plan.organisation import Organisation, OrganisationKind, find_printed
from plan.totals import totals_by_nature
from replies.layout import Reply
from replies.lists import concerns, organisation_list
from replies.organisation_card import organisation_card


class OrganisationCommands(app_commands.Group):
    """The group."""

    def __init__(self) -> None:
        super().__init__(name="organisme", description="Les ministères et organismes du plan")

    @app_commands.command(name="voir", description="Un ministère ou organisme et ses mesures")
    @app_commands.describe(organisme="Son sigle, un autre nom imprimé, ou des mots de son nom")
    @app_commands.autocomplete(organisme=proposals.organisations)
    async def view(self, interaction: Interaction, organisme: str) -> None:
        """Answer with the card of an MO."""
        context = context_of(interaction)
        found = find_organisation(organisme, context.plan.organisations)
        await send(interaction, _one(context, found, 0))

    @app_commands.command(name="liste", description="Tous les ministères et organismes du plan")
    async def list(self, interaction: Interaction) -> None:
        """Answer with every MO and the number of its measures."""
        await send(interaction, _all(context_of(interaction)))


async def list_pressed(interaction: Interaction, _arguments: Sequence[str]) -> None:
    """« Organismes » on the plan's card."""
    await send(interaction, privately(_all(context_of(interaction))))


async def page_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Précédente », « Suivante » on an MO's card."""
    context = context_of(interaction)
    found = find_printed(":".join(arguments[1:]), context.plan.organisations)
    if found is None:
        raise StaleControlError
    await show_page(interaction, _one(context, found, number_in(arguments, 0)))


CONTROLS: dict[str, Handler] = {
    "organisme.liste": list_pressed,
    "organisme.voir": page_pressed,
}


def _one(context: Context, found: Organisation, page: int) -> Reply:
    plan, measures = context.plan, context.committee.measures()
    phrases = [each for each in plan.organisations if each.kind is OrganisationKind.EVERYONE]
    everyone = [m for m in measures if any(concerns(m, phrase) for phrase in phrases)]
    mine = [each for each in measures if concerns(each, found)]
    assignments = context.committee.team.assignments()
    team = [each for each in assignments if each.organisation == found.acronym]
    alone, _ = paid_by(found.acronym, plan.amounts)
    totals = totals_by_nature(plan.amounts, {each.key for each in alone})
    return organisation_card(found, mine, everyone, team, totals, plan, page)


def _all(context: Context) -> Reply:
    return organisation_list(context.plan.organisations, context.committee.measures())
