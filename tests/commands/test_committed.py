"""A change is answered once it is on disk, and only then; a refusal means that nothing is."""

import asyncio
import sqlite3

import pytest

from sandbox.state import Event
from storage.database import FILE_NAME
from tests.support.asking import Options, is_private
from tests.support.database import contents, query
from tests.support.house import House

CHANGES: list[tuple[str, Options, str]] = [
    ("mesure modifier", {"mesure": "6", "etat": "en_cours"}, "SELECT count(*) FROM change"),
    (
        "calendrier ajouter",
        {"titre": "Dépôt", "quand": "31 mars 2027"},
        "SELECT count(*) FROM deadline",
    ),
]


@pytest.mark.parametrize(("path", "options", "count"), CHANGES, ids=["change", "deadline"])
async def test_the_change_is_on_disk_when_the_answer_arrives(
    house: House, path: str, options: Options, count: str
) -> None:
    """Read through another connection, at the very moment the chat takes the answer."""
    before = query(house.folder, count)
    seen: list[object] = []

    def look(event: Event) -> None:
        if event.name == "MESSAGE_CREATE":
            seen.append(query(house.folder, count))

    stop = house.world.listen(look)
    try:
        answer = await house.coordinator.slash(path, **options)
    finally:
        stop()
    assert is_private(answer)
    assert seen, "the answer was not seen to arrive"
    assert all(rows != before for rows in seen)


async def test_a_lost_answer_leaves_the_change_whole(house: House) -> None:
    """Discord takes the answer and its acknowledgement is lost: what was recorded stands."""
    route = "POST /interactions/{interaction_id}/{interaction_token}/callback"
    house.chat.faults.drop(route, times=9, when="after")
    await house.coordinator.slash("mesure modifier", mesure="6", etat="en_cours")
    house.chat.faults.clear()
    await asyncio.sleep(0)
    assert "◐ En cours" in (await house.member.slash("mesure voir", mesure="6")).text
    assert query(house.folder, "SELECT count(*) FROM change") == [(2,)]


async def test_a_database_that_cannot_be_written_refuses_changes_and_still_reads(
    house: House,
) -> None:
    house.storage._db.execute("PRAGMA query_only = ON")  # root may write what is read-only
    before = contents(house.folder)
    for path, options, _ in CHANGES:
        answer = await house.coordinator.slash(path, **options)
        assert is_private(answer), path
        assert "Référence" in answer.text, path
        assert "rien n'a été changé" in answer.text, path
    assert contents(house.folder) == before
    card = await house.member.slash("mesure voir", mesure="6")
    assert "○ À venir" in card.text


async def test_what_is_committed_survives_a_restart(house: House) -> None:
    await house.coordinator.slash("mesure modifier", mesure="6", etat="en_cours")
    await house.coordinator.slash("calendrier ajouter", titre="Dépôt", quand="31 mars 2027")
    await house.restart()
    assert "◐ En cours" in (await house.member.slash("mesure voir", mesure="6")).text
    assert "Dépôt" in (await house.member.slash("calendrier voir")).text


async def test_many_changes_at_once_are_all_kept(house: House) -> None:
    measures = [1, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]
    answers = await asyncio.gather(
        *(
            house.coordinator.slash("mesure modifier", mesure=str(number), remarque=f"n{number}")
            for number in measures
        )
    )
    assert all(is_private(each) and "→" in each.text for each in answers)
    rows = query(house.folder, "SELECT measure, new FROM event WHERE change_id > 1")
    assert sorted(rows) == [(number, f"n{number}") for number in measures]


async def test_while_another_program_writes_changes_are_refused_in_time(house: House) -> None:
    other = sqlite3.connect(house.folder / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        before = contents(house.folder)
        for path, options, _ in CHANGES:
            answer = await house.coordinator.slash(path, **options)
            assert is_private(answer)
            assert "rien n'a été changé" in answer.text
        assert (await house.member.slash("mesure voir", mesure="6")).text
        assert contents(house.folder) == before
    finally:
        other.close()
    answer = await house.coordinator.slash("mesure modifier", mesure="6", etat="en_cours")
    assert "→ ◐ en cours" in answer.text
