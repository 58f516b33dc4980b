"""What a refused form held: nothing that somebody typed is lost."""

import json
from datetime import datetime, timedelta

from sqlite_utils import Database

from storage.database import insert, writing
from storage.rows import to_json, to_utc

_KEPT = timedelta(days=7)


class DraftStore:
    """The drafts of one committee; each is its author's alone."""

    def __init__(self, db: Database, committee_id: int) -> None:
        self._db = db
        self._committee_id = committee_id

    def keep(self, person_id: int, form: str, values: dict[str, str], now: datetime) -> int:
        """Keep the values of a form (its custom_id), drop those of over a week, return the id."""
        row = {
            "committee_id": self._committee_id,
            "person_id": person_id,
            "form": form,
            "values_json": to_json(values),
            "created_at": to_utc(now),
        }
        with writing(self._db):
            self._db.execute("DELETE FROM draft WHERE created_at < ?", [to_utc(now - _KEPT)])
            return insert(self._db, "draft", row)

    def get(self, draft_id: int, person_id: int) -> tuple[str, dict[str, str]] | None:
        """The form's custom_id and values, or None: it is gone, or somebody else's."""
        row = self._db.execute(
            "SELECT form, values_json FROM draft"
            " WHERE id = ? AND committee_id = ? AND person_id = ?",
            [draft_id, self._committee_id, person_id],
        ).fetchone()
        return None if row is None else (row[0], json.loads(row[1]))
