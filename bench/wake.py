"""A start with 100,000 notices to come beside one with none: what waits must not be felt."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bench.answers import SETTLED
from bench.bots import WHOLE, Bot, Started, housed
from bench.settings import Settings
from bench.table import Row, p50, table, times
from plan.deadline import Deadline, DeadlineKind, Notice, Repetition
from reminders.planning import Planner
from storage.committee import Committee
from storage.committees import Storage

NOTICES = 100_000
_ZONE = ZoneInfo("America/Toronto")


async def compare(settings: Settings) -> list[str]:
    """Print both, started in turn."""
    folders = (settings.folder / "wake-none", settings.folder / "wake-many")
    async with housed(WHOLE, folders[0]) as none, housed(WHOLE, folders[1]) as many:
        for bot in (none, many):
            await bot.start()
            await bot.stop()
        planned = _fill(folders[1], next(iter(many.chat.world.guilds)))
        found: dict[Bot, list[tuple[Started, float]]] = {none: [], many: []}
        for turn in range(settings.starts):
            for bot in (none, many) if turn % 2 else (many, none):
                found[bot].append(await _once(bot))
    rows = [
        _row("connected, s", [[each.session for each, _ in found[bot]] for bot in found]),
        _row("first answer, s", [[each.answered for each, _ in found[bot]] for bot in found]),
        _row("ready, s", [[each.ready for each, _ in found[bot]] for bot in found]),
        _row("longest standstill after, ms", [[each for _, each in found[bot]] for bot in found]),
    ]
    heads = ("start", "none to come", f"{planned} to come", "ratio", "goal")
    title = f"Starts with notices to come (n = {settings.starts} each, in turn, medians)"
    return [table(title, heads, rows)]


def _row(name: str, samples: list[list[float]]) -> Row:
    none, many = map(p50, samples)
    goal = "" if "standstill" in name else "1.2 ×"
    return (name, f"{none:.3f}", f"{many:.3f}", times(many, none), goal)


async def _once(bot: Bot) -> tuple[Started, float]:
    started = await bot.start("--stalls")
    await bot.stalls()
    await asyncio.sleep(SETTLED)
    stalls = await bot.stalls()
    await bot.stop()
    return started, stalls[0]


def _fill(folder: Path, committee_id: int) -> int:
    """Write the notices, half of deadlines that come once and half of monthly ones."""
    storage = Storage.open(folder)
    committee = storage.committee(committee_id)
    planner, now = Planner(_ZONE), datetime.now(UTC)
    planned, rank = 0, 0
    while planned < NOTICES:
        repetition = Repetition.NONE if planned < NOTICES / 2 else Repetition.MONTHLY
        notices = _add(committee, planner, now, rank, repetition)
        storage.occurrences.plan(committee_id, notices)
        planned, rank = planned + len(notices), rank + 1
    storage.close()
    return planned


def _add(
    committee: Committee, planner: Planner, now: datetime, rank: int, repetition: Repetition
) -> list[Notice]:
    once = repetition is Repetition.NONE
    deadline = committee.deadlines.add(
        Deadline(
            id=0,
            title=f"Échéance {rank}",
            first_on=now.date() + timedelta(days=390 if once else 80),
            at=None,
            kind=DeadlineKind.REMINDER,
            repetition=repetition,
            notices=tuple(range(360 if once else 60, -1, -1)),
            channel_id=1,
            organisations=(),
            created_by=2,
            created_by_name="Mathieu Gagnon",
            created_at=now,
        ),
        lambda _: (),
    )
    return planner.coming(committee, deadline, now)
