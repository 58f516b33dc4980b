"""Who is there: users, roles, members, as Discord's JSON has them."""

from __future__ import annotations

from dataclasses import dataclass

from sandbox.payload import Payload, iso


@dataclass
class User:
    """An account. `note` tells the page's visitor who it is; `dms_open` is their choice."""

    id: int
    name: str
    username: str
    bot: bool = False
    dms_open: bool = True
    locale: str = "fr"
    note: str = ""

    @property
    def mention(self) -> str:
        """What a message writes to name this person."""
        return f"<@{self.id}>"

    def payload(self) -> Payload:
        """Discord's user object."""
        return {
            "id": str(self.id),
            "username": self.username,
            "discriminator": "0000" if self.bot else "0",
            "global_name": None if self.bot else self.name,
            "avatar": None,
            "bot": self.bot,
            "system": False,
            "public_flags": 0,
            "flags": 0,
            "banner": None,
            "accent_color": None,
            "avatar_decoration_data": None,
            "collectibles": None,
            "primary_guild": None,
        }


@dataclass
class Role:
    """A guild's role; the one whose id is the guild's is @everyone."""

    id: int
    name: str
    permissions: int = 0
    mentionable: bool = False
    position: int = 1
    color: int = 0
    bot_id: int | None = None

    @property
    def mention(self) -> str:
        """What a message writes to name the role."""
        return f"<@&{self.id}>"

    def payload(self) -> Payload:
        """Discord's role object."""
        colors = {"primary_color": self.color, "secondary_color": None, "tertiary_color": None}
        role: Payload = {
            "id": str(self.id),
            "name": self.name,
            "description": None,
            "color": self.color,
            "colors": colors,
            "hoist": False,
            "icon": None,
            "unicode_emoji": None,
            "position": self.position,
            "permissions": str(self.permissions),
            "managed": self.bot_id is not None,
            "mentionable": self.mentionable,
            "flags": 0,
        }
        if self.bot_id is not None:
            role["tags"] = {"bot_id": str(self.bot_id)}
        return role


@dataclass
class Member:
    """A user in a guild; `roles` without @everyone, which all hold."""

    user: User
    roles: list[int]
    joined: float
    nick: str | None = None

    @property
    def display_name(self) -> str:
        """The name that the guild shows."""
        return self.nick or self.user.name

    def payload(self, permissions: int | None = None) -> Payload:
        """Discord's guild member, with the permissions an interaction carries where given."""
        member: Payload = {"user": self.user.payload(), **self.partial()}
        if permissions is not None:
            member["permissions"] = str(permissions)
        return member

    def partial(self) -> Payload:
        """The member without the user: what a message carries beside its author."""
        return {
            "nick": self.nick,
            "roles": [str(role) for role in self.roles],
            "joined_at": iso(self.joined),
            "premium_since": None,
            "communication_disabled_until": None,
            "avatar": None,
            "banner": None,
            "deaf": False,
            "mute": False,
            "pending": False,
            "flags": 0,
        }
