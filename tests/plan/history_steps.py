"""What people may do to the small plan's history, each done to the plan and to the model."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Protocol

from hypothesis import strategies as st

from plan import amount_changes, indicator_changes
from plan.amount_changes import AmountRequest
from plan.change_errors import NothingToChangeError, NothingToConfirmError, NothingToUndoError
from plan.changes import Request, confirmation, modification
from plan.history import Change, ChangeKind, Event, EventField
from plan.money import Amount, Nature
from plan.numbers import Value
from plan.option_errors import IndicatorUnchangedError
from plan.permissions import Person
from plan.records import require_readable
from plan.snapshot import Snapshot, snapshot_at
from plan.state import Cause, State
from plan.team import Rights
from plan.undo import last_standing, require_redoable, require_undoable, undoing
from tests.plan.history_model import FIRST, HERE, PRINTED, START, TODAY, Model, small_plan

PLAN = small_plan()
DAYS = (
    START,
    date(2009, 6, 1),
    FIRST - timedelta(days=1),
    FIRST,
    FIRST + timedelta(days=1),
    date(2020, 2, 29),
    TODAY - timedelta(days=1),
    TODAY,
)
PERSON = Person(1, "Mathieu Gagnon")
RIGHTS = Rights(PERSON, True, frozenset())


@dataclass
class World:
    """A history that grows, and the model beside it."""

    changes: list[Change] = field(default_factory=list)
    model: Model = field(default_factory=Model)
    _events: int = 0

    def __post_init__(self) -> None:
        said = Event(0, 1, None, EventField.STATE, None, None, FIRST)
        events = []
        for volet in PLAN.measures[0].volets:
            here = replace(said, volet=volet.position)
            events.append(replace(here, new=volet.state.value))
            events.append(replace(here, field=EventField.REMARK, new=volet.remark))
            self.model.say(1, FIRST, ("etat", volet.position), None, volet.state)
            self.model.say(1, FIRST, ("remarque", volet.position), None, volet.remark)
        self.model.say(1, FIRST, ("montant", "a0"), None, PLAN.amounts[0])
        self.model.say(1, FIRST, ("atteint", "i0"), None, Decimal(13))
        moment = datetime(2026, 11, 1, tzinfo=UTC)
        self.record(Change(0, ChangeKind.IMPORT, "Bilan", None, moment, tuple(events)))

    @property
    def next_id(self) -> int:
        return len(self.changes) + 1

    @property
    def now(self) -> datetime:
        return datetime(2026, 11, 23, 15, 0, tzinfo=UTC) + timedelta(seconds=self.next_id)

    def snapshot(self, day: date | None) -> Snapshot:
        return snapshot_at(PLAN, self.changes, day)

    def say(self, day: date, about: tuple[str, object], mo: str | None, value: object) -> None:
        """Tell the model what the next change says."""
        self.model.say(self.next_id, day, about, mo, value)

    def record(self, change: Change) -> Change:
        require_readable(change.events)
        events = []
        for event in change.events:
            self._events += 1
            events.append(replace(event, id=self._events))
        stored = replace(change, id=self.next_id, events=tuple(events))
        self.changes.append(stored)
        return stored


def told(snapshot: Snapshot) -> bytes:
    """All that a snapshot says, as bytes."""
    return repr((snapshot.plan, snapshot.day, snapshot.measures, snapshot.base(1))).encode()


def written(world: World) -> list[bytes]:
    """The whole plan as of each day, as bytes."""
    return [told(world.snapshot(day)) for day in (None, *DAYS)]


class Step(Protocol):
    """Something done to a world."""

    def do(self, world: World) -> None: ...


@dataclass(frozen=True)
class Modify:
    """`/mesure modifier`. An MO that the volet does not print stands for the whole volet."""

    volet: int
    day: date
    mo: str | None
    state: State | None
    remark: str | None
    cause: str | None

    def do(self, world: World) -> None:
        measure = world.snapshot(self.day).base(1)
        mo = self.mo if self.mo in PRINTED[self.volet] else None
        request = Request(
            state=self.state,
            remark=self.remark,
            cause=Cause(self.cause) if self.cause not in (None, "aucune") else None,
            clears_cause=self.cause == "aucune",
            reason="Parce que.",
            organisation=mo,
        )
        expected = self._expected(world.model, mo)
        try:
            change = modification(
                measure, measure.volets[self.volet - 1], request, self.day, PERSON, world.now
            )
        except NothingToChangeError:
            assert not expected
            return
        assert {event.field.value for event in change.events} == expected.keys()
        for about, value in expected.items():
            world.say(self.day, (about, self.volet), mo, value)
        world.record(change)

    def _expected(self, model: Model, mo: str | None) -> dict[str, object]:
        """What it really says: a value that is there already is not said again."""
        said: dict[str, object] = {}
        standing = model.states(self.volet, self.day)
        own = [value for who, value in standing if who == mo and mo is not None]
        now = own[0] if own else model.state(self.volet, self.day)
        settles = mo is None and len(standing) > 1
        if self.state is not None and (settles or self.state is not now):
            said["etat"] = self.state
        remarks = model.remarks(self.volet, self.day)
        mine = remarks.get(None if len(PRINTED[self.volet]) == 1 else mo, "")
        shown = mine or remarks.get(None, "")
        if self.remark is not None and self.remark != shown and (self.remark or mine):
            said["remarque"] = self.remark
        wanted = None if self.cause == "aucune" else self.cause
        if self.cause is not None and wanted != model.cause(self.volet, self.day):
            said["cause"] = wanted
        return said


@dataclass(frozen=True)
class Confirm:
    """`/mesure confirmer`."""

    day: date
    mo: str | None

    def do(self, world: World) -> None:
        model, measure = world.model, world.snapshot(self.day).base(1)
        concerned = [each for each in PRINTED if self.mo is None or self.mo in PRINTED[each]]
        try:
            change = confirmation(measure, self.mo, self.day, PERSON, world.now)
        except NothingToConfirmError:
            assert any(model.state(each, self.day) is None for each in concerned)
            return
        except NothingToChangeError:
            said = (self.mo, self.day)
            assert all(said in model.confirmed(each, self.day) for each in concerned)
            return
        assert {event.volet for event in change.events} <= set(concerned)
        for event in change.events:
            world.say(self.day, ("confirme", event.volet), self.mo, True)
        world.record(change)


@dataclass(frozen=True)
class Reach:
    """`/indicateur modifier`."""

    day: date
    value: int

    def do(self, world: World) -> None:
        known = world.snapshot(self.day).plan.indicators
        indicator = next(each for each in known if each.key == "i0")
        value = Value(Decimal(self.value), "")
        try:
            change = indicator_changes.reached(indicator, value, self.day, PERSON, world.now, None)
        except IndicatorUnchangedError:
            assert world.model.reached("i0", self.day) == (value.number, self.day)
            return
        world.say(self.day, ("atteint", "i0"), None, value.number)
        world.record(change)


@dataclass(frozen=True)
class Fund:
    """`/montant ajouter`."""

    cents: int

    def do(self, world: World) -> None:
        key = f"a{world.next_id}"
        amount = Amount(key, 1, self.cents, Nature.GRANTED, f"montant {key}", HERE, TODAY)
        world.say(TODAY, ("montant", key), None, amount)
        world.record(amount_changes.addition(amount, (), PERSON, world.now))


@dataclass(frozen=True)
class Correct:
    """`/montant modifier` (`cents`) or `/montant retirer` (None) of one that is there."""

    chosen: int
    cents: int | None

    def do(self, world: World) -> None:
        amounts = world.snapshot(None).plan.amounts
        old = amounts[self.chosen % len(amounts)] if amounts else None
        if old is None or old.value == self.cents:
            return
        if self.cents is None:
            change = amount_changes.removal(old, amounts, "Retiré.", PERSON, world.now)
            new = None
        else:
            asked = AmountRequest(value=self.cents)
            change = amount_changes.correction(old, asked, "Corrigé.", amounts, PERSON, world.now)
            new = replace(old, value=self.cents)
        world.say(TODAY, ("montant", old.key), None, new)
        world.record(change)


@dataclass(frozen=True)
class Undo:
    """The last change is taken back, put again, taken back anew… `times` in all."""

    times: int

    def do(self, world: World) -> None:
        try:
            change = last_standing(world.changes, 1, RIGHTS)
        except NothingToUndoError:
            said = {each.change for each in world.model.sayings}
            assert said - world.model.taken_back == {1}
            return
        undo, seen = change, [written(world)]
        for turn in range(self.times):
            if turn % 2 == 0:
                require_undoable(change, world.changes, 1, RIGHTS)
                undo = world.record(undoing(change, RIGHTS, world.now))
                world.model.taken_back.add(change.id)
                assert undo.undoes == change.id
            else:
                require_redoable(undo, world.changes, 1, RIGHTS)
                world.record(undoing(undo, RIGHTS, world.now))
                world.model.taken_back.remove(change.id)
            seen.append(written(world))
        # What was undone and put again, or taken back anew, is what it was: to the byte.
        assert all(now == before for before, now in zip(seen, seen[2:], strict=False))


_days = st.sampled_from(DAYS)
_mos = st.sampled_from((None, "MDEIE", "MESS", "MAMROT"))
modifications = st.builds(
    Modify,
    st.sampled_from((1, 2)),
    _days,
    _mos,
    st.sampled_from((None, *State)),
    st.sampled_from((None, "", "Du document.", "Un.", "Deux.", "Trois.")),
    st.sampled_from((None, "aucune", *(each.value for each in Cause))),
)
steps: st.SearchStrategy[Step] = st.one_of(
    modifications,
    st.builds(Confirm, _days, _mos),
    st.builds(Reach, _days, st.integers(0, 30)),
    st.builds(Fund, st.integers(1, 500)),
    st.builds(Correct, st.integers(0, 3), st.none() | st.integers(1, 500)),
    st.builds(Undo, st.integers(1, 4)),
)


def done(many: Sequence[Step]) -> World:
    """A world in which all this was done."""
    world = World()
    for step in many:
        step.do(world)
    return world
