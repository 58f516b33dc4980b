"""From the start of the process to an answer, and to ready; and the memory it then holds."""

import asyncio

from bench.answers import SETTLED
from bench.bots import BARE, WHOLE, Bot, Started, housed
from bench.settings import Settings
from bench.table import p50, table


async def compare(settings: Settings) -> list[str]:
    """Print both, the two bots started in turn."""
    async with (
        housed(BARE, settings.folder / "starts") as bare,
        housed(WHOLE, settings.folder / "starts") as whole,
    ):
        first = (await _once(bare, "--sync"), await _once(whole))
        found: dict[str, list[Started]] = {BARE: [], WHOLE: []}
        for turn in range(settings.starts):
            for bot in (bare, whole) if turn % 2 else (whole, bare):
                found[bot.module].append(await _once(bot))
        memory = [await _memory(bare), await _memory(whole)]
    a, b = found[BARE], found[WHOLE]
    rows = [
        _row("connected", [each.session for each in a], [each.session for each in b]),
        _row("first answer", [each.answered for each in a], [each.answered for each in b]),
        _row("ready", [each.ready for each in a], [each.ready for each in b]),
        _row("ready, very first start", [first[0].ready], [first[1].ready]),
    ]
    heads = ("start, s", "bare", "Vigie", "goal: 1.3 × bare + 0.5")
    starts = table(f"Starts (n = {settings.starts} each, in turn, medians)", heads, rows)
    heads = ("memory, MB", "bare", "Vigie", "goal: bare + 60")
    text = [f"{each:.1f}" for each in (*memory, memory[0] + 60)]
    return [starts, table("Memory, settled after a start", heads, [("resident", *text)])]


def _row(name: str, bare: list[float], whole: list[float]) -> tuple[str, str, str, str]:
    a, b = p50(bare), p50(whole)
    return (name, f"{a:.3f}", f"{b:.3f}", f"≤ {1.3 * a + 0.5:.3f}")


async def _once(bot: Bot, *options: str) -> Started:
    started = await bot.start(*options)
    await bot.stop()
    return started


async def _memory(bot: Bot) -> float:
    await bot.start()
    await asyncio.sleep(SETTLED)
    found = bot.memory()
    await bot.stop()
    return found
