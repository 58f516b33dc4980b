"""What is on disk, read through a second connection: only what is committed is seen."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from storage.database import FILE_NAME

Rows = list[tuple[object, ...]]


def query(folder: Path, sql: str, *values: object) -> Rows:
    """The rows of a query on the database of a data folder."""
    with closing(sqlite3.connect(f"file:{folder / FILE_NAME}?mode=ro", uri=True)) as connection:
        return connection.execute(sql, values).fetchall()


def contents(folder: Path) -> dict[str, Rows]:
    """Every row of every table, but for the ids of Discord's events, noted in the background."""
    tables = query(folder, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    found: dict[str, Rows] = {}
    for (name,) in tables:
        info = "SELECT name FROM pragma_table_info(?) WHERE name <> 'event_id'"
        names = query(folder, info, name)
        columns = ", ".join(f'"{column}"' for (column,) in names)
        found[str(name)] = query(folder, f'SELECT {columns} FROM "{name}"')
    return found


@contextmanager
def nothing_changes(folder: Path) -> Iterator[None]:
    """Holds that the database is the same, row for row, after the block."""
    before = contents(folder)
    yield
    assert contents(folder) == before
