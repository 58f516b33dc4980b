"""`/repertoire`: the organisations, sectors and pôles around the plan."""

from collections.abc import Sequence

from discord import app_commands

from commands import proposals
from commands.answers import privately, send
from commands.context import Interaction, context_of
from commands.controls import Handler, chosen
from plan.directory_search import find_entry, ranked_entries
from plan.errors import StaleControlError
from replies.directory import CHOICE, directory_card, no_directory


class DirectoryCommands(app_commands.Group):
    """The group."""

    def __init__(self) -> None:
        super().__init__(
            name="repertoire", description="Organismes, secteurs stratégiques et pôles régionaux"
        )

    @app_commands.command(
        name="voir", description="La fiche d'un organisme, d'un secteur ou des pôles"
    )
    @app_commands.describe(
        fiche="Un nom, un sigle, une personne à joindre, ou des mots de la fiche"
    )
    async def view(self, interaction: Interaction, fiche: str) -> None:
        """Answer with the card of an entry."""
        plan = context_of(interaction).plan
        if plan.directory:
            reply = directory_card(find_entry(fiche, plan.directory), plan)
        else:
            reply = no_directory(plan)
        await send(interaction, reply)

    @view.autocomplete("fiche")
    async def complete(self, interaction: Interaction, current: str) -> proposals.Choices:
        """Entries by their names, then by who carries them, whom to ask, and what they tell."""
        found = ranked_entries(current, context_of(interaction).plan.directory)
        return [proposals.choice(each.name, each.key) for each in found[: proposals.MOST]]


async def entry_chosen(interaction: Interaction, _arguments: Sequence[str]) -> None:
    """The select of other entries: the card of the one picked, for that person alone."""
    plan = context_of(interaction).plan
    picked = next(iter(chosen(interaction)), None)
    entry = next((each for each in plan.directory if each.key == picked), None)
    if entry is None:
        raise StaleControlError
    await send(interaction, privately(directory_card(entry, plan)))


CONTROLS: dict[str, Handler] = {CHOICE: entry_chosen}
