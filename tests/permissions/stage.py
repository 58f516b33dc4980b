"""A committee with every kind of person in it, and a second one beside it."""

import asyncio
import itertools
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from reminders.working_days import Calendar
from sandbox import permissions
from sandbox.answer import Answer
from sandbox.demo import committee_world
from sandbox.message import Message
from sandbox.people import User
from sandbox.person import Person
from sandbox.places import Channel
from storage.database import FILE_NAME
from tests.support.database import query
from tests.support.house import START, House, open_house


class Kind(StrEnum):
    """The kinds of people who may try something in the committee's server."""

    NEWCOMER = "somebody without any role"
    MEMBER = "a member with a role that means nothing"
    BY_NAME = "a répondant named"
    BY_ROLE = "a répondant by role"
    SUBSTITUTE = "a substitute"
    OTHER_MO = "a répondant of another MO"
    BY_SETTING = "a coordinator by the role of /reglages"
    MANAGER = "a coordinator who manages the server"
    NO_LONGER_NAMED = "a répondant whose role was just taken away"
    NO_LONGER_MANAGER = "a coordinator whose role was just taken away"


@dataclass(frozen=True)
class Ministry:
    """An MO with a measure that it alone is printed for."""

    acronym: str
    measure: str
    indicator: str
    people: frozenset[Kind]


TEAM = (Kind.BY_NAME, Kind.SUBSTITUTE, Kind.OTHER_MO)  # named with /equipe ajouter
COORDINATORS = frozenset({Kind.BY_SETTING, Kind.MANAGER})
MDEIE = Ministry("MDEIE", "7", "projets", frozenset({Kind.BY_NAME, Kind.BY_ROLE, Kind.SUBSTITUTE}))
MAMROT = Ministry("MAMROT", "3", "projets", frozenset({Kind.OTHER_MO}))


@dataclass
class Stage:
    """The house, its people by kind, and things that are new each time they are asked for."""

    house: House
    people: dict[Kind, Person]
    channel: Channel
    elsewhere: Person
    other_channel: Channel
    digests: dict[str, Message] = field(default_factory=dict)
    _settled: int = 0
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    @property
    def coordinator(self) -> Person:
        return self.people[Kind.MANAGER]

    def number(self) -> int:
        return next(self._numbers)

    def text(self, what: str = "Texte") -> str:
        return f"{what} {self.number()}"

    def day(self) -> str:
        """A day in the past, another each time."""
        return (START.date() - timedelta(days=self.number())).isoformat()

    def future(self) -> str:
        return (date(2027, 6, 1) + timedelta(days=self.number())).isoformat()

    def working_day(self) -> str:
        """A day to come on which the public service works, of another week each time."""
        day = date(2027, 6, 1) + timedelta(weeks=self.number())
        while not Calendar.of(()).is_working_day(day):
            day += timedelta(days=1)
        return day.isoformat()

    def newcomer(self) -> User:
        world = self.house.world
        user = world.add_user(f"Recrue {self.number()}")
        world.add_member(world.guild(), user)
        return user

    async def coordinate(self, path: str, **options: object) -> Answer:
        """What a coordinator does beforehand; it must go well."""
        answer = await self.coordinator.slash(path, channel=self.channel, **options)  # type: ignore[arg-type]
        assert answer.failed is None, answer
        assert "Référence" not in answer.text, answer
        return answer

    def version(self) -> int:
        """A number that moves with every commit of the bot, however small."""
        found: int = self._watch.execute("PRAGMA data_version").fetchone()[0]
        return found

    async def settled(self) -> int:
        """The version, once nothing that runs by itself (the server's events) writes any more."""
        version, still = self.version(), 0
        while version != self._settled and still < 5:
            await asyncio.sleep(0.004)
            still = still + 1 if self.version() == version else 0
            version = self.version()
        self._settled = version
        return version

    def watch(self, connection: sqlite3.Connection) -> None:
        self._watch = connection

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        """Every row of the committee's, whatever is written for another server meanwhile."""
        committee = self.house.world.guild().id
        plans = f"SELECT id FROM plan WHERE committee_id = {committee}"
        changes = f"SELECT id FROM change WHERE plan_id IN ({plans})"
        found = {}
        schema = "SELECT name FROM sqlite_schema WHERE type = 'table'"
        for (name,) in self._watch.execute(schema).fetchall():
            columns = {row[1] for row in self._watch.execute(f"PRAGMA table_info({name})")}
            if "committee_id" in columns:
                where = f"committee_id = {committee}"
            elif "plan_id" in columns:
                where = f"plan_id IN ({plans})"
            elif "change_id" in columns:
                where = f"change_id IN ({changes})"
            elif name == "committee":
                where = f"id = {committee}"
            else:
                continue
            found[name] = self._watch.execute(f"SELECT * FROM {name} WHERE {where}").fetchall()
        return found


@asynccontextmanager
async def open_stage(folder: Path) -> AsyncIterator[Stage]:
    """The house with everybody in it, a reporting deadline open, and a digest for each MO."""
    world = committee_world()
    guild = world.guild()
    people = {kind: world.add_user(kind.value.capitalize()) for kind in Kind}
    for user in people.values():
        world.add_member(guild, user)
    manager = world.add_role(guild, "Gestion", permissions.MANAGE_GUILD)
    chosen = world.add_role(guild, "Secrétariat du plan")
    respondents = world.add_role(guild, "Au nom du MDEIE")
    world.give_role(guild, people[Kind.MEMBER], world.add_role(guild, "Amateurs de cartes"))
    world.give_role(guild, people[Kind.MANAGER], manager)
    world.give_role(guild, people[Kind.NO_LONGER_MANAGER], manager)
    world.give_role(guild, people[Kind.BY_SETTING], chosen)
    world.give_role(guild, people[Kind.BY_ROLE], respondents)
    world.give_role(guild, people[Kind.NO_LONGER_NAMED], respondents)
    stranger = world.add_user("Étienne Morin")
    other = world.add_guild("Autre comité", stranger)
    other_channel = world.add_channel(other, "ailleurs")
    async with open_house(folder, world) as house:
        stage = Stage(
            house,
            {kind: house.chat.person(user) for kind, user in people.items()},
            world.channel("général"),
            house.chat.person(stranger),
            other_channel,
        )
        with closing(sqlite3.connect(house.folder / FILE_NAME)) as connection:
            stage.watch(connection)
            await stage.coordinate("reglages modifier", role_coordination=chosen)
            named = people[Kind.BY_NAME]
            await stage.coordinate(
                "equipe ajouter",
                organisme="MDEIE",
                membre=named,
                remplacant=people[Kind.SUBSTITUTE],
            )
            await stage.coordinate("equipe ajouter", organisme="MDEIE", role=respondents)
            other_mo = people[Kind.OTHER_MO]
            await stage.coordinate("equipe ajouter", organisme="MAMROT", membre=other_mo)
            world.take_role(guild, people[Kind.NO_LONGER_NAMED], respondents)
            world.take_role(guild, people[Kind.NO_LONGER_MANAGER], manager)
            await _post_digests(stage)
            yield stage


async def _post_digests(stage: Stage) -> None:
    house = stage.house
    await stage.coordinate("calendrier ajouter", titre="Bilan annuel", quand="8 décembre 2026")
    house.clock.set(2026, 11, 24, 9, 1)
    await house.wake()
    messages = {each.id: each for each in house.chat.messages(stage.channel)}
    for recipient, sent in query(house.folder, "SELECT recipient, message_id FROM delivery"):
        if isinstance(sent, int) and sent in messages:
            stage.digests[str(recipient)] = messages[sent]
