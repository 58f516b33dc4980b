"""What every command starts from: the services, the committee, the person, today."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

import discord

from plan.action import ActionKind
from plan.deadline import DeadlineDay, coming
from plan.definition import PlanDefinition
from plan.measure import Measure
from plan.permissions import Person, require_coordinator
from plan.team import Rights, rights_of
from reminders.events import EventKeeper
from reminders.service import ReminderService
from reminders.working_days import Calendar
from storage.committee import Committee
from storage.committees import Storage

if TYPE_CHECKING:
    from plan.questions.ask import Asker


class Clock(Protocol):
    """Tells the time; an argument everywhere, so that tests set it."""

    def now(self) -> datetime:
        """The current time, aware, in UTC."""
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """What the commands work with, put together once in `bot.py`.

    `shipped` reads the plan that a new committee starts from.
    """

    storage: Storage
    reminders: ReminderService
    clock: Clock
    zone: ZoneInfo
    shipped: Callable[[], PlanDefinition]


class ServiceClient(discord.Client):
    """A Discord client that carries the services, and keeps its servers' events.

    `asker` answers questions; it is made when the first is asked.
    """

    services: Services
    events: EventKeeper
    asker: "Asker | None" = None


Interaction = discord.Interaction[ServiceClient]


@dataclass(frozen=True)
class Context:
    """One interaction's committee, person and time. `now` is aware, in the committee's zone."""

    committee: Committee
    person: Person
    now: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        """The day it is for the committee."""
        return self.now.date()

    @property
    def plan(self) -> PlanDefinition:
        """The plan in force."""
        return self.committee.plan

    @property
    def calendar(self) -> Calendar:
        """The committee's working days as they are now."""
        return Calendar.of(self.committee.holidays.all())

    @property
    def coming(self) -> list[DeadlineDay]:
        """The deadlines to come with the day each falls on, the nearest first."""
        return coming(self.committee.deadlines.all(), self.today)

    @cached_property
    def rights(self) -> Rights:
        """What the person may do at this very moment."""
        role = self.committee.settings().coordination_role
        return rights_of(self.person, self.committee.team.assignments(), role)

    def base(self, number: int, day: date) -> Measure:
        """The measure that a change of that day starts from; today's is the one kept for reading.

        Nothing is recorded of a day to come, so that what stands today is all that stands.
        """
        snapshot = self.committee.snapshot(None if day == self.today else day)
        return snapshot.base(number)

    def note(self, kind: ActionKind, **facts: str) -> None:
        """Tell the audit trail what the person did; within the write of what it tells."""
        self.committee.actions.note(kind, self.person, self.now, **facts)

    def require_coordinator(self) -> None:
        """Let a coordinator pass, with the rights of this very moment.

        Raises:
            NotAllowedError: the person is not one.
        """
        require_coordinator(self.person, self.committee.settings().coordination_role)


def context_of(interaction: Interaction) -> Context:
    """Read who asks, where and when.

    Raises:
        NotInACommitteeError: outside a server.
    """
    guild, guild_id = interaction.guild, interaction.guild_id
    name, services = guild.name if guild else str(guild_id), interaction.client.services
    return context_in(services, guild_id, name, _person(interaction))


def context_in(services: Services, guild_id: int | None, name: str, person: Person) -> Context:
    """What somebody does in a server; one that is seen for the first time is welcomed.

    Raises:
        NotInACommitteeError: outside a server.
    """
    now = services.clock.now()
    if guild_id is not None:
        services.storage.welcome(guild_id, name, services.shipped, now)
    return Context(
        committee=services.storage.committee(guild_id),
        person=person,
        now=now.astimezone(services.zone),
        zone=services.zone,
    )


def _person(interaction: Interaction) -> Person:
    user = interaction.user
    roles = user.roles if isinstance(user, discord.Member) else []
    permissions = interaction.permissions
    return Person(
        id=user.id,
        name=user.display_name,
        role_ids=frozenset(role.id for role in roles),
        manages_server=isinstance(user, discord.Member)
        and (permissions.manage_guild or permissions.administrator),
    )
