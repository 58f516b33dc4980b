"""Who answers for which MO in a committee, and the absences."""

from dataclasses import replace
from datetime import date

from sqlite_utils import Database

from plan.errors import AlreadyThereError, NotAssignedError
from plan.forgetting import Forgotten
from plan.team import Absence, Assignment
from storage.database import insert, writing
from storage.forgetting import forget
from storage.rows import Row


class TeamStore:
    """The assignments and absences of one committee."""

    def __init__(self, db: Database, committee_id: int) -> None:
        self._db = db
        self._committee_id = committee_id
        self._known: list[Assignment] | None = None  # what is on disk, until it changes

    def assignments(self) -> list[Assignment]:
        """All of them, in the order they were made; read once, for this process alone writes."""
        if self._db.conn.in_transaction:  # what is not committed may still be rolled back
            return self._read_assignments()
        if self._known is None:
            self._known = self._read_assignments()
        return list(self._known)

    def _read_assignments(self) -> list[Assignment]:
        rows = self._db.query(
            "SELECT * FROM assignment WHERE committee_id = ? ORDER BY id", [self._committee_id]
        )
        return [_assignment(row) for row in rows]

    def find(
        self, organisation: str, member_id: int | None, role_id: int | None
    ) -> Assignment | None:
        """The assignment of a member, or of a role, for an MO."""
        return next(
            (
                each
                for each in self.assignments()
                if each.organisation == organisation
                and each.member_id == member_id
                and each.role_id == role_id
            ),
            None,
        )

    def assign(self, assignment: Assignment) -> Assignment:
        """Add one, or give the one that is there another substitute; return it with its id.

        Raises:
            AlreadyThereError: the same is there, with the same substitute.
        """
        self._known = None
        with writing(self._db):
            same = self.find(assignment.organisation, assignment.member_id, assignment.role_id)
            if same is None:
                row = {"committee_id": self._committee_id, **_row(assignment)}
                return replace(assignment, id=insert(self._db, "assignment", row))
            if assignment.substitute_id in (None, same.substitute_id):
                raise AlreadyThereError(assignment.name, assignment.organisation)
            self._db.execute(
                "UPDATE assignment SET substitute_id = ?, substitute_name = ? WHERE id = ?",
                [assignment.substitute_id, assignment.substitute_name, same.id],
            )
            return replace(assignment, id=same.id)

    def remove(self, organisation: str, member_id: int | None, role_id: int | None) -> Assignment:
        """Take one away and return it.

        Raises:
            NotAssignedError: there is none such.
        """
        self._known = None
        with writing(self._db):
            found = self.find(organisation, member_id, role_id)
            if found is None:
                raise NotAssignedError(organisation)
            self._db.execute("DELETE FROM assignment WHERE id = ?", [found.id])
        return found

    def end_substitution(self, organisation: str, member_id: int) -> list[Assignment]:
        """Take a substitute of an MO away; return those whose place they took, as they were."""
        self._known = None
        with writing(self._db):
            replaced = [
                each
                for each in self.assignments()
                if (each.organisation, each.substitute_id) == (organisation, member_id)
            ]
            for each in replaced:
                self._db.execute(
                    "UPDATE assignment SET substitute_id = NULL, substitute_name = '' WHERE id = ?",
                    [each.id],
                )
        return replaced

    def absences(self, from_day: date) -> list[Absence]:
        """Those that are not over by a day, soonest first."""
        rows = self._db.query(
            "SELECT * FROM absence WHERE committee_id = ? AND last_on >= ? ORDER BY first_on, id",
            [self._committee_id, from_day.isoformat()],
        )
        return [_absence(row) for row in rows]

    def set_absence(self, absence: Absence) -> tuple[Absence, list[Absence]]:
        """Write one down in the place of the member's that it overlaps; return it and those."""
        row = {
            "committee_id": self._committee_id,
            "member_id": absence.member_id,
            "name": absence.name,
            "first_on": absence.first.isoformat(),
            "last_on": absence.last.isoformat(),
        }
        with writing(self._db):
            before = [
                each
                for each in self.absences(absence.first)
                if each.member_id == absence.member_id and each.first <= absence.last
            ]
            for each in before:
                self._db.execute("DELETE FROM absence WHERE id = ?", [each.id])
            return replace(absence, id=insert(self._db, "absence", row)), before

    def remove_absence(self, absence_id: int) -> Absence | None:
        """Take one away and return it; None where there is none such in the committee."""
        with writing(self._db):
            here = [absence_id, self._committee_id]
            where = "WHERE id = ? AND committee_id = ?"
            found = next(self._db.query(f"SELECT * FROM absence {where}", here), None)
            self._db.execute(f"DELETE FROM absence {where}", here)
        return None if found is None else _absence(found)

    def wishes(self, organisation: str) -> list[int]:
        """The members who asked for an MO's messages as direct messages."""
        rows = self._db.execute(
            "SELECT member_id FROM direct_wish WHERE committee_id = ? AND organisation = ?"
            " ORDER BY member_id",
            [self._committee_id, organisation],
        )
        return [row[0] for row in rows]

    def all_wishes(self) -> dict[str, set[int]]:
        """The members who asked for direct messages, by MO; an MO that nobody asked for is out."""
        found: dict[str, set[int]] = {}
        for organisation, member_id in self._db.execute(
            "SELECT organisation, member_id FROM direct_wish WHERE committee_id = ?",
            [self._committee_id],
        ):
            found.setdefault(organisation, set()).add(member_id)
        return found

    def wish(self, member_id: int, organisation: str, *, wanted: bool) -> None:
        """Write down that a member wants an MO's messages directly, or does not any more."""
        here = [self._committee_id, member_id, organisation]
        with writing(self._db):
            if wanted:
                self._db.execute(
                    "INSERT INTO direct_wish (committee_id, member_id, organisation)"
                    " VALUES (?, ?, ?)"
                    " ON CONFLICT (committee_id, member_id, organisation) DO NOTHING",
                    here,
                )
            else:
                self._db.execute(
                    "DELETE FROM direct_wish WHERE committee_id = ? AND member_id = ?"
                    " AND organisation = ?",
                    here,
                )

    def forget(self, member_id: int) -> Forgotten:
        """Take a member's name and id out of the whole committee; see `storage.forgetting`."""
        self._known = None
        return forget(self._db, self._committee_id, member_id)


def _row(assignment: Assignment) -> Row:
    return {
        "organisation": assignment.organisation,
        "member_id": assignment.member_id,
        "role_id": assignment.role_id,
        "name": assignment.name,
        "substitute_id": assignment.substitute_id,
        "substitute_name": assignment.substitute_name,
    }


def _absence(row: Row) -> Absence:
    return Absence(
        row["member_id"],
        row["name"],
        date.fromisoformat(row["first_on"]),
        date.fromisoformat(row["last_on"]),
        row["id"],
    )


def _assignment(row: Row) -> Assignment:
    return Assignment(
        id=row["id"],
        organisation=row["organisation"],
        member_id=row["member_id"],
        role_id=row["role_id"],
        name=row["name"],
        substitute_id=row["substitute_id"],
        substitute_name=row["substitute_name"],
    )
