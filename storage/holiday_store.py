"""The days off that a committee added, and those it works all the same."""

from datetime import date

from sqlite_utils import Database

from plan.holiday import Holiday
from storage.database import writing


class HolidayStore:
    """The corrections that one committee made to the public service's calendar, one a day."""

    def __init__(self, db: Database, committee_id: int) -> None:
        self._db = db
        self._committee_id = committee_id

    def all(self) -> list[Holiday]:
        """Every one, in order of day."""
        rows = self._db.query(
            "SELECT day, title, opens FROM holiday WHERE committee_id = ? ORDER BY day",
            [self._committee_id],
        )
        return [
            Holiday(date.fromisoformat(row["day"]), row["title"], bool(row["opens"]))
            for row in rows
        ]

    def put(self, holiday: Holiday) -> None:
        """Add one, in the place of what was said of that day."""
        with writing(self._db):
            self._db.execute(
                "INSERT OR REPLACE INTO holiday (committee_id, day, title, opens)"
                " VALUES (?, ?, ?, ?)",
                [self._committee_id, holiday.day.isoformat(), holiday.title, int(holiday.opens)],
            )

    def remove(self, day: date) -> None:
        """Leave a day to the public service's calendar again."""
        with writing(self._db):
            self._db.execute(
                "DELETE FROM holiday WHERE committee_id = ? AND day = ?",
                [self._committee_id, day.isoformat()],
            )
