"""Opening the database file: one instance, safe settings, migrations."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, TypeVar

from filelock import FileLock, Timeout
from sqlite_utils import Database

from storage.migrations import migrations
from storage.rows import Row

FILE_NAME = "vigie.sqlite"
_COMMITS: Final = ThreadPoolExecutor(max_workers=1, thread_name_prefix="commit")
_BUSY_MS = 1_500  # what is waited for another program that writes: Discord waits 3 s for all
T = TypeVar("T")


class DataFolderError(Exception):
    """The data folder cannot be used; the message is one line for the operator, in English."""


def lock_folder(folder: Path) -> FileLock:
    """Make the data folder if need be and hold it for this process alone.

    Raises:
        DataFolderError: it cannot be written in, or another instance holds it.
    """
    lock = FileLock(folder / "vigie.lock")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise DataFolderError(f"another Vigie is running on {folder}: stop it first") from None
    except OSError as error:
        raise DataFolderError(
            f"cannot write in the data folder {folder}: {error.strerror}"
        ) from None
    return lock


def open_database(path: Path) -> Database:
    """Open (or create) the database file and bring its schema up to date.

    WAL with synchronous FULL: what was answered is on disk. Foreign keys are on. What is taken out
    is written over: a member who asks to be forgotten leaves no trace in the file.

    Raises:
        DataFolderError: the file is not a database, or cannot be written.
    """
    connection = sqlite3.connect(path, check_same_thread=False)  # `written` has a thread
    try:
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        # Pages of the log before it is brought into the file and written over: a log that grows
        # takes a third longer to commit to, since the file's size goes to disk as well.
        connection.execute("PRAGMA wal_autocheckpoint = 200")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        db = Database(connection, execute_plugins=False)
        migrations.apply(db)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise DataFolderError(f"cannot use the database {path}: {error}") from None
    return db


@contextlib.contextmanager
def writing(db: Database) -> Iterator[None]:
    """A write transaction: all of it is on disk when the block ends, or nothing is.

    It begins immediate: a deferred one that reads first fails at once when it meets another.
    """
    if db.conn.in_transaction:
        with db.atomic():
            yield
        return
    with _begun(db):
        yield
        db.execute("COMMIT")


@contextlib.contextmanager
def written(db: Database, write: Callable[[], T], then: Callable[[T], None]) -> Iterator[T]:
    """What `write` returns, written in a transaction of its own that ends while the block runs.

    The disk takes longer than all the rest of an answer, which is worded meanwhile. The block
    leaves the database alone: it could not tell what is committed from what is not. Where it ends
    everything is on disk and `then` was called, whatever the block raised.

    Raises:
        sqlite3.Error: it cannot be written: nothing is, and `then` is not called.
    """
    with _begun(db):
        result = write()
        commit = _COMMITS.submit(_commit, db)
    try:
        yield result
    finally:
        commit.result()
        then(result)


def _commit(db: Database) -> None:
    """Commit; where the disk refuses it, roll back in the same thread: nobody comes in between."""
    try:
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


@contextlib.contextmanager
def _begun(db: Database) -> Iterator[None]:
    """A transaction that is left open when the block ends, and rolled back where it fails."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.rollback()
        raise


def empty_log(db: Database) -> bool:
    """Bring the write-ahead log into the file and cut it, unless another program is reading.

    Returns:
        Whether it was done.
    """
    db.execute("PRAGMA busy_timeout = 0")
    try:
        busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        return not busy
    finally:
        db.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")


def refuses_writing(error: BaseException) -> bool:
    """Tell whether nothing can be written now: a disk read-only, full or failing, or a file held.

    Another program that writes holds it; those that read do not.
    """
    return isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode & 0xFF in (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
    )


def insert(db: Database, table: str, row: Row) -> int:
    """Insert one row, whose keys are columns, and return its id.

    Straight to SQLite: `Table.insert` asks for the table's schema first, which costs as much as
    the commit.
    """
    columns, places = ", ".join(row), ", ".join("?" * len(row))
    return inserted(db, f"INSERT INTO {table} ({columns}) VALUES ({places})", tuple(row.values()))


def inserted(db: Database, statement: str, values: tuple[object, ...]) -> int:
    """Run an INSERT of one row and return its id."""
    rowid = db.execute(statement, values).lastrowid
    if rowid is None:
        raise RuntimeError(f"no row was inserted: {statement}")
    return rowid
