"""`/aide`: what this person may do here, by example."""

from discord import app_commands

from commands.answers import send
from commands.context import Interaction, context_of
from replies.help import help_card


@app_commands.command(name="aide", description="Ce que vous pouvez faire ici, par l'exemple")
async def help_command(interaction: Interaction) -> None:
    """Answer privately, by the rights of the person."""
    context = context_of(interaction)
    rights = context.rights
    reply = help_card(coordinates=rights.coordinates, responds=bool(rights.organisations))
    await send(interaction, reply)
