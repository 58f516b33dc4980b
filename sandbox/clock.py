"""The look-alike's time: real by default, moved by hand in tests."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import time
from collections.abc import Callable
from typing import Protocol


class Timer(Protocol):
    """A call that was put off and can still be called back."""

    def cancel(self) -> None:
        """Calls it back."""


class Clock:
    """Real time: Unix seconds, and the running loop's timers."""

    def now(self) -> float:
        """Unix seconds."""
        return time.time()

    def call_later(self, seconds: float, action: Callable[[], None]) -> Timer:
        """Runs `action` on the event loop once `seconds` have passed."""
        return asyncio.get_running_loop().call_later(seconds, action)


class _ManualTimer:
    def __init__(self, action: Callable[[], None]) -> None:
        self.action: Callable[[], None] | None = action

    def cancel(self) -> None:
        self.action = None


class ManualClock(Clock):
    """Stands still until `advance` moves it; timers that come due run there, in order."""

    def __init__(self, now: float = 1_790_000_000.0) -> None:
        self._now = now
        self._order = itertools.count()
        self._timers: list[tuple[float, int, _ManualTimer]] = []

    def now(self) -> float:
        """Unix seconds, as last set."""
        return self._now

    def call_later(self, seconds: float, action: Callable[[], None]) -> Timer:
        """Puts `action` off until `advance` passes its time."""
        timer = _ManualTimer(action)
        heapq.heappush(self._timers, (self._now + seconds, next(self._order), timer))
        return timer

    def advance(self, seconds: float) -> None:
        """Moves on by `seconds` and runs what came due."""
        end = self._now + seconds
        while self._timers and self._timers[0][0] <= end:
            self._now, _, timer = heapq.heappop(self._timers)
            if timer.action is not None:
                timer.action()
        self._now = end
