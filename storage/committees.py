"""The database of one data folder: every committee's, and what the program keeps for itself."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock
from sqlite_utils import Database

from plan.definition import PlanDefinition
from plan.errors import NotInACommitteeError
from storage.committee import Committee
from storage.database import FILE_NAME, lock_folder, open_database, writing
from storage.delivery_store import DeliveryStore
from storage.occurrence_store import OccurrenceStore
from storage.rows import to_utc

UNSEEN = 0  # stands for servers that the bot has not seen: what is imported before the first start


class ProgramSettings:
    """What the program remembers for itself, by key."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, key: str) -> str | None:
        """The value, or None where none was set."""
        row = self._db.execute("SELECT value FROM setting WHERE key = ?", [key]).fetchone()
        return None if row is None else str(row[0])

    def set(self, key: str, value: str) -> None:
        """Set it, on disk when this returns."""
        with writing(self._db):
            self._db.execute(
                "INSERT INTO setting VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                [key, value],
            )


class Storage:
    """The database of one data folder, held by this process alone.

    `on_change` is called once changes of a committee's plan are on disk: of a wider write, when it
    has ended, and once.
    """

    def __init__(self, db: Database, lock: FileLock | None = None) -> None:
        self._db = db
        self._lock = lock
        self._committees: dict[int, Committee] = {}
        self._welcomed: set[int] = set()  # known to be there: it is asked at every command
        self._changed_in_write: dict[int, Committee] = {}
        self.on_change: Callable[[Committee], None] = lambda _committee: None
        self.occurrences = OccurrenceStore(db)
        self.deliveries = DeliveryStore(db)
        self.settings = ProgramSettings(db)

    @classmethod
    def open(cls, folder: Path) -> "Storage":
        """Open the data folder, made if need be.

        Raises:
            DataFolderError: it cannot be used.
        """
        lock = lock_folder(folder)
        try:
            return cls(open_database(folder / FILE_NAME), lock)
        except BaseException:
            lock.release()
            raise

    def close(self) -> None:
        """Close the file and let another instance have the folder."""
        self._db.close()
        if self._lock is not None:
            self._lock.release()

    def committee(self, committee_id: int | None) -> Committee:
        """The committee of a server the bot has welcomed.

        Raises:
            NotInACommitteeError: it is in no server, or in one not welcomed yet.
        """
        if committee_id is None:
            raise NotInACommitteeError
        if committee_id not in self._committees:
            if not self._knows(committee_id):
                raise NotInACommitteeError
            self._committees[committee_id] = Committee(self._db, committee_id, self._changed)
        return self._committees[committee_id]

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One write of several stores: all of it is on disk when the block ends, or nothing is."""
        if self._db.conn.in_transaction:
            with writing(self._db):
                yield
            return
        self._changed_in_write.clear()  # those of a write that was rolled back
        with writing(self._db):
            yield
        for committee in tuple(self._changed_in_write.values()):
            self.on_change(committee)

    def committee_ids(self) -> list[int]:
        """Every committee welcomed, in order, whether the bot is still in its server or not."""
        rows = self._db.query("SELECT id FROM committee WHERE id <> ? ORDER BY id", [UNSEEN])
        return [row["id"] for row in rows]

    def present_ids(self) -> list[int]:
        """The committees whose server the bot is in, in order."""
        rows = self._db.query(
            "SELECT id FROM committee WHERE id <> ? AND left_at IS NULL ORDER BY id", [UNSEEN]
        )
        return [row["id"] for row in rows]

    def leave(self, committee_id: int, now: datetime) -> None:
        """Note that the bot was removed from a server; its data stays, and nothing comes due."""
        self._welcomed.discard(committee_id)
        with writing(self._db):
            self._db.execute(
                "UPDATE committee SET left_at = ? WHERE id = ? AND left_at IS NULL",
                [to_utc(now), committee_id],
            )

    def welcome(
        self, committee_id: int, name: str, shipped: Callable[[], PlanDefinition], now: datetime
    ) -> Committee:
        """Make a committee at first sight, with its own copy of a plan.

        One that the bot had been removed from is taken up again as it was left.
        It starts from the plan imported for servers not seen yet, else from the one that ships.

        Args:
            shipped: called only where it is needed.
        """
        if committee_id in self._welcomed:
            return self.committee(committee_id)
        if not self._knows(committee_id):
            if self._knows(UNSEEN):
                plan, origin = self.committee(UNSEEN).plans.in_force()[1], "imported"
            else:
                plan, origin = shipped(), "shipped"
            self._make(committee_id, name, plan, origin, now)
        elif committee_id not in self.present_ids():
            with writing(self._db):
                self._db.execute("UPDATE committee SET left_at = NULL WHERE id = ?", [committee_id])
        self._welcomed.add(committee_id)
        return self.committee(committee_id)

    def import_plan(self, committee_id: int, plan: PlanDefinition, now: datetime) -> None:
        """Put an imported plan in force for a committee (`UNSEEN`: for those to come)."""
        if self._knows(committee_id):
            self.committee(committee_id).plans.replace(plan, "imported", now)
        else:
            self._make(committee_id, "", plan, "imported", now)

    def _changed(self, committee: Committee) -> None:
        if self._db.conn.in_transaction:
            self._changed_in_write[committee.id] = committee
        else:
            self.on_change(committee)

    def _knows(self, committee_id: int) -> bool:
        return bool(self._db.table("committee").count_where("id = ?", [committee_id]))

    def _make(
        self, committee_id: int, name: str, plan: PlanDefinition, origin: str, now: datetime
    ) -> None:
        row = {"id": committee_id, "name": name, "joined_at": to_utc(now)}
        with writing(self._db):
            self._db.table("committee").insert(row)
            Committee(self._db, committee_id).plans.replace(plan, origin, now)
