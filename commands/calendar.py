"""`/calendrier`: the deadlines, and the notices that announce them."""

import re
from collections.abc import Sequence
from datetime import date, time

import discord
from discord import app_commands

from commands import options
from commands.answers import replace, send
from commands.context import Context, Interaction, context_of
from commands.controls import Handler, number_in
from plan.action import ActionKind
from plan.deadline import (
    DEFAULT_NOTICES,
    MAX_NOTICE,
    MAX_TITLE,
    Deadline,
    DeadlineKind,
    Repetition,
)
from plan.errors import (
    BadOptionError,
    ChannelRefusedError,
    DeadlinePassedError,
    NotFoundError,
    StaleControlError,
)
from plan.text import one_line
from reminders.dates import read_date
from replies import deadlines as replies
from replies.layout import Reply

_NEEDED = ("view_channel", "send_messages")
_NEEDED_IN_THREAD = ("view_channel", "send_messages_in_threads")


class CalendarCommands(app_commands.Group):
    """The group."""

    def __init__(self) -> None:
        super().__init__(name="calendrier", description="Les échéances du plan et leurs avis")

    @app_commands.command(name="voir", description="Les échéances à venir")
    async def view(self, interaction: Interaction) -> None:
        """Answer with the deadlines to come."""
        await send(interaction, _calendar(context_of(interaction)))

    @app_commands.command(name="ajouter", description="Fixer une échéance et ses avis")
    @app_commands.describe(
        titre="Ce qui est attendu",
        quand="La date : « 31 mars », « dans deux semaines », « 2027-03-31 »",
        genre="Une reddition de comptes (au départ), ou un simple rappel",
        repetition="Si elle revient",
        preavis="Les jours d'avance des avis : « 30, 14, 7, 3, 1, 0 »",
        salon="Où les avis paraissent",
        organismes="Les sigles de ceux qu'elle concerne ; aucun : tous",
    )
    @app_commands.choices(
        genre=[
            app_commands.Choice(name="reddition de comptes", value="reddition"),
            app_commands.Choice(name="rappel", value="rappel"),
        ],
        repetition=[app_commands.Choice(name=each.value, value=each.value) for each in Repetition],
    )
    async def add(
        self,
        interaction: Interaction,
        titre: str,
        quand: str,
        genre: str | None = None,
        repetition: str | None = None,
        preavis: str | None = None,
        salon: discord.TextChannel | discord.Thread | None = None,
        organismes: str | None = None,
    ) -> None:
        """Store a deadline with its notices, and tell both as understood."""
        context = context_of(interaction)
        context.require_coordinator()
        day, at = _future(context, quand)
        draft = Deadline(
            id=0,
            title=one_line(titre, "titre", MAX_TITLE),
            first_on=day,
            at=at,
            kind=options.coded("genre", genre, DeadlineKind) or DeadlineKind.REPORTING,
            repetition=options.coded("repetition", repetition, Repetition) or Repetition.NONE,
            notices=_notices(preavis) if preavis is not None else DEFAULT_NOTICES,
            channel_id=_channel(interaction, context, salon),
            organisations=options.organisations_in(context, organismes),
            created_by=context.person.id,
            created_by_name=context.person.name,
            created_at=context.now,
        )
        await send(interaction, _add(interaction, context, draft, typed=preavis is not None))

    @app_commands.command(name="retirer", description="Retirer une échéance")
    @app_commands.describe(echeance="Laquelle")
    @app_commands.autocomplete(echeance=options.complete_deadline)
    async def withdraw(self, interaction: Interaction, echeance: str) -> None:
        """Ask to confirm."""
        context = context_of(interaction)
        context.require_coordinator()
        deadline = options.find_deadline(context, echeance)
        due = deadline.next_due(context.today)
        await send(interaction, replies.confirm_withdrawal(deadline, due))


async def view_pressed(interaction: Interaction, _arguments: Sequence[str]) -> None:
    """« Échéances », « Voir le calendrier »."""
    await send(interaction, options.privately(_calendar(context_of(interaction))))


