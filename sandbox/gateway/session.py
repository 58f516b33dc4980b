"""A gateway session: numbered events, kept for a resume, sent over the connection it has."""

from __future__ import annotations

import asyncio
import secrets
from collections import deque

from sandbox.payload import Payload, dumps

KEPT_EVENTS = 2000


class Session:
    """What outlives a connection. `outbox` is the connection's queue; None while there is none."""

    def __init__(self, intents: int) -> None:
        self.id = secrets.token_hex(16)
        self.intents = intents
        self.sequence = 0
        self.outbox: asyncio.Queue[str] | None = None
        self._kept: deque[tuple[int, str]] = deque(maxlen=KEPT_EVENTS)

    def dispatch(self, name: str, payload: Payload) -> None:
        """Numbers an event, keeps it, and sends it if there is a connection."""
        self.sequence += 1
        text = dumps({"op": 0, "t": name, "s": self.sequence, "d": payload})
        self._kept.append((self.sequence, text))
        if self.outbox is not None:
            self.outbox.put_nowait(text)

    def can_resume(self, sequence: int) -> bool:
        """Whether all events after a number are still here."""
        oldest = self._kept[0][0] if self._kept else self.sequence + 1
        return oldest - 1 <= sequence <= self.sequence

    def replay(self, sequence: int) -> None:
        """Sends again what came after a number."""
        assert self.outbox is not None
        for number, text in self._kept:
            if number > sequence:
                self.outbox.put_nowait(text)
