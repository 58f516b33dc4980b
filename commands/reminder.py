"""`/rappel`: what will be posted."""

from discord import app_commands

from commands import options
from commands.answers import send
from commands.context import Interaction, context_of
from replies.deadlines import preview


class ReminderCommands(app_commands.Group):
    """The group."""

    def __init__(self) -> None:
        super().__init__(name="rappel", description="Les avis qui annoncent les échéances")

    @app_commands.command(name="apercu", description="Les avis à venir, sans rien envoyer")
    @app_commands.describe(echeance="Seulement ceux de cette échéance")
    @app_commands.autocomplete(echeance=options.complete_deadline)
    async def preview(self, interaction: Interaction, echeance: str | None = None) -> None:
        """Answer privately with the posts to come, in the order they go out."""
        context = context_of(interaction)
        context.require_coordinator()
        committee = context.committee
        deadlines = (
            [options.find_deadline(context, echeance)] if echeance else committee.deadlines.all()
        )
        planner = interaction.client.services.reminders.planner
        hour = committee.settings().notice_time
        planned = [
            (deadline, notice)
            for deadline in deadlines
            for notice in planner.coming(deadline, hour, context.now)
        ]
        await send(interaction, preview(planned, context.zone))
