"""`/aide`: what this person may do here, by example."""

from discord import app_commands

from commands.answers import send
from commands.context import Interaction, context_of
from plan.permissions import is_coordinator
from replies.help import help_card


@app_commands.command(name="aide", description="Ce que vous pouvez faire ici, par l'exemple")
async def help_command(interaction: Interaction) -> None:
    """Answer privately, by the rights of the person."""
    context = context_of(interaction)
    role = context.committee.settings().coordination_role
    await send(interaction, help_card(coordinates=is_coordinator(context.person, role)))
