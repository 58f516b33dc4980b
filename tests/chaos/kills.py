"""Notices go out while the bot is killed with -9, again and again: none is lost, none twice.

The bot is a process of its own on a look-alike that lives in this one; both clocks are moved to
the mornings when notices are due. A kill falls at one of the moments that matter, or at random.
"""

import asyncio
import random
import sqlite3
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from sandbox.clock import Clock
from sandbox.demo import committee_world
from sandbox.reading import visible_text
from sandbox.server import Chat
from sandbox.state import Event
from sandbox.world import World
from storage.database import FILE_NAME
from tests.support.house import TORONTO
from tests.support.programs import Program, connected_program

A_DAY = 5  # notices due at the same moment, in two channels
CHANNELS = ("général", "suivi-du-plan")
MOMENTS = ("claimed", "posted", "random")
_PATIENCE = 30  # seconds for all the notices of a morning to be there
_WORKING_DAYS = [  # Mondays to Thursdays of a month without a holiday
    date(2027, 11, 1) + timedelta(days=each) for each in range(28) if each % 7 < 4
]


class AheadClock(Clock):
    """The machine's clock, some time ahead."""

    ahead = 0.0

    def now(self) -> float:
        """Unix seconds."""
        return time.time() + self.ahead

    def be_at(self, moment: datetime) -> None:
        """Move to a moment; it goes on from there."""
        self.ahead = moment.timestamp() - time.time()


@dataclass
class Campaign:
    """A chat, a data folder, and the notices to come on some mornings."""

    chat: Chat
    clock: AheadClock
    folder: Path
    chance: random.Random
    kills: Counter[str] = field(default_factory=Counter)

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[Program]:
        """The bot, running at the chat's time."""
        async with connected_program(
            self.chat, data=self.folder, ahead=self.clock.ahead
        ) as running:
            yield running

    async def prepare(self, days: int) -> None:
        """Add the deadlines through the chat, and stop the bot as an operator does."""
        self.clock.be_at(datetime(2027, 10, 25, 12, tzinfo=TORONTO))
        async with self.bot() as running:
            await running.line("ready")
            coordinator = self.chat.person("Mathieu")
            for day in _WORKING_DAYS[:days]:
                for number in range(A_DAY):
                    answer = await coordinator.slash(
                        "calendrier ajouter",
                        titre=f"Avis {number} du {day.isoformat()}",
                        quand=day.isoformat(),
                        genre="rappel",
                        preavis="0",
                        salon=CHANNELS[number % 2],
                    )
                    assert "J-0" in answer.text, answer
            assert await running.stop() == 0

    async def morning(self, day: date, kills: int) -> None:
        """Live through nine o'clock, killed that many times, then left in peace."""
        self.clock.be_at(datetime(day.year, day.month, day.day, 8, 59, 59, tzinfo=TORONTO))
        for _ in range(kills):
            await self._killed_run(self.chance.choice(MOMENTS))
        async with self.bot() as running:
            await self._wait(lambda: len(set(self.titles(day))) == A_DAY)
            await asyncio.sleep(self.chance.random() / 2)
            await running.stop()

    def titles(self, day: date) -> list[str]:
        """What was posted of a day, one entry a post."""
        return [
            visible_text(message.payload).split(" · ")[0]
            for channel in CHANNELS
            for message in self.chat.messages(channel)
            if day.isoformat() in visible_text(message.payload) and not message.ephemeral
        ]

    async def _killed_run(self, moment: str) -> None:
        async with self.bot() as running:
            if moment == "posted":
                await self._kill_when_posted(running)
            elif moment == "claimed":
                await self._kill_when_claimed(running)
            else:
                await asyncio.sleep(self.chance.uniform(0.3, 2.5))
                running.process.kill()
            await running.process.wait()
        self.kills[moment] += 1
        if self.claimed():
            self.kills["that left a post claimed"] += 1

    async def _kill_when_posted(self, running: Program) -> None:
        """The message stands in the channel, and the bot has not heard that it does."""

        def kill(event: Event) -> None:
            message = event.message
            if event.name == "MESSAGE_CREATE" and message and not message.ephemeral:
                running.process.kill()

        stop = self.chat.world.listen(kill)
        try:
            await asyncio.wait_for(running.process.wait(), 4)
        except TimeoutError:  # everything was posted already
            running.process.kill()
        finally:
            stop()

    async def _kill_when_claimed(self, running: Program) -> None:
        """The row is claimed on disk; the message may or may not have left."""
        until = time.monotonic() + 4
        before = self.claimed()
        while time.monotonic() < until and self.claimed() <= before:
            await asyncio.sleep(0)
        running.process.kill()

    def claimed(self) -> int:
        """How many posts are claimed on disk, and not known to be sent."""
        path = self.folder / FILE_NAME
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            sql = "SELECT count(*) FROM delivery WHERE status = 'claimed'"
            return int(connection.execute(sql).fetchone()[0])

    async def _wait(self, seen: Callable[[], bool]) -> None:
        until = time.monotonic() + _PATIENCE
        while not seen() and time.monotonic() < until:
            await asyncio.sleep(0.02)


@dataclass(frozen=True)
class Outcome:
    """What became of the notices: `lost` and `twice` are titles; `kills` counts by moment."""

    notices: int
    lost: list[str]
    twice: list[str]
    kills: Counter[str]


async def campaign(folder: Path, kills: int, seed: int, each_morning: int = 3) -> Outcome:
    """Run a whole campaign with that many kills."""
    clock = AheadClock()
    world: World = committee_world(clock)
    async with Chat(world, port=0) as chat:
        running = Campaign(chat, clock, folder, random.Random(seed))
        mornings = -(-kills // each_morning)
        if mornings > len(_WORKING_DAYS):
            raise ValueError(f"{len(_WORKING_DAYS) * each_morning} kills at most")
        await running.prepare(mornings)
        left = kills
        for day in _WORKING_DAYS[:mornings]:
            await running.morning(day, min(each_morning, left))
            left -= each_morning
        expected = [
            f"### Avis {number} du {day.isoformat()}"
            for day in _WORKING_DAYS[:mornings]
            for number in range(A_DAY)
        ]
        found = Counter(title for day in _WORKING_DAYS[:mornings] for title in running.titles(day))
    return Outcome(
        notices=len(expected),
        lost=[each for each in expected if not found[each]],
        twice=[each for each, times in found.items() if times > 1],
        kills=running.kills,
    )
