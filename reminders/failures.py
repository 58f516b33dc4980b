"""A post that was not taken: tried again while it makes sense, and told to the coordination."""

import logging
from collections.abc import Callable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from plan.deadline import Deadline, DeadlineKind
from plan.errors import NotFoundError
from storage.committee import Committee
from storage.committees import Storage
from storage.delivery_store import Delivery, Kind, Post, Status

log = logging.getLogger(__name__)
_FIRST_RETRY = timedelta(seconds=15)
_LONGEST_RETRY = timedelta(hours=1)
_LONG = 8  # attempts, over about an hour
_AFTER = timedelta(days=7)  # after a deadline that collects: until its closing, and that itself


class Failures:
    """Writes down what becomes of a post that Discord did not take."""

    def __init__(self, storage: Storage, zone: ZoneInfo, now: Callable[[], datetime]) -> None:
        """Args: now: tells the time, aware, in UTC."""
        self._storage = storage
        self._zone = zone
        self._now = now

    def again(self, delivery: Delivery, outcome: str, error: Exception) -> None:
        """Put it back for later, less and less often; give it up once its time is over.

        A permission that does not come back within about an hour is told meanwhile.
        """
        committee = self._storage.committee(delivery.committee_id)
        try:
            deadline = committee.deadlines.get(delivery.post.deadline_id)
        except NotFoundError:
            self._storage.deliveries.close(delivery, Status.WITHDRAWN, "withdrawn")
            return
        tried_long = delivery.attempts >= _LONG
        if tried_long and self._now() > self._makes_sense_until(delivery, deadline):
            self.give_up(delivery, outcome, error)
            return
        wait = min(_FIRST_RETRY * (1 << min(delivery.attempts, 10)), _LONGEST_RETRY)
        retry_at = self._now() + wait
        log.warning("post %s: %s; again at %s", delivery.id, error, retry_at)
        with self._storage.writing():
            self._storage.deliveries.retry(delivery, retry_at, outcome)
            if outcome == "not_permitted" and tried_long:
                self._tell(delivery, deadline, committee, outcome)

    def give_up(self, delivery: Delivery, outcome: str, error: Exception) -> None:
        """Say in the ledger that it failed, and tell the coordination."""
        log.error("post %s cannot be delivered: %s", delivery.id, error)
        committee = self._storage.committee(delivery.committee_id)
        with self._storage.writing():
            self._storage.deliveries.close(delivery, Status.FAILED, outcome)
            try:
                deadline = committee.deadlines.get(delivery.post.deadline_id)
            except NotFoundError:
                return  # withdrawn while it was being sent: nobody waits for it any more
            self._tell(delivery, deadline, committee, outcome)

    def _makes_sense_until(self, delivery: Delivery, deadline: Deadline) -> datetime:
        """A plain reminder: the end of its day, where no later step overtakes it before."""
        day_after = delivery.post.due_on + timedelta(days=1)
        end = datetime.combine(day_after, time(), tzinfo=self._zone)
        is_plain = deadline.kind is DeadlineKind.REMINDER and delivery.post.kind is Kind.NOTICE
        return end if is_plain else max(end, delivery.post.planned_at) + _AFTER

    def _tell(
        self, delivery: Delivery, deadline: Deadline, committee: Committee, outcome: str
    ) -> None:
        """One message for all that failed alike: the outbox keeps one for each cause and channel.

        It goes to the channel of `/reglages` or, where that is the one that failed, to whoever
        created the deadline.
        """
        if delivery.post.kind is Kind.UNDELIVERABLE:
            return  # nobody is left to be told: the ledger and the log say so
        failed = delivery.post.channel_id
        facts = {"channel": str(failed), "outcome": outcome}
        elsewhere = committee.settings().channel_id
        if elsewhere in (None, failed) and deadline.created_by:
            facts["direct_to"] = str(deadline.created_by)
        post = Post(
            deadline.id,
            delivery.post.due_on,
            Kind.UNDELIVERABLE,
            elsewhere or failed,
            self._now(),
            facts=facts,
        )
        self._storage.deliveries.add(committee.id, deadline, [post])
