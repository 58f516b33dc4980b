"""A thousand notices due in the same minute, on a look-alike with Discord's own limits."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.bots import WHOLE, Bot
from bench.settings import Settings
from bench.table import Row, table, times
from plan.deadline import Deadline, DeadlineKind, Notice, Repetition
from sandbox.demo import committee_world
from sandbox.rate_limits import BUCKET_LIMIT, BUCKET_SECONDS, GLOBAL_LIMIT
from sandbox.reading import visible_text
from sandbox.server import Chat
from sandbox.state import Event
from storage.committees import Storage

NOTICES = 1_000
SPREADS = (200, 25)  # channels they go to: Discord limits all together, and each channel
_AHEAD = 15.0  # seconds that the bot has to start in, on a machine at work
_PATIENCE = 3.0  # times what the limits allow


async def compare(settings: Settings) -> Iterator[str]:
    """Print how long the posts took beside what the limits allow."""
    rows = [await _run(settings.folder / f"notices-{each}", each) for each in SPREADS]
    heads = ("channels", "posted", "twice", "429", "took, s", "limits allow, s", "ratio", "goal")
    return iter((table(f"{NOTICES} notices due in the same minute", heads, rows),))


async def _run(folder: Path, channels: int) -> Row:
    world = committee_world()
    guild = next(iter(world.guilds.values()))
    ids = [world.add_channel(guild, f"avis-{rank}").id for rank in range(channels)]
    async with Chat(world, port=0, rate_limits=True) as chat:
        bot = Bot(WHOLE, chat, folder)
        await bot.start()
        await bot.stop()
        due = datetime.now(UTC) + timedelta(seconds=_AHEAD)
        _fill(folder, guild.id, ids, due)
        posts: list[tuple[float, str]] = []
        all_there = asyncio.Event()

        def look(event: Event) -> None:
            if event.name == "MESSAGE_CREATE" and event.channel_id in ids:
                posts.append((time.time(), visible_text(event.payload)))
            if len(posts) >= NOTICES:
                all_there.set()

        world.listen(look)
        allowed = allowed_seconds(channels)
        await bot.start()
        async with asyncio.timeout(_AHEAD + _PATIENCE * allowed):
            await all_there.wait()
        await asyncio.sleep(1)
        await bot.stop()
    took = posts[NOTICES - 1][0] - due.timestamp()
    twice = sum(count - 1 for count in Counter(text for _, text in posts).values())
    refused = sum(each.status == 429 for each in chat.recorded)
    return (
        str(channels), str(len(posts)), str(twice), str(refused),
        f"{took:.1f}", f"{allowed:.1f}", times(took, allowed), "1.2 ×",
    )  # fmt: skip


def allowed_seconds(channels: int) -> float:
    """N ÷ the rate that both limits allow: in all, and in each channel."""
    in_each = BUCKET_LIMIT / BUCKET_SECONDS
    return NOTICES / min(GLOBAL_LIMIT, in_each * channels)


def _fill(folder: Path, committee_id: int, channels: list[int], due: datetime) -> None:
    storage = Storage.open(folder)
    committee = storage.committee(committee_id)
    for rank in range(NOTICES):
        deadline = Deadline(
            id=0,
            title=f"Échéance {rank}",
            first_on=due.date() + timedelta(days=1),
            at=None,
            kind=DeadlineKind.REMINDER,
            repetition=Repetition.NONE,
            notices=(1,),
            channel_id=channels[rank % len(channels)],
            organisations=(),
            created_by=2,
            created_by_name="Mathieu Gagnon",
            created_at=due,
        )
        committee.deadlines.add(deadline, lambda each: [Notice(each.id, each.first_on, (1,), due)])
    storage.close()
