"""How many posts leave in a second, on an event loop whose time is told and not waited for."""

import asyncio
import selectors
from collections.abc import Callable
from typing import Any

from reminders.pace import POSTS_A_SECOND, Pace
from sandbox.rate_limits import GLOBAL_LIMIT


class _Skipping(selectors.DefaultSelector):
    """Waits for nothing: the time that it should have waited is added to the loop's."""

    skipped = 0.0

    def select(self, timeout: float | None = None) -> Any:
        self.skipped += timeout or 0.0
        return super().select(0)


class _ToldLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self.waited = _Skipping()
        super().__init__(self.waited)

    def time(self) -> float:
        return self.waited.skipped


def _departures(posts: int, stand_still: Callable[[_ToldLoop, int], None]) -> list[float]:
    """When each of so many posts that were due together leaves."""
    loop = _ToldLoop()
    left: list[float] = []

    async def post(pace: Pace) -> None:
        await pace.wait()
        left.append(loop.time())
        stand_still(loop, len(left))

    async def all_of_them() -> None:
        pace = Pace()
        await asyncio.gather(*(post(pace) for _ in range(posts)))

    try:
        loop.run_until_complete(all_of_them())
    finally:
        loop.close()
    return left


def _most_in_a_second(left: list[float]) -> int:
    return max(sum(start <= each < start + 1 for each in left) for start in left)


def test_posts_leave_evenly_and_as_many_as_are_allowed() -> None:
    left = _departures(200, lambda *_: None)
    assert _most_in_a_second(left) <= POSTS_A_SECOND + 1
    assert left[-1] - left[0] < 200 / POSTS_A_SECOND


def test_a_loop_that_stood_still_lets_no_crowd_go_at_once() -> None:
    def stand_still(loop: _ToldLoop, gone: int) -> None:
        if gone == 100:
            loop.waited.skipped += 0.5

    left = _departures(300, stand_still)
    assert _most_in_a_second(left) <= GLOBAL_LIMIT
    assert left[-1] - left[0] < 300 / POSTS_A_SECOND + 0.5
