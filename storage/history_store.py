"""The append-only history of a committee's plans."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlite_utils import Database

from plan.history import Change, ChangeKind, Event, EventField
from storage.database import insert, writing
from storage.rows import Row, from_day, from_utc, to_utc


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

    def changes(self, plan_id: int) -> Sequence[Change]:
        """Every change of a plan, oldest first."""
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
        known = plan_id in self._complete
        self._complete.discard(plan_id)
        with writing(self._db):
            change_id = insert(self._db, "change", _change_row(plan_id, change))
            events = tuple(self._append(change_id, event) for event in change.events)
        at = from_utc(to_utc(change.recorded_at))
        stored = replace(change, id=change_id, events=events, recorded_at=at)
        if self._db.conn.in_transaction:
            self._recorded.add(plan_id)
        elif known:
            self._known[plan_id].append(stored)
            self._complete.add(plan_id)
        return stored

    def _append(self, change_id: int, event: Event) -> Event:
        row = {
            "change_id": change_id,
            "measure": event.measure,
            "volet": event.volet,
            "field": event.field.value,
            "subject": event.subject,
            "old": event.old,
            "new": event.new,
            "organisation": event.organisation,
            "as_of": from_day(event.as_of),
        }
        return replace(event, id=insert(self._db, "event", row))

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


def _change_row(plan_id: int, change: Change) -> Row:
    return {
        "plan_id": plan_id,
        "kind": change.kind.value,
        "author": change.author,
        "author_id": change.author_id,
        "organisation": change.organisation,
        "reason": change.reason,
        "recorded_at": to_utc(change.recorded_at),
        "undoes": change.undoes,
    }


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
