"""Keeping below the requests that Discord takes from one bot, before it refuses any."""

import asyncio

# https://discord.com/developers/docs/topics/rate-limits: 50 a second in all, answers to commands
# and buttons not counted. The rest is left to edits; a request refused counts too, and discord.py
# gives one up after five.
POSTS_A_SECOND = 47
_AT_ONCE = 2  # how many may make up, together, for a loop that stood still


class Pace:
    """Lets callers pass one by one, evenly, at most so many a second.

    A turn is taken when it comes, not before: after a standstill of the loop those who waited do
    not all leave at once, which would go over the limit that the pace is there for.
    """

    def __init__(self, a_second: float = POSTS_A_SECOND) -> None:
        self._gap = 1 / a_second
        self._next = 0.0
        self._turn = asyncio.Lock()  # first come, first served

    async def wait(self) -> None:
        """Return when it is the caller's turn; who asked first goes first."""
        loop = asyncio.get_running_loop()
        async with self._turn:
            self._next = max(self._next, loop.time() - _AT_ONCE * self._gap)
            if (wait := self._next - loop.time()) > 0:
                await asyncio.sleep(wait)
            self._next += self._gap
