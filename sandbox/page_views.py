"""What the page is shown of the world, for one person (see PROTOCOL.md)."""

from __future__ import annotations

from itertools import islice

from sandbox import permissions
from sandbox.backend import Backend
from sandbox.message import Message
from sandbox.payload import Payload
from sandbox.people import User
from sandbox.places import DM, Channel, Guild
from sandbox.world import World

HISTORY = 300
"""How many messages of a channel the page is given."""


def hello(backend: Backend, me: User) -> Payload:
    """Everything but the messages."""
    world = backend.world
    guild = home(world, me)
    return {
        "t": "hello",
        "me": me.payload(),
        "people": [_person(guild, user) for user in world.users.values() if not user.bot],
        "guild": {"id": str(guild.id), "name": guild.name},
        "bot": world.bot.payload(),
        "bot_online": backend.bot_online,
        "roles": [role.payload() for role in guild.roles.values()],
        "channels": channels(world, me),
        "commands": commands(world, me),
    }


def channels(world: World, me: User) -> list[Payload]:
    """The channels this person sees, their direct messages with the bot last."""
    guild = home(world, me)
    seen = [
        channel
        for channel in world.channels.values()
        if channel.guild_id == guild.id
        and world.can(me, channel, permissions.VIEW_CHANNEL)
        and not (channel.thread is not None and channel.thread.archived)
    ]
    return [_channel(world, me, channel) for channel in [*seen, world.dm(me)]]


def commands(world: World, me: User) -> list[Payload]:
    """The commands of the guild and the global ones; the chat checks again who may use them."""
    own = world.commands.get(home(world, me).id, {})
    return [*own.values(), *world.commands[0].values()]


def history(world: World, me: User, channel: Channel) -> list[Payload]:
    """A channel's last messages, oldest first, with this person's own private ones."""
    if not world.can(me, channel, permissions.VIEW_CHANNEL):
        return []
    stored = reversed(world.messages.get(channel.id, {}).values())
    own = (m.payload for m in stored if m.viewer_id in (None, me.id))
    return list(islice(own, HISTORY))[::-1]


def visible(world: World, me: User, message: Message) -> bool:
    """Whether this person sees a message."""
    if message.viewer_id is not None:
        return message.viewer_id == me.id
    channel = world.channels.get(message.channel_id)
    return channel is not None and world.can(me, channel, permissions.VIEW_CHANNEL)


def home(world: World, me: User) -> Guild:
    """The guild the page is in: the first one of this person's, else the first one."""
    own = [guild for guild in world.guilds.values() if me.id in guild.members]
    return (own or list(world.guilds.values()))[0]


def _person(guild: Guild, user: User) -> Payload:
    member = guild.members.get(user.id)
    held = [guild.roles[role_id].name for role_id in member.roles] if member else []
    return {
        "user": user.payload(),
        "nick": member.nick if member else None,
        "role_names": held,
        "note": user.note,
    }


def _channel(world: World, me: User, channel: Channel) -> Payload:
    can_write = world.can(me, channel, permissions.SEND_MESSAGES)
    payload = channel.payload() | {"can_write": can_write}
    if channel.kind == DM:
        payload["recipients"] = [world.bot.payload()]
    return payload
