"""A message as the look-alike keeps it: Discord's object, and what Discord knows beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sandbox.payload import Payload

EPHEMERAL = 1 << 6
LOADING = 1 << 7
SUPPRESS_NOTIFICATIONS = 1 << 12
COMPONENTS_V2 = 1 << 15


@dataclass(frozen=True)
class Notified:
    """Whom a message really notified: ids of users and roles, and whether everyone."""

    users: frozenset[int] = frozenset()
    roles: frozenset[int] = frozenset()
    everyone: bool = False

    def __bool__(self) -> bool:
        return bool(self.users or self.roles or self.everyone)

    def __or__(self, other: Notified) -> Notified:
        return Notified(
            self.users | other.users, self.roles | other.roles, self.everyone or other.everyone
        )


NOBODY = Notified()


@dataclass
class Message:
    """One message.

    `payload` is Discord's message object; it is replaced at an edit, never changed in place.
    `viewer_id` is set on an ephemeral message: the one person who sees it.
    `interaction_id` is that of the interaction whose answer or follow-up it is.
    """

    id: int
    channel_id: int
    author_id: int
    payload: Payload
    guild_id: int | None = None
    viewer_id: int | None = None
    nonce: str | None = None
    interaction_id: int | None = None
    notified: Notified = field(default=NOBODY)
    deleted: bool = False

    @property
    def content(self) -> str:
        """The plain text, empty in a layout."""
        text: str = self.payload["content"]
        return text

    @property
    def flags(self) -> int:
        """Discord's message flags."""
        flags: int = self.payload["flags"]
        return flags

    @property
    def ephemeral(self) -> bool:
        """Seen by one person only."""
        return bool(self.flags & EPHEMERAL)

    @property
    def loading(self) -> bool:
        """A deferred answer that is still to come."""
        return bool(self.flags & LOADING)

    @property
    def layout(self) -> bool:
        """Made of components alone (Components V2)."""
        return bool(self.flags & COMPONENTS_V2)

    @property
    def components(self) -> list[Payload]:
        """The top-level components."""
        components: list[Payload] = self.payload["components"]
        return components
