"""`python -m bench [PART…]`: prints medians and ratios, and asserts nothing."""

import argparse
import asyncio
import os
import platform
import tempfile
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path

from bench import answers, imports, notices, scale, standstills, starts, wake
from bench.settings import Settings

Part = Callable[[Settings], Awaitable[Iterable[str]]]
PARTS: dict[str, Part] = {
    "answers": answers.compare,
    "starts": starts.compare,
    "imports": imports.compare,
    "standstills": standstills.compare,
    "scale": scale.compare,
    "wake": wake.compare,
    "notices": notices.compare,
}


async def run(names: list[str], settings: Settings) -> None:
    """Run the parts, each printed as soon as it is known."""
    for name in names:
        for text in await PARTS[name](settings):
            print(text, flush=True)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--questions", type=int, default=300, help="of each kind (default 300)")
    parser.add_argument("--starts", type=int, default=9, help="of each bot (default 9)")
    arguments = parser.parse_args()
    unknown = set(arguments.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}")
    print(f"Processes at work beside this one: {os.getloadavg()[0]:.1f} in the last minute\n")
    with tempfile.TemporaryDirectory(prefix="vigie-bench-") as folder:
        settings = Settings(arguments.questions, arguments.starts, Path(folder))
        asyncio.run(run(arguments.parts or list(PARTS), settings))


if __name__ == "__main__":
    main()
