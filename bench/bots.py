"""A bot in a process of its own, and the look-alike that it is connected to."""

import asyncio
import contextlib
import json
import os
import re
import signal
import sys
import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sandbox.demo import committee_world
from sandbox.person import Person
from sandbox.server import Chat
from sandbox.state import Event

BARE = "bench.bare"
WHOLE = "bench.whole"
ROOT = Path(__file__).resolve().parent.parent
_PATIENCE = 30.0  # seconds


@dataclass
class Started:
    """When a bot's process did what, in seconds since it was asked for.

    `session`: it is connected; `answered`: a measure asked for at that moment is answered;
    `ready`: it says so, half a second after the last server came (discord.py waits for more).
    """

    session: float
    answered: float
    ready: float


class Bot:
    """A bot's process on a chat. `folder` holds the whole bot's database; the bare one has none."""

    def __init__(
        self, module: str, chat: Chat, folder: Path, variables: Mapping[str, str] | None = None
    ) -> None:
        """Args: variables: of the environment, added to this process's own."""
        self.module = module
        self.chat = chat
        self.told: list[str] = []
        self._environment = {
            **os.environ,
            "DISCORD_TOKEN": chat.token,
            "VIGIE_DATA": str(folder),
            "VIGIE_LOG": "INFO",
            **(variables or {}),
        }
        self._process: asyncio.subprocess.Process | None = None

    @property
    def member(self) -> Person:
        """Somebody who may read."""
        return self.chat.person("Camille")

    @property
    def coordinator(self) -> Person:
        """Somebody who may change."""
        return self.chat.person("Mathieu")

    async def start(self, *options: str) -> Started:
        """Start the process; ask for a measure as soon as it has a session; wait until ready."""
        online = asyncio.Event()

        def look(_: Event) -> None:
            if self.chat.bot_online:
                online.set()

        forget = self.chat.world.listen(look)
        begun = time.perf_counter()
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", self.module, self.chat.api_url, self.chat.gateway_url, *options,
            cwd=ROOT, env=self._environment,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        ready = asyncio.create_task(self._ready())
        async with asyncio.timeout(_PATIENCE):
            await asyncio.wait(
                {ready, waiting := asyncio.create_task(online.wait())},
                return_when=asyncio.FIRST_COMPLETED,
            )
            waiting.cancel()
            forget()
            if not self.chat.bot_online:
                await ready  # it ended before it was there: this says why
            session = time.perf_counter()
            await self.member.slash("mesure voir", mesure="4")
            answered = time.perf_counter()
            return Started(session - begun, answered - begun, await ready - begun)

    async def stop(self) -> None:
        """Ask it to end, and wait until it has."""
        if self._process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            self._process.send_signal(signal.SIGTERM)
        await self._process.communicate()
        self._process = None

    async def stalls(self) -> list[float]:
        """The longest standstills of its loop since the last call, in ms, longest first."""
        assert self._process is not None
        assert self._process.stdout is not None
        self._process.send_signal(signal.SIGUSR1)
        found: list[float] = json.loads(await self._process.stdout.readline())
        return found

    def memory(self) -> float:
        """Resident memory, in MB."""
        found = re.search(r"VmRSS:\s+(\d+) kB", self._proc("status"))
        return int(found[1]) / 1024 if found else float("nan")

    def cpu(self) -> float:
        """Processor time used so far, in seconds (to a hundredth)."""
        fields = self._proc("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _proc(self, name: str) -> str:
        assert self._process is not None
        return Path(f"/proc/{self._process.pid}/{name}").read_text(encoding="ascii")

    async def _ready(self) -> float:
        assert self._process is not None
        assert self._process.stderr is not None
        self.told = []
        async for line in self._process.stderr:
            if b"ready as" in line:
                return time.perf_counter()
            self.told.append(line.decode(errors="replace"))
        raise RuntimeError(f"{self.module} ended before it was ready:\n{''.join(self.told)}")


@contextlib.asynccontextmanager
async def housed(
    module: str, folder: Path, variables: Mapping[str, str] | None = None
) -> AsyncIterator[Bot]:
    """A bot with a look-alike of its own, not started yet; it is stopped at the end."""
    async with Chat(committee_world(), port=0) as chat:
        bot = Bot(module, chat, folder, variables)
        try:
            yield bot
        finally:
            await bot.stop()
