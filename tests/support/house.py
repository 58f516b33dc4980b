"""The whole bot on the embedded chat: real client, real SQLite file, a clock that is set."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from commands.client import Vigie
from commands.context import Services
from reminders.service import ReminderService
from sandbox.demo import committee_world
from sandbox.person import Person
from sandbox.server import Chat
from sandbox.world import World
from storage.committees import Storage
from storage.shipped import shipped_plan
from tests.support.bare_client import connected, point_discord_at

TORONTO = ZoneInfo("America/Toronto")
START = datetime(2026, 11, 23, 10, 0, tzinfo=TORONTO)  # a Monday morning


@dataclass
class SetClock:
    """A clock that stands still until it is moved."""

    moment: datetime = field(default=START)

    def now(self) -> datetime:
        return self.moment.astimezone(UTC)

    def advance(self, **by: float) -> None:
        self.moment = (self.moment.astimezone(UTC) + timedelta(**by)).astimezone(TORONTO)

    def set(self, year: int, month: int, day: int, hour: int = 9, minute: int = 0) -> None:
        self.moment = datetime(year, month, day, hour, minute, tzinfo=TORONTO)


@dataclass
class House:
    """A running bot, its chat, and the people in it."""

    folder: Path
    world: World
    chat: Chat
    clock: SetClock
    storage: Storage
    client: Vigie
    _stack: contextlib.AsyncExitStack

    @property
    def member(self) -> Person:
        return self.chat.person("Camille")

    @property
    def repondante(self) -> Person:
        return self.chat.person("Nadia")

    @property
    def coordinator(self) -> Person:
        return self.chat.person("Mathieu")

    async def wake(self) -> None:
        """Let the reminders run at the clock's time, as the wake job would."""
        await self.client.services.reminders.run()

    async def stop(self) -> None:
        """Stop the bot; the chat stays, with its messages."""
        await self._stack.aclose()

    async def start(self) -> None:
        """Start the bot anew on the same data folder and chat."""
        self._stack = contextlib.AsyncExitStack()
        self.storage, self.client = await self._stack.enter_async_context(
            _bot(self.folder, self.chat, self.clock)
        )

    async def restart(self) -> None:
        await self.stop()
        await self.start()


@contextlib.asynccontextmanager
async def open_house(folder: Path, world: World | None = None) -> AsyncIterator[House]:
    """A bot on a new chat. `world` (default: the demonstration committee) may have more servers."""
    world = world or committee_world()
    clock = SetClock()
    async with Chat(world, port=0) as chat:
        point_discord_at(chat)
        stack = contextlib.AsyncExitStack()
        storage, client = await stack.enter_async_context(_bot(folder, chat, clock))
        house = House(folder, world, chat, clock, storage, client, stack)
        try:
            yield house
        finally:
            await house.stop()


@contextlib.asynccontextmanager
async def _bot(folder: Path, chat: Chat, clock: SetClock) -> AsyncIterator[tuple[Storage, Vigie]]:
    storage = Storage.open(folder)
    try:
        reminders = ReminderService(storage, TORONTO, clock.now)
        client = Vigie(
            Services(storage, reminders, clock, TORONTO, shipped_plan), guild_ready_timeout=0.02
        )
        async with connected(chat, client):
            yield storage, client
            await reminders.stop()
            await client.finish()
        await asyncio.sleep(0)
    finally:
        storage.close()
