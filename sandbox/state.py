"""What a world holds, and how it tells of its changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sandbox.clock import Clock
from sandbox.files import Files
from sandbox.message import Message
from sandbox.payload import Payload
from sandbox.people import User
from sandbox.places import Channel, Guild
from sandbox.snowflake import Snowflakes


@dataclass(frozen=True, slots=True)
class Event:
    """A change, named as Discord's gateway names it, with the object it sends.

    `channel_id` narrows who may know of it; `viewer_id` is the one person who sees an ephemeral
    message; `message` is set for the three MESSAGE_ events.
    """

    name: str
    payload: Payload
    guild_id: int | None = None
    channel_id: int | None = None
    viewer_id: int | None = None
    message: Message | None = None


Listener = Callable[[Event], None]


class WorldState:
    """The containers, by id.

    Commands are kept by guild id, 0 for the global ones; `nonces` are the ids of messages by
    channel, author and nonce.
    """

    def __init__(self, clock: Clock | None = None, bot_name: str = "Vigie") -> None:
        self.clock = clock or Clock()
        self.ids = Snowflakes(self.clock)
        self.users: dict[int, User] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.messages: dict[int, dict[int, Message]] = {}
        self.nonces: dict[tuple[int, int, str], int] = {}
        self.commands: dict[int, dict[int, Payload]] = {0: {}}
        self.files = Files()
        self._listeners: list[Listener] = []
        self.bot = User(self.ids.next(), bot_name, bot_name, bot=True)
        self.users[self.bot.id] = self.bot

    @property
    def application_id(self) -> int:
        """The bot's application: as for most bots, the bot's own id."""
        return self.bot.id

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` at every change, until the returned function is called."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def emit(self, event: Event) -> None:
        """Tells all listeners of a change that has been made."""
        for listener in tuple(self._listeners):
            listener(event)
