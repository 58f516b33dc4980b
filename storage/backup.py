"""Copies of the database: taken while the bot runs, and put back while it does not."""

import sqlite3
from contextlib import closing
from pathlib import Path

from storage.database import FILE_NAME, DataFolderError, lock_folder


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
        _require_sound(partial)
        partial.rename(target)
    except (OSError, sqlite3.Error) as error:
        partial.unlink(missing_ok=True)
        raise DataFolderError(f"cannot back up to {target}: {error}") from None


def restore(folder: Path, source: Path) -> Path | None:
    """Put a copy in the place of a data folder's database; returns where the old one is kept.

    Raises:
        DataFolderError: the bot is running, the copy is not sound, or cannot be read.
    """
    if not source.is_file():
        raise DataFolderError(f"there is no file {source}")
    with lock_folder(folder):
        try:
            _require_sound(source)
            arriving = folder / f"{FILE_NAME}.arriving"
            _copy(source, arriving)
            return _swap(folder, arriving)
        except (OSError, sqlite3.Error) as error:
            raise DataFolderError(f"cannot restore {source}: {error}") from None


def _copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as database,
        closing(sqlite3.connect(target)) as copy,
    ):
        database.backup(copy)


def _swap(folder: Path, arriving: Path) -> Path | None:
    current = folder / FILE_NAME
    kept = None
    if current.exists():
        with closing(sqlite3.connect(current)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        kept = folder / f"{FILE_NAME}.before-restore"
        current.replace(kept)
        for suffix in ("-wal", "-shm"):
            current.with_name(current.name + suffix).unlink(missing_ok=True)
    arriving.replace(current)
    return kept


def _require_sound(path: Path) -> None:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        verdict = database.execute("PRAGMA integrity_check").fetchone()[0]
        tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master")}
    if verdict != "ok" or not {"committee", "plan", "change", "event"} <= tables:
        raise sqlite3.DatabaseError("it is not a sound database of Vigie")
