"""Work that is asked for faster than it is done: those who wait share a turn."""

import asyncio
from collections.abc import Awaitable, Callable


class Turns:
    """One piece of work, done for whoever asks, never twice at a time."""

    def __init__(self, work: Callable[[], Awaitable[None]]) -> None:
        self._work = work
        self._lock = asyncio.Lock()
        self._next: asyncio.Task[None] | None = None

    async def take(self) -> None:
        """Return once the work was done from its beginning, after this call; raises as it does.

        A turn that waits has not begun: it does for everyone who asks until it begins.
        """
        if self._next is None or self._next.done():
            self._next = asyncio.create_task(self._in_turn())
        await self._next

    async def _in_turn(self) -> None:
        async with self._lock:
            self._next = None
            await self._work()
