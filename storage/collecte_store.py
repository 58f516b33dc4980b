"""A committee's collectes."""

from dataclasses import replace
from datetime import date, datetime

from sqlite_utils import Database

from plan.collecte import Collecte
from storage.database import writing
from storage.rows import Row, from_utc, to_utc

_WAITING = "deadline_id = ? AND due_on = ? AND status = 'waiting'"
_WITHDRAWN = "deadline_id = ? AND due_on = ? AND status = 'withdrawn'"


class CollecteStore:
    """The collectes of one committee, one for each day of a reporting deadline."""

    def __init__(self, db: Database, committee_id: int) -> None:
        self._db = db
        self._committee_id = committee_id

    def open(self, deadline_id: int, due_on: date, opened_at: datetime) -> Collecte:
        """Open one; one that is there already stays as it is."""
        with writing(self._db):
            self._db.execute(
                "INSERT INTO collecte (committee_id, deadline_id, due_on, opened_at)"
                " VALUES (?, ?, ?, ?) ON CONFLICT (deadline_id, due_on) DO NOTHING",
                [self._committee_id, deadline_id, due_on.isoformat(), to_utc(opened_at)],
            )
        found = self.of(deadline_id, due_on)
        if found is None:
            raise RuntimeError("the collecte just opened is not there")
        return found

    def close(self, collecte: Collecte, now: datetime) -> None:
        """Close one; it is on disk when this returns."""
        with writing(self._db):
            self._db.execute(
                "UPDATE collecte SET closed_at = ? WHERE id = ?", [to_utc(now), collecte.id]
            )

    def interrupt(self, collecte: Collecte, now: datetime) -> None:
        """Close one before its term, with all that it was still to post."""
        key = [collecte.deadline_id, collecte.due_on.isoformat()]
        with writing(self._db):
            self.close(collecte, now)
            self._db.execute(f"UPDATE occurrence SET status = 'withdrawn' WHERE {_WAITING}", key)
            self._db.execute(
                f"UPDATE delivery SET status = 'withdrawn', outcome = 'closed' WHERE {_WAITING}"
                " AND kind IN ('notice', 'digest', 'direct', 'snooze')",
                key,
            )

    def reopen(self, collecte: Collecte, now: datetime) -> Collecte:
        """Open again one that was closed, with what it was to post from now on."""
        key = [collecte.deadline_id, collecte.due_on.isoformat(), to_utc(now)]
        with writing(self._db):
            self._db.execute("UPDATE collecte SET closed_at = NULL WHERE id = ?", [collecte.id])
            self._db.execute(
                f"UPDATE occurrence SET status = 'waiting' WHERE {_WITHDRAWN} AND send_at > ?", key
            )
            self._db.execute(
                f"UPDATE delivery SET status = 'waiting', outcome = '' WHERE {_WITHDRAWN}"
                " AND planned_at > ? AND outcome = 'closed'",
                key,
            )
        return replace(collecte, closed_at=None)

    def of(self, deadline_id: int, due_on: date) -> Collecte | None:
        """That of a day of a deadline, open or closed."""
        found = self._select("deadline_id = ? AND due_on = ?", deadline_id, due_on.isoformat())
        return found[0] if found else None

    def nearest(self, deadline_id: int, day: date) -> Collecte | None:
        """That of a deadline whose day is the nearest to one, open or closed."""
        found = self._select(
            "deadline_id = ? ORDER BY abs(julianday(due_on) - julianday(?)), id LIMIT 1",
            deadline_id,
            day.isoformat(),
        )
        return found[0] if found else None

    def open_ones(self) -> list[Collecte]:
        """Those that are open, the nearest deadline first."""
        return self._select("closed_at IS NULL ORDER BY due_on, id")

    def open_since(self, moment: datetime) -> list[Collecte]:
        """Those that are open, or were at a moment, the nearest deadline first."""
        return self._select(
            "(closed_at IS NULL OR closed_at >= ?) ORDER BY due_on, id", to_utc(moment)
        )

    def _select(self, where: str, *values: object) -> list[Collecte]:
        rows = self._db.query(
            f"SELECT * FROM collecte WHERE committee_id = ? AND {where}",
            [self._committee_id, *values],
        )
        return [_collecte(row) for row in rows]


def _collecte(row: Row) -> Collecte:
    return Collecte(
        id=row["id"],
        deadline_id=row["deadline_id"],
        due_on=date.fromisoformat(row["due_on"]),
        opened_at=from_utc(row["opened_at"]),
        closed_at=from_utc(row["closed_at"]) if row["closed_at"] else None,
    )
