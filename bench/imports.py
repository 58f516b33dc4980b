"""What each package costs to import at a real start, and what the bare bot does not pay."""

import re
from collections import Counter

from bench.bots import BARE, WHOLE, housed
from bench.settings import Settings
from bench.table import p50, table

_LINE = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s*(\S+)")
_SHOWN = 16


async def compare(settings: Settings) -> list[str]:
    """Print the time of each package's own modules until ready, in the order of what it adds."""
    bare = await _measured(settings, BARE, "--sync")
    whole = await _measured(settings, WHOLE)
    added = Counter({name: whole[name] - bare.get(name, 0.0) for name in whole})
    rows = [
        (name, f"{bare.get(name, 0.0):.1f}", f"{whole[name]:.1f}")
        for name, _ in added.most_common(_SHOWN)
    ]
    rows.append(("in all", f"{sum(bare.values()):.1f}", f"{sum(whole.values()):.1f}"))
    heads = ("imports until ready, ms", "bare", "Vigie")
    return [table("Imports (with -X importtime, which slows them)", heads, rows)]


async def _measured(settings: Settings, module: str, *options: str) -> dict[str, float]:
    """Milliseconds by top-level package, the medians of three starts."""
    runs: list[Counter[str]] = []
    variables = {"PYTHONPROFILEIMPORTTIME": "1"}
    async with housed(module, settings.folder / "imports", variables) as bot:
        for _ in range(4):
            await bot.start(*options)
            found: Counter[str] = Counter()
            for line in _LINE.finditer("".join(bot.told)):
                found[line[2].partition(".")[0]] += int(line[1])
            runs.append(found)
            await bot.stop()
    kept = runs[1:]  # the first start fills the disk's cache
    return {name: p50([run[name] for run in kept]) / 1000 for name in kept[0]}
