"""`/reglages`: the coordinators' role, the notices' channel and hour, the days off."""

from collections.abc import Sequence
from dataclasses import replace as with_changes

import discord
from discord import app_commands

from commands.answers import replace, send
from commands.context import Context, Interaction, context_of
from commands.controls import Handler, number_in
from commands.deadline_options import require_writable
from commands.holidays import set_day
from commands.options import is_silent, require_some
from plan.action import ActionKind
from plan.errors import StaleControlError
from plan.option_errors import NothingGivenError
from plan.settings import Settings
from reminders.hours import read_hour
from reminders.ladder_steps import read_ladder
from replies.holidays import holiday_lines
from replies.layout import Reply
from replies.settings import (
    channel_removed,
    ladder_text,
    role_removed,
    settings_card,
    settings_changed,
)


class SettingsCommands(app_commands.Group):
    """The group; coordinators alone."""

    def __init__(self) -> None:
        super().__init__(name="reglages", description="Les réglages de Vigie dans ce serveur")

    @app_commands.command(name="voir", description="Les réglages actuels")
    async def view(self, interaction: Interaction) -> None:
        """Answer privately with the settings."""
        context = context_of(interaction)
        context.require_coordinator()
        await send(interaction, _settings(interaction, context))

    @app_commands.command(name="modifier", description="Changer un réglage")
    @app_commands.describe(
        role_coordination="Le rôle de ceux qui coordonnent le plan",
        salon="Où les avis paraissent, quand l'échéance ne le dit pas",
        heure="L'heure des avis : « 9 h », « 8 h 30 »",
        etapes="Jours d'avance où chacun est nommé : « mo 14, remplaçants 3, coordination 1 »",
    )
    async def modify(
        self,
        interaction: Interaction,
        role_coordination: discord.Role | None = None,
        salon: discord.TextChannel | None = None,
        heure: str | None = None,
        etapes: str | None = None,
    ) -> None:
        """Set what is given, and answer with all the settings as they are now."""
        context = context_of(interaction)
        context.require_coordinator()
        if all(each is None for each in (role_coordination, salon, heure, etapes)):
            raise NothingGivenError(("role_coordination", "salon", "heure", "etapes"))
        if salon is not None:
            await require_writable(interaction, salon.id)
        if role_coordination is not None:
            require_some(role_coordination, "role_coordination")
        told = _change(interaction, context, role_coordination, salon, heure, etapes)
        await send(interaction, _settings(interaction, context, told))

    @app_commands.command(name="conge", description="Ajouter un congé, ou rendre un jour ouvrable")
    @app_commands.describe(
        jour="La date : « 24 décembre », « vendredi prochain »",
        titre="Le nom du congé",
        ouvre="Vrai : ce jour est travaillé",
    )
    async def day_off(
        self,
        interaction: Interaction,
        jour: str,
        titre: str | None = None,
        ouvre: bool = False,
    ) -> None:
        """Correct the calendar of working days, and tell which notices change days."""
        context = context_of(interaction)
        context.require_coordinator()
        await send(interaction, set_day(interaction, context, jour, titre, ouvre))


async def role_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Retirer le rôle »: those who may manage the server coordinate alone."""
    context = context_of(interaction)
    role = _taken(context, arguments, context.committee.settings().coordination_role)
    found = interaction.guild.get_role(role) if interaction.guild else None
    after = with_changes(context.committee.settings(), coordination_role=None)
    told = role_removed(still=context.person.manages_server)
    await _take_away(interaction, context, after, told, no_role=found.name if found else "")


async def channel_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Retirer le salon »: a new deadline takes the one where it is typed."""
    context = context_of(interaction)
    channel = _taken(context, arguments, context.committee.settings().channel_id)
    found = interaction.guild.get_channel(channel) if interaction.guild else None
    after = with_changes(context.committee.settings(), channel_id=None)
    no_channel = found.name if found else ""
    await _take_away(interaction, context, after, channel_removed(), no_channel=no_channel)


CONTROLS: dict[str, Handler] = {
    "reglages.role": role_pressed,
    "reglages.salon": channel_pressed,
}


def _taken(context: Context, arguments: Sequence[str], now: int | None) -> int:
    """What a coordinator takes away, which still is what is set.

    Raises:
        NotAllowedError: the person coordinates nothing.
        StaleControlError: something else is set by now, or nothing.
    """
    context.require_coordinator()
    told = number_in(arguments, 0)
    if told != now:
        raise StaleControlError
    return told


async def _take_away(
    interaction: Interaction, context: Context, after: Settings, told: str, **fact: str
) -> None:
    """Write down the settings without what was pressed, and show them in the place of those."""
    with interaction.client.services.storage.writing():
        context.committee.change_settings(after)
        context.note(ActionKind.SETTINGS, **fact)
    await replace(interaction, _settings(interaction, context, told))


def _change(
    interaction: Interaction,
    context: Context,
    role: discord.Role | None,
    channel: discord.TextChannel | None,
    typed_hour: str | None,
    typed_ladder: str | None,
) -> str:
    """Write down what is given, with what follows from it for the notices to come.

    Where all of it is so already, nothing is written.

    Returns:
        What changed, in words.

    Raises:
        UnreadableError: the hour or the ladder is none.
    """
    committee, services = context.committee, interaction.client.services
    hour = read_hour(typed_hour) if typed_hour is not None else None
    now = committee.settings()
    ladder = read_ladder(typed_ladder, now.ladder) if typed_ladder is not None else None
    after = Settings(
        coordination_role=role.id if role else now.coordination_role,
        channel_id=channel.id if channel else now.channel_id,
        notice_time=hour or now.notice_time,
        ladder=ladder or now.ladder,
    )
    told = settings_changed(now, after)
    if after == now:
        return told
    facts = {
        "role": role.name if role else "",
        "channel": channel.name if channel else "",
        "hour": hour.isoformat("minutes") if hour else "",
        "ladder": ladder_text(ladder) if ladder else "",
    }
    with services.storage.writing():
        committee.change_settings(after)
        context.note(ActionKind.SETTINGS, **{key: told for key, told in facts.items() if told})
        if hour is not None:
            services.reminders.replan(committee)
    return told


def _settings(interaction: Interaction, context: Context, told: str = "") -> Reply:
    settings = context.committee.settings()
    holidays = holiday_lines(context.committee.holidays.all(), context.today)
    role_id, guild = settings.coordination_role, interaction.guild
    role = guild.get_role(role_id) if guild and role_id else None
    silent = role is not None and is_silent(interaction, role)
    gone = bool(role_id and guild and guild.roles and role is None)
    return settings_card(settings, context.zone, holidays, told=told, silent=silent, gone=gone)
