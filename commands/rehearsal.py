"""`/rappel repeter`: the whole campaign of a deadline, in a private thread."""

import logging
from collections.abc import Iterable, Mapping
from itertools import chain

import aiohttp
import discord

from commands.answers import send
from commands.context import Context, Interaction
from commands.deadline_options import find_channel
from plan.deadline import Deadline
from plan.deadline_errors import DeadlineOverError
from plan.errors import ChannelRefusedError, NotAllowedError
from reminders.preview import PlannedStep, rehearsal, worded
from replies import preview as replies
from replies.layout import Reply
from replies.preview import ShownStep

log = logging.getLogger(__name__)
_NEEDED = ("view_channel", "create_private_threads", "send_messages_in_threads")


async def rehearse(interaction: Interaction, context: Context, deadline: Deadline) -> None:
    """Open the thread, put the coordinator in it, and post every step there.

    Raises:
        DeadlineOverError: the deadline is over.
        ChannelRefusedError: the bot may not open a private thread there.
        NotAllowedError: the coordinator does not see the channel.
    """
    due_on = deadline.next_due(context.today)
    if due_on is None:
        raise DeadlineOverError(deadline.title)
    channel = await _channel(interaction, deadline)
    planner = interaction.client.services.reminders.planner
    steps = rehearsal(context.committee, deadline, due_on, planner, context.now, context.zone)
    names = _names(interaction, context, deadline)
    posts = [(step, post) for step in steps for post in step.posts]
    if not posts:
        await send(interaction, replies.nothing_to_rehearse(deadline))
        return
    await interaction.response.defer(ephemeral=True)
    thread = await _thread(interaction, channel, deadline)
    await send(interaction, replies.rehearsal_begun(thread.id, deadline, len(posts)))
    now, zone = context.now, context.zone
    told = (
        replies.rehearsed(worded(step, post, planner, now, zone).reply, shown(step), zone, names)
        for step, post in posts
    )
    opening = replies.rehearsal_opening(deadline, due_on)
    await _post(interaction, thread, chain([opening], told), len(posts) + 1)


def shown(step: PlannedStep) -> ShownStep:
    """A planned step as the replies show it."""
    notice, posts = step.notice, len(step.posts)
    return ShownStep(step.campaign.deadline, notice.due_on, notice.steps, notice.send_at, posts)


async def _channel(interaction: Interaction, deadline: Deadline) -> discord.TextChannel:
    """The deadline's channel, refused at once where no private thread can be opened in it."""
    guild = interaction.guild
    found = await find_channel(interaction, deadline.channel_id)
    if isinstance(found, discord.Thread):
        found = found.parent
    if guild is None or not isinstance(found, discord.TextChannel):
        raise ChannelRefusedError(deadline.channel_id, ["view_channel"])
    permissions = found.permissions_for(guild.me)
    lacking = [name for name in _NEEDED if not getattr(permissions, name)]
    if lacking:
        raise ChannelRefusedError(found.id, lacking)
    if not found.permissions_for(_member(interaction)).view_channel:
        raise NotAllowedError("view_of_channel")
    return found


def _member(interaction: Interaction) -> discord.Member:
    if not isinstance(interaction.user, discord.Member):
        raise TypeError("a command of a server comes from a member")
    return interaction.user


async def _thread(
    interaction: Interaction, channel: discord.TextChannel, deadline: Deadline
) -> discord.Thread:
    try:
        thread = await channel.create_thread(
            name=replies.thread_name(deadline),
            type=discord.ChannelType.private_thread,
            invitable=False,
        )
        await thread.add_user(interaction.user)
    except discord.Forbidden:
        raise ChannelRefusedError(channel.id, ["create_private_threads"]) from None
    return thread


async def _post(
    interaction: Interaction, thread: discord.Thread, posts: Iterable[Reply], total: int
) -> None:
    """Post one after the other, as fast as Discord allows; the thread may be closed meanwhile."""
    for rank, reply in enumerate(posts):
        try:
            await thread.send(view=reply.view)
        except (
            discord.HTTPException,
            discord.RateLimited,
            aiohttp.ClientError,
            OSError,
        ) as error:
            log.warning("the rehearsal in thread %s ended early: %s", thread.id, error)
            await send(interaction, replies.rehearsal_over(thread.id, rank, total))
            return


def _names(interaction: Interaction, context: Context, deadline: Deadline) -> Mapping[int, str]:
    """What stands in the place of a mention: in a thread, a real one would bring people in."""
    names = {deadline.created_by: deadline.created_by_name}
    for each in context.committee.team.assignments():
        names[each.member_id or each.role_id or 0] = each.name
        names[each.substitute_id or 0] = each.substitute_name
    if interaction.guild is not None:
        names |= {role.id: role.name for role in interaction.guild.roles}
    return names