async def withdraw_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Retirer » on the answer to an addition."""
    context = context_of(interaction)
    context.require_coordinator()
    deadline = _deadline_in(context, arguments)
    await send(interaction, replies.confirm_withdrawal(deadline, deadline.next_due(context.today)))


async def confirm_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Confirmer »: it is withdrawn, and the question makes place for the answer."""
    context = context_of(interaction)
    context.require_coordinator()
    deadline = _deadline_in(context, arguments)
    context.committee.deadlines.withdraw(deadline, context.person.id, context.now)
    context.committee.actions.note(
        ActionKind.DEADLINE_WITHDRAWN, context.person, context.now, title=deadline.title
    )
    interaction.client.services.reminders.reschedule()
    await replace(interaction, replies.withdrawn(deadline))


async def keep_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Garder »."""
    context = context_of(interaction)
    await replace(interaction, replies.kept(_deadline_in(context, arguments)))


CONTROLS: dict[str, Handler] = {
    "calendrier.voir": view_pressed,
    "calendrier.avis": view_pressed,
    "calendrier.retirer": withdraw_pressed,
    "calendrier.confirmer": confirm_pressed,
    "calendrier.garder": keep_pressed,
}


def coming(context: Context) -> list[tuple[Deadline, date]]:
    """The deadlines to come with the day each falls on, the nearest first."""
    dated = [
        (deadline, deadline.next_due(context.today))
        for deadline in context.committee.deadlines.all()
    ]
    return sorted(
        ((deadline, day) for deadline, day in dated if day is not None),
        key=lambda pair: (pair[1], pair[0].id),
    )


def _calendar(context: Context) -> Reply:
    return replies.calendar(coming(context), context.today)


def _add(interaction: Interaction, context: Context, draft: Deadline, *, typed: bool) -> Reply:
    reminders = interaction.client.services.reminders
    committee, planner = context.committee, reminders.planner
    to_come, past = planner.notices_of(committee, draft, draft.first_on, context.now)
    if typed:
        planner.require_room(past)
    stored = context.committee.deadlines.add(
        draft, lambda deadline: planner.coming(committee, deadline, context.now)
    )
    context.committee.actions.note(
        ActionKind.DEADLINE_ADDED,
        context.person,
        context.now,
        title=stored.title,
        day=stored.first_on.isoformat(),
    )
    reminders.reschedule()
    return replies.added(stored, to_come, past, context.zone)


def _future(context: Context, typed: str) -> tuple[date, time | None]:
    read = read_date(typed, context.now, "future")
    if read.at(context.zone) < context.now:
        raise DeadlinePassedError(read.day, read.time)
    return read.day, read.time


def _notices(typed: str) -> tuple[int, ...]:
    """« 30, 14, 7, 1, 0 » → days before, largest first, each once.

    Raises:
        BadOptionError: something else than whole days up to a year.
    """
    parts = [part for part in re.split(r"[\s,;]+", typed.strip()) if part]
    days = [part.upper().removeprefix("J-").removeprefix("J") for part in parts]
    if not days or not all(_fits(day) for day in days):
        raise BadOptionError("preavis", typed, ["30, 14, 7, 3, 1, 0", "7, 1", "0"])
    return tuple(sorted({int(day) for day in days}, reverse=True))


def _fits(day: str) -> bool:
    return day.isdecimal() and len(day) <= 4 and int(day) <= MAX_NOTICE


def _channel(
    interaction: Interaction, context: Context, chosen: discord.TextChannel | discord.Thread | None
) -> int:
    """The channel of the notices, refused at once where the bot may not write."""
    wanted = chosen.id if chosen else context.committee.settings().channel_id
    channel_id = wanted or interaction.channel_id
    if channel_id is None:
        raise StaleControlError
    require_writable(interaction, channel_id)
    return channel_id


def require_writable(interaction: Interaction, channel_id: int) -> None:
    """Let a channel pass that the bot may write in now.

    Raises:
        ChannelRefusedError: it may not; what it lacks is told.
    """
    guild = interaction.guild
    channel = guild.get_channel_or_thread(channel_id) if guild else None
    if guild is None or channel is None or guild.me is None:
        raise ChannelRefusedError(channel_id, ["view_channel"])
    permissions = channel.permissions_for(guild.me)
    needed = _NEEDED_IN_THREAD if isinstance(channel, discord.Thread) else _NEEDED
    lacking = [name for name in needed if not getattr(permissions, name)]
    if lacking:
        raise ChannelRefusedError(channel_id, lacking)


def _deadline_in(context: Context, arguments: Sequence[str]) -> Deadline:
    try:
        return context.committee.deadlines.get(number_in(arguments, 0))
    except NotFoundError:
        raise StaleControlError from None
