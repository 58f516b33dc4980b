"""Erasing all of a server from the command line, history included: nothing of it is left."""

from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from storage.committees import UNSEEN
from storage.database import FILE_NAME, lock_folder, open_database, writing

# Whose rows are a server's, by the column that says so; the innermost first.
_PLANS = "SELECT id FROM plan WHERE committee_id = :id"
_OWNED = {
    "change_id": f"SELECT id FROM change WHERE plan_id IN ({_PLANS})",
    "plan_id": _PLANS,
    "committee_id": "SELECT :id",
}


class ErasureRefusedError(Exception):
    """Nothing was erased; the message says why."""


def erase_server(folder: Path, server: int) -> str:
    """Erase every row of a server that the bot was removed from, and return its name.

    The bot must be stopped. Copies made earlier keep what they hold.

    Raises:
        ErasureRefusedError: the server is not known, or the bot is still in it.
        DataFolderError: the folder cannot be used, or the bot is running.
    """
    if not (folder / FILE_NAME).is_file():
        raise ErasureRefusedError(f"there is no database in {folder}")
    with lock_folder(folder), closing(open_database(folder / FILE_NAME)) as db:
        name = _require_left(db, server)
        with writing(db):
            _erase(db, server)
    return name


def _require_left(db: Database, server: int) -> str:
    row = db.execute(
        "SELECT name, left_at FROM committee WHERE id = ? AND id <> ?", [server, UNSEEN]
    ).fetchone()
    if row is None:
        raise ErasureRefusedError(f"no server {server} is known")
    if row[1] is None:
        raise ErasureRefusedError(
            f"the bot is still in server {server} ({row[0]}):"
            " remove it there, then start it once so that it notices"
        )
    return str(row[0])


def _erase(db: Database, server: int) -> None:
    """The history refuses to be deleted: what refuses is set aside, inside the one transaction."""
    db.execute("PRAGMA defer_foreign_keys = ON")
    guards = db.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        " AND name GLOB '*_is_never_deleted'"
    ).fetchall()
    for name, _ in guards:
        db.execute(f"DROP TRIGGER {name}")
    for column, owners in _OWNED.items():
        tables = db.execute(
            "SELECT t.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c"
            " WHERE t.type = 'table' AND c.name = ?",
            [column],
        ).fetchall()
        for (table,) in tables:
            db.execute(f"DELETE FROM {table} WHERE {column} IN ({owners})", {"id": server})
    db.execute("DELETE FROM committee WHERE id = ?", [server])
    for _, statement in guards:
        db.execute(statement)
