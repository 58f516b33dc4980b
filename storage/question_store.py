"""Questions kept without their author: those left unanswered, and those too long for a button."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from storage.database import insert, writing
from storage.rows import from_utc, to_utc

_KEPT = timedelta(days=365)
_KEPT_ANSWERED = timedelta(days=30)  # as long as its button « Pourquoi cette réponse? » is of use


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question nobody signed. `text` holds those it goes on from as well."""

    id: int
    text: str
    asked_at: datetime
    answered: bool


class QuestionStore:
    """The questions of one committee."""

    def __init__(self, db: Database, committee_id: int) -> None:
        self._db = db
        self._committee_id = committee_id

    def keep(self, text: str, now: datetime, *, answered: bool) -> int:
        """Keep a question, drop those too old, and return its id; on disk when this returns."""
        row = {
            "committee_id": self._committee_id,
            "text": text,
            "asked_at": to_utc(now),
            "answered": int(answered),
        }
        with writing(self._db):
            self._db.execute(
                "DELETE FROM question WHERE asked_at < ? OR (answered = 1 AND asked_at < ?)",
                [to_utc(now - _KEPT), to_utc(now - _KEPT_ANSWERED)],
            )
            return insert(self._db, "question", row)

    def get(self, question_id: int) -> AskedQuestion | None:
        """One of the committee's questions, None where it is gone."""
        rows = self._db.query(
            "SELECT * FROM question WHERE id = ? AND committee_id = ?",
            [question_id, self._committee_id],
        )
        return next((_question(row) for row in rows), None)

    def unanswered(self) -> list[AskedQuestion]:
        """The questions left without an answer, newest first."""
        rows = self._db.query(
            "SELECT * FROM question WHERE committee_id = ? AND answered = 0 ORDER BY id DESC",
            [self._committee_id],
        )
        return [_question(row) for row in rows]


def _question(row: dict[str, object]) -> AskedQuestion:
    return AskedQuestion(
        id=int(str(row["id"])),
        text=str(row["text"]),
        asked_at=from_utc(str(row["asked_at"])),
        answered=bool(row["answered"]),
    )
