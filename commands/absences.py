"""What `/equipe absence` writes down, and its button that takes it away."""

from collections.abc import Sequence
from datetime import date

import discord

from commands.answers import replace
from commands.context import Context, Interaction, context_of
from commands.controls import Handler, number_in
from plan.action import ActionKind
from plan.errors import StaleControlError
from plan.team import Absence, Assignment
from replies import team as replies
from replies.layout import Reply


def set_absence(
    interaction: Interaction, context: Context, member: discord.User, first: date, last: date
) -> Reply:
    """Write down an absence, in the place of those of the member that it overlaps."""
    asked = Absence(member.id, member.display_name, first, last)
    with interaction.client.services.storage.writing():
        absence, before = context.committee.team.set_absence(asked)
        _note(context, ActionKind.ABSENCE, absence)
    return replies.absence_noted(absence, before, _replaced(context, member))


async def removed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Retirer l'absence »: the member's notices come back."""
    context = context_of(interaction)
    context.require_coordinator()
    with interaction.client.services.storage.writing():
        absence = context.committee.team.remove_absence(number_in(arguments, 0))
        if absence is None:
            raise StaleControlError
        _note(context, ActionKind.ABSENCE_REMOVED, absence)
    await replace(interaction, replies.absence_removed(absence))


CONTROLS: dict[str, Handler] = {"equipe.presence": removed}


def _note(context: Context, kind: ActionKind, absence: Absence) -> None:
    context.note(
        kind,
        name=absence.name,
        member_id=str(absence.member_id),
        first=absence.first.isoformat(),
        last=absence.last.isoformat(),
    )


def _replaced(context: Context, member: discord.User) -> list[Assignment]:
    """What a member answers for, by name or by role, that somebody else then does."""
    roles = _roles_of(member)
    return [
        each
        for each in context.committee.team.assignments()
        if each.substitute_id and (each.member_id == member.id or each.role_id in roles)
    ]


def _roles_of(member: discord.User) -> set[int]:
    """The roles of a member named in an option; the library gives members of the server as such."""
    named: object = member
    return {role.id for role in named.roles} if isinstance(named, discord.Member) else set()
