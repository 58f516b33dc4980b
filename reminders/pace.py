"""Keeping below the requests that Discord takes from one bot, before it refuses any."""

import asyncio

# https://discord.com/developers/docs/topics/rate-limits: 50 a second in all. The rest is left to
# answers and edits; a request refused counts too, and discord.py gives one up after five.
POSTS_A_SECOND = 45


class Pace:
    """Lets callers pass one by one, evenly, at most so many a second."""

    def __init__(self, a_second: float = POSTS_A_SECOND) -> None:
        self._gap = 1 / a_second
        self._next = 0.0

    async def wait(self) -> None:
        """Return when it is the caller's turn; who asked first goes first."""
        now = asyncio.get_running_loop().time()
        turn = max(now, self._next)
        self._next = turn + self._gap
        if turn > now:
            await asyncio.sleep(turn - now)
