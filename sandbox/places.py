"""Where things happen: guilds, channels, threads, as Discord's JSON has them."""

from __future__ import annotations

from dataclasses import dataclass, field

from sandbox.payload import Payload, iso, optional_id
from sandbox.people import Member, Role

TEXT, DM, PUBLIC_THREAD, PRIVATE_THREAD = 0, 1, 11, 12
"""Channel types: https://discord.com/developers/docs/resources/channel#channel-object-channel-types"""


@dataclass
class Overwrite:
    """What a channel allows and denies a role (`kind` 0) or a member (1)."""

    id: int
    kind: int
    allow: int = 0
    deny: int = 0

    def payload(self) -> Payload:
        """Discord's overwrite object."""
        return {
            "id": str(self.id),
            "type": self.kind,
            "allow": str(self.allow),
            "deny": str(self.deny),
        }


@dataclass
class Thread:
    """What a thread has that a channel has not. `members` are user ids and when they came."""

    owner_id: int
    created: float
    archived: bool = False
    locked: bool = False
    invitable: bool = True
    archive_minutes: int = 4320
    members: dict[int, float] = field(default_factory=dict)

    def payload(self) -> Payload:
        """Discord's thread metadata."""
        return {
            "archived": self.archived,
            "auto_archive_duration": self.archive_minutes,
            "archive_timestamp": iso(self.created),
            "create_timestamp": iso(self.created),
            "locked": self.locked,
            "invitable": self.invitable,
        }


@dataclass
class Channel:
    """A text channel, a thread (`thread`, `parent_id`) or direct messages (`recipient_id`)."""

    id: int
    kind: int
    name: str
    guild_id: int | None = None
    topic: str | None = None
    position: int = 0
    parent_id: int | None = None
    recipient_id: int | None = None
    last_message_id: int | None = None
    message_count: int = 0
    overwrites: dict[int, Overwrite] = field(default_factory=dict)
    thread: Thread | None = None

    @property
    def mention(self) -> str:
        """What a message writes to name the channel."""
        return f"<#{self.id}>"

    def payload(self) -> Payload:
        """Discord's channel object."""
        channel: Payload = {
            "id": str(self.id),
            "type": self.kind,
            "last_message_id": optional_id(self.last_message_id),
            "flags": 0,
        }
        if self.guild_id is None:
            return channel
        channel |= {
            "guild_id": str(self.guild_id),
            "name": self.name,
            "parent_id": optional_id(self.parent_id),
            "rate_limit_per_user": 0,
        }
        return channel | (self._text_fields() if self.thread is None else self._thread_fields())

    def _text_fields(self) -> Payload:
        return {
            "topic": self.topic,
            "position": self.position,
            "nsfw": False,
            "permission_overwrites": [o.payload() for o in self.overwrites.values()],
        }

    def _thread_fields(self) -> Payload:
        assert self.thread is not None
        return {
            "owner_id": str(self.thread.owner_id),
            "thread_metadata": self.thread.payload(),
            "message_count": self.message_count,
            "total_message_sent": self.message_count,
            "member_count": len(self.thread.members),
        }


@dataclass
class Guild:
    """A server. `roles` and `members` are by id; channels are the world's."""

    id: int
    name: str
    owner_id: int
    created: float
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    events: dict[int, Payload] = field(default_factory=dict)
    locale: str = "fr"

    def payload(self) -> Payload:
        """Discord's guild object, as REST gives it."""
        return {
            "id": str(self.id),
            "name": self.name,
            "owner_id": str(self.owner_id),
            "roles": [role.payload() for role in self.roles.values()],
            "preferred_locale": self.locale,
            "approximate_member_count": len(self.members),
            **_PLAIN_GUILD,
        }


# What the look-alike's guilds never vary: no picture, no community features, no boost.
_PLAIN_GUILD: Payload = {
    "icon": None,
    "description": None,
    "home_header": None,
    "splash": None,
    "discovery_splash": None,
    "features": [],
    "banner": None,
    "application_id": None,
    "region": "canada",
    "afk_channel_id": None,
    "afk_timeout": 300,
    "system_channel_id": None,
    "system_channel_flags": 0,
    "widget_enabled": False,
    "widget_channel_id": None,
    "verification_level": 1,
    "default_message_notifications": 1,
    "mfa_level": 0,
    "explicit_content_filter": 0,
    "max_presences": None,
    "max_members": 500000,
    "max_stage_video_channel_users": 50,
    "max_video_channel_users": 25,
    "vanity_url_code": None,
    "premium_tier": 0,
    "premium_subscription_count": 0,
    "premium_progress_bar_enabled": False,
    "rules_channel_id": None,
    "safety_alerts_channel_id": None,
    "public_updates_channel_id": None,
    "incidents_data": None,
    "hub_type": None,
    "nsfw": False,
    "nsfw_level": 0,
    "emojis": [],
    "stickers": [],
}
