"""Channels themselves."""

from __future__ import annotations

from sandbox import permissions
from sandbox.errors import thread_archived
from sandbox.limits.schema import Flag, Number, OneOf, Problems, Text, form
from sandbox.payload import Payload
from sandbox.places import TEXT, Thread
from sandbox.rest.call import Call, Reply, Routes
from sandbox.rest.users import dm_payload

routes = Routes()

_CHANNEL = form(
    name=Text(1, 100),
    topic=Text(0, 1024),
    archived=Flag(),
    locked=Flag(),
    invitable=Flag(),
    auto_archive_duration=OneOf((60, 1440, 4320, 10080)),
    position=Number(0),
)


@routes.on("GET", "/channels/{channel_id}")
def get_channel(call: Call) -> Payload:
    """A channel, thread or direct messages."""
    channel = call.channel()
    if channel.recipient_id is not None:
        return dm_payload(call.world, channel)
    return channel.payload()


@routes.on("PATCH", "/channels/{channel_id}")
def edit_channel(call: Call) -> Payload:
    """Renames a channel; archives, locks or renames a thread."""
    problems = Problems()
    _CHANNEL.check(call.body, (), problems)
    problems.refuse()
    body = call.body
    channel = call.channel()
    if channel.thread is None:
        channel = call.channel(permissions.MANAGE_CHANNELS)
        if "topic" in body:
            channel.topic = body["topic"]
    else:
        _check_thread(call, channel.thread)
    if channel.thread is not None:
        thread = channel.thread
        thread.archived = body.get("archived", thread.archived)
        thread.locked = body.get("locked", thread.locked)
        thread.invitable = body.get("invitable", thread.invitable)
        thread.archive_minutes = body.get("auto_archive_duration", thread.archive_minutes)
    call.world.edit_channel(channel, body.get("name"))
    return channel.payload()


def _check_thread(call: Call, thread: Thread) -> None:
    """Who may write in a thread that is not locked takes it out of the archive.

    https://discord.com/developers/docs/resources/channel#modify-channel-json-params-thread
    """
    unarchives = call.body.get("archived") is False
    if thread.archived and not unarchives:
        raise thread_archived()
    if unarchives and not thread.locked:
        call.channel(permissions.SEND_MESSAGES)
    elif thread.locked or thread.owner_id != call.world.bot.id:
        call.channel(permissions.MANAGE_THREADS)


@routes.on("DELETE", "/channels/{channel_id}")
def delete_channel(call: Call) -> Payload:
    """Deletes a channel or thread."""
    channel = call.channel()
    needed = permissions.MANAGE_CHANNELS if channel.thread is None else permissions.MANAGE_THREADS
    call.channel(needed)
    call.world.delete_channel(channel)
    return channel.payload()


@routes.on("POST", "/guilds/{guild_id}/channels")
def create_channel(call: Call) -> Reply:
    """A new text channel."""
    guild = call.guild(permissions.MANAGE_CHANNELS)
    problems = Problems()
    form("name", name=Text(1, 100), topic=Text(0, 1024), type=OneOf((TEXT,))).check(
        call.body, (), problems
    )
    problems.refuse()
    channel = call.world.add_channel(guild, call.body["name"], call.body.get("topic"))
    return Reply(201, channel.payload())
