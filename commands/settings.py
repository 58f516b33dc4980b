"""`/reglages`: the coordinators' role, the notices' channel and hour."""

import discord
from discord import app_commands

from commands.answers import send
from commands.context import Interaction, context_of
from commands.deadline_options import require_writable
from commands.options import require_some
from plan.action import ActionKind
from plan.errors import BadOptionError
from reminders.hours import read_hour
from replies.settings import settings_card


class SettingsCommands(app_commands.Group):
    """The group; coordinators alone."""

    def __init__(self) -> None:
        super().__init__(name="reglages", description="Les réglages de Vigie dans ce serveur")

    @app_commands.command(name="voir", description="Les réglages actuels")
    async def view(self, interaction: Interaction) -> None:
        """Answer privately with the settings."""
        context = context_of(interaction)
        context.require_coordinator()
        await send(interaction, settings_card(context.committee.settings(), context.zone))

    @app_commands.command(name="modifier", description="Changer un réglage")
    @app_commands.describe(
        role_coordination="Le rôle de ceux qui coordonnent le plan",
        salon="Où les avis paraissent, quand l'échéance ne le dit pas",
        heure="L'heure des avis : « 9 h », « 8 h 30 »",
    )
    async def modify(
        self,
        interaction: Interaction,
        role_coordination: discord.Role | None = None,
        salon: discord.TextChannel | None = None,
        heure: str | None = None,
    ) -> None:
        """Set what is given, and answer with all the settings as they are now."""
        context = context_of(interaction)
        context.require_coordinator()
        if role_coordination is None and salon is None and heure is None:
            raise BadOptionError("heure", "", ["donnez au moins un réglage à changer"])
        hour = read_hour(heure) if heure is not None else None
        if salon is not None:
            require_writable(interaction, salon.id)
        if role_coordination is not None:
            require_some(role_coordination, "role_coordination")
        settings = context.committee.change_settings(
            coordination_role=role_coordination.id if role_coordination else None,
            channel_id=salon.id if salon else None,
            notice_time=hour,
        )
        facts = {
            "role": role_coordination.name if role_coordination else "",
            "channel": salon.name if salon else "",
            "hour": hour.isoformat("minutes") if hour else "",
        }
        given = {key: value for key, value in facts.items() if value}
        context.committee.actions.note(ActionKind.SETTINGS, context.person, context.now, **given)
        if hour is not None:
            interaction.client.services.reminders.replan(context.committee)
        await send(interaction, settings_card(settings, context.zone))
