"""How long the event loop of a bot stands still, seen from inside.

A timer comes back every millisecond; how late it is, is how long something else held the loop
(or the interpreter, or the processor). SIGUSR1 prints what was seen since the last time.
"""

import asyncio
import json
import signal
import sys

STEP = 0.001  # seconds


class Watch:
    """The lateness of a repeated timer on one loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._late: list[float] = []
        self._due = loop.time() + STEP
        loop.call_soon(self._begin)

    def _begin(self) -> None:
        self._loop.add_signal_handler(signal.SIGUSR1, self._report)
        self._due = self._loop.time() + STEP
        self._loop.call_at(self._due, self._tick)

    def _tick(self) -> None:
        now = self._loop.time()
        self._late.append(now - self._due)
        self._due = now + STEP
        self._loop.call_at(self._due, self._tick)

    def _report(self) -> None:
        late, self._late = sorted(self._late, reverse=True), []
        sys.stdout.write(json.dumps([round(each * 1000, 2) for each in late[:5]]) + "\n")
        sys.stdout.flush()


class _Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self) -> asyncio.AbstractEventLoop:
        loop = super().new_event_loop()
        Watch(loop)
        return loop


def watch_new_loops() -> None:
    """Watch every event loop made from now on in this process. Unix only."""
    asyncio.set_event_loop_policy(_Policy())
