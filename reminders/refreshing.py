"""Keeping what was posted true: a digest is edited as its MO answers, the last is thanked."""

import logging
from datetime import datetime
from zoneinfo import ZoneInfo

from plan.collecte import Collecte
from plan.errors import NotFoundError
from reminders.campaign import Campaign
from reminders.messages import Moment, refreshed
from reminders.outlet import (
    ChannelGoneError,
    NotPermittedError,
    Outlet,
    PassingError,
    RefusedError,
)
from reminders.planning import Planner
from storage.committee import Committee, Storage
from storage.delivery_store import Delivery, Kind, Post, Status

log = logging.getLogger(__name__)
_KEPT_TRUE = (Kind.DIGEST, Kind.DIRECT, Kind.SNOOZE)


class Refresher:
    """Edits the digests of the open collectes, and adds the one line of thanks."""

    def __init__(self, storage: Storage, outlet: Outlet, planner: Planner, zone: ZoneInfo) -> None:
        self._storage = storage
        self._outlet = outlet
        self._planner = planner
        self._zone = zone

    async def refresh(self, committee: Committee, now: datetime) -> None:
        """Bring every open collecte's posts up to date; what goes wrong holds up no other."""
        for collecte in committee.collectes.open_ones():
            try:
                await self._refresh(committee, collecte, now)
            except Exception:
                log.exception("the posts of collecte %s could not be kept true", collecte.id)

    async def _refresh(self, committee: Committee, collecte: Collecte, now: datetime) -> None:
        try:
            deadline = committee.deadlines.get(collecte.deadline_id)
        except NotFoundError:
            committee.collectes.close(collecte, now)
            return
        campaign = Campaign(committee, deadline, collecte.due_on)
        posted = self._storage.deliveries.of_deadline(deadline.id, collecte.due_on)
        for delivery in posted:
            if delivery.post.kind in _KEPT_TRUE and delivery.status is Status.SENT:
                await self._edit(delivery, campaign, now)
        if campaign.is_settled and any(each.status is Status.SENT for each in posted):
            thanks = Post(deadline.id, collecte.due_on, Kind.THANKS, deadline.channel_id, now)
            self._storage.deliveries.add(committee.id, deadline, [thanks])

    async def _edit(self, delivery: Delivery, campaign: Campaign, now: datetime) -> None:
        post = delivery.post
        directly = delivery.posted_in not in (None, post.channel_id) and post.direct_to is not None
        moment = Moment(now, self._zone, delivery.outcome == "late", directly)
        message = refreshed(delivery, campaign, self._planner, moment)
        if message is None or delivery.message_id is None:
            return
        channel_id = delivery.posted_in or post.channel_id
        try:
            await self._outlet.edit(channel_id, delivery.message_id, message.reply.view)
        except (ChannelGoneError, NotPermittedError, RefusedError) as error:
            log.warning("post %s can no longer be edited: %s", delivery.id, error)
        except PassingError:
            return  # tried again at the next run
        self._storage.deliveries.shown(delivery, message.shown)
