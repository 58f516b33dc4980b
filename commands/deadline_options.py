"""Reading what `/calendrier ajouter` and `/calendrier modifier` are given."""

import re
from datetime import date, time
from typing import Any

import discord
from discord import app_commands
from discord.abc import GuildChannel, Snowflake

from commands import options
from commands.context import Context, Interaction
from plan.deadline import MAX_NOTICE, Deadline, Repetition
from plan.deadline_errors import DeadlinePassedError
from plan.errors import AmbiguousError, ChannelRefusedError, NotFoundError, StaleControlError
from plan.likeness import holds_words
from plan.option_errors import Form, UnreadableError
from plan.text import fold, words
from replies.deadlines import deadline_label


class ChannelOption(app_commands.Transformer):
    """A text channel or a thread as Discord names it: an archived thread is not in the cache."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """What the option asks for."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Where a message may be posted."""
        kinds = discord.ChannelType
        return [
            kinds.text,
            kinds.news,
            kinds.news_thread,
            kinds.private_thread,
            kinds.public_thread,
        ]

    async def transform(self, _interaction: discord.Interaction[Any], value: Snowflake, /) -> int:
        """The channel's id."""
        return value.id


Channel = app_commands.Transform[int, ChannelOption]
KINDS = [
    app_commands.Choice(name="reddition de comptes", value="reddition"),
    app_commands.Choice(name="rappel", value="rappel"),
]
REPETITIONS = [app_commands.Choice(name=each.value, value=each.value) for each in Repetition]
_NEEDED = ("view_channel", "send_messages")
_NEEDED_IN_THREAD = ("view_channel", "send_messages_in_threads")
_NEEDED_IN_LOCKED_THREAD = (*_NEEDED_IN_THREAD, "manage_threads")


def find_deadline(context: Context, typed: str) -> Deadline:
    """The deadline chosen in the list, of that title or label, or whose title holds the words.

    Raises:
        NotFoundError, AmbiguousError: none or several.
    """
    labels = deadline_labels(context)
    for each, _ in labels:
        if typed.strip() == str(each.id):
            return each
    exact = [pair for pair in labels if fold(typed) in (fold(pair[0].title), fold(pair[1]))]
    fitting = exact or [pair for pair in labels if words(typed) and holds_words(typed, pair[1])]
    if len(fitting) == 1:
        return fitting[0][0]
    if fitting:
        raise AmbiguousError("echeance", typed, [label for _, label in fitting])
    raise NotFoundError("echeance", typed)


def deadline_labels(context: Context) -> list[tuple[Deadline, str]]:
    """Every deadline with its label, the nearest to come first, those that are over last."""
    dated = [(each, each.next_due(context.today)) for each in context.committee.deadlines.all()]
    dated.sort(key=lambda pair: (pair[1] is None, pair[1] or pair[0].first_on, pair[0].id))
    return [(each, deadline_label(each, due)) for each, due in dated]


def moment(context: Context, typed: str) -> tuple[date, time | None]:
    """The day of a deadline, with an hour where one was typed.

    Raises:
        DateNotUnderstood: it is not a date, or could be two.
        DeadlinePassedError: it is past.
    """
    read = options.read_when(context, typed, "future")
    if read.at(context.zone) < context.now:
        raise DeadlinePassedError(read.day, read.time)
    return read.day, read.time


def notices(typed: str) -> tuple[int, ...]:
    """« 30, 14, 7, 1, 0 » → days before, largest first, each once.

    Raises:
        UnreadableError: something else than whole days up to a year.
    """
    parts = [part for part in re.split(r"[\s,;]+", typed.strip()) if part]
    days = [part.upper().removeprefix("J-").removeprefix("J") for part in parts]
    if not days or not all(_fits(day) for day in days):
        raise UnreadableError("preavis", typed, Form.NOTICES)
    return tuple(sorted({int(day) for day in days}, reverse=True))


async def channel(interaction: Interaction, context: Context, chosen: int | None) -> int:
    """The channel of the notices, refused at once where the bot may not write."""
    channel_id = chosen or context.committee.settings().channel_id or interaction.channel_id
    if channel_id is None:
        raise StaleControlError
    await require_writable(interaction, channel_id)
    return channel_id


async def require_writable(interaction: Interaction, channel_id: int) -> None:
    """Let a channel pass that the bot may write in now.

    Raises:
        ChannelRefusedError: it may not; what it lacks is told.
    """
    found = await find_channel(interaction, channel_id)
    permissions = interaction.app_permissions  # those of the channel the command is typed in
    me = interaction.guild.me if interaction.guild else None
    if me is not None and found is not None:
        permissions = found.permissions_for(me)
    elif channel_id != interaction.channel_id:
        raise ChannelRefusedError(channel_id, ["view_channel"])
    needed: tuple[str, ...] = _NEEDED
    if isinstance(found, discord.Thread):
        needed = _NEEDED_IN_LOCKED_THREAD if found.locked else _NEEDED_IN_THREAD
    lacking = [name for name in needed if not getattr(permissions, name)]
    if lacking:
        raise ChannelRefusedError(channel_id, lacking)


async def find_channel(
    interaction: Interaction, channel_id: int
) -> GuildChannel | discord.Thread | None:
    """The channel as the bot knows it; it asks for a thread that is archived, and so forgotten."""
    guild = interaction.guild
    if guild is None:
        return None
    found = guild.get_channel_or_thread(channel_id)
    if found is not None:
        return found
    try:
        return await guild.fetch_channel(channel_id)
    except (discord.NotFound, discord.Forbidden):
        return None


def _fits(day: str) -> bool:
    return day.isdecimal() and len(day) <= 4 and int(day) <= MAX_NOTICE
