"""storage/schema.sql describes the database that the migrations make."""

import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

import storage.database
from storage.database import FILE_NAME, open_database
from storage.migrations import migrations
from tests.support.database import query

SCHEMA = Path(storage.database.__file__).with_name("schema.sql")
SQL = """
    SELECT name, sql FROM sqlite_schema
    WHERE sql IS NOT NULL AND tbl_name <> '_sqlite_migrations'
"""


def _normalised(rows: list[tuple[str, str]]) -> Mapping[str, str]:
    """What each name is made by, without comments, case and spaces (ALTER TABLE adds its own)."""
    return {
        name: re.sub(r"\s*([(),])\s*", r"\1", " ".join(re.sub("--.*", "", sql).split())).casefold()
        for name, sql in rows
    }


def _made(folder: Path) -> Mapping[str, str]:
    open_database(folder / FILE_NAME).close()
    return _normalised([(str(name), str(sql)) for name, sql in query(folder, SQL)])


def test_all_migrations_from_empty_make_what_the_schema_describes(tmp_path: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as described:
        described.executescript(SCHEMA.read_text(encoding="utf-8"))
        expected = _normalised(described.execute(SQL).fetchall())
    made = _made(tmp_path)
    assert set(made) == set(expected)
    for name, sql in made.items():
        assert sql == expected[name], name


def test_a_database_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        first = Database(connection, execute_plugins=False)
        migrations.apply(first, stop_before="version_2")
        first.execute("INSERT INTO committee (id, name, joined_at) VALUES (5, 'Comité', '2026')")
    open_database(tmp_path / FILE_NAME).close()
    assert query(tmp_path, "SELECT id, name, left_at FROM committee") == [(5, "Comité", None)]
