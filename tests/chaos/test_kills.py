"""kill -9 at the three moments that matter: no notice is lost, none is posted twice.

The bot is a process of its own, on a look-alike that lives in this one; the clocks of both are
moved to a morning when twelve notices are due. `make chaos` runs long campaigns of random kills.
"""

import asyncio
import sqlite3
import time
from collections import Counter
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sandbox.clock import Clock
from sandbox.demo import committee_world
from sandbox.reading import visible_text
from sandbox.server import Chat
from sandbox.state import Event
from storage.database import FILE_NAME
from tests.support.house import TORONTO
from tests.support.programs import Program, connected_program

TITLES = [f"Avis {letter}" for letter in "ABCDEFGHIJKL"]
CHANNELS = ("général", "suivi-du-plan")


class AheadClock(Clock):
    """The machine's clock, some seconds ahead."""

    ahead = 0.0

    def now(self) -> float:
        return time.time() + self.ahead

    def be_at(self, *moment: int) -> None:
        year, month, day, hour, minute, second = moment
        there = datetime(year, month, day, hour, minute, second, tzinfo=TORONTO)
        self.ahead = there.timestamp() - time.time()


async def add_deadlines(chat: Chat, running: Program) -> None:
    """Twelve reminders of one morning, in two channels, added as a coordinator does."""
    await running.line("ready")
    for number, title in enumerate(TITLES):
        answer = await chat.person("Mathieu").slash(
            "calendrier ajouter",
            titre=title,
            quand="31 mars 2027",
            genre="rappel",
            preavis="0",
            salon=CHANNELS[number % 2],
        )
        assert "J-0" in answer.text, answer


async def kill_when_claimed(chat: Chat, running: Program, folder: Path) -> None:
    """A post is claimed on disk; its message may or may not have left."""
    sql = "SELECT count(*) FROM delivery WHERE status = 'claimed'"
    with closing(sqlite3.connect(f"file:{folder / FILE_NAME}?mode=ro", uri=True)) as connection:
        while connection.execute(sql).fetchone() == (0,):  # noqa: ASYNC110
            await asyncio.sleep(0)
    running.process.kill()


async def kill_when_posted(chat: Chat, running: Program, folder: Path) -> None:
    """A message stands in its channel, and the bot has not heard that it does."""

    def kill(event: Event) -> None:
        if event.name == "MESSAGE_CREATE":
            running.process.kill()

    stop = chat.world.listen(kill)
    try:
        await running.process.wait()
    finally:
        stop()


async def kill_while_starting(chat: Chat, running: Program, folder: Path) -> None:
    """Before it is connected."""
    await asyncio.sleep(0.4)
    running.process.kill()


def titles(chat: Chat) -> Counter[str]:
    """How often each notice stands in the channels."""
    messages = [each for name in CHANNELS for each in chat.messages(name) if not each.ephemeral]
    shown = [visible_text(each.payload) for each in messages]
    return Counter(title for text in shown for title in TITLES if title in text)


async def test_killed_at_each_moment_every_notice_is_posted_once(tmp_path: Path) -> None:
    clock = AheadClock()
    async with Chat(committee_world(clock), port=0) as chat:
        clock.be_at(2027, 3, 1, 12, 0, 0)
        async with connected_program(chat, data=tmp_path, ahead=clock.ahead) as running:
            await add_deadlines(chat, running)
            assert await running.stop() == 0
        clock.be_at(2027, 3, 31, 8, 59, 59)
        for kill in (kill_when_claimed, kill_when_posted, kill_while_starting, kill_when_posted):
            async with connected_program(chat, data=tmp_path, ahead=clock.ahead) as running:
                async with asyncio.timeout(20):
                    await kill(chat, running, tmp_path)
                await running.process.wait()
        assert 0 < titles(chat).total() < len(TITLES), "the kills fell in the middle of the posts"
        async with connected_program(chat, data=tmp_path, ahead=clock.ahead) as running:
            await running.line("ready")
            async with asyncio.timeout(20):
                while len(titles(chat)) < len(TITLES):  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
            assert await running.stop() == 0
        assert titles(chat) == Counter(TITLES)
