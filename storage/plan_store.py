"""A committee's plan: the one in force, and those it replaced."""

from dataclasses import replace
from datetime import datetime

from sqlite_utils import Database

from plan.definition import PlanDefinition
from plan.errors import NoPlanError
from plan.history import Change, ChangeKind, Event, EventField
from storage.database import insert, writing
from storage.definitions import insert_definition, read_definition
from storage.history_store import HistoryStore
from storage.rows import Row, from_day, source_to_json, to_utc


class PlanStore:
    """The plans of one committee."""

    def __init__(self, db: Database, committee_id: int, history: HistoryStore) -> None:
        self._db = db
        self._committee_id = committee_id
        self._history = history
        self._cached: tuple[int, str, PlanDefinition] | None = None
        self._replaced = False  # by a write that may still be rolled back

    def in_force(self) -> tuple[int, PlanDefinition]:
        """The id and the definition of the plan in force.

        Raises:
            NoPlanError: the committee has none.
        """
        plan_id, _, definition = self._in_force()
        return plan_id, definition

    def origin(self) -> str:
        """« shipped » or « imported »."""
        return self._in_force()[1]

    def replace(self, plan: PlanDefinition, origin: str, now: datetime) -> int:
        """Put `plan` in force with its first states as events; the one before stays readable.

        Args:
            origin: « shipped » or « imported ».
            now: aware.
        """
        with writing(self._db):
            self._db.execute(
                "UPDATE plan SET replaced_at = ? WHERE committee_id = ? AND replaced_at IS NULL",
                [to_utc(now), self._committee_id],
            )
            row = _plan_row(plan, self._committee_id, origin, now)
            plan_id = insert(self._db, "plan", row)
            insert_definition(self._db, plan_id, plan)
            self._history.record(plan_id, _first_change(plan, now))
        self._cached = None
        self._replaced = True
        return plan_id

    def _in_force(self) -> tuple[int, str, PlanDefinition]:
        """What is on disk is read once; what an unfinished write replaced is read each time."""
        if not self._db.conn.in_transaction:
            self._replaced = False
        if self._replaced:
            return self._read()
        if self._cached is None:
            self._cached = self._read()
        return self._cached

    def _read(self) -> tuple[int, str, PlanDefinition]:
        rows = self._db.query(
            "SELECT * FROM plan WHERE committee_id = ? AND replaced_at IS NULL",
            [self._committee_id],
        )
        row = next(iter(rows), None)
        if row is None:
            raise NoPlanError
        return row["id"], row["origin"], read_definition(self._db, row)


def _plan_row(plan: PlanDefinition, committee_id: int, origin: str, now: datetime) -> Row:
    return {
        "committee_id": committee_id,
        "key": plan.key,
        "title": plan.title,
        "coordinator": plan.coordinator,
        "starts_on": from_day(plan.starts_on),
        "first_state_on": from_day(plan.first_state_on),
        "years": plan.years,
        "announced_cents": plan.announced_total,
        "announced_source_json": source_to_json(plan.announced_source),
        "origin": origin,
        "loaded_at": to_utc(now),
    }


def _first_change(plan: PlanDefinition, now: datetime) -> Change:
    """What the document says of each volet, as events of that date."""
    said = Event(0, 0, None, EventField.STATE, None, None, plan.first_state_on)
    events = []
    for measure in plan.measures:
        for volet in measure.volets:
            here = replace(said, measure=measure.number, volet=volet.position)
            events.append(replace(here, new=volet.state.value))
            if volet.remark:
                events.append(replace(here, field=EventField.REMARK, new=volet.remark))
    return Change(
        id=0,
        kind=ChangeKind.IMPORT,
        author=plan.document_name,
        author_id=None,
        recorded_at=now,
        events=tuple(events),
    )
