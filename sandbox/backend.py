"""What the REST API, the gateway, the page and people in tests all share."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from sandbox.faults import Faults
from sandbox.interactions import Interactions
from sandbox.payload import Payload
from sandbox.places import Channel
from sandbox.rate_limits import RateLimits
from sandbox.state import Event
from sandbox.world import World

KEPT_REQUESTS = 10_000


@dataclass(frozen=True)
class Recorded:
    """One request of the bot, and its answer.

    `template` is the route as Discord's API description writes it; `json` the body (of a
    multipart request, its `payload_json`).
    """

    method: str
    template: str
    json: Payload | list[Payload] | None
    status: int
    answer: Payload | list[Payload] | None = None


@dataclass
class Backend:
    """One look-alike at work. `privileged` are the intents (bits) enabled for the application."""

    world: World
    interactions: Interactions
    faults: Faults
    rate_limits: RateLimits | None = None
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    privileged: int = 0
    base_url: str = ""
    recorded: list[Recorded] = field(default_factory=list)
    bot_online: bool = False

    @property
    def gateway_url(self) -> str:
        """Where the gateway's WebSocket is."""
        return self.base_url.replace("http", "ws", 1) + "/gateway"

    def record(self, request: Recorded) -> None:
        """Keeps a request; of a long day, only the latest ones."""
        self.recorded.append(request)
        if len(self.recorded) > 2 * KEPT_REQUESTS:
            del self.recorded[:KEPT_REQUESTS]

    def commands_changed(self) -> None:
        """Tells the page that the bot registered its commands."""
        self.world.emit(Event("COMMANDS", {}))

    def show_typing(self, channel: Channel) -> None:
        """Tells the page that the bot is writing."""
        self.world.emit(Event("TYPING", {}, channel.guild_id, channel.id))

    def set_online(self, online: bool) -> None:
        """Tells the page that the bot came or went."""
        if online != self.bot_online:
            self.bot_online = online
            self.world.emit(Event("PRESENCE", {}))
