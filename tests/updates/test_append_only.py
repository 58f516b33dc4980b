"""Nothing of the history is ever changed or deleted: the database itself refuses it."""

import sqlite3
from contextlib import closing

import pytest

from storage.database import FILE_NAME
from tests.support.database import contents, query
from tests.support.house import House

FORBIDDEN = [
    "UPDATE event SET new = 'realisee'",
    "UPDATE event SET as_of = '2020-01-01' WHERE id = 1",
    "UPDATE event SET old = new",
    "DELETE FROM event",
    "DELETE FROM event WHERE id = (SELECT max(id) FROM event)",
    "INSERT OR REPLACE INTO event SELECT * FROM event WHERE id = 1",
    "UPDATE change SET reason = 'Autre chose'",
    "UPDATE change SET author = 'Quelqu''un d''autre'",
    "UPDATE change SET author = '', author_id = NULL, reason = 'Autre chose'",
    "UPDATE change SET author = '', author_id = NULL, kind = 'confirmer'",
    "UPDATE change SET author = '', author_id = NULL, undoes = 1",
    "UPDATE change SET recorded_at = '2020-01-01'",
    "UPDATE change SET plan_id = plan_id + 1",
    "DELETE FROM change",
    "INSERT OR REPLACE INTO change SELECT * FROM change WHERE id = 1",
    "REPLACE INTO change (id, plan_id, kind, author, reason, recorded_at)"
    " VALUES (2, 1, 'modifier', 'X', '', '2020-01-01')",
]


async def test_sql_cannot_rewrite_the_history(house: House) -> None:
    await house.coordinator.slash("mesure modifier", mesure="6", etat="en_cours")
    before = contents(house.folder)
    await house.stop()
    with closing(sqlite3.connect(house.folder / FILE_NAME)) as connection:
        for statement in FORBIDDEN:
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                connection.execute(statement)
            connection.rollback()
    assert contents(house.folder) == before
    await house.start()


async def test_a_refused_change_leaves_no_row(house: House) -> None:
    for options in ({"etat": "a_venir"}, {"remarque": "@everyone"}, {"etat": "fini"}):
        await house.coordinator.slash("mesure modifier", crafted=True, mesure="7", **options)
    assert query(house.folder, "SELECT count(*) FROM change") == [(1,)]


async def test_undoing_and_redoing_only_add_rows(house: House) -> None:
    seen = []
    answer = await house.coordinator.slash("mesure modifier", mesure="6", etat="en_cours")
    for label in ("Annuler", "Rétablir", "Annuler", "Rétablir"):
        seen.append(query(house.folder, "SELECT * FROM event ORDER BY id"))
        answer = await house.coordinator.press(answer, label)
    rows = query(house.folder, "SELECT * FROM event ORDER BY id")
    for before in seen:
        assert rows[: len(before)] == before
    kinds = query(house.folder, "SELECT kind, undoes FROM change WHERE id > 1 ORDER BY id")
    assert kinds == [
        ("modifier", None),
        ("annuler", 2),
        ("annuler", 3),
        ("annuler", 2),
        ("annuler", 5),
    ]
