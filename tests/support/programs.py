"""The bot as a program of its own: `python bot.py` in another process."""

import asyncio
import contextlib
import ctypes
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from sandbox.server import Chat

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 30  # seconds: far more than a start takes
# Runs `bot.py` with Discord's two addresses replaced and its clock set, and nothing else.
ELSEWHERE = """
import datetime, sys, discord, yarl
discord.http.Route.BASE = sys.argv.pop(1)
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(sys.argv.pop(1))
sys.path.insert(0, sys.argv.pop(1))
import bot
ahead = datetime.timedelta(seconds=float(sys.argv.pop(1)))
class Clock(bot.SystemClock):
    def now(self):
        return super().now() + ahead
bot.SystemClock = Clock
sys.exit(bot.main())
"""


@dataclass
class Program:
    """A running program and what it has printed so far, on both of its outputs."""

    process: asyncio.subprocess.Process
    lines: list[str] = field(default_factory=list)

    @property
    def output(self) -> str:
        return "\n".join(self.lines)

    async def line(self, containing: str) -> str:
        """The first line that holds this, waited for."""
        assert self.process.stdout is not None
        async with asyncio.timeout(LONGEST):
            while True:
                for line in self.lines:
                    if containing in line:
                        return line
                raw = await self.process.stdout.readline()
                assert raw, f"it ended without {containing!r}:\n{self.output}"
                self.lines.append(raw.decode().rstrip("\n"))

    async def end(self) -> int:
        """Its exit code, waited for; its last lines are read."""
        assert self.process.stdout is not None
        async with asyncio.timeout(LONGEST):
            while raw := await self.process.stdout.readline():
                self.lines.append(raw.decode().rstrip("\n"))
            return await self.process.wait()

    async def stop(self, number: int = signal.SIGTERM) -> int:
        """Tell it to stop; gives its exit code."""
        self.process.send_signal(number)
        return await self.end()


async def assert_fatal(running: Program, *told: str) -> None:
    """It ends at once, with a code, and three lines at most, in all."""
    code = await running.end()
    assert code not in (0, None)
    lines = [line for line in running.lines if line.strip()]
    assert 1 <= len(lines) <= 3, running.output
    assert "Traceback" not in running.output
    for text in told:
        assert text in running.output


@contextlib.asynccontextmanager
async def program(
    *arguments: str,
    data: Path,
    root: Path = ROOT,
    flags: Sequence[str] = (),
    powerless: bool = False,
    variables: Mapping[str, str] = MappingProxyType({}),
) -> AsyncIterator[Program]:
    """`python bot.py arguments`, killed at the end where it still runs.

    `flags` are Python's own. `powerless`: even root may not write what is read-only. Needs Linux.
    """
    command = [sys.executable, *flags, str(root / "bot.py"), *arguments]
    async with _started(command, data, variables, powerless=powerless) as running:
        yield running


@contextlib.asynccontextmanager
async def connected_program(
    chat: Chat | None, *, data: Path, token: str | None = None, ahead: float = 0
) -> AsyncIterator[Program]:
    """`python bot.py` on this chat, as it is on Discord; None: where nobody listens.

    `ahead` is how many seconds its clock is ahead of the machine's.
    """
    api = chat.api_url if chat else "http://127.0.0.1:9/api/v10"
    gateway = chat.gateway_url if chat else "ws://127.0.0.1:9/"
    command = [sys.executable, "-c", ELSEWHERE, api, gateway, str(ROOT), str(ahead)]
    known = token or (chat.token if chat else "a.b.c")
    async with _started(command, data, {"DISCORD_TOKEN": known}) as running:
        yield running


@contextlib.asynccontextmanager
async def _started(
    command: list[str], data: Path, variables: Mapping[str, str], *, powerless: bool = False
) -> AsyncIterator[Program]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("VIGIE_", "DISCORD_"))}
    environment = {**kept, "VIGIE_DATA": str(data), "VIGIE_PORT": "0", **variables}
    process = await asyncio.create_subprocess_exec(
        *command,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        preexec_fn=_give_up_overriding if powerless else None,
    )
    try:
        yield Program(process)
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _give_up_overriding() -> None:
    """Drop CAP_DAC_OVERRIDE from what a program started from here may have (prctl 24)."""
    ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)
