"""The audit trail of what is no change of the plan."""

import json
from datetime import datetime

from sqlite_utils import Database

from plan.action import Action, ActionKind
from plan.permissions import Person
from storage.database import insert, writing
from storage.rows import from_utc, to_json, to_utc


class ActionStore:
    """The actions of one committee."""

    def __init__(self, db: Database, committee_id: int) -> None:
        self._db = db
        self._committee_id = committee_id

    def note(self, kind: ActionKind, person: Person, now: datetime, **facts: str) -> None:
        """Write one down; it is on disk when this returns."""
        row = {
            "committee_id": self._committee_id,
            "recorded_at": to_utc(now),
            "author": person.name,
            "author_id": person.id,
            "kind": kind.value,
            "facts_json": to_json(facts),
        }
        with writing(self._db):
            insert(self._db, "action", row)

    def all(self) -> list[Action]:
        """Every action, oldest first."""
        rows = self._db.query(
            "SELECT * FROM action WHERE committee_id = ? ORDER BY id", [self._committee_id]
        )
        return [
            Action(
                ActionKind(row["kind"]),
                row["author"],
                row["author_id"],
                from_utc(row["recorded_at"]),
                json.loads(row["facts_json"]),
            )
            for row in rows
        ]
