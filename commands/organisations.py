"""`/organisme`: the ministries and organismes of the plan."""

from collections.abc import Sequence

from discord import app_commands

from commands import options
from commands.answers import send
from commands.context import Context, Interaction, context_of
from commands.controls import Handler
from plan.find import find_organisation
from plan.organisation import OrganisationKind
from replies.layout import Reply
from replies.lists import concerns, organisation_card, organisation_list


class OrganisationCommands(app_commands.Group):
    """The group."""

    def __init__(self) -> None:
        super().__init__(name="organisme", description="Les ministères et organismes du plan")

    @app_commands.command(name="voir", description="Un ministère ou organisme et ses mesures")
    @app_commands.describe(organisme="Son sigle, un autre nom imprimé, ou des mots de son nom")
    @app_commands.autocomplete(organisme=options.complete_organisation)
    async def view(self, interaction: Interaction, organisme: str) -> None:
        """Answer with the card of an MO."""
        context = context_of(interaction)
        found = find_organisation(organisme, context.plan.organisations)
        measures = context.committee.measures()
        phrases = [o for o in context.plan.organisations if o.kind is OrganisationKind.EVERYONE]
        everyone = [m for m in measures if any(concerns(m, phrase) for phrase in phrases)]
        mine = [m for m in measures if concerns(m, found)]
        assignments = context.committee.team.assignments()
        team = [each for each in assignments if each.organisation == found.acronym]
        await send(interaction, organisation_card(found, mine, everyone, team, context.plan))

    @app_commands.command(name="liste", description="Tous les ministères et organismes du plan")
    async def list(self, interaction: Interaction) -> None:
        """Answer with every MO and the number of its measures."""
        await send(interaction, _all(context_of(interaction)))


async def list_pressed(interaction: Interaction, _arguments: Sequence[str]) -> None:
    """« Organismes » on the plan's card."""
    await send(interaction, options.privately(_all(context_of(interaction))))


CONTROLS: dict[str, Handler] = {"organisme.liste": list_pressed}


def _all(context: Context) -> Reply:
    return organisation_list(context.plan.organisations, context.committee.measures())
