"""The versions of the database, oldest first: what each does to the one before it.

One that was released is never edited, since databases were made by it: the next is added.
`storage/schema.sql` describes what they come to together, and a test holds it to them.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database, Migrations

migrations = Migrations("vigie")


@migrations()
def version_1(db: Database) -> None:
    """Create every table."""
    _run(db, "version_1.sql")


@migrations()
def version_2(db: Database) -> None:
    """A committee remembers when the bot was removed from its server."""
    db.execute("ALTER TABLE committee ADD COLUMN left_at TEXT")


def _run(db: Database, name: str) -> None:
    for statement in _statements(Path(__file__).with_name(name).read_text(encoding="utf-8")):
        db.execute(statement)


def _statements(script: str) -> Iterator[str]:
    """Split a script where SQLite itself sees a whole statement (a trigger holds semicolons)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
