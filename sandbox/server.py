"""The embedded chat: a Discord look-alike that listens on this machine only."""

from __future__ import annotations

from pathlib import Path

from aiohttp import web

from sandbox.acting import Acting
from sandbox.backend import Backend, Recorded
from sandbox.clock import Clock
from sandbox.faults import Faults
from sandbox.gateway.hub import Hub
from sandbox.interactions import Interactions
from sandbox.keeper import Keeper
from sandbox.message import Message
from sandbox.page_socket import PageSockets
from sandbox.people import User
from sandbox.person import Person
from sandbox.places import Channel
from sandbox.rate_limits import RateLimits
from sandbox.rest.call import API
from sandbox.saving import move_addresses
from sandbox.site import application, listen
from sandbox.waiting import wait_message
from sandbox.world import World

LOOPBACK = ("127.0.0.1", "localhost")


class Chat:
    """A look-alike of Discord around a `World`.

    An unmodified discord.py client connects once `discord.http.Route.BASE` is `api_url` and
    `discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY` is `gateway_url`, with the token `token`.
    `privileged_intents` are the bits of the privileged intents that the application may use.
    With `state_path`, what happens is kept in that file and found again at the next start, in
    the place of `world`'s own content.
    """

    def __init__(
        self,
        world: World,
        port: int = 8080,
        host: str = "127.0.0.1",
        *,
        token: str | None = None,
        privileged_intents: int = 0,
        rate_limits: bool = False,
        answer_window: float = 3.0,
        token_life: float = 900.0,
        state_path: Path | None = None,
    ) -> None:
        if host not in LOOPBACK:
            msg = f"the chat listens on this machine only, not on {host}"
            raise ValueError(msg)
        self.world = world
        self.host = host
        self.port = port
        self.faults = Faults()
        interactions = Interactions(world, answer_window, token_life)
        limits = RateLimits(world.clock) if rate_limits else None
        self._backend = Backend(world, interactions, self.faults, limits)
        self._backend.token = token or self._backend.token
        self._backend.privileged = privileged_intents
        self.gateway = Hub(self._backend)
        self.acting = Acting(self._backend, self.gateway)
        self._pages = PageSockets(self.acting)
        self._keeper = None if state_path is None else Keeper(world, state_path)
        self._runner: web.AppRunner | None = None

    @property
    def clock(self) -> Clock:
        """The world's clock."""
        return self.world.clock

    @property
    def token(self) -> str:
        """The bot's token; any other is refused."""
        return self._backend.token

    @property
    def base_url(self) -> str:
        """The page, and the root of everything else."""
        return self._backend.base_url

    @property
    def api_url(self) -> str:
        """What goes in `discord.http.Route.BASE`."""
        return self.base_url + API

    @property
    def gateway_url(self) -> str:
        """What goes in `DiscordWebSocket.DEFAULT_GATEWAY`."""
        return self._backend.gateway_url

    @property
    def recorded(self) -> list[Recorded]:
        """Every request of the bot, in order."""
        return self._backend.recorded

    @property
    def bot_online(self) -> bool:
        """Whether a bot is connected now."""
        return self._backend.bot_online

    async def start(self) -> None:
        """Listens on `port` or, where it is taken, on the next free one (0: any)."""
        self._runner = web.AppRunner(self._site(), access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        try:
            self.port = await listen(self._runner, self.host, self.port)
        except OSError:
            await self._runner.cleanup()
            raise
        self._backend.base_url = f"http://{self.host}:{self.port}"
        move_addresses(self.world, self._backend.base_url)

    async def stop(self) -> None:
        """Ends every connection and stops listening."""
        await self._pages.close()
        await self.gateway.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        if self._keeper is not None:
            await self._keeper.close()

    async def __aenter__(self) -> Chat:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    def person(self, who: User | int | str) -> Person:
        """Someone of the world, to act as them."""
        return Person(self.acting, self.world.user(who))

    def messages(self, channel: Channel | int | str) -> list[Message]:
        """A channel's messages, oldest first, ephemeral ones included."""
        found = self.world.channel(channel)
        return list(self.world.messages.get(found.id, {}).values())

    async def wait_message(
        self,
        channel: Channel | int | str,
        containing: str = "",
        timeout: float = 5.0,  # noqa: ASYNC109
        *,
        after: Message | None = None,
    ) -> Message:
        """A channel's latest message whose visible text contains this, waited for.

        One that is already there will do, unless it is not newer than `after`.
        """
        found = self.world.channel(channel)
        since = 0 if after is None else after.id
        return await wait_message(self.world, found, containing, timeout, since)

    def _site(self) -> web.Application:
        return application(self._backend, self.gateway.serve, self._pages.serve)
