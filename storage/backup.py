"""Copies of the database: taken while the bot runs, and put back while it does not."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from storage.database import FILE_NAME, DataFolderError, lock_folder

_BESIDE = ("-wal", "-shm")  # what SQLite keeps beside a database that is, or was, in use


def back_up(folder: Path, target: Path) -> None:
    """Copy the database of a data folder to a new file, whole and checked; the bot may be running.

    Raises:
        DataFolderError: there is no database, the target is there already, or cannot be written.
    """
    source = folder / FILE_NAME
    if not source.is_file():
        raise DataFolderError(f"there is no database in {folder}")
    if target.exists():
        raise DataFolderError(f"{target} is there already: give another name")
    partial = target.with_name(f"{target.name}.partial")
    try:
        _copy(source, partial)
        partial.rename(target)
    except (OSError, sqlite3.Error) as error:
        _remove(partial)
        raise DataFolderError(f"cannot back up to {target}: {error}") from None


def restore(folder: Path, source: Path, at: datetime) -> Path | None:
    """Put a copy in the place of a data folder's database; returns where the old one is kept.

    The old one is moved as it is, never opened: a copy is put back just when that one is damaged.

    Args:
        at: now, aware; the name of what is kept bears it.

    Raises:
        DataFolderError: the bot is running, the copy is not sound, or cannot be read.
    """
    if not source.is_file():
        raise DataFolderError(f"there is no file {source}")
    with lock_folder(folder):
        arriving = folder / f"{FILE_NAME}.arriving"
        try:
            _copy(source, arriving)
            kept = _set_aside(folder, at)
            arriving.rename(folder / FILE_NAME)
        except (OSError, sqlite3.Error) as error:
            _remove(arriving)
            raise DataFolderError(f"cannot restore {source}: {error}") from None
    return kept


def _copy(source: Path, target: Path) -> None:
    """Copy a database to a file of its own, checked, that needs nothing beside it."""
    _remove(target)
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as database,
        closing(sqlite3.connect(target)) as copy,
    ):
        database.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        _require_sound(copy)


def _set_aside(folder: Path, at: datetime) -> Path | None:
    """Move the database, with what stands beside it, to a name that nothing has.

    The log goes first: another database must never be read with it.
    """
    current = folder / FILE_NAME
    kept = _free_name(folder, f"{FILE_NAME}.before-restore-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    for suffix in (*_BESIDE, ""):
        part = current.with_name(current.name + suffix)
        if part.exists():
            part.rename(kept.with_name(kept.name + suffix))
    return kept if kept.exists() else None


def _free_name(folder: Path, name: str) -> Path:
    names = (name if turn == 1 else f"{name}-{turn}" for turn in count(1))
    return next(
        folder / each
        for each in names
        if not any((folder / f"{each}{suffix}").exists() for suffix in ("", *_BESIDE))
    )


def _remove(path: Path) -> None:
    for suffix in ("", "-journal", *_BESIDE):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _require_sound(database: sqlite3.Connection) -> None:
    verdict = database.execute("PRAGMA integrity_check").fetchone()[0]
    tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master")}
    if verdict != "ok" or not {"committee", "plan", "change", "event"} <= tables:
        raise sqlite3.DatabaseError("it is not a sound database of Vigie")
