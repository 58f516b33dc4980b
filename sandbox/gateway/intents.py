"""Which events a session gets, by its intents, and in what form."""

from __future__ import annotations

from typing import Final

from sandbox import permissions
from sandbox.payload import Payload
from sandbox.rest.access import blanked
from sandbox.state import Event
from sandbox.world import World

GUILDS: Final = 1 << 0
GUILD_MEMBERS: Final = 1 << 1
GUILD_PRESENCES: Final = 1 << 8
GUILD_MESSAGES: Final = 1 << 9
DIRECT_MESSAGES: Final = 1 << 12
MESSAGE_CONTENT: Final = 1 << 15
GUILD_SCHEDULED_EVENTS: Final = 1 << 16
PRIVILEGED: Final = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT

_NEEDED: Final = {
    "GUILD_CREATE": GUILDS,
    "GUILD_UPDATE": GUILDS,
    "GUILD_DELETE": GUILDS,
    "GUILD_ROLE_CREATE": GUILDS,
    "GUILD_ROLE_UPDATE": GUILDS,
    "GUILD_ROLE_DELETE": GUILDS,
    "CHANNEL_CREATE": GUILDS,
    "CHANNEL_UPDATE": GUILDS,
    "CHANNEL_DELETE": GUILDS,
    "THREAD_CREATE": GUILDS,
    "THREAD_UPDATE": GUILDS,
    "THREAD_DELETE": GUILDS,
    "THREAD_MEMBERS_UPDATE": GUILDS,
    "GUILD_MEMBER_ADD": GUILD_MEMBERS,
    "GUILD_MEMBER_UPDATE": GUILD_MEMBERS,
    "GUILD_MEMBER_REMOVE": GUILD_MEMBERS,
    "GUILD_SCHEDULED_EVENT_CREATE": GUILD_SCHEDULED_EVENTS,
    "GUILD_SCHEDULED_EVENT_UPDATE": GUILD_SCHEDULED_EVENTS,
    "GUILD_SCHEDULED_EVENT_DELETE": GUILD_SCHEDULED_EVENTS,
    "INTERACTION_CREATE": 0,
}
_MESSAGES = frozenset({"MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE"})


def for_session(world: World, event: Event, intents: int) -> Payload | None:
    """What a session with these intents is sent of an event, or None."""
    if event.guild_id is not None and not _in_guild(world, event):
        return None
    if event.name in _MESSAGES:
        return _message(world, event, intents)
    needed = _NEEDED.get(event.name)
    if needed is None or needed & intents != needed:
        return _own_member(world, event)
    if event.name.startswith("THREAD_") and not _sees(world, event):
        return None
    return event.payload


def _in_guild(world: World, event: Event) -> bool:
    if event.name == "GUILD_DELETE":
        return True
    return event.guild_id in world.guilds and (world.bot.id in world.guilds[event.guild_id].members)


def _own_member(world: World, event: Event) -> Payload | None:
    """The bot is always told of changes to its own membership."""
    if event.name != "GUILD_MEMBER_UPDATE":
        return None
    own = event.payload["user"]["id"] == str(world.bot.id)
    return event.payload if own else None


def _message(world: World, event: Event, intents: int) -> Payload | None:
    """An ephemeral message goes with direct messages, without its guild, as on Discord."""
    message = event.message
    assert message is not None
    direct = message.guild_id is None or message.viewer_id is not None
    if not intents & (DIRECT_MESSAGES if direct else GUILD_MESSAGES):
        return None
    if message.viewer_id is None and not _sees(world, event):
        return None
    if event.name == "MESSAGE_DELETE":
        return event.payload
    return blanked(world, message, event.payload, intents)


def _sees(world: World, event: Event) -> bool:
    channel = world.channels.get(event.channel_id or 0)
    return channel is None or world.can(world.bot, channel, permissions.VIEW_CHANNEL)
