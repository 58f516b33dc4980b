"""`/plan`: the whole plan at a glance."""

from discord import app_commands

from commands.answers import send
from commands.context import Interaction, context_of
from reminders.collecte_days import open_campaign
from replies.plan_card import plan_card


class PlanCommands(app_commands.Group):
    """The group."""

    def __init__(self) -> None:
        super().__init__(name="plan", description="Le plan d'action dans son ensemble")

    @app_commands.command(
        name="voir", description="Le plan en bref : états, total annoncé, échéance"
    )
    async def view(self, interaction: Interaction) -> None:
        """Answer with the plan's card."""
        context = context_of(interaction)
        coming = context.coming
        campaign = open_campaign(context.committee)
        reply = plan_card(
            context.plan,
            context.committee.measures(),
            coming[0] if coming else None,
            (campaign.deadline, campaign.accounts) if campaign else None,
            context.committee.plans.origin(),
            context.today,
        )
        await send(interaction, reply)
