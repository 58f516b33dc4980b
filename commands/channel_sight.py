"""Which MOs have people who cannot see a deadline's channel, as far as the bot can know.

It is told nobody's roles. Of a role it knows what the role sees; of a member, what the channel says
of them by name, and whether there is any role at all that would let them in.
"""

import discord
from discord.abc import GuildChannel

from commands.context import Context, Interaction
from plan.deadline import Deadline, DeadlineKind
from plan.team import Assignment


def unseen_by(interaction: Interaction, context: Context, deadline: Deadline) -> list[str]:
    """The acronyms of the MOs asked there, some of whose people surely do not see it."""
    guild = interaction.guild
    found = guild.get_channel_or_thread(deadline.channel_id) if guild else None
    channel = found.parent if isinstance(found, discord.Thread) else found
    if channel is None or deadline.kind is not DeadlineKind.REPORTING:
        return []
    wishes = context.committee.team.all_wishes()
    asked = [
        each
        for each in context.committee.team.assignments()
        if not deadline.organisations or each.organisation in deadline.organisations
    ]
    return sorted(
        {
            each.organisation
            for each in asked
            if _is_hidden(channel, each, wishes.get(each.organisation, set()))
        }
    )


def _is_hidden(channel: GuildChannel, assignment: Assignment, wishing: set[int]) -> bool:
    """Tell whether it is hidden from the role, or from a member who has no direct messages."""
    role = channel.guild.get_role(assignment.role_id) if assignment.role_id else None
    if role is not None and not channel.permissions_for(role).view_channel:
        return True
    members = {assignment.member_id, assignment.substitute_id} - wishing
    return any(_is_hidden_from(channel, each) for each in members if each is not None)


def _is_hidden_from(channel: GuildChannel, member_id: int) -> bool:
    """Tell whether a member is shut out by name, or let in neither by name nor by any role."""
    guild = channel.guild
    if member_id == guild.owner_id:
        return False
    by_name = channel.overwrites_for(discord.Object(member_id)).view_channel
    if by_name is not None:
        return not by_name
    roles = [each for each in guild.roles if not each.is_bot_managed()]
    return not any(channel.permissions_for(each).view_channel for each in roles)
