"""Keeping what was posted true: a digest is edited as its MO answers, the last is thanked."""

import logging
from datetime import datetime
from zoneinfo import ZoneInfo

from plan.errors import NotFoundError
from plan.ladder import Ladder
from reminders.campaign import Campaign
from reminders.messages import refreshed
from reminders.outlet import ChannelGoneError, NotPermittedError, Outlet, PassingError
from reminders.planning import Planner
from storage.committee import Committee, Storage
from storage.delivery_store import Delivery, Kind, Post, Status

log = logging.getLogger(__name__)


class Refresher:
    """Edits the digests of the open collectes, and adds the one line of thanks."""

    def __init__(
        self, storage: Storage, outlet: Outlet, planner: Planner, zone: ZoneInfo, ladder: Ladder
    ) -> None:
        self._storage = storage
        self._outlet = outlet
        self._planner = planner
        self._zone = zone
        self._ladder = ladder

    async def refresh(self, committee: Committee, now: datetime) -> None:
        """Bring every open collecte's posts up to date with the history."""
        for collecte in committee.collectes.open_ones():
            try:
                deadline = committee.deadlines.get(collecte.deadline_id)
            except NotFoundError:
                committee.collectes.close(collecte, now)
                continue
            campaign = Campaign(committee, deadline, collecte.due_on, self._ladder)
            posted = self._storage.deliveries.of_deadline(deadline.id, collecte.due_on)
            for delivery in posted:
                if delivery.post.kind is Kind.DIGEST and delivery.status is Status.SENT:
                    await self._edit(delivery, campaign, now)
            if campaign.is_settled and any(each.status is Status.SENT for each in posted):
                thanks = Post(deadline.id, collecte.due_on, Kind.THANKS, deadline.channel_id, now)
                self._storage.deliveries.add(committee.id, deadline, [thanks])

    async def _edit(self, delivery: Delivery, campaign: Campaign, now: datetime) -> None:
        message = refreshed(delivery, campaign, self._planner, now, self._zone)
        if message is None or delivery.message_id is None:
            return
        try:
            await self._outlet.edit(
                delivery.post.channel_id, delivery.message_id, message.reply.view
            )
        except (ChannelGoneError, NotPermittedError) as error:
            log.warning("post %s can no longer be edited: %s", delivery.id, error)
        except PassingError:
            return  # tried again at the next run
        self._storage.deliveries.shown(delivery, message.shown)
