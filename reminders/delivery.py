"""Sending posts, once: claim on disk → send with a nonce → mark sent."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from plan.errors import NotFoundError
from reminders.campaign import Campaign
from reminders.failures import Failures
from reminders.messages import Moment, compose, needless
from reminders.outlet import (
    ChannelGoneError,
    NotPermittedError,
    Outlet,
    PassingError,
    RefusedError,
)
from reminders.pace import Pace
from reminders.planning import Planner
from storage.committees import Storage
from storage.delivery_store import Delivery, Kind, Status

log = logging.getLogger(__name__)
_LATE_AFTER = timedelta(minutes=5)
_LOOK_BACK = timedelta(minutes=2)  # before the claim: the clocks of two machines differ a little
_OVERTAKEN_KINDS = (Kind.NOTICE, Kind.DIGEST, Kind.DIRECT)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a post goes: a channel, which may be a member's direct messages."""

    channel_id: int
    directly: bool = False


class Courier:
    """Sends the posts that are due, and writes down what became of each."""

    def __init__(
        self,
        storage: Storage,
        outlet: Outlet,
        planner: Planner,
        zone: ZoneInfo,
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
        self._now = now
        self._started = now()
        self._stopping = False
        self._pace = Pace()
        self._failures = Failures(storage, zone, now)

    def stop(self) -> None:
        """Send no more once the post in hand is sent."""
        self._stopping = True

    async def deliver(self, due: Sequence[Delivery]) -> None:
        """Send what is due: in order in each channel, the channels side by side."""
        by_channel: dict[int, list[Delivery]] = {}
        for delivery in due:
            by_channel.setdefault(delivery.post.channel_id, []).append(delivery)
        async with asyncio.TaskGroup() as group:
            for deliveries in by_channel.values():
                group.create_task(self._in_order(deliveries))

    async def _in_order(self, deliveries: Sequence[Delivery]) -> None:
        """Discord's tighter limit is by channel: a channel that has to wait holds up no other."""
        for delivery in deliveries:
            await self._pace.wait()
            if self._stopping:
                return
            await self._one(delivery)

    async def _one(self, delivery: Delivery) -> None:
        """Send one; whatever goes wrong holds up no other."""
        try:
            campaign = self._campaign(delivery)
            if campaign is not None:
                await self._send(delivery, campaign)
        except ChannelGoneError as error:
            self._failures.give_up(delivery, "channel_gone", error)
        except RefusedError as error:
            self._failures.give_up(delivery, "refused", error)
        except NotPermittedError as error:
            self._failures.again(delivery, "not_permitted", error)
        except PassingError as error:
            self._failures.again(delivery, "passing", error)
        except Exception as error:
            log.exception("post %s could not be composed or sent", delivery.id)
            self._failures.again(delivery, "passing", error)

    async def _send(self, delivery: Delivery, campaign: Campaign) -> None:
        """Send it where it goes, unless it stands there already or need not be said any more."""
        if delivery.attempts and await self._found(delivery):
            return
        if self._is_settled(delivery, campaign):
            return
        self._storage.deliveries.claim(delivery, self._now())
        outcome = "late" if self._is_late(delivery) else "sent"
        if delivery.post.direct_to is not None:
            try:
                place = await self._direct(delivery.post.direct_to)
                await self._post(delivery, campaign, place, outcome)
                return
            except (NotPermittedError, ChannelGoneError):
                outcome = "direct_closed"
        await self._post(delivery, campaign, _Place(delivery.post.channel_id), outcome)

    async def _post(
        self, delivery: Delivery, campaign: Campaign, place: _Place, outcome: str
    ) -> None:
        moment = Moment(self._now(), self._zone, self._is_late(delivery), place.directly)
        message = compose(delivery, campaign, self._planner, moment)
        sent = await self._outlet.send(
            place.channel_id, message.reply.view, delivery.token, message.audience
        )
        self._storage.deliveries.sent(
            delivery, (place.channel_id, sent), self._now(), outcome, message.shown
        )

    def _campaign(self, delivery: Delivery) -> Campaign | None:
        """What the post belongs to; None, and closed in the ledger, where that was withdrawn."""
        committee = self._storage.committee(delivery.committee_id)
        try:
            deadline = committee.deadlines.get(delivery.post.deadline_id)
        except NotFoundError:
            self._storage.deliveries.close(delivery, Status.WITHDRAWN, "withdrawn")
            return None
        return Campaign(committee, deadline, delivery.post.due_on)

    def _is_settled(self, delivery: Delivery, campaign: Campaign) -> bool:
        """Close in the ledger what need not be said any more."""
        if self._is_overtaken(delivery):
            self._storage.deliveries.close(delivery, Status.OVERTAKEN, "overtaken")
            return True
        why = needless(delivery, campaign)
        if why:
            self._storage.deliveries.close(delivery, Status.NEEDLESS, why)
        return bool(why)

    async def _found(self, delivery: Delivery) -> bool:
        """Look for a post that may have left before a crash or a lost answer."""
        since = (delivery.claimed_at or delivery.post.planned_at) - _LOOK_BACK
        places = [delivery.post.channel_id]
        try:
            if delivery.post.direct_to is not None:
                places.insert(0, (await self._direct(delivery.post.direct_to)).channel_id)
        except (NotPermittedError, ChannelGoneError):
            pass  # it can only stand in the channel
        for channel_id in places:
            try:
                message_id = await self._outlet.find(channel_id, delivery.token, since)
            except NotPermittedError:
                continue  # the history cannot be read: the nonce alone guards, for some minutes
            if message_id is not None:
                place = (channel_id, message_id)
                self._storage.deliveries.sent(delivery, place, self._now(), "found", "?")
                return True
        return False

    async def _direct(self, member_id: int) -> _Place:
        return _Place(await self._outlet.private_channel(member_id), directly=True)

    def _is_late(self, delivery: Delivery) -> bool:
        planned = delivery.post.planned_at
        return planned < self._started or self._now() - planned > _LATE_AFTER

    def _is_overtaken(self, delivery: Delivery) -> bool:
        """Tell whether a later step of the same day of the deadline is there to be posted.

        What a person asked for gives way only to what the same person asked for later.
        """
        if delivery.post.kind is Kind.SNOOZE:
            return self._storage.deliveries.has_later_wish(delivery.post, self._now())
        overtakes = (*_OVERTAKEN_KINDS, Kind.CLOSING)
        return delivery.post.kind in _OVERTAKEN_KINDS and self._storage.deliveries.has_later(
            delivery.post, overtakes
        )
