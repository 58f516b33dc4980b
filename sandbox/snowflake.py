"""Discord's ids: 64 bits, milliseconds since 2015 in the upper 42."""

from __future__ import annotations

from sandbox.clock import Clock

DISCORD_EPOCH_MS = 1_420_070_400_000


def snowflake_at(seconds: float) -> int:
    """The lowest id that Discord could have given at this Unix time."""
    return max(0, int(seconds * 1000) - DISCORD_EPOCH_MS) << 22


def snowflake_time(snowflake: int) -> float:
    """Unix seconds at which an id was given."""
    return ((snowflake >> 22) + DISCORD_EPOCH_MS) / 1000


class Snowflakes:
    """Gives ids that only grow, even where the clock stands still or goes back."""

    def __init__(self, clock: Clock, last: int = 0) -> None:
        self._clock = clock
        self.last = last

    def next(self) -> int:
        """A new id."""
        self.last = max(self.last + 1, snowflake_at(self._clock.now()))
        return self.last
