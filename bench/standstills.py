"""The longest times that a bot's event loop answers nobody: at its start, and while it works."""

import asyncio

from bench import answers
from bench.answers import SETTLED
from bench.bots import BARE, WHOLE, Bot, housed
from bench.settings import Settings
from bench.table import table


async def compare(settings: Settings) -> list[str]:
    """Print the longest standstills of both."""
    async with (
        housed(BARE, settings.folder / "stalls") as bare,
        housed(WHOLE, settings.folder / "stalls") as whole,
    ):
        first = await _seen(bare, settings.questions, "--sync", "--stalls")
        second = await _seen(whole, settings.questions, "--stalls")
    rows = [(name, _told(first[name]), _told(second[name])) for name in first]
    heads = ("standstills of the loop, ms, five longest", "bare", "Vigie")
    return [table("The event loop (a timer's lateness, every ms)", heads, rows)]


async def _seen(bot: Bot, questions: int, *options: str) -> dict[str, list[float]]:
    await bot.start(*options)
    found = {"until ready (imports, nobody served yet)": await bot.stalls()}
    await asyncio.sleep(SETTLED)
    found[f"{SETTLED:.0f} s after ready"] = await bot.stalls()
    for turn in range(questions):
        await answers.view(bot, turn)
        await answers.list_(bot, turn)
        await answers.complete(bot, turn)
    found["while it reads"] = await bot.stalls()
    for turn in range(questions):
        await answers.modify(bot, turn)
    found["while it writes"] = await bot.stalls()
    return found


def _told(longest: list[float]) -> str:
    return ", ".join(f"{each:.1f}" for each in longest)
