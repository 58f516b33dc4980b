"""A committee's collectes."""

from datetime import date, datetime

from sqlite_utils import Database

from plan.collecte import Collecte
from storage.database import writing
from storage.rows import Row, from_utc, to_utc


class CollecteStore:
    """The collectes of one committee, one for each day of a reporting deadline."""

    def __init__(self, db: Database, committee_id: int) -> None:
        self._db = db
        self._committee_id = committee_id

    def open(self, deadline_id: int, due_on: date, opened_at: datetime) -> Collecte:
        """Open one, or open again one that was closed; one that is open stays as it is."""
        with writing(self._db):
            self._db.execute(
                "INSERT INTO collecte (committee_id, deadline_id, due_on, opened_at)"
                " VALUES (?, ?, ?, ?)"
                " ON CONFLICT (deadline_id, due_on) DO UPDATE SET closed_at = NULL",
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

    def of(self, deadline_id: int, due_on: date) -> Collecte | None:
        """That of a day of a deadline, open or closed."""
        return next(
            iter(self._select("deadline_id = ? AND due_on = ?", deadline_id, due_on.isoformat())),
            None,
        )

    def get(self, collecte_id: int) -> Collecte | None:
        """One by id, of this committee alone."""
        found = self._select("id = ?", collecte_id)
        return found[0] if found else None

    def open_ones(self) -> list[Collecte]:
        """Those that are open, the nearest deadline first."""
        return self._select("closed_at IS NULL ORDER BY due_on, id")

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
