"""What the bot may reach, refused as Discord refuses it."""

from __future__ import annotations

from sandbox import permissions
from sandbox.errors import missing_access, missing_permissions, unknown
from sandbox.message import Message
from sandbox.payload import Payload
from sandbox.places import Channel, Guild
from sandbox.world import World

MESSAGE_CONTENT = 1 << 15


def channel(world: World, channel_id: int, needed: int = 0) -> Channel:
    """A channel: 10003 where there is none, 50001 where it is not seen, 50013 without `needed`."""
    found = world.channels.get(channel_id)
    if found is None:
        raise unknown("Channel")
    held = world.permissions(world.bot, found)
    if not held & permissions.VIEW_CHANNEL:
        raise missing_access()
    if held & needed != needed:
        raise missing_permissions()
    return found


def guild(world: World, guild_id: int, needed: int = 0) -> Guild:
    """A guild: 10004 where there is none, 50001 where the bot is not, 50013 without `needed`."""
    found = world.guilds.get(guild_id)
    if found is None:
        raise unknown("Guild")
    own = found.members.get(world.bot.id)
    if own is None:
        raise missing_access()
    if permissions.guild_permissions(found, own) & needed != needed:
        raise missing_permissions()
    return found


def message(world: World, where: Channel, message_id: int) -> Message:
    """A message of a channel: 10008 where there is none (an ephemeral one is none to REST)."""
    found = world.messages.get(where.id, {}).get(message_id)
    if found is None or found.viewer_id is not None:
        raise unknown("Message")
    return found


def seen_by_bot(world: World, found: Message, privileged: int) -> Payload:
    """A message as the bot gets it.

    Without the message content intent the words of others are blank, unless they mention the bot
    or write to it directly:
    https://discord.com/developers/docs/events/gateway#message-content-intent
    """
    return blanked(world, found, found.payload, privileged)


def blanked(world: World, found: Message, payload: Payload, intents: int) -> Payload:
    """`payload` (of this message), without the content that these intents do not show."""
    if intents & MESSAGE_CONTENT or found.author_id == world.bot.id or found.guild_id is None:
        return payload
    if any(user["id"] == str(world.bot.id) for user in payload.get("mentions", ())):
        return payload
    return payload | {"content": "", "embeds": [], "attachments": [], "components": []}
