"""Sending posts, once: claim on disk → send with a nonce → mark sent."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from plan.errors import NotFoundError
from plan.ladder import Ladder
from reminders.campaign import Campaign
from reminders.messages import NOBODY, Message, compose
from reminders.outlet import ChannelGoneError, NotPermittedError, Outlet, PassingError
from reminders.planning import Planner
from replies.layout import note
from replies.notices import undeliverable
from storage.committee import Storage
from storage.delivery_store import Delivery, Kind, Status

log = logging.getLogger(__name__)
_LATE_AFTER = timedelta(minutes=5)
_FIRST_RETRY = timedelta(seconds=15)
_LONGEST_RETRY = timedelta(hours=1)
_GIVE_UP = 8  # attempts without the permission to write, over about an hour
_LOOK_BACK = timedelta(minutes=2)  # before the claim: the clocks of two machines differ a little
_AT_ONCE = 20  # channels written to side by side; Discord's own limit is by channel
_OVERTAKEN_KINDS = (Kind.NOTICE, Kind.DIGEST)


class Courier:
    """Sends the posts that are due, and writes down what became of each."""

    def __init__(
        self,
        storage: Storage,
        outlet: Outlet,
        planner: Planner,
        zone: ZoneInfo,
        ladder: Ladder,
        now: Callable[[], datetime],
    ) -> None:
        """What was due before it is made is late, whatever the delay.

        Args:
            now: tells the time, aware, in UTC.
        """
        self._storage = storage
        self._outlet = outlet
        self._planner = planner
        self._zone = zone
        self._ladder = ladder
        self._now = now
        self._started = now()
        self._stopping = False

    def stop(self) -> None:
        """Send no more once the post in hand is sent."""
        self._stopping = True

    async def deliver(self, due: Sequence[Delivery]) -> None:
        """Send what is due: in order in each channel, the channels side by side."""
        by_channel: dict[int, list[Delivery]] = {}
        for delivery in due:
            by_channel.setdefault(delivery.post.channel_id, []).append(delivery)
        free = asyncio.Semaphore(_AT_ONCE)

        async def channel(deliveries: Sequence[Delivery]) -> None:
            async with free:
                for delivery in deliveries:
                    if not self._stopping:
                        await self._one(delivery)

        async with asyncio.TaskGroup() as group:
            for deliveries in by_channel.values():
                group.create_task(channel(deliveries))

    async def _one(self, delivery: Delivery) -> None:
        store = self._storage.deliveries
        try:
            if delivery.attempts and await self._found(delivery):
                return
            message = self._message(delivery)
            if message is None:
                return
            store.claim(delivery, self._now())
            message_id = await self._outlet.send(
                delivery.post.channel_id, message.reply.view, delivery.token, message.audience
            )
            outcome = "late" if self._is_late(delivery) else "sent"
            store.sent(delivery, message_id, self._now(), outcome, message.shown)
        except ChannelGoneError:
            await self._fail(delivery, "channel_gone")
        except NotPermittedError as error:
            if delivery.attempts >= _GIVE_UP:
                await self._fail(delivery, "not_permitted")
            else:
                self._later(delivery, "not_permitted", error)
        except PassingError as error:
            self._later(delivery, "passing", error)

    def _message(self, delivery: Delivery) -> Message | None:
        """What it says now; None, and closed in the ledger, where it need not be said any more."""
        store, post = self._storage.deliveries, delivery.post
        committee = self._storage.committee(delivery.committee_id)
        try:
            deadline = committee.deadlines.get(post.deadline_id)
        except NotFoundError:
            store.close(delivery, Status.WITHDRAWN, "withdrawn")
            return None
        if self._is_overtaken(delivery):
            store.close(delivery, Status.OVERTAKEN, "overtaken")
            return None
        campaign = Campaign(committee, deadline, post.due_on, self._ladder)
        late = self._is_late(delivery)
        message = compose(delivery, campaign, self._planner, self._now(), self._zone, late)
        if message is None:
            store.close(delivery, Status.NEEDLESS, "answered")
        return message

    async def _found(self, delivery: Delivery) -> bool:
        """Look for a post that may have left before a crash or a lost answer."""
        since = (delivery.claimed_at or delivery.post.planned_at) - _LOOK_BACK
        try:
            message_id = await self._outlet.find(delivery.post.channel_id, delivery.token, since)
        except NotPermittedError:
            return False  # the history cannot be read: the nonce alone guards, for some minutes
        if message_id is None:
            return False
        self._storage.deliveries.sent(delivery, message_id, self._now(), "found", "?")
        return True

    def _is_late(self, delivery: Delivery) -> bool:
        planned = delivery.post.planned_at
        return planned < self._started or self._now() - planned > _LATE_AFTER

    def _is_overtaken(self, delivery: Delivery) -> bool:
        """Tell whether a later step of the same day of the deadline is there to be posted."""
        post = delivery.post
        return post.kind in _OVERTAKEN_KINDS and any(
            other.post.kind in (*_OVERTAKEN_KINDS, Kind.CLOSING)
            and other.post.planned_at > post.planned_at
            for other in self._storage.deliveries.of_deadline(post.deadline_id, post.due_on)
        )

    def _later(self, delivery: Delivery, outcome: str, error: Exception) -> None:
        retry_at = self._now() + min(
            _FIRST_RETRY * (1 << min(delivery.attempts, 10)), _LONGEST_RETRY
        )
        log.warning("post %s: %s; again at %s", delivery.id, error, retry_at)
        self._storage.deliveries.retry(delivery, retry_at, outcome)

    async def _fail(self, delivery: Delivery, outcome: str) -> None:
        """Give up, in the ledger and, once, to the coordination."""
        self._storage.deliveries.close(delivery, Status.FAILED, outcome)
        log.error("post %s cannot be delivered: %s", delivery.id, outcome)
        committee = self._storage.committee(delivery.committee_id)
        deadline = committee.deadlines.get(delivery.post.deadline_id)
        channel = committee.settings().channel_id
        reply = note(undeliverable(deadline.title, delivery.post.channel_id, outcome))
        try:
            if channel in (None, delivery.post.channel_id):
                channel = await self._outlet.private_channel(deadline.created_by)
            await self._outlet.send(channel or 0, reply.view, delivery.token[::-1], NOBODY)
        except (ChannelGoneError, NotPermittedError, PassingError) as error:
            log.error("nobody could be told that post %s failed: %s", delivery.id, error)
