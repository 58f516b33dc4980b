"""The server's scheduled events, in step with the deadlines."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
import pytest_asyncio

from sandbox import permissions
from sandbox.clock import Clock
from sandbox.demo import committee_world
from sandbox.payload import Payload
from sandbox.state import Event
from tests.calendar.asked import add, local, modify
from tests.support.database import query
from tests.support.house import START, House, open_house
from tests.support.openapi import check_requests, description_path

EVENTS = "/guilds/{guild_id}/scheduled-events"


class StillClock(Clock):
    """The chat's time: that at which the tests start, whatever day they run."""

    def now(self) -> float:
        return START.timestamp()


@pytest_asyncio.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """As everywhere, in a chat whose time stands still."""
    async with open_house(tmp_path / "data", committee_world(StillClock())) as running:
        yield running
        problems = check_requests(running.chat.recorded) if description_path().is_file() else []
    assert problems == []


async def events(house: House) -> list[Payload]:
    """The server's events once the bot has caught up, by name."""
    await house.client.events.settle()
    [guild] = house.world.guilds.values()
    return sorted(guild.events.values(), key=lambda each: str(each["name"]))


def starts(event: Payload) -> str:
    return local(str(event["scheduled_start_time"]))


async def test_a_deadline_has_its_event(house: House) -> None:
    await add(house, "Bilan", "31 mars")
    await add(house, "Dépôt", "15 avril à 17 h")
    bilan, depot = await events(house)
    assert (bilan["name"], starts(bilan)) == ("Bilan", "2027-03-31 00:00")
    assert local(str(bilan["scheduled_end_time"])) == "2027-04-01 00:00"
    assert starts(depot) == "2027-04-15 17:00"
    assert bilan["entity_metadata"]["location"]
    assert "Reddition de comptes" in bilan["description"]


async def test_it_follows_each_change_and_goes_with_the_deadline(house: House) -> None:
    await add(house, "Bilan", "31 mars")
    [before] = await events(house)
    await modify(house, "Bilan", titre="Bilan annuel", quand="15 avril")
    [after] = await events(house)
    assert after["id"] == before["id"]
    assert (after["name"], starts(after)) == ("Bilan annuel", "2027-04-15 00:00")
    asked = await house.coordinator.slash("calendrier retirer", echeance="Bilan")
    await house.coordinator.press(asked, "Confirmer")
    assert await events(house) == []
    assert query(house.folder, "SELECT event_id FROM deadline") == [(None,)]


async def test_what_discord_refuses_is_done_at_the_next_start(house: House) -> None:
    house.chat.faults.fail(f"POST {EVENTS}", status=403)
    answer = await add(house, "Bilan", "31 mars")
    assert answer.failed is None
    assert await events(house) == []
    await house.restart()
    assert [each["name"] for each in await events(house)] == ["Bilan"]
    await house.restart()
    assert len(await events(house)) == 1


async def test_a_server_that_discord_had_lost_is_caught_up_with(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    guild = house.world.guild()
    lost = {"id": str(guild.id), "unavailable": True}
    house.world.emit(Event("GUILD_DELETE", lost, guild_id=guild.id))
    await add(house, "Bilan", "31 mars")
    assert await events(house) == []
    assert not caplog.records
    house.world.emit(Event("GUILD_CREATE", house.world.guild_create(guild), guild_id=guild.id))
    async with asyncio.timeout(5):
        while not await events(house):  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_one_made_just_before_a_crash_is_not_made_twice(house: House) -> None:
    house.chat.faults.fail(f"POST {EVENTS}", status=400, when="after")
    await add(house, "Bilan", "31 mars")
    [made] = await events(house)
    assert query(house.folder, "SELECT event_id FROM deadline") == [(None,)]
    await house.restart()
    assert await events(house) == [made]
    assert query(house.folder, "SELECT event_id FROM deadline") == [(int(made["id"]),)]


async def test_one_that_a_person_changed_or_deleted_is_put_right(house: House) -> None:
    await add(house, "Bilan", "31 mars")
    await add(house, "Dépôt", "15 avril")
    bilan, depot = await events(house)
    [guild] = house.world.guilds.values()
    guild.events[int(bilan["id"])] = bilan | {"name": "Fête"}
    del guild.events[int(depot["id"])]
    await house.restart()
    assert [each["name"] for each in await events(house)] == ["Bilan", "Dépôt"]


async def test_the_events_of_others_are_left_alone(house: House) -> None:
    await add(house, "Bilan", "31 mars")
    [event] = await events(house)
    [guild] = house.world.guilds.values()
    other = event | {"id": "77", "creator_id": str(house.member.user.id)}
    guild.events[77] = other
    await modify(house, "Bilan", titre="Bilan annuel")
    await events(house)
    assert guild.events[77] == other


async def test_a_person_s_event_is_never_taken_for_its_own(house: House) -> None:
    await add(house, "Bilan", "31 mars")
    [event] = await events(house)
    [guild] = house.world.guilds.values()
    del guild.events[int(event["id"])]
    guild.events[77] = event | {"id": "77", "creator_id": str(house.member.user.id)}
    await house.restart()
    assert len(await events(house)) == 2


async def test_a_repeated_deadline_has_its_next_day(house: House) -> None:
    await add(house, "Bilan", "31 mars", repetition="annuelle")
    house.clock.moment = datetime(2027, 4, 1, 0, 1, tzinfo=house.clock.moment.tzinfo)
    await house.restart()
    assert [starts(each) for each in await events(house)] == ["2028-03-31 00:00"]


@pytest.mark.parametrize("held", [0, permissions.MANAGE_EVENTS, permissions.CREATE_EVENTS])
async def test_only_where_the_server_lets_it_create_events(house: House, held: int) -> None:
    """To manage those of others is another permission: it creates none."""
    [guild] = house.world.guilds.values()
    both = permissions.MANAGE_EVENTS | permissions.CREATE_EVENTS
    for role_id in (guild.id, *guild.members[house.world.bot.id].roles):
        role = guild.roles[role_id]
        role.permissions = role.permissions & ~both | held
    await house.restart()
    await add(house, "Bilan", "31 mars")
    may = held == permissions.CREATE_EVENTS
    assert len(await events(house)) == int(may)
    asked = [each for each in house.chat.recorded if "scheduled-events" in each.template]
    assert bool(asked) == may, "what would be refused is not even asked"
