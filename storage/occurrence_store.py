"""The steps of the deadlines' ladders, of every committee."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlite_utils import Database

from plan.deadline import Notice
from storage.database import writing
from storage.rows import IN_PRESENT_COMMITTEE, Row, from_utc, to_day, to_json, to_utc


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A step that is due. `send_at` is aware, in UTC; `steps` are days before."""

    id: int
    committee_id: int
    deadline_id: int
    due_on: date
    steps: tuple[int, ...]
    send_at: datetime
    status: str


class OccurrenceStore:
    """Every committee's steps: the one store that the wake job reads across them all."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def plan(self, committee_id: int, notices: Iterable[Notice]) -> None:
        """Add the notices that are not there yet."""
        with writing(self._db):
            insert_notices(self._db, committee_id, notices)

    def furthest(self, deadline_id: int) -> date | None:
        """The last day of a deadline whose notices are written down; None where none are."""
        row = self._db.execute(
            "SELECT max(due_on) FROM occurrence WHERE deadline_id = ?", [deadline_id]
        ).fetchone()
        return to_day(row[0])

    def next_due(self) -> datetime | None:
        """When the next step is due; None where none is to come."""
        row = self._db.execute(
            "SELECT min(send_at) FROM occurrence WHERE status = 'waiting'"
            f" AND {IN_PRESENT_COMMITTEE}"
        ).fetchone()
        return from_utc(row[0]) if row[0] else None

    def due(self, now: datetime) -> list[Occurrence]:
        """The steps due by `now`, oldest first."""
        rows = self._db.query(
            "SELECT * FROM occurrence WHERE status = 'waiting' AND send_at <= ?"
            f" AND {IN_PRESENT_COMMITTEE} ORDER BY send_at, id",
            [to_utc(now)],
        )
        return [_occurrence(row) for row in rows]

    def of_deadline(self, deadline_id: int) -> list[Occurrence]:
        """All the steps of a deadline, in order."""
        rows = self._db.query(
            "SELECT * FROM occurrence WHERE deadline_id = ? ORDER BY send_at, id", [deadline_id]
        )
        return [_occurrence(row) for row in rows]

    def first_of(self, deadline_id: int, due_on: date) -> Occurrence | None:
        """The first step of a day of a deadline, whatever became of it."""
        rows = self._db.query(
            "SELECT * FROM occurrence WHERE deadline_id = ? AND due_on = ?"
            " ORDER BY send_at, id LIMIT 1",
            [deadline_id, due_on.isoformat()],
        )
        return next((_occurrence(row) for row in rows), None)

    def close(self, occurrence: Occurrence, status: str) -> None:
        """Say what became of it: « opened », « overtaken », « needless », « withdrawn »."""
        with writing(self._db):
            self._db.execute(
                "UPDATE occurrence SET status = ? WHERE id = ?", [status, occurrence.id]
            )


def insert_notices(db: Database, committee_id: int, notices: Iterable[Notice]) -> None:
    """Write notices inside the caller's transaction; one that is there already stays as it is."""
    for notice in notices:
        db.execute(
            "INSERT INTO occurrence (committee_id, deadline_id, due_on, steps_json, send_at)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (deadline_id, due_on, steps_json) DO NOTHING",
            [
                committee_id,
                notice.deadline_id,
                notice.due_on.isoformat(),
                to_json(notice.steps),
                to_utc(notice.send_at),
            ],
        )


def _occurrence(row: Row) -> Occurrence:
    return Occurrence(
        id=row["id"],
        committee_id=row["committee_id"],
        deadline_id=row["deadline_id"],
        due_on=date.fromisoformat(row["due_on"]),
        steps=tuple(json.loads(row["steps_json"])),
        send_at=from_utc(row["send_at"]),
        status=row["status"],
    )
