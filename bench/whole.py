"""The whole bot, as its operator starts it, on a look-alike that another process serves.

It runs as `python -m bench.whole API GATEWAY [--stalls]`, with DISCORD_TOKEN and VIGIE_DATA set:
`bot.main` is what `python bot.py` calls. `--stalls` also watches its event loop.
"""

import sys

import bot
from bench.point import point_at
from bench.stalls import watch_new_loops


def main(api: str, gateway: str, *options: str) -> int:
    """Run until it is told to stop. Returns the exit code."""
    point_at(api, gateway)
    if "--stalls" in options:
        watch_new_loops()
    return bot.main([])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
