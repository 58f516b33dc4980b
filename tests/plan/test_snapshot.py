"""A snapshot brought up to date is the one made from scratch."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from plan.history import Change, ChangeKind, Event, EventField
from plan.records import indicator_text
from plan.snapshot import Snapshot, snapshot_at
from plan.state import Cause, State
from storage.shipped import shipped_plan

PLAN = shipped_plan()
START = datetime(2026, 1, 5, 15, 0, tzinfo=UTC)
FIRST = PLAN.first_state_on
ORGANISATIONS = (None, "MAMROT", "MDEIE")


def document() -> Change:
    """What the bilan itself told, as events of its date."""
    events = [
        Event(rank, measure.number, volet.position, EventField.STATE, None, volet.state, FIRST)
        for rank, (measure, volet) in enumerate(
            (measure, volet) for measure in PLAN.measures for volet in measure.volets
        )
    ]
    return Change(1, ChangeKind.IMPORT, PLAN.title, None, START, tuple(events))


@st.composite
def events(draw: st.DrawFn) -> Event:
    measure = draw(st.sampled_from(PLAN.measures[:3] + PLAN.measures[18:19]))
    volet = draw(st.sampled_from(measure.volets))
    field, new = draw(
        st.one_of(
            st.tuples(st.just(EventField.STATE), st.sampled_from(State)),
            st.tuples(st.just(EventField.REMARK), st.sampled_from(("", "Une remarque"))),
            st.tuples(st.just(EventField.CAUSE), st.sampled_from((None, Cause.FUNDING))),
            st.tuples(st.just(EventField.CONFIRMED), st.sampled_from(State)),
        )
    )
    as_of = FIRST + timedelta(days=draw(st.integers(-300, 300)))
    told = Event(0, measure.number, volet.position, field, None, new, as_of)
    return replace(told, organisation=draw(st.sampled_from(ORGANISATIONS)))


@st.composite
def histories(draw: st.DrawFn) -> list[Change]:
    """The document's change, then people's, some of which take an earlier one back."""
    changes = [document()]
    for rank, told in enumerate(draw(st.lists(events(), max_size=8)), start=2):
        event = replace(told, id=1000 + rank)
        change = Change(rank, ChangeKind.MODIFY, "Nadia", 2, START, (event,))
        people = [each for each in changes if each.kind is not ChangeKind.IMPORT]
        takes_back: bool = draw(st.booleans())
        if people and takes_back:
            undone = draw(st.sampled_from(people)).id
            change = replace(change, kind=ChangeKind.UNDO, undoes=undone)
        changes.append(change)
    return changes


def brought_up_to_date(changes: Sequence[Change], day: date | None) -> Snapshot:
    snapshot = snapshot_at(PLAN, changes[:1], day)
    for length in range(2, len(changes) + 1):
        told = changes[:length]
        snapshot = snapshot.after(told) or snapshot_at(PLAN, told, day)
    return snapshot


@settings(max_examples=60, deadline=None)
@given(histories(), st.sampled_from((None, FIRST, FIRST + timedelta(days=150))))
def test_brought_up_to_date_is_made_from_scratch(changes: list[Change], day: date | None) -> None:
    assert brought_up_to_date(changes, day) == snapshot_at(PLAN, changes, day)


def test_only_what_was_touched_is_made_anew() -> None:
    remark = Event(999, 4, 1, EventField.REMARK, "", "Une remarque", FIRST)
    changes = [document(), Change(2, ChangeKind.MODIFY, "Nadia", 2, START, (remark,))]
    before = snapshot_at(PLAN, changes[:1])
    after = before.after(changes)
    assert after is not None
    assert after.measure(4).volets[0].remark_of(None) == "Une remarque"
    assert all(after.measure(n) is before.measure(n) for n in range(1, 23) if n != 4)


def test_an_indicator_asks_for_the_whole_plan_again() -> None:
    added = indicator_text(replace(PLAN.indicators[0], key="nouveau", label="nouveau repère"))
    event = Event(999, 4, None, EventField.INDICATOR, None, added, FIRST, subject="nouveau")
    changes = [document(), Change(2, ChangeKind.MODIFY, "Nadia", 2, START, (event,))]
    assert snapshot_at(PLAN, changes[:1]).after(changes) is None
