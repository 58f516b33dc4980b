"""One committee's stores, and the storage that opens them."""

import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import astuple
from datetime import date, datetime, time
from pathlib import Path

from filelock import FileLock
from sqlite_utils import Database

from plan.definition import PlanDefinition
from plan.errors import NothingRecordedError, NotInACommitteeError
from plan.history import Change
from plan.ladder import Ladder
from plan.measure import Measure
from plan.records import require_readable
from plan.settings import Settings
from plan.snapshot import Snapshot, snapshot_at
from storage.action_store import ActionStore
from storage.collecte_store import CollecteStore
from storage.database import FILE_NAME, empty_log, lock_folder, open_database, writing
from storage.deadline_store import DeadlineStore
from storage.delivery_store import DeliveryStore
from storage.draft_store import DraftStore
from storage.history_store import HistoryStore
from storage.holiday_store import HolidayStore
from storage.occurrence_store import OccurrenceStore
from storage.plan_store import PlanStore
from storage.question_store import QuestionStore
from storage.rows import to_json, to_utc
from storage.team_store import Forgotten, TeamStore

_KEPT_SNAPSHOTS = 8
UNSEEN = 0  # stands for servers that the bot has not seen: what is imported before the first start


class Committee:
    """Everything of one Discord server. Nothing of another can be reached from here."""

    def __init__(
        self,
        db: Database,
        committee_id: int,
        on_change: "Callable[[Committee], None]" = lambda _committee: None,
    ) -> None:
        self._db = db
        self._on_change = on_change
        self.id = committee_id
        self._history = HistoryStore(db)
        self.plans = PlanStore(db, committee_id, self._history)
        self.deadlines = DeadlineStore(db, committee_id)
        self.holidays = HolidayStore(db, committee_id)
        self.team = TeamStore(db, committee_id)
        self.actions = ActionStore(db, committee_id)
        self.drafts = DraftStore(db, committee_id)
        self.collectes = CollecteStore(db, committee_id)
        self.questions = QuestionStore(db, committee_id)
        self._settings: Settings | None = None
        self._snapshots: dict[tuple[int, date | None], tuple[int, Snapshot]] = {}

    @property
    def plan(self) -> PlanDefinition:
        """The plan in force, with its amounts and indicators as they are now.

        Raises:
            NoPlanError: there is none.
        """
        return self.snapshot().plan

    def settings(self) -> Settings:
        """The settings as they are now; what is on disk is read once: this process alone writes."""
        if self._db.conn.in_transaction:  # what is not committed may still be rolled back
            return self._read_settings()
        if self._settings is None:
            self._settings = self._read_settings()
        return self._settings

    def _read_settings(self) -> Settings:
        row = self._db.execute(
            "SELECT coordination_role, channel_id, notice_time, ladder_json FROM committee"
            " WHERE id = ?",
            [self.id],
        ).fetchone()
        return Settings(row[0], row[1], time.fromisoformat(row[2]), Ladder(*json.loads(row[3])))

    def change_settings(
        self,
        *,
        coordination_role: int | None = None,
        channel_id: int | None = None,
        notice_time: time | None = None,
        ladder: Ladder | None = None,
    ) -> Settings:
        """Set what is given, leave the rest, and return the settings as they are now."""
        now = self.settings()
        with writing(self._db):
            self._db.execute(
                "UPDATE committee SET coordination_role = ?, channel_id = ?, notice_time = ?,"
                " ladder_json = ? WHERE id = ?",
                [
                    coordination_role or now.coordination_role,
                    channel_id or now.channel_id,
                    (notice_time or now.notice_time).isoformat(timespec="minutes"),
                    to_json(astuple(ladder or now.ladder)),
                    self.id,
                ],
            )
        self._settings = None
        return self.settings()

    def forget(self, member_id: int) -> Forgotten:
        """Take a member's name out of everything; returns what they had signed."""
        forgotten = self.team.forget(member_id)
        empty_log(self._db)
        self._history.reread()
        self._snapshots.clear()
        return forgotten

    def snapshot(self, day: date | None = None) -> Snapshot:
        """The plan as of a day (None: as last recorded); kept until the next change.

        Raises:
            NoPlanError: there is none.
        """
        plan_id, definition = self.plans.in_force()
        changes = self._history.changes(plan_id)
        last = changes[-1].id if changes else 0
        until, before = self._snapshots.get((plan_id, day), (None, None))
        if before is not None and until == last:
            return before
        if before is None and len(self._snapshots) >= _KEPT_SNAPSHOTS:
            del self._snapshots[next(iter(self._snapshots))]
        snapshot = (before and before.after(changes)) or snapshot_at(definition, changes, day)
        self._snapshots[plan_id, day] = (last, snapshot)
        return snapshot

    def measures(self, day: date | None = None) -> tuple[Measure, ...]:
        """The measures as of a day, in order.

        Raises:
            NoPlanError: there is no plan.
            NothingRecordedError: the day is before the first recorded state.
        """
        snapshot = self.snapshot(day)
        if not snapshot.measures:
            raise NothingRecordedError(
                day or snapshot.plan.first_state_on, snapshot.plan.first_state_on
            )
        return snapshot.measures

    def measure(self, number: int, day: date | None = None) -> Measure:
        """One measure as of a day; `number` is one of the plan's. Raises as `measures`."""
        return self.snapshot(day).measure(number)

    def changes(self) -> Sequence[Change]:
        """Every change of the plan in force, oldest first."""
        plan_id, _ = self.plans.in_force()
        return self._history.changes(plan_id)

    def changes_of(self, number: int) -> list[Change]:
        """Every change that touched a measure, oldest first, each with all its events."""
        return [
            change
            for change in self.changes()
            if any(event.measure == number for event in change.events)
        ]

    def record(self, change: Change) -> Change:
        """Append a change to the plan in force; it is on disk when this returns."""
        require_readable(change.events)
        plan_id, _ = self.plans.in_force()
        stored = self._history.record(plan_id, change)
        self._on_change(self)
        return stored


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

    `on_change` is called after a change of a committee's plan is on disk.
    """

    def __init__(self, db: Database, lock: FileLock | None = None) -> None:
        self._db = db
        self._lock = lock
        self._committees: dict[int, Committee] = {}
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

    def writing(self) -> AbstractContextManager[None]:
        """One write of several stores: all of it is on disk when the block ends, or nothing is."""
        return writing(self._db)

    def committee_ids(self) -> list[int]:
        """Every committee welcomed, in order."""
        rows = self._db.query("SELECT id FROM committee WHERE id <> ? ORDER BY id", [UNSEEN])
        return [row["id"] for row in rows]

    def welcome(
        self, committee_id: int, name: str, shipped: Callable[[], PlanDefinition], now: datetime
    ) -> Committee:
        """Make a committee at first sight, with its own copy of a plan; do nothing afterwards.

        It starts from the plan imported for servers not seen yet, else from the one that ships.

        Args:
            shipped: called only where it is needed.
        """
        if committee_id not in self._committees and not self._knows(committee_id):
            if self._knows(UNSEEN):
                plan, origin = self.committee(UNSEEN).plans.in_force()[1], "imported"
            else:
                plan, origin = shipped(), "shipped"
            self._make(committee_id, name, plan, origin, now)
        return self.committee(committee_id)

    def import_plan(self, committee_id: int, plan: PlanDefinition, now: datetime) -> None:
        """Put an imported plan in force for a committee (`UNSEEN`: for those to come)."""
        if self._knows(committee_id):
            self.committee(committee_id).plans.replace(plan, "imported", now)
        else:
            self._make(committee_id, "", plan, "imported", now)

    def _changed(self, committee: Committee) -> None:
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
