"""A committee's deadlines."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime

from sqlite_utils import Database

from plan.deadline import Deadline, DeadlineKind, Notice, Repetition
from plan.deadline_errors import DuplicateDeadlineError
from plan.errors import NotFoundError
from plan.text import fold
from storage.database import insert, writing
from storage.occurrence_store import insert_notices
from storage.replanning import follow, replan
from storage.rows import Row, from_utc, to_json, to_time, to_utc


class DeadlineStore:
    """The deadlines of one committee. One withdrawn is kept, with who withdrew it."""

    def __init__(self, db: Database, committee_id: int) -> None:
        self._db = db
        self._committee_id = committee_id

    def all(self) -> list[Deadline]:
        """Those in force, by first day."""
        return self._in_force("")

    def repeated(self) -> list[Deadline]:
        """Those in force that come back, by first day."""
        return self._in_force(" AND repetition <> 'aucune'")

    def _in_force(self, condition: str) -> list[Deadline]:
        rows = self._db.query(
            "SELECT * FROM deadline WHERE committee_id = ? AND withdrawn_at IS NULL"
            f"{condition} ORDER BY first_on, id",
            [self._committee_id],
        )
        return [deadline_from_row(row) for row in rows]

    def get(self, deadline_id: int) -> Deadline:
        """One in force, of this committee.

        Raises:
            NotFoundError: there is none of that id here.
        """
        return self._one(deadline_id, "withdrawn_at IS NULL")

    def withdrawn(self, deadline_id: int) -> Deadline:
        """One that was withdrawn, as it was. Raises as `get`."""
        return self._one(deadline_id, "withdrawn_at IS NOT NULL")

    def _one(self, deadline_id: int, condition: str) -> Deadline:
        rows = self._db.query(
            f"SELECT * FROM deadline WHERE id = ? AND committee_id = ? AND {condition}",
            [deadline_id, self._committee_id],
        )
        for row in rows:
            return deadline_from_row(row)
        raise NotFoundError("echeance", str(deadline_id))

    def add(
        self, deadline: Deadline, notices_of: Callable[[Deadline], Iterable[Notice]]
    ) -> Deadline:
        """Store a deadline together with its notices, and return it with its id.

        Raises:
            DuplicateDeadlineError: one of the same title and day is already there.
        """
        with writing(self._db):
            self._refuse_twin(deadline)
            row = {
                "committee_id": self._committee_id,
                **_row(deadline),
                "created_by": deadline.created_by,
                "created_by_name": deadline.created_by_name,
                "created_at": to_utc(deadline.created_at),
            }
            stored = replace(deadline, id=insert(self._db, "deadline", row))
            insert_notices(self._db, self._committee_id, notices_of(stored))
        return stored

    def change(
        self,
        before: Deadline,
        after: Deadline,
        standing: Iterable[Notice],
        next_due: date | None,
        now: datetime,
    ) -> Deadline:
        """Put `after` in the place of `before`, with its notices, and return it as stored.

        Args:
            standing: as `storage.replanning.replan`.
            next_due: the day an open collecte moves to, where its own is the deadline's no more.

        Raises:
            DuplicateDeadlineError: another of the same title and day is already there.
        """
        stored = replace(after, id=before.id, sequence=before.sequence + 1)
        row = {**_row(stored), "sequence": stored.sequence}
        assignments = ", ".join(f"{column} = ?" for column in row)
        with writing(self._db):
            self._refuse_twin(stored)
            self._db.execute(
                f"UPDATE deadline SET {assignments} WHERE id = ? AND committee_id = ?",
                [*row.values(), stored.id, self._committee_id],
            )
            follow(self._db, before, stored, next_due, now)
            replan(self._db, self._committee_id, stored, standing, now)
        return stored

    def replan(self, deadline: Deadline, standing: Iterable[Notice], now: datetime) -> None:
        """Put its notices to come where the committee's hour and calendar now have them."""
        with writing(self._db):
            replan(self._db, self._committee_id, deadline, standing, now)

    def withdraw(self, deadline: Deadline, person_id: int, now: datetime) -> None:
        """Take a deadline back with the notices that have not gone out; its collectes close."""
        with writing(self._db):
            self._db.execute(
                "UPDATE deadline SET withdrawn_at = ?, withdrawn_by = ?"
                " WHERE id = ? AND committee_id = ? AND withdrawn_at IS NULL",
                [to_utc(now), person_id, deadline.id, self._committee_id],
            )
            self._db.execute(
                "UPDATE collecte SET closed_at = ? WHERE deadline_id = ? AND closed_at IS NULL",
                [to_utc(now), deadline.id],
            )
            self._db.execute(
                "UPDATE occurrence SET status = 'withdrawn' WHERE deadline_id = ?"
                " AND status = 'waiting'",
                [deadline.id],
            )
            self._db.execute(
                "UPDATE delivery SET status = 'withdrawn' WHERE deadline_id = ?"
                " AND status = 'waiting'",
                [deadline.id],
            )

    def steps_gone(self, deadline_id: int, due_on: date) -> frozenset[int]:
        """The steps of a deadline's day that are not to come any more, as days before."""
        rows = self._db.query(
            "SELECT steps_json FROM occurrence WHERE deadline_id = ? AND due_on = ?"
            " AND status NOT IN ('waiting', 'withdrawn')",
            [deadline_id, due_on.isoformat()],
        )
        return frozenset(step for row in rows for step in json.loads(row["steps_json"]))

    def events(self) -> dict[int, int]:
        """Which scheduled event of Discord's stands for which deadline, withdrawn ones included."""
        rows = self._db.query(
            "SELECT id, event_id FROM deadline WHERE committee_id = ? AND event_id IS NOT NULL",
            [self._committee_id],
        )
        return {row["id"]: row["event_id"] for row in rows}

    def set_event(self, deadline_id: int, event_id: int | None) -> None:
        """Write down the scheduled event of a deadline, or that it has none any more."""
        with writing(self._db):
            self._db.execute(
                "UPDATE deadline SET event_id = ? WHERE id = ? AND committee_id = ?",
                [event_id, deadline_id, self._committee_id],
            )

    def _refuse_twin(self, deadline: Deadline) -> None:
        for other in self.all():
            same_title = fold(other.title) == fold(deadline.title)
            if same_title and other.first_on == deadline.first_on and other.id != deadline.id:
                raise DuplicateDeadlineError(other.title, other.first_on)


def deadline_from_row(row: Row) -> Deadline:
    """A `Deadline` of a row of the table of that name."""
    return Deadline(
        id=row["id"],
        title=row["title"],
        first_on=date.fromisoformat(row["first_on"]),
        at=to_time(row["at_time"]),
        kind=DeadlineKind(row["kind"]),
        repetition=Repetition(row["repetition"]),
        notices=tuple(json.loads(row["notices_json"])),
        channel_id=row["channel_id"],
        organisations=tuple(json.loads(row["organisations_json"])),
        created_by=row["created_by"],
        created_by_name=row["created_by_name"],
        created_at=from_utc(row["created_at"]),
        sequence=row["sequence"],
    )


def _row(deadline: Deadline) -> Row:
    """What a change may change."""
    return {
        "title": deadline.title,
        "first_on": deadline.first_on.isoformat(),
        "at_time": deadline.at.isoformat(timespec="minutes") if deadline.at else None,
        "kind": deadline.kind.value,
        "repetition": deadline.repetition.value,
        "notices_json": to_json(deadline.notices),
        "channel_id": deadline.channel_id,
        "organisations_json": to_json(deadline.organisations),
    }
