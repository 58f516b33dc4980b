"""The ledger: every post planned, and what became of it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One post. Times are aware, in UTC.

    `steps` are days before (-1 is the day after), empty for a post of its own; `kind` and
    `outcome` are codes of the outbox; `recipient` is an MO, or empty for the channel.
    """

    title: str
    kind: str
    steps: tuple[int, ...]
    recipient: str
    planned: datetime
    sent: datetime | None
    attempts: int
    status: str
    outcome: str
    message_id: int | None

    @property
    def late_seconds(self) -> int | None:
        """How late it went out, in whole seconds; None where it did not."""
        return (
            None if self.sent is None else max(0, int((self.sent - self.planned).total_seconds()))
        )
