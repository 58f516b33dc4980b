"""Keeps a world's file up to date while the chat runs, without holding the event loop up."""

from __future__ import annotations

import asyncio
import logging
import time
from pathlib import Path

from sandbox.saving import restore, snapshot, write
from sandbox.state import Event, WorldState

_log = logging.getLogger(__name__)

DELAY = 0.5
"""Seconds between a change and its writing: changes that come together are one write."""


class Keeper:
    """Reads the file at once; writes it after each change, and once more at the end."""

    def __init__(self, world: WorldState, path: Path) -> None:
        self._world = world
        self._path = path
        self._timer: asyncio.TimerHandle | None = None
        self._writing: asyncio.Task[None] | None = None
        self._lock = asyncio.Lock()
        self._read()
        world.listen(self._on_event)

    async def close(self) -> None:
        """Writes what is not written yet."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._writing is not None:
            await self._writing
        await self._write()

    def _read(self) -> None:
        if not self._path.exists():
            return
        try:
            restore(self._world, self._path)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
            aside = self._path.with_name(f"{self._path.name}.bad-{int(time.time())}")
            self._path.replace(aside)
            _log.warning(
                "%s cannot be read (%s): the chat starts afresh; the old file is kept as %s",
                self._path.name,
                problem,
                aside.name,
            )

    def _on_event(self, _: Event) -> None:
        if self._timer is None:
            try:
                loop = asyncio.get_running_loop()
            except RuntimeError:
                return  # the world is being built; the write at the end has it all
            self._timer = loop.call_later(DELAY, self._start_writing)

    def _start_writing(self) -> None:
        self._timer = None
        self._writing = asyncio.get_running_loop().create_task(self._write())

    async def _write(self) -> None:
        async with self._lock:
            saved, files = snapshot(self._world), dict(self._world.files.by_key)
            try:
                await asyncio.to_thread(write, self._path, saved, files)
            except OSError:
                _log.exception("%s cannot be written", self._path.name)
