"""Discord's scheduled events, kept in step with the deadlines where the server allows it."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import discord
from discord.utils import MISSING

from plan.deadline import Deadline
from replies.deadlines import CALENDAR_NAME, description
from storage.committee import Committee
from storage.committees import Storage

log = logging.getLogger(__name__)
_MOST = 25  # the nearest: a server holds 100 events, and they are not all for deadlines
_AHEAD_DAYS = 4 * 365  # Discord takes an event within five years
_AT_AN_HOUR = timedelta(minutes=30)
_LONGEST_DESCRIPTION = 1_000
_GRACE = 1.0  # seconds for the request in hand, at the end


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the event of a deadline must say. Times are aware, in UTC."""

    name: str
    description: str
    start: datetime
    end: datetime


class EventKeeper:
    """Makes, edits and deletes a server's events after the deadlines, in the background.

    What fails is written in the log, and done at the next change, the next day or the next start:
    each time the server's own list is compared with what must be there.
    """

    def __init__(
        self,
        client: discord.Client,
        storage: Storage,
        zone: ZoneInfo,
        now: Callable[[], datetime],
    ) -> None:
        """Args: now: tells the time, aware, in UTC."""
        self._client = client
        self._storage = storage
        self._zone = zone
        self._now = now
        self._behind: set[int] = set()
        self._work: asyncio.Task[None] | None = None
        self._midnight: asyncio.TimerHandle | None = None
        self._stopped = False

    def start(self) -> None:
        """Bring every server up to date, now and at each midnight; needs the running loop."""
        for committee_id in self._storage.present_ids():
            self.kick(committee_id)
        if self._midnight is not None:
            self._midnight.cancel()
        today = self._now().astimezone(self._zone).date()
        wait = self._midnight_of(today + timedelta(days=1)) - self._now()
        self._midnight = asyncio.get_running_loop().call_later(wait.total_seconds(), self.start)

    def kick(self, committee_id: int) -> None:
        """Have a server's events brought up to date soon; returns at once and never fails."""
        self._behind.add(committee_id)
        if not self._stopped and (self._work is None or self._work.done()):
            self._work = asyncio.create_task(self._catch_up())

    async def settle(self) -> None:
        """Wait until every server is up to date, or was found out of reach."""
        if self._work is not None:
            await asyncio.wait([self._work])

    async def stop(self) -> None:
        """Let the request in hand end, a second at most; what is left is for the next start."""
        self._stopped = True
        self._behind.clear()
        if self._midnight is not None:
            self._midnight.cancel()
        if self._work is not None:
            await asyncio.wait([self._work], timeout=_GRACE)
            self._work.cancel()
            await asyncio.gather(self._work, return_exceptions=True)

    async def _catch_up(self) -> None:
        while self._behind:
            committee_id = self._behind.pop()
            try:
                await self._bring_up_to_date(self._storage.committee(committee_id))
            except Exception as error:  # nobody waits for this: the log alone is told
                log.warning("the events of server %s are out of step: %s", committee_id, error)

    async def _bring_up_to_date(self, committee: Committee) -> None:
        guild = self._client.get_guild(committee.id)
        if guild is None or guild.unavailable or not _allows(guild.me.guild_permissions):
            return
        if not (self._wanted(committee) or committee.deadlines.events()):
            return
        there = {each.id: each for each in await guild.fetch_scheduled_events(with_counts=False)}
        wanted, known = self._wanted(committee), committee.deadlines.events()
        for deadline_id, event_id in known.items():
            if deadline_id not in wanted:
                await self._remove(committee, deadline_id, there.get(event_id))
        for deadline_id, one in wanted.items():
            event = there.get(known.get(deadline_id, 0)) or self._adopted(one, there, known)
            try:
                await self._keep(committee, guild, deadline_id, one, event)
            except discord.HTTPException as error:
                log.warning("the event of deadline %s is out of step: %s", deadline_id, error)

    async def _keep(
        self,
        committee: Committee,
        guild: discord.Guild,
        deadline_id: int,
        wanted: _Wanted,
        event: discord.ScheduledEvent | None,
    ) -> None:
        """Make the event of a deadline, or put it right. One under way cannot be moved."""
        if (
            event is not None
            and event.start_time != wanted.start
            and event.start_time <= self._now()
        ):
            await event.delete()
            event = None
        if event is None:
            if wanted.start <= self._now():
                return
            event = await guild.create_scheduled_event(
                name=wanted.name,
                description=wanted.description,
                start_time=wanted.start,
                end_time=wanted.end,
                entity_type=discord.EntityType.external,
                privacy_level=discord.PrivacyLevel.guild_only,
                location=CALENDAR_NAME,
            )
        elif _says(event) != wanted:
            await event.edit(
                name=wanted.name,
                description=wanted.description,
                start_time=MISSING if event.start_time == wanted.start else wanted.start,
                end_time=MISSING if event.end_time == wanted.end else wanted.end,
            )
        committee.deadlines.set_event(deadline_id, event.id)

    async def _remove(
        self, committee: Committee, deadline_id: int, event: discord.ScheduledEvent | None
    ) -> None:
        """Delete the event of a deadline that is no more; one that is over stays as it ended."""
        if event is not None and event.start_time > self._now():
            try:
                await event.delete()
            except discord.NotFound:
                log.debug("event %s was deleted already", event.id)
        committee.deadlines.set_event(deadline_id, None)

    def _adopted(
        self, wanted: _Wanted, there: dict[int, discord.ScheduledEvent], known: dict[int, int]
    ) -> discord.ScheduledEvent | None:
        """One made just before a crash, whose id was never written down."""
        me = self._client.user.id if self._client.user else 0
        return next(
            (
                each
                for each in there.values()
                if each.creator_id == me and each.id not in known.values() and _says(each) == wanted
            ),
            None,
        )

    def _wanted(self, committee: Committee) -> dict[int, _Wanted]:
        """The event of each deadline that needs one now, the nearest first."""
        now = self._now()
        today = now.astimezone(self._zone).date()
        dated = [(each.next_due(today), each) for each in committee.deadlines.all()]
        near = sorted(
            ((day, each) for day, each in dated if day and (day - today).days <= _AHEAD_DAYS),
            key=lambda pair: (pair[0], pair[1].id),
        )
        events = {each.id: self._event(each, day) for day, each in near[:_MOST]}
        return {key: event for key, event in events.items() if event.end > now}

    def _event(self, deadline: Deadline, day: date) -> _Wanted:
        if deadline.at is None:
            start, end = self._midnight_of(day), self._midnight_of(day + timedelta(days=1))
        else:
            start = datetime.combine(day, deadline.at, tzinfo=self._zone).astimezone(UTC)
            end = start + _AT_AN_HOUR
        text = description(deadline)[:_LONGEST_DESCRIPTION]
        return _Wanted(deadline.title, text, start, end)

    def _midnight_of(self, day: date) -> datetime:
        return datetime.combine(day, time(), tzinfo=self._zone).astimezone(UTC)


def _allows(permissions: discord.Permissions) -> bool:
    """To create, and to edit and delete its own, « Create Events » is needed, and is enough."""
    return permissions.create_events


def _says(event: discord.ScheduledEvent) -> _Wanted:
    end = event.end_time or event.start_time
    return _Wanted(event.name, event.description or "", event.start_time, end)
