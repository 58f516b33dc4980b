"""The posts that are due and what became of each: outbox and ledger in one table."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlite_utils import Database

from plan.deadline import Notice
from storage.database import writing
from storage.rows import Row, from_utc, to_json, to_utc


class Status(StrEnum):
    """What became of a post. A claimed one may or may not have left before a crash."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    SENT = "sent"
    OVERTAKEN = "overtaken"
    WITHDRAWN = "withdrawn"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A post. Times are aware, in UTC; `steps` are days before."""

    id: int
    committee_id: int
    deadline_id: int
    due_on: date
    steps: tuple[int, ...]
    send_at: datetime
    status: Status
    attempts: int
    claimed_at: datetime | None
    sent_at: datetime | None
    message_id: int | None
    outcome: str


class OccurrenceStore:
    """Every committee's posts: the one store that the wake job reads across them all."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def plan(self, committee_id: int, notices: Iterable[Notice]) -> None:
        """Add the notices that are not there yet."""
        with writing(self._db):
            insert_notices(self._db, committee_id, notices)

    def replan(self, committee_id: int, notices: Iterable[Notice], now: datetime) -> None:
        """Put these notices in the place of a committee's that were to come."""
        with writing(self._db):
            self._db.execute(
                "DELETE FROM occurrence WHERE committee_id = ? AND status = 'waiting'"
                " AND attempts = 0 AND send_at > ?",
                [committee_id, to_utc(now)],
            )
            insert_notices(self._db, committee_id, notices)

    def next_wake(self) -> datetime | None:
        """When the next post is due, or to be tried again; None where none is to come."""
        row = self._db.execute(
            "SELECT min(try_at) FROM occurrence WHERE status IN ('waiting', 'claimed')"
        ).fetchone()
        return from_utc(row[0]) if row[0] else None

    def due(self, now: datetime) -> list[Occurrence]:
        """The posts due by `now`, oldest first; those claimed before a crash among them."""
        rows = self._db.query(
            "SELECT * FROM occurrence WHERE status IN ('waiting', 'claimed') AND try_at <= ?"
            " ORDER BY send_at, id",
            [to_utc(now)],
        )
        return [_occurrence(row) for row in rows]

    def of_deadline(self, deadline_id: int) -> list[Occurrence]:
        """All the posts of a deadline, in order."""
        rows = self._db.query(
            "SELECT * FROM occurrence WHERE deadline_id = ? ORDER BY send_at, id", [deadline_id]
        )
        return [_occurrence(row) for row in rows]

    def claim(self, occurrence: Occurrence, now: datetime) -> None:
        """Say on disk that it is about to be sent: after a crash it is looked for, not repeated."""
        self._update(
            occurrence, "status = 'claimed', claimed_at = ?, attempts = attempts + 1", to_utc(now)
        )

    def sent(self, occurrence: Occurrence, message_id: int, now: datetime, outcome: str) -> None:
        """Say that it stands in the channel. `outcome` is a code: « sent », « late », « found »."""
        self._update(
            occurrence,
            "status = 'sent', message_id = ?, sent_at = ?, outcome = ?",
            message_id,
            to_utc(now),
            outcome,
        )

    def retry(self, occurrence: Occurrence, at: datetime, outcome: str) -> None:
        """Put it back for later, after a failure that may pass."""
        self._update(occurrence, "status = 'waiting', try_at = ?, outcome = ?", to_utc(at), outcome)

    def close(self, occurrence: Occurrence, status: Status, outcome: str) -> None:
        """Say that it will not be sent, and why (a code)."""
        self._update(occurrence, "status = ?, outcome = ?", status.value, outcome)

    def _update(self, occurrence: Occurrence, assignments: str, *values: object) -> None:
        with writing(self._db):
            self._db.execute(
                f"UPDATE occurrence SET {assignments} WHERE id = ?", [*values, occurrence.id]
            )


def insert_notices(db: Database, committee_id: int, notices: Iterable[Notice]) -> None:
    """Write notices inside the caller's transaction; one that is there already stays as it is."""
    for notice in notices:
        send_at = to_utc(notice.send_at)
        db.execute(
            "INSERT OR IGNORE INTO occurrence"
            " (committee_id, deadline_id, due_on, steps_json, send_at, try_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [
                committee_id,
                notice.deadline_id,
                notice.due_on.isoformat(),
                to_json(notice.steps),
                send_at,
                send_at,
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
        status=Status(row["status"]),
        attempts=row["attempts"],
        claimed_at=from_utc(row["claimed_at"]) if row["claimed_at"] else None,
        sent_at=from_utc(row["sent_at"]) if row["sent_at"] else None,
        message_id=row["message_id"],
        outcome=row["outcome"],
    )
