"""Posting what is due, once: claim on disk → send with a nonce → mark sent."""

import hashlib
import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from plan.deadline import Deadline
from plan.errors import NotFoundError
from reminders.outlet import ChannelGoneError, NotPermittedError, Outlet, PassingError
from replies.deadlines import notice, was_due
from replies.typography import hour_text
from storage.committee import Storage
from storage.occurrence_store import Occurrence, Status

log = logging.getLogger(__name__)
_LATE_AFTER = timedelta(minutes=5)
_FIRST_RETRY = timedelta(seconds=15)
_LONGEST_RETRY = timedelta(hours=1)
_LOOK_BACK = timedelta(minutes=2)  # before the claim: the clocks of two machines differ a little


class Delivery:
    """Sends the occurrences that are due, and writes down what became of each."""

    def __init__(
        self, storage: Storage, outlet: Outlet, zone: ZoneInfo, now: Callable[[], datetime]
    ) -> None:
        """What was due before it is made is late, whatever the delay.

        Args:
            now: tells the time, aware, in UTC.
        """
        self._storage = storage
        self._outlet = outlet
        self._zone = zone
        self._now = now
        self._started = now()

    async def deliver(self, due: Sequence[Occurrence]) -> None:
        """Post what is due, oldest first; of several of one deadline, only the latest.

        What goes wrong with one, in a way nobody foresaw, does not hold up the others.
        """
        for occurrence in due:
            try:
                await self._one(occurrence)
            except Exception:
                log.exception("occurrence %s could not be posted", occurrence.id)
                retry_at = self._now() + _backoff(occurrence.attempts)
                self._storage.occurrences.retry(occurrence, retry_at, "error")

    async def _one(self, occurrence: Occurrence) -> None:
        store = self._storage.occurrences
        try:
            deadline = self._storage.committee(occurrence.committee_id).deadlines.get(
                occurrence.deadline_id
            )
        except NotFoundError:
            store.close(occurrence, Status.WITHDRAWN, "withdrawn")
            return
        try:
            if occurrence.attempts and await self._found(occurrence, deadline):
                return
            if self._is_overtaken(occurrence):
                store.close(occurrence, Status.OVERTAKEN, "overtaken")
                return
            await self._send(occurrence, deadline)
        except ChannelGoneError:
            log.warning("occurrence %s: its channel is gone", occurrence.id)
            store.close(occurrence, Status.FAILED, "channel_gone")
        except (PassingError, NotPermittedError) as error:
            outcome = "not_permitted" if isinstance(error, NotPermittedError) else "passing"
            retry_at = self._now() + _backoff(occurrence.attempts)
            log.warning("occurrence %s: %s; again at %s", occurrence.id, error, retry_at)
            store.retry(occurrence, retry_at, outcome)

    def _is_overtaken(self, occurrence: Occurrence) -> bool:
        """Tell whether a later post of the same deadline is due too, or has gone out already."""
        now = self._now()
        return any(
            occurrence.send_at < other.send_at <= now
            and other.status in (Status.WAITING, Status.CLAIMED, Status.SENT)
            for other in self._storage.occurrences.of_deadline(occurrence.deadline_id)
        )

    async def _found(self, occurrence: Occurrence, deadline: Deadline) -> bool:
        """Look for a post that may have left before a crash or a lost answer."""
        since = (occurrence.claimed_at or occurrence.send_at) - _LOOK_BACK
        try:
            message_id = await self._outlet.find(
                deadline.channel_id, _mark(occurrence, deadline), since
            )
        except NotPermittedError:
            return False  # the history cannot be read: the nonce alone guards, for some minutes
        if message_id is None:
            return False
        self._storage.occurrences.sent(occurrence, message_id, self._now(), "found")
        return True

    async def _send(self, occurrence: Occurrence, deadline: Deadline) -> None:
        now = self._now()
        late = occurrence.send_at < self._started or now - occurrence.send_at > _LATE_AFTER
        planned = occurrence.send_at.astimezone(self._zone)
        reply = notice(
            deadline,
            occurrence.due_on,
            now.astimezone(self._zone).date(),
            _token(occurrence, deadline),
            was_due(planned.date(), hour_text(planned.time())) if late else "",
        )
        store = self._storage.occurrences
        store.claim(occurrence, now)
        token = _token(occurrence, deadline)
        message_id = await self._outlet.send(deadline.channel_id, reply.view, token)
        store.sent(occurrence, message_id, self._now(), "late" if late else "sent")


def _token(occurrence: Occurrence, deadline: Deadline) -> str:
    """What marks a post as this occurrence's: its nonce (≤ 25 characters), and in its button.

    The deadline's time of creation is in it: a new database counts its ids from 1 again.
    """
    text = f"{deadline.created_at.isoformat()} {occurrence.id}"
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _mark(occurrence: Occurrence, deadline: Deadline) -> str:
    return f"calendrier.avis:{_token(occurrence, deadline)}"


def _backoff(attempts: int) -> timedelta:
    """15 s, 30 s, 1 min… up to an hour."""
    return min(_FIRST_RETRY * (1 << min(attempts, 10)), _LONGEST_RETRY)
