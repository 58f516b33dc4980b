"""A campaign of notices whose bot is killed -9 again and again: nothing lost, nothing twice.

`python -m tests.chaos.campaign [--kills N] [--seed N]` starts the whole bot as its operator does,
on a look-alike served here, and kills it at random moments while it posts. Every other time the
look-alike forgets its nonces at once, as Discord does after a few minutes: then only the channel's
history tells what was posted. It prints what was lost and what came twice, and fails on either.
"""

import argparse
import asyncio
import contextlib
import os
import random
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from plan.deadline import Deadline, DeadlineKind, Notice, Repetition
from sandbox.demo import committee_world
from sandbox.reading import visible_text
from sandbox.rest import messages
from sandbox.server import Chat
from sandbox.state import Event
from storage.committees import Storage
from storage.shipped import shipped_plan

_ROOT = Path(__file__).resolve().parents[2]
_CHANNELS = 5
_AHEAD = 60  # notices waiting before each life: more than it lives to post
_POSTS = 15  # posts of a life at most; it is killed at the last one, or a little later
_LATER = 0.05  # seconds
_PATIENCE = 60.0  # seconds


class Campaign:
    """The chat, the notices written so far, and the bot's lives."""

    def __init__(self, chat: Chat, folder: Path, chance: random.Random) -> None:
        self.chat = chat
        self.folder = folder
        self.chance = chance
        self.guild = next(iter(chat.world.guilds.values()))
        self.channels = [
            chat.world.add_channel(self.guild, f"avis-{rank}").id for rank in range(_CHANNELS)
        ]
        self.written = 0

    @property
    def posts(self) -> list[str]:
        """What stands in the channels, by the title each post tells."""
        return [
            visible_text(each.payload).partition("### ")[2].partition(" · ")[0]
            for channel in self.channels
            for each in self.chat.messages(channel)
        ]

    def top_up(self) -> None:
        """Write notices that are due now, until enough of them wait; the bot is dead meanwhile."""
        storage = Storage.open(self.folder)
        committee = storage.committee(self.guild.id)
        while self.written - len(self.posts) < _AHEAD:
            due = datetime.now(UTC)
            deadline = _deadline(self.written, self.chance.choice(self.channels), due)
            committee.deadlines.add(deadline, _due_at_once)
            self.written += 1
        storage.close()

    async def live(self, *, killed: bool) -> None:
        """Start a bot; kill it while it posts or, the last time, let it post all that is left."""
        seen = 0
        posted = asyncio.Event()
        last = self.chance.randint(1, _POSTS) if killed else self.written - len(self.posts)

        def look(event: Event) -> None:
            nonlocal seen
            seen += event.name == "MESSAGE_CREATE"
            if seen >= last:
                if killed and at_once:
                    process.kill()  # it stands in the channel, and the bot was not told
                posted.set()

        at_once = self.chance.random() < 0.5
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bench.whole", self.chat.api_url, self.chat.gateway_url,
            cwd=_ROOT, env=_environment(self.chat, self.folder),
            stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        forget = self.chat.world.listen(look)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await posted.wait()
        forget()
        if killed and not at_once:
            await asyncio.sleep(self.chance.uniform(0, _LATER))
        if not killed:
            await asyncio.sleep(2)
        with contextlib.suppress(ProcessLookupError):
            process.kill() if killed else process.terminate()
        await process.wait()

    def told(self) -> dict[str, int]:
        """What the database's own ledger says of the posts, by status."""
        storage = Storage.open(self.folder)
        committee = storage.committee(self.guild.id)
        found = Counter(
            f"{each.status.value} {each.outcome}"
            for deadline in committee.deadlines.all()
            for each in storage.deliveries.of_deadline(deadline.id)
        )
        storage.close()
        return dict(found)


def _deadline(rank: int, channel: int, now: datetime) -> Deadline:
    """Half are plain reminders, half ask an MO."""
    asks = rank % 2 == 0
    return Deadline(
        id=0,
        title=f"Échéance {rank}",
        first_on=now.date() + timedelta(days=1),
        at=None,
        kind=DeadlineKind.REPORTING if asks else DeadlineKind.REMINDER,
        repetition=Repetition.NONE,
        notices=(1,),
        channel_id=channel,
        organisations=("SAA",),
        created_by=2,
        created_by_name="Mathieu Gagnon",
        created_at=now,
    )


def _due_at_once(deadline: Deadline) -> list[Notice]:
    return [Notice(deadline.id, deadline.first_on, (1,), deadline.created_at)]


def _environment(chat: Chat, folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "DISCORD_TOKEN": chat.token,
        "VIGIE_DATA": str(folder),
        "VIGIE_LOG": "ERROR",
    }


async def run(kills: int, seed: int, folder: Path) -> int:
    """Run the campaign; returns how many posts were lost or came twice."""
    chance = random.Random(seed)
    remembered = messages.NONCE_SECONDS
    begun = time.monotonic()
    async with Chat(committee_world(), port=0) as chat:
        campaign = Campaign(chat, folder, chance)
        storage = Storage.open(folder)
        storage.welcome(campaign.guild.id, campaign.guild.name, shipped_plan, datetime.now(UTC))
        storage.close()
        for life in range(kills):
            messages.NONCE_SECONDS = 0.0 if life % 2 else remembered
            campaign.top_up()
            await campaign.live(killed=True)
        await campaign.live(killed=False)
        counted = Counter(campaign.posts)
        told = campaign.told()
    lost = campaign.written - len(counted)
    twice = sum(count - 1 for count in counted.values())
    print(
        f"{kills} kills (seed {seed}), {campaign.written} notices: {lost} lost, {twice} twice"
        f" ({time.monotonic() - begun:.0f} s)\nledger: {told}"
    )
    return lost + twice


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos.campaign", description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vigie-chaos-") as folder:
        return 1 if asyncio.run(run(arguments.kills, arguments.seed, Path(folder))) else 0


if __name__ == "__main__":
    sys.exit(main())
