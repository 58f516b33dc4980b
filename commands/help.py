"""`/aide`: what this person may do here, by example."""

from discord import app_commands

from commands.answers import send
from commands.context import Interaction, context_of
from plan.team import may_change
from replies.help import help_card


@app_commands.command(name="aide", description="Ce que vous pouvez faire ici, par l'exemple")
async def help_command(interaction: Interaction) -> None:
    """Answer privately, by the rights of the person."""
    context = context_of(interaction)
    rights = context.rights
    measures = [each for each in context.committee.measures() if may_change(rights, each)]
    indicators = [indicator for each in measures for indicator in each.indicators]
    reply = help_card(
        context.plan, coordinates=rights.coordinates, measures=measures, indicators=indicators
    )
    await send(interaction, reply)
