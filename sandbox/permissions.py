"""Discord's permission bits, and what a member may do in a channel.

Order of the rules: https://discord.com/developers/docs/topics/permissions#permission-overwrites
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.people import Member
    from sandbox.places import Channel, Guild, Overwrite

ADMINISTRATOR = 1 << 3
MANAGE_CHANNELS = 1 << 4
MANAGE_GUILD = 1 << 5
ADD_REACTIONS = 1 << 6
VIEW_CHANNEL = 1 << 10
SEND_MESSAGES = 1 << 11
SEND_TTS_MESSAGES = 1 << 12
MANAGE_MESSAGES = 1 << 13
EMBED_LINKS = 1 << 14
ATTACH_FILES = 1 << 15
READ_MESSAGE_HISTORY = 1 << 16
MENTION_EVERYONE = 1 << 17
MANAGE_ROLES = 1 << 28
USE_APPLICATION_COMMANDS = 1 << 31
MANAGE_EVENTS = 1 << 33
MANAGE_THREADS = 1 << 34
CREATE_PUBLIC_THREADS = 1 << 35
CREATE_PRIVATE_THREADS = 1 << 36
SEND_MESSAGES_IN_THREADS = 1 << 38
CREATE_EVENTS = 1 << 44
PIN_MESSAGES = 1 << 51

ALL = (1 << 53) - 1
NONE = 0

MEMBER_DEFAULT = (
    VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | ADD_REACTIONS
    | USE_APPLICATION_COMMANDS
    | CREATE_PUBLIC_THREADS
    | CREATE_PRIVATE_THREADS
    | SEND_MESSAGES_IN_THREADS
)
"""What @everyone has in a new guild here."""

BOT_DEFAULT = MEMBER_DEFAULT | CREATE_EVENTS
"""What an invited bot's own role has here: no right to manage anything."""

DIRECT_MESSAGE = (
    VIEW_CHANNEL | SEND_MESSAGES | EMBED_LINKS | ATTACH_FILES | READ_MESSAGE_HISTORY | ADD_REACTIONS
)

_NEEDS_SENDING = MENTION_EVERYONE | SEND_TTS_MESSAGES | ATTACH_FILES | EMBED_LINKS


def guild_permissions(guild: Guild, member: Member) -> int:
    """What a member may do before any channel's overwrites."""
    if member.user.id == guild.owner_id:
        return ALL
    held = guild.roles[guild.id].permissions
    for role_id in member.roles:
        held |= guild.roles[role_id].permissions
    return ALL if held & ADMINISTRATOR else held


def channel_permissions(
    guild: Guild, member: Member, channel: Channel, overwrites: dict[int, Overwrite]
) -> int:
    """What a member may do in a channel; `overwrites` are the parent's for a thread."""
    held = guild_permissions(guild, member)
    if held == ALL:
        return ALL
    held = _overwritten(held, overwrites, guild, member)
    if not held & VIEW_CHANNEL:
        return NONE
    sending = SEND_MESSAGES_IN_THREADS if channel.thread is not None else SEND_MESSAGES
    if channel.thread is not None:
        held = (held | SEND_MESSAGES) if held & sending else (held & ~SEND_MESSAGES)
    if not held & sending:
        held &= ~_NEEDS_SENDING
    return held


def _overwritten(held: int, overwrites: dict[int, Overwrite], guild: Guild, member: Member) -> int:
    everyone = overwrites.get(guild.id)
    if everyone is not None:
        held = held & ~everyone.deny | everyone.allow
    allow = deny = 0
    for role_id in member.roles:
        overwrite = overwrites.get(role_id)
        if overwrite is not None:
            allow |= overwrite.allow
            deny |= overwrite.deny
    held = held & ~deny | allow
    own = overwrites.get(member.user.id)
    if own is not None:
        held = held & ~own.deny | own.allow
    return held
