"""The append-only history of a committee's plans."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Final

from sqlite_utils import Database

from plan.history import Change, ChangeKind, Event, EventField
from storage.database import inserted, writing, written
from storage.rows import Row, from_utc, to_utc

_APPEND_CHANGE: Final = (
    "INSERT INTO change (plan_id, kind, author, author_id, organisation, reason, recorded_at,"
    " undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_APPEND_EVENT: Final = (
    "INSERT INTO event (change_id, measure, volet, field, subject, old, new, organisation, as_of)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class HistoryStore:
    """Changes and their events. What was read once is kept: a history only grows.

    This process alone writes: what it commits is added to what was read, and not read again. What
    a wider write recorded is read each time until that one has ended: it may be rolled back.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: dict[int, list[Change]] = {}
        self._complete: set[int] = set()  # the plans whose every change is in `_known`
        self._recorded: set[int] = set()  # the plans recorded in by the wider write
        self._committing = False  # what is read now may never be on disk

    def changes(self, plan_id: int) -> Sequence[Change]:
        """Every change of a plan, oldest first. Not to be read in the block of `recording`."""
        if self._committing:
            raise RuntimeError("the history is read while a change of it is being committed")
        known = self._known.setdefault(plan_id, [])
        if plan_id in self._complete:
            return known
        rest = self._read(plan_id, known[-1].id if known else 0)
        if self.is_uncommitted(plan_id):
            return [*known, *rest]
        known.extend(rest)
        self._complete.add(plan_id)
        return known

    def is_uncommitted(self, plan_id: int) -> bool:
        """Tell whether a plan's last changes may still be rolled back."""
        if not self._db.conn.in_transaction:
            self._recorded.clear()
        return plan_id in self._recorded

    def reread(self) -> None:
        """Forget what was read: a member's name was taken out of it."""
        self._known.clear()
        self._complete.clear()

    def record(self, plan_id: int, change: Change) -> Change:
        """Append a change with its events, and return it as stored, with its ids.

        It is on disk when this returns, unless the caller has a wider write open.
        """
        with self.recording(plan_id, change, lambda: None) as stored:
            return stored

    @contextmanager
    def recording(self, plan_id: int, change: Change, then: Callable[[], None]) -> Iterator[Change]:
        """`record`, with the change as stored while the disk writes: see `written`.

        Args:
            then: called once it is appended: on disk, or within the caller's wider write.
        """
        was_complete = plan_id in self._complete
        self._complete.discard(plan_id)
        if self._db.conn.in_transaction:
            with writing(self._db):
                stored = self._append(plan_id, change)
            self._recorded.add(plan_id)
            then()
            yield stored
            return

        def keep(stored: Change) -> None:
            if was_complete:
                self._known[plan_id].append(stored)
                self._complete.add(plan_id)
            then()

        with written(self._db, lambda: self._append(plan_id, change), keep) as stored:
            self._committing = True
            try:
                yield stored
            finally:
                self._committing = False

    def _append(self, plan_id: int, change: Change) -> Change:
        recorded_at = to_utc(change.recorded_at)
        values = (
            plan_id, change.kind.value, change.author, change.author_id, change.organisation,
            change.reason, recorded_at, change.undoes,
        )  # fmt: skip
        change_id = inserted(self._db, _APPEND_CHANGE, values)
        events = tuple(self._append_event(change_id, event) for event in change.events)
        return replace(change, id=change_id, events=events, recorded_at=from_utc(recorded_at))

    def _append_event(self, change_id: int, event: Event) -> Event:
        values = (
            change_id, event.measure, event.volet, event.field.value, event.subject, event.old,
            event.new, event.organisation, event.as_of.isoformat(),
        )  # fmt: skip
        return replace(event, id=inserted(self._db, _APPEND_EVENT, values))

    def _read(self, plan_id: int, after: int) -> list[Change]:
        events: dict[int, list[Event]] = {}
        for row in self._db.query(
            "SELECT event.* FROM event JOIN change ON change.id = change_id"
            " WHERE plan_id = ? AND change_id > ? ORDER BY event.id",
            [plan_id, after],
        ):
            events.setdefault(row["change_id"], []).append(_event(row))
        rows = self._db.query(
            "SELECT * FROM change WHERE plan_id = ? AND id > ? ORDER BY id", [plan_id, after]
        )
        return [_change(row, tuple(events.get(row["id"], ()))) for row in rows]


def _change(row: Row, events: tuple[Event, ...]) -> Change:
    return Change(
        id=row["id"],
        kind=ChangeKind(row["kind"]),
        author=row["author"],
        author_id=row["author_id"],
        recorded_at=from_utc(row["recorded_at"]),
        events=events,
        organisation=row["organisation"],
        reason=row["reason"],
        undoes=row["undoes"],
    )


def _event(row: Row) -> Event:
    return Event(
        id=row["id"],
        measure=row["measure"],
        volet=row["volet"],
        field=EventField(row["field"]),
        old=row["old"],
        new=row["new"],
        as_of=date.fromisoformat(row["as_of"]),
        organisation=row["organisation"],
        subject=row["subject"],
    )
