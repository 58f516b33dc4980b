"""Keeping what was posted true: a digest is edited as its MO answers, the last is thanked."""

import asyncio
import logging
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from plan.collecte import Collecte
from plan.errors import NotFoundError
from reminders.campaign import Campaign, campaign_about
from reminders.messages import Message, Moment, refreshed, withdrawn
from reminders.outlet import (
    ChannelGoneError,
    NotPermittedError,
    Outlet,
    PassingError,
    RefusedError,
)
from reminders.planning import Planner
from storage.committee import Committee
from storage.committees import Storage
from storage.delivery_store import Delivery, Kind, Post

log = logging.getLogger(__name__)
_SIDE_BY_SIDE = 3  # committees: what the pace of the posts leaves of Discord's limit
_AFTERWARDS = timedelta(days=7)  # how long what was closed is still being brought up to date
_NOT_PERMITTED = timedelta(hours=1)  # until what is not permitted is tried again
_BEFORE = timedelta(days=1)  # a clock set back: a post may seem older than its collecte


class Refresher:
    """Edits what the collectes posted, and adds the one line of thanks."""

    def __init__(self, storage: Storage, outlet: Outlet, planner: Planner, zone: ZoneInfo) -> None:
        self._storage = storage
        self._outlet = outlet
        self._planner = planner
        self._zone = zone
        self._not_permitted: dict[int, datetime] = {}  # by delivery: when it was last tried
        self._stopping = False

    def stop(self) -> None:
        """Edit no more once the edits in hand are made."""
        self._stopping = True

    async def refresh(self, now: datetime) -> None:
        """Bring the posts of every committee up to date, some committees side by side."""
        some = asyncio.Semaphore(_SIDE_BY_SIDE)

        async def refresh_one(committee_id: int) -> None:
            async with some:
                await self._refresh_all(self._storage.committee(committee_id), now)

        async with asyncio.TaskGroup() as group:
            for committee_id in self._storage.present_ids():
                group.create_task(refresh_one(committee_id))

    async def _refresh_all(self, committee: Committee, now: datetime) -> None:
        """Every collecte of a committee; what goes wrong holds up no other."""
        for collecte in committee.collectes.open_since(now - _AFTERWARDS):
            try:
                await self._refresh(committee, collecte, now)
            except Exception:
                log.exception("the posts of collecte %s could not be kept true", collecte.id)
            await asyncio.sleep(0)  # sixty may be open: people are answered between them

    async def _refresh(self, committee: Committee, collecte: Collecte, now: datetime) -> None:
        asking = self._storage.deliveries.asking(collecte.deadline_id, collecte.opened_at - _BEFORE)
        try:
            deadline = committee.deadlines.get(collecte.deadline_id)
        except NotFoundError:
            deadline = committee.deadlines.withdrawn(collecte.deadline_id)
            campaign = Campaign(committee, deadline, collecte.due_on)
            for delivery in asking:
                moment = self._moment(delivery, now)
                await self._edit(delivery, withdrawn(delivery, campaign, moment), now)
            return
        campaign = Campaign(committee, deadline, collecte.due_on)
        posted = [
            each
            for each in asking
            if campaign_about(committee, deadline, each.post.due_on).due_on == collecte.due_on
        ]
        for delivery in posted:
            moment = self._moment(delivery, now)
            message = refreshed(delivery, campaign, self._planner, moment)
            await self._edit(delivery, message, now)
        if posted and campaign.is_settled and not campaign.is_closed:
            thanks = Post(deadline.id, collecte.due_on, Kind.THANKS, deadline.channel_id, now)
            self._storage.deliveries.add(committee.id, deadline, [thanks])

    def _moment(self, delivery: Delivery, now: datetime) -> Moment:
        elsewhere = delivery.posted_in not in (None, delivery.post.channel_id)
        directly = elsewhere and delivery.post.direct_to is not None
        return Moment(now, self._zone, delivery.outcome == "late", directly)

    async def _edit(self, delivery: Delivery, message: Message | None, now: datetime) -> None:
        """Put the message in the place of the post; what may pass is tried again later."""
        if message is None or delivery.message_id is None or self._stopping:
            return
        tried = self._not_permitted.get(delivery.id)
        if tried is not None and abs(now - tried) < _NOT_PERMITTED:
            return
        channel_id = delivery.posted_in or delivery.post.channel_id
        try:
            await self._outlet.edit(channel_id, delivery.message_id, message.reply.view)
        except (ChannelGoneError, RefusedError) as error:
            log.warning("post %s can no longer be edited: %s", delivery.id, error)
        except NotPermittedError as error:
            log.warning("post %s may not be edited now: %s", delivery.id, error)
            self._not_permitted[delivery.id] = now
            return
        except PassingError:
            return  # tried again at the next run
        self._not_permitted.pop(delivery.id, None)
        self._storage.deliveries.shown(delivery, message.shown)
