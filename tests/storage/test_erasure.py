"""`forget-server`: all of one server goes, nothing of another does."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from sandbox.clock import ManualClock
from sandbox.demo import committee_world
from sandbox.places import Guild
from storage.database import FILE_NAME
from tests.support.calendar import go_to
from tests.support.database import Rows, contents, query
from tests.support.disk import full_disk
from tests.support.house import START, House, open_house
from tests.support.programs import assert_fatal, program
from tests.support.removal import removed

SECRET = "Un secret du comité"
TRIGGERS = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"


@pytest_asyncio.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A bot in two servers, in each of which something was recorded and posted."""
    world = committee_world(ManualClock(START.timestamp()))
    world.add_guild("Un autre comité")
    async with open_house(tmp_path / "data", world) as running:
        await running.coordinator.slash(
            "mesure modifier", mesure="6", etat="en_cours", remarque=SECRET
        )
        await running.coordinator.slash("calendrier ajouter", titre="Bilan", quand="31 mars 2027")
        await running.coordinator.slash("question", texte="Où est le chat ?")
        await go_to(running, 2027, 3, 17)
        yield running


# The rows of a server in each table, by the column that says whose they are.
OF_SERVER = {
    "change_id": "change_id IN (SELECT change.id FROM change JOIN plan ON plan.id = plan_id"
    " WHERE committee_id = ?)",
    "plan_id": "plan_id IN (SELECT id FROM plan WHERE committee_id = ?)",
    "committee_id": "committee_id = ?",
}


def of_server(folder: Path, server: int) -> dict[str, Rows]:
    """Every row of a server, by table."""
    found: dict[str, Rows] = {
        "committee": query(folder, "SELECT * FROM committee WHERE id = ?", server)
    }
    for table in contents(folder):
        columns = [row[0] for row in query(folder, "SELECT name FROM pragma_table_info(?)", table)]
        for column, condition in OF_SERVER.items():
            if column in columns:
                found[table] = query(folder, f"SELECT * FROM {table} WHERE {condition}", server)
    return found


def servers(house: House) -> tuple[Guild, Guild]:
    first, second = house.world.guilds.values()
    return first, second


async def test_all_of_a_server_is_erased_and_nothing_of_another(house: House) -> None:
    first, second = servers(house)
    await removed(house, first)
    await house.stop()
    before, guards = of_server(house.folder, second.id), query(house.folder, TRIGGERS)
    mine = of_server(house.folder, first.id)
    used = ("event", "delivery", "occurrence", "collecte", "question", "action")
    assert all(mine[table] for table in used)
    async with program("forget-server", str(first.id), data=house.folder) as running:
        assert await running.end() == 0, running.output
    assert str(first.id) in running.output
    assert not any(of_server(house.folder, first.id).values())
    assert of_server(house.folder, second.id) == before
    rest = {table for table, rows in contents(house.folder).items() if rows} - before.keys()
    assert rest == {"setting", "sqlite_sequence", "_sqlite_migrations"}, "no table is forgotten"
    assert query(house.folder, TRIGGERS) == guards, "the history is guarded as before"
    for file in house.folder.glob(f"{FILE_NAME}*"):
        assert SECRET.encode() not in file.read_bytes(), file.name
    await house.start()


async def test_invited_again_it_begins_anew(house: House) -> None:
    first, _ = servers(house)
    await removed(house, first)
    await house.stop()
    async with program("forget-server", str(first.id), data=house.folder) as running:
        assert await running.end() == 0, running.output
    house.world.invite_bot(first)
    await house.start()
    assert SECRET not in (await house.member.slash("mesure voir", mesure="6")).text
    assert "22 mesures" in (await house.member.slash("plan voir")).text


async def test_what_cannot_be_erased_is_told_and_stays(house: House) -> None:
    first, _ = servers(house)
    async with program("forget-server", str(first.id), data=house.folder) as running:
        assert await running.end() == 1
    assert "stop it first" in running.output
    await house.stop()
    before = contents(house.folder)
    for server, why in ((first.id, "still in"), (77, "known"), (0, "known")):
        async with program("forget-server", str(server), data=house.folder) as running:
            assert await running.end() == 1
        assert why in running.output
        assert "Traceback" not in running.output
    assert contents(house.folder) == before
    await house.start()


@pytest.mark.parametrize("room", [4096, 48 * 1024, 100_000])
async def test_on_a_full_disk_nothing_is_erased(house: House, room: int) -> None:
    """Wherever the room ends: at the first page, while it is written, when it is committed."""
    first, _ = servers(house)
    await removed(house, first)
    await house.stop()
    before, guards = contents(house.folder), query(house.folder, TRIGGERS)
    with full_disk(room):
        async with program("forget-server", str(first.id), data=house.folder) as running:
            await assert_fatal(running, "vigie: ")
    assert contents(house.folder) == before
    assert query(house.folder, TRIGGERS) == guards
    async with program("forget-server", str(first.id), data=house.folder) as running:
        assert await running.end() == 0, running.output
    await house.start()


@pytest.mark.skipif(sys.platform != "linux", reason="root's powers are dropped as Linux does")
async def test_in_a_read_only_database_nothing_is_erased(house: House) -> None:
    first, _ = servers(house)
    await removed(house, first)
    await house.stop()
    before = contents(house.folder)
    (house.folder / FILE_NAME).chmod(0o444)
    async with program(
        "forget-server", str(first.id), data=house.folder, powerless=True
    ) as running:
        await assert_fatal(running, "readonly", "as it was")
    assert len(running.lines) == 1
    assert contents(house.folder) == before
    (house.folder / FILE_NAME).chmod(0o644)
    await house.start()
