"""`make chaos`: a long campaign of kills. `python -m tests.chaos --kills 200 --seed 7`."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.chaos.kills import Outcome, campaign


def main() -> int:
    """Run it and tell; 1 where a notice was lost or posted twice."""
    parser = argparse.ArgumentParser(prog="tests.chaos", description=__doc__)
    parser.add_argument("--kills", type=int, default=48)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcome = asyncio.run(campaign(Path(folder), chosen.kills, chosen.seed))
    tell(outcome)
    return 1 if outcome.lost or outcome.twice else 0


def tell(outcome: Outcome) -> None:
    """Print what happened."""
    moments = ", ".join(f"{count} {moment}" for moment, count in outcome.kills.items())
    print(f"kills: {moments}")
    print(f"{outcome.notices} notices: {len(outcome.lost)} lost, {len(outcome.twice)} twice")
    for title in (*outcome.lost, *outcome.twice):
        print(f"  {title}")


if __name__ == "__main__":
    sys.exit(main())
