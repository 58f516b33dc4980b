"""The one wake job: it runs at the next due time, posts what is due, and sets itself again."""

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from reminders.delivery import Delivery
from reminders.outlet import Outlet
from reminders.planning import Planner
from reminders.working_days import Calendar
from storage.committee import Committee, Storage

log = logging.getLogger(__name__)
_JOB = "wake"
_LONGEST_SLEEP = timedelta(minutes=1)  # so that a clock set forward is noticed


class ReminderService:
    """Keeps the notices of every committee planned, and posts them when they are due."""

    def __init__(
        self, storage: Storage, zone: ZoneInfo, now: Callable[[], datetime], calendar: Calendar
    ) -> None:
        """Args: now: tells the time, aware, in UTC."""
        from apscheduler.schedulers.asyncio import AsyncIOScheduler

        self.planner = Planner(zone, calendar)
        self._storage = storage
        self._zone = zone
        self._now = now
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._delivery: Delivery | None = None
        self._running = asyncio.Lock()

    def start(self, outlet: Outlet) -> None:
        """Begin to post, through `outlet`; needs the running event loop. Again: does nothing."""
        if self._delivery is not None:
            return
        self._delivery = Delivery(self._storage, outlet, self._zone, self._now)
        self._scheduler.start()
        self._wake_at(self._now())

    async def stop(self) -> None:
        """Finish the post in hand, then sleep for good."""
        if self._delivery is None:
            return
        self._scheduler.remove_all_jobs()
        async with self._running:
            self._delivery = None
        self._scheduler.shutdown(wait=False)

    def reschedule(self) -> None:
        """Set the wake job anew after deadlines changed."""
        if self._delivery is not None:
            self._wake_at(self._storage.occurrences.next_wake())

    def replan(self, committee: Committee) -> None:
        """Set a committee's notices to come anew, after its hour or its days off changed."""
        now = self._now()
        hour = committee.settings().notice_time
        notices = [
            notice
            for deadline in committee.deadlines.all()
            for notice in self.planner.coming(deadline, hour, now)
        ]
        self._storage.occurrences.replan(committee.id, notices, now)
        self.reschedule()

    async def run(self) -> None:
        """Write down the notices of repeated deadlines to come, post what is due, sleep again."""
        async with self._running:
            delivery = self._delivery
            if delivery is None:
                return
            now = self._now()
            try:
                self._plan_ahead(now)
                due = self._storage.occurrences.due(now)
                await delivery.deliver(due)
            except Exception:
                log.exception("a run of the reminders failed; the next one tries again")
                self._wake_at(now + _LONGEST_SLEEP)
                return
        self.reschedule()

    def _plan_ahead(self, now: datetime) -> None:
        for committee_id in self._storage.committee_ids():
            committee = self._storage.committee(committee_id)
            hour = committee.settings().notice_time
            for deadline in committee.deadlines.all():
                if deadline.repetition.months:
                    notices = self.planner.coming(deadline, hour, now)
                    self._storage.occurrences.plan(committee_id, notices)

    def _wake_at(self, moment: datetime | None) -> None:
        """Sleep until `moment`, at most a minute: the scheduler's own clock never decides."""
        from apscheduler.triggers.date import DateTrigger

        wait = _LONGEST_SLEEP if moment is None else moment - self._now()
        wait = min(max(wait, timedelta(0)), _LONGEST_SLEEP)
        self._scheduler.add_job(
            self.run,
            DateTrigger(datetime.now(UTC) + wait),
            id=_JOB,
            replace_existing=True,
            misfire_grace_time=None,
        )
