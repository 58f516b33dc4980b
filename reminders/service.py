"""The one wake job: it runs at the next due time, posts what is due, and sets itself again."""

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from reminders.delivery import Courier
from reminders.opening import open_due
from reminders.outlet import Outlet
from reminders.planning import Planner
from reminders.refreshing import Refresher
from reminders.turns import Turns
from storage.committee import Committee
from storage.committees import Storage

log = logging.getLogger(__name__)
_JOB = "wake"
_OVERLAPPING = 1_000  # jobs: each only begins a run, and none may be skipped
_LONGEST_STOP = 5.0  # seconds for the post and the edit in hand, at the end
_LONGEST_SLEEP = timedelta(minutes=1)  # so that a clock set forward is noticed


class ReminderService:
    """Keeps the notices of every committee planned, and posts them when they are due."""

    def __init__(self, storage: Storage, zone: ZoneInfo, now: Callable[[], datetime]) -> None:
        """Args: now: tells the time, aware, in UTC."""
        from apscheduler.schedulers.asyncio import AsyncIOScheduler

        self.planner = Planner(zone)
        self._storage = storage
        self._zone = zone
        self._now = now
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._courier: Courier | None = None
        self._refresher: Refresher | None = None
        self._planned_on: date | None = None
        self._posting = Turns(self._post)
        self._editing = Turns(self._edit)
        self._runs: set[asyncio.Task[None]] = set()
        storage.on_change = self._on_change

    def start(self, outlet: Outlet) -> None:
        """Begin to post, through `outlet`; needs the running event loop. Again: does nothing."""
        if self._courier is not None:
            return
        self._courier = Courier(self._storage, outlet, self.planner, self._zone, self._now)
        self._refresher = Refresher(self._storage, outlet, self.planner, self._zone)
        self._scheduler.start()
        self._wake_at(self._now())

    async def stop(self) -> None:
        """Finish the post and the edit in hand, seconds at most, then sleep for good.

        A post that is cut short stays claimed: the next start looks for it before it posts.
        """
        courier, self._courier = self._courier, None
        refresher, self._refresher = self._refresher, None
        if courier is None or refresher is None:
            return
        self._scheduler.remove_all_jobs()
        courier.stop()
        refresher.stop()
        try:
            if self._runs:
                await asyncio.wait(self._runs, timeout=_LONGEST_STOP)
        finally:
            unfinished = tuple(self._runs)
            for run in unfinished:
                run.cancel()
            self._scheduler.shutdown(wait=False)
        if unfinished:
            log.warning("Discord did not answer in time: what was in hand is for the next start")
            await asyncio.gather(*unfinished, return_exceptions=True)

    def reschedule(self) -> None:
        """Set the wake job anew after deadlines changed."""
        if self._courier is not None:
            steps, posts = self._storage.occurrences.next_due(), self._storage.deliveries.next_due()
            self._wake_at(min((each for each in (steps, posts) if each), default=None))

    def refresh(self) -> None:
        """Bring what was posted up to date now: a collecte or a deadline changed."""
        if self._courier is not None:
            self._wake_at(self._now())

    def resume(self) -> None:
        """Plan and post for a server that the bot came into, or came back to."""
        self._planned_on = None
        self.refresh()

    def replan(self, committee: Committee) -> None:
        """Set a committee's notices to come anew, after its hour or its days off changed."""
        now = self._now()
        with self._storage.writing():
            for deadline in committee.deadlines.all():
                standing = self.planner.standing(committee, deadline, now)
                committee.deadlines.replan(deadline, standing, now)
        self.reschedule()

    async def run(self) -> None:
        """Plan repeated deadlines ahead, post what is due, keep it true, and sleep again."""
        await self._begin()

    async def _woken(self) -> None:
        self._begin()

    def _begin(self) -> asyncio.Task[None]:
        run = asyncio.create_task(self._run())
        self._runs.add(run)
        run.add_done_callback(self._runs.discard)
        return run

    async def _run(self) -> None:
        try:
            await self._posting.take()
            self.reschedule()  # a hundred edits take Discord minutes: what comes due waits for none
            await self._editing.take()
            await self._posting.take()  # thanks, failures
        except Exception:
            log.exception("a run of the reminders failed; the next one tries again")
            if self._courier is not None:
                self._wake_at(self._now() + _LONGEST_SLEEP)
            return
        self.reschedule()

    async def _post(self) -> None:
        if self._courier is not None:
            self._plan_ahead(self._now())
            await open_due(self._storage, self._now(), self._zone)
            await self._courier.deliver(self._storage.deliveries.due(self._now()))

    async def _edit(self) -> None:
        if self._refresher is not None:
            await self._refresher.refresh(self._now())

    def _plan_ahead(self, now: datetime) -> None:
        """Once a day, write down the notices to come of the deadlines that come back."""
        today = now.astimezone(self._zone).date()
        if self._planned_on == today:
            return
        for committee_id in self._storage.present_ids():
            committee = self._storage.committee(committee_id)
            for deadline in committee.deadlines.repeated():
                written = self._storage.occurrences.furthest(deadline.id)
                notices = self.planner.coming_after(committee, deadline, now, written)
                if notices:
                    self._storage.occurrences.plan(committee_id, notices)
        self._planned_on = today

    def _on_change(self, committee: Committee) -> None:
        """A measure changed: what follows from it waits until the change is answered.

        One turn of the loop is not enough: aiohttp writes a request in a task of its own.
        """
        loop = asyncio.get_running_loop()
        loop.call_soon(loop.call_soon, self._follow, committee)

    def _follow(self, committee: Committee) -> None:
        """Fold the change in; where a collecte is open, its posts are brought up to date now."""
        committee.snapshot()
        if committee.collectes.open_ones():
            self.refresh()

    def _wake_at(self, moment: datetime | None) -> None:
        """Sleep until `moment`, at most a minute: the scheduler's own clock never decides."""
        from apscheduler.triggers.date import DateTrigger

        wait = _LONGEST_SLEEP if moment is None else moment - self._now()
        wait = min(max(wait, timedelta(0)), _LONGEST_SLEEP)
        self._scheduler.add_job(
            self._woken,
            DateTrigger(datetime.now(UTC) + wait),
            id=_JOB,
            replace_existing=True,
            misfire_grace_time=None,
            max_instances=_OVERLAPPING,
        )
