"""Random histories against a simple model: the plan as of any day, undo and redo."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan import amount_changes
from plan.change_errors import NothingToUndoError, SupersededError
from plan.history import ChangeKind
from plan.measure import Volet
from plan.money import Amount, Nature
from plan.option_errors import AmountLeanedOnError
from plan.snapshot import Snapshot
from plan.state import State
from plan.undo import last_standing, require_undoable, undoing
from tests.plan.history_model import HERE, PRINTED, TODAY, Model
from tests.plan.history_steps import (
    DAYS,
    PERSON,
    RIGHTS,
    Modify,
    Step,
    World,
    done,
    modifications,
    steps,
    told,
    written,
)

RANDOM = settings(max_examples=60, deadline=None)


@RANDOM
@given(st.lists(steps, max_size=14))
def test_the_plan_as_of_any_day_is_what_the_model_says(many: Sequence[Step]) -> None:
    world = World()
    kept = check(world, {})
    for step in many:
        step.do(world)
        kept = check(world, kept)


def check(world: World, before: dict[date | None, Snapshot]) -> dict[date | None, Snapshot]:
    """The plan as of each day says what the model says; one kept and brought up to date too."""
    found: dict[date | None, Snapshot] = {}
    for day in (None, *DAYS, TODAY + timedelta(days=1)):
        snapshot = world.snapshot(day)
        kept = before[day].after(world.changes) if day in before else None
        assert kept is None or told(kept) == told(snapshot)
        found[day] = kept or snapshot
        measure = snapshot.base(1)
        for volet in measure.volets:
            check_volet(world.model, volet, day)
        known = all(world.model.state(each, day) for each in PRINTED)
        assert [each.number for each in snapshot.measures] == ([1] if known else [])
        indicator = next(each for each in measure.indicators if each.key == "i0")
        value = (indicator.reached, indicator.reached_on) if indicator.reached_on else None
        assert value == world.model.reached("i0", day)
        assert {each.key: each for each in measure.amounts} == world.model.amounts(day)
    return found


def check_volet(model: Model, volet: Volet, day: date | None) -> None:
    position = volet.position
    states = {(each.organisation, State(each.value)) for each in volet.states}
    assert states == model.states(position, day)
    if states:
        assert volet.state is model.state(position, day)
    assert {e.organisation: e.value for e in volet.remarks} == model.remarks(position, day)
    assert volet.cause == model.cause(position, day)
    confirmed = {(each.organisation, each.as_of) for each in volet.confirmations}
    assert confirmed == model.confirmed(position, day)


@RANDOM
@given(st.lists(modifications, max_size=6), modifications)
def test_what_is_said_of_a_day_changes_no_day_before(many: Sequence[Modify], last: Modify) -> None:
    world = done(many)
    before = dict(zip((None, *DAYS), written(world), strict=True))
    last.do(world)
    for day, now in zip((None, *DAYS), written(world), strict=True):
        if day is not None and day < last.day:
            assert now == before[day]


@RANDOM
@given(st.lists(modifications, min_size=2, max_size=8))
def test_a_change_followed_by_another_is_not_undone_on_its_own(many: Sequence[Modify]) -> None:
    world = done(many)
    made = [each for each in world.changes if each.kind is ChangeKind.MODIFY]
    for earlier in made[:-1]:
        with pytest.raises(SupersededError) as refusal:
            require_undoable(earlier, world.changes, 1, RIGHTS)
        assert refusal.value.later is made[-1]


@RANDOM
@given(st.lists(steps, max_size=10))
def test_undoing_everything_leads_back_to_the_document(many: Sequence[Step]) -> None:
    world = done(many)
    for _ in range(len(many)):
        try:
            change = last_standing(world.changes, 1, RIGHTS)
        except NothingToUndoError:
            break
        world.record(undoing(change, RIGHTS, world.now))
    assert written(world) == written(World())


@RANDOM
@given(st.lists(steps, max_size=10))
def test_recording_never_touches_what_was_recorded(many: Sequence[Step]) -> None:
    world = World()
    for step in many:
        kept = list(world.changes)
        step.do(world)
        assert world.changes[: len(kept)] == kept


def test_an_amount_whose_parts_stand_cannot_be_taken_out() -> None:
    world = World()
    part = Amount("a9", 1, 100, Nature.PLANNED, "partie", HERE, TODAY, part_of=("a0",))
    world.record(amount_changes.addition(part, (), PERSON, world.now))
    amounts = world.snapshot(None).plan.amounts
    with pytest.raises(AmountLeanedOnError):
        amount_changes.removal(amounts[0], amounts, "Retiré.", PERSON, world.now)
