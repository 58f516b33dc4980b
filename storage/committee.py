"""One committee's stores."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, replace
from datetime import date, datetime, time

from sqlite_utils import Database

from plan.action import ActionKind
from plan.definition import PlanDefinition
from plan.errors import NothingRecordedError
from plan.forgetting import Forgotten
from plan.history import Change
from plan.ladder import Ladder
from plan.measure import Measure
from plan.permissions import Person
from plan.records import require_readable
from plan.settings import Settings
from plan.snapshot import Snapshot, snapshot_at
from storage.action_store import ActionStore
from storage.collecte_store import CollecteStore
from storage.database import empty_log, writing
from storage.deadline_store import DeadlineStore
from storage.draft_store import DraftStore
from storage.history_store import HistoryStore
from storage.holiday_store import HolidayStore
from storage.plan_store import PlanStore
from storage.question_store import QuestionStore
from storage.rows import to_json
from storage.team_store import TeamStore

_KEPT_SNAPSHOTS = 8


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

    def change_settings(self, settings: Settings) -> None:
        """Put these in the place of those before."""
        with writing(self._db):
            self._db.execute(
                "UPDATE committee SET coordination_role = ?, channel_id = ?, notice_time = ?,"
                " ladder_json = ? WHERE id = ?",
                [
                    settings.coordination_role,
                    settings.channel_id,
                    settings.notice_time.isoformat(timespec="minutes"),
                    to_json(astuple(settings.ladder)),
                    self.id,
                ],
            )
        self._settings = None

    def forget(self, member_id: int, person: Person, now: datetime) -> Forgotten:
        """Take a member's name out of everything; returns what they had signed.

        Args:
            person: who does it, noted in the audit trail: without a name where it is their own.
        """
        with writing(self._db):
            self.actions.note(ActionKind.FORGOTTEN, person, now)
            forgotten = self.team.forget(member_id)
        self._history.reread()
        self._snapshots.clear()
        return replace(forgotten, in_log=not empty_log(self._db))

    def snapshot(self, day: date | None = None) -> Snapshot:
        """The plan as of a day (None: as last recorded); kept until the next change.

        Raises:
            NoPlanError: there is none.
        """
        plan_id, definition = self.plans.in_force()
        changes = self._history.changes(plan_id)
        if self._history.is_uncommitted(plan_id):
            return snapshot_at(definition, changes, day)
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
        """Append a change to the plan in force.

        It is on disk when this returns, unless the caller has a wider write open.
        """
        with self.recording(change) as stored:
            return stored

    @contextmanager
    def recording(self, change: Change) -> Iterator[Change]:
        """`record`, while whose block the disk writes: the answer is worded meanwhile.

        The block has the change as stored, and reads nothing of the committee. Where it ends, the
        change is on disk, whatever the block raised; what it made is not to be sent before.

        Raises:
            sqlite3.Error: the disk refuses it; nothing was recorded.
        """
        require_readable(change.events)
        plan_id, _ = self.plans.in_force()
        with self._history.recording(plan_id, change, lambda: self._on_change(self)) as stored:
            yield stored
