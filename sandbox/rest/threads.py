"""Threads: started, joined, left."""

from __future__ import annotations

from sandbox import permissions
from sandbox.errors import DiscordError, bad_form, missing_access, unknown
from sandbox.limits.schema import Flag, OneOf, Problems, Text, form
from sandbox.payload import Payload
from sandbox.places import PRIVATE_THREAD, PUBLIC_THREAD, Channel
from sandbox.rest import access
from sandbox.rest.call import Call, Reply, Routes

routes = Routes()

_THREAD = form(
    "name",
    name=Text(1, 100),
    auto_archive_duration=OneOf((60, 1440, 4320, 10080)),
    type=OneOf((PUBLIC_THREAD, PRIVATE_THREAD)),
    invitable=Flag(),
)


@routes.on("POST", "/channels/{channel_id}/threads")
def start_thread(call: Call) -> Reply:
    """A thread of its own in a channel: private unless it says otherwise."""
    kind = call.body.get("type", PRIVATE_THREAD)
    private = kind == PRIVATE_THREAD
    needed = permissions.CREATE_PRIVATE_THREADS if private else permissions.CREATE_PUBLIC_THREADS
    return Reply(201, _started(call, call.channel(needed), kind).payload())


@routes.on("POST", "/channels/{channel_id}/messages/{message_id}/threads")
def start_thread_from_message(call: Call) -> Reply:
    """A public thread that hangs on a message."""
    parent = call.channel(permissions.CREATE_PUBLIC_THREADS)
    access.message(call.world, parent, call.id("message_id"))
    return Reply(201, _started(call, parent, PUBLIC_THREAD).payload())


@routes.on("GET", "/channels/{channel_id}/thread-members")
def list_thread_members(call: Call) -> list[Payload]:
    """Who is in a thread."""
    channel = _thread(call)
    assert channel.thread is not None
    return [call.world.thread_member(channel, user_id) for user_id in channel.thread.members]


@routes.on("PUT", "/channels/{channel_id}/thread-members/@me")
def join_thread(call: Call) -> None:
    """The bot joins a thread."""
    call.world.add_to_thread(_thread(call), call.world.bot)


@routes.on("DELETE", "/channels/{channel_id}/thread-members/@me")
def leave_thread(call: Call) -> None:
    """The bot leaves a thread."""
    call.world.remove_from_thread(_thread(call), call.world.bot)


@routes.on("PUT", "/channels/{channel_id}/thread-members/{user_id}")
def add_thread_member(call: Call) -> None:
    """Puts someone in a thread; they must be able to see its channel."""
    channel = _thread(call, permissions.SEND_MESSAGES_IN_THREADS)
    user = call.world.users.get(call.id("user_id"))
    if user is None:
        raise unknown("User")
    assert channel.parent_id is not None
    if not call.world.can(user, channel.parent_id, permissions.VIEW_CHANNEL):
        raise missing_access()
    call.world.add_to_thread(channel, user)


@routes.on("DELETE", "/channels/{channel_id}/thread-members/{user_id}")
def remove_thread_member(call: Call) -> None:
    """Puts someone out of a thread."""
    channel = _thread(call, permissions.MANAGE_THREADS)
    user = call.world.users.get(call.id("user_id"))
    if user is None:
        raise unknown("User")
    call.world.remove_from_thread(channel, user)


@routes.on("GET", "/guilds/{guild_id}/threads/active")
def active_threads(call: Call) -> Payload:
    """The guild's threads that are not archived and that the bot sees."""
    guild = call.guild()
    world, bot = call.world, call.world.bot
    threads = [
        channel
        for channel in world.channels.values()
        if channel.guild_id == guild.id
        and channel.thread is not None
        and not channel.thread.archived
        and world.can(bot, channel, permissions.VIEW_CHANNEL)
    ]
    joined = [t for t in threads if t.thread is not None and bot.id in t.thread.members]
    return {
        "threads": [thread.payload() for thread in threads],
        "members": [world.thread_member(thread, bot.id) for thread in joined],
    }


def _started(call: Call, parent: Channel, kind: int) -> Channel:
    problems = Problems()
    _THREAD.check(call.body, (), problems)
    problems.refuse()
    if parent.guild_id is None or parent.thread is not None:
        raise DiscordError(400, 50024, "Cannot execute action on this channel type")
    name = str(call.body["name"])
    if not name.strip():
        raise bad_form("name", "BASE_TYPE_REQUIRED", "This field is required")
    channel = call.world.add_thread(parent, call.world.bot, name, kind)
    assert channel.thread is not None
    channel.thread.invitable = call.body.get("invitable", True)
    channel.thread.archive_minutes = call.body.get("auto_archive_duration") or 4320
    return channel


def _thread(call: Call, needed: int = 0) -> Channel:
    channel = call.channel(needed)
    if channel.thread is None:
        raise DiscordError(400, 50024, "Cannot execute action on this channel type")
    return channel
