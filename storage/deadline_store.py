"""A committee's deadlines."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime

from sqlite_utils import Database

from plan.deadline import Deadline, DeadlineKind, Notice, Repetition
from plan.errors import DuplicateDeadlineError, NotFoundError
from plan.text import fold
from storage.database import insert, writing
from storage.occurrence_store import insert_notices
from storage.rows import Row, from_utc, to_json, to_time, to_utc


class DeadlineStore:
    """The deadlines of one committee. One withdrawn is kept, with who withdrew it."""

    def __init__(self, db: Database, committee_id: int) -> None:
        self._db = db
        self._committee_id = committee_id

    def all(self) -> list[Deadline]:
        """Those in force, by first day."""
        rows = self._db.query(
            "SELECT * FROM deadline WHERE committee_id = ? AND withdrawn_at IS NULL"
            " ORDER BY first_on, id",
            [self._committee_id],
        )
        return [deadline_from_row(row) for row in rows]

    def get(self, deadline_id: int) -> Deadline:
        """One in force, of this committee.

        Raises:
            NotFoundError: there is none of that id here.
        """
        rows = self._db.query(
            "SELECT * FROM deadline WHERE id = ? AND committee_id = ? AND withdrawn_at IS NULL",
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
            for other in self.all():
                same_title = fold(other.title) == fold(deadline.title)
                if same_title and other.first_on == deadline.first_on:
                    raise DuplicateDeadlineError(other.title, other.first_on)
            row = {"committee_id": self._committee_id, **_row(deadline)}
            stored = replace(deadline, id=insert(self._db, "deadline", row))
            insert_notices(self._db, self._committee_id, notices_of(stored))
        return stored

    def withdraw(self, deadline: Deadline, person_id: int, now: datetime) -> None:
        """Take a deadline back with the notices that have not gone out."""
        with writing(self._db):
            self._db.execute(
                "UPDATE deadline SET withdrawn_at = ?, withdrawn_by = ?"
                " WHERE id = ? AND committee_id = ? AND withdrawn_at IS NULL",
                [to_utc(now), person_id, deadline.id, self._committee_id],
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
    )


def _row(deadline: Deadline) -> Row:
    return {
        "title": deadline.title,
        "first_on": deadline.first_on.isoformat(),
        "at_time": deadline.at.isoformat(timespec="minutes") if deadline.at else None,
        "kind": deadline.kind.value,
        "repetition": deadline.repetition.value,
        "notices_json": to_json(deadline.notices),
        "channel_id": deadline.channel_id,
        "organisations_json": to_json(deadline.organisations),
        "created_by": deadline.created_by,
        "created_by_name": deadline.created_by_name,
        "created_at": to_utc(deadline.created_at),
    }
