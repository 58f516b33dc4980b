"""A plan as of a day: its definition with the history folded in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from plan.definition import MeasureDefinition, PlanDefinition, VoletDefinition
from plan.errors import NothingRecordedError
from plan.history import Change, ChangeKind, Event, EventField, events_at, in_order
from plan.indicator import Indicator
from plan.measure import Measure, Statement, Volet
from plan.money import Amount
from plan.records import amounts_at, indicators_at
from plan.source import Fact
from plan.state import Cause

Standing = Sequence[tuple[Event, Change]]
# What changes a measure's volets and nothing else of the plan.
_VOLETS_ONLY = frozenset(
    (EventField.STATE, EventField.REMARK, EventField.CAUSE, EventField.CONFIRMED)
)
_Part = TypeVar("_Part", Amount, Indicator, Fact)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A plan at a day (None: as last recorded).

    `plan` has the amounts and indicators of that day, added ones included; `measures` are those
    whose every volet has a state by then.
    """

    plan: PlanDefinition
    day: date | None
    measures: tuple[Measure, ...]
    _all: tuple[Measure, ...]
    _standing: Mapping[int, Standing]  # by measure
    _changes: int  # how many it was folded from

    def measure(self, number: int) -> Measure:
        """One of its measures.

        Raises:
            NothingRecordedError: its state is not known at that day.
        """
        for each in self.measures:
            if each.number == number:
                return each
        raise NothingRecordedError(self.day or self.plan.first_state_on, self.plan.first_state_on)

    def base(self, number: int) -> Measure:
        """The measure that a change of that day starts from, even where no state is known yet.

        Args:
            number: of one of the plan's measures.
        """
        return next(each for each in self._all if each.number == number)

    def after(self, changes: Sequence[Change]) -> "Snapshot | None":
        """The snapshot of the same day once these changes are recorded, its own among them.

        Only the measures that were touched are made anew. None where that is not enough: something
        was undone, or more than volets changed.
        """
        recorded = changes[self._changes :]
        told = [event for change in recorded for event in change.events]
        if any(each.kind is ChangeKind.UNDO for each in recorded) or any(
            each.field not in _VOLETS_ONLY for each in told
        ):
            return None
        added = _by_number(events_at(recorded, self.day))
        standing = dict(self._standing)
        for number, pairs in added.items():
            standing[number] = in_order([*standing.get(number, ()), *pairs])
        measures = tuple(
            _with(each, standing[each.number], added[each.number]) if each.number in added else each
            for each in self._all
        )
        return Snapshot(self.plan, self.day, _known(measures), measures, standing, len(changes))


def snapshot_at(
    definition: PlanDefinition, changes: Sequence[Change], day: date | None = None
) -> Snapshot:
    """The plan as of `day` (None: as last recorded)."""
    events = events_at(changes, None)
    standing = events if day is None else [pair for pair in events if pair[0].as_of <= day]
    live = replace(
        definition,
        amounts=amounts_at(definition.amounts, standing, day),
        indicators=indicators_at(definition.indicators, events, standing, day),
    )
    by_number, parts = _by_number(standing), _Parts(live)
    measures = tuple(
        _measure_at(parts, each, by_number.get(each.number, []), day) for each in live.measures
    )
    return Snapshot(live, day, _known(measures), measures, by_number, len(changes))


def _by_number(standing: Standing) -> dict[int, list[tuple[Event, Change]]]:
    found: dict[int, list[tuple[Event, Change]]] = {}
    for pair in standing:
        found.setdefault(pair[0].measure, []).append(pair)
    return found


def _known(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    return tuple(each for each in measures if all(volet.states for volet in each.volets))


class _Parts:
    """What a plan's measures are made of, looked up by number: a large plan has thousands."""

    def __init__(self, plan: PlanDefinition) -> None:
        self.first_state_on = plan.first_state_on
        self.axes = {each.number: each for each in plan.axes}
        self.amounts = _by_measure(plan.amounts)
        self.indicators = _by_measure(plan.indicators)
        self.facts = _by_measure(plan.facts)


def _by_measure(parts: Iterable[_Part]) -> dict[int | None, list[_Part]]:
    found: dict[int | None, list[_Part]] = {}
    for each in parts:
        found.setdefault(each.measure, []).append(each)
    return found


def _measure_at(
    parts: _Parts, definition: MeasureDefinition, standing: Standing, day: date | None
) -> Measure:
    number = definition.number
    return Measure(
        definition=definition,
        axis=parts.axes[definition.axis],
        volets=_volets_at(definition, standing),
        amounts=tuple(parts.amounts.get(number, ())),
        indicators=tuple(parts.indicators.get(number, ())),
        facts=tuple(parts.facts.get(number, ())),
        first_state_on=parts.first_state_on,
        last_change=_last_change(standing),
        at=day,
    )


def _with(measure: Measure, standing: Standing, added: Standing) -> Measure:
    """The same measure where these events stand, some `added` just now; the rest unchanged."""
    return replace(
        measure,
        volets=_volets_at(measure.definition, standing),
        last_change=_last_change(added) or measure.last_change,
    )


def _last_change(standing: Standing) -> Change | None:
    changes = (change for _, change in standing if change.kind is not ChangeKind.IMPORT)
    return max(changes, key=lambda each: each.id, default=None)


def _volets_at(definition: MeasureDefinition, standing: Standing) -> tuple[Volet, ...]:
    return tuple(
        _volet_at(volet, [pair for pair in standing if pair[0].volet == volet.position])
        for volet in definition.volets
    )


def _volet_at(definition: VoletDefinition, standing: Standing) -> Volet:
    alone = len(definition.organisations) == 1
    last: dict[EventField, dict[str | None, tuple[Event, Change]]] = {}
    for event, change in standing:
        of_field = last.setdefault(event.field, {})
        if event.field is EventField.STATE and event.organisation is None:
            of_field.clear()  # said for the whole volet: it settles what MOs told before
        is_whole = alone and event.field is EventField.REMARK  # of the only MO: the volet's own
        of_field[None if is_whole else event.organisation] = (event, change)
    told = {
        field: {
            key: Statement(key, event.new or "", event.as_of, change)
            for key, (event, change) in of_field.items()
        }
        for field, of_field in last.items()
    }
    causes = told.get(EventField.CAUSE, {}).values()
    cause = max(causes, key=lambda each: (each.as_of, each.change.id), default=None)
    return Volet(
        definition=definition,
        states=_states(told.get(EventField.STATE, {})),
        remarks=tuple(each for each in told.get(EventField.REMARK, {}).values() if each.value),
        cause=Cause(cause.value) if cause and cause.value else None,
        confirmations=tuple(told.get(EventField.CONFIRMED, {}).values()),
    )


def _states(told: dict[str | None, Statement]) -> tuple[Statement, ...]:
    """Keep one statement where all agree; MOs that spoke since speak for the volet."""
    of_organisations: Iterable[Statement] = [each for key, each in told.items() if key is not None]
    if not of_organisations:
        return tuple(told.values())
    if len({each.value for each in of_organisations}) == 1:
        return (max(of_organisations, key=lambda each: (each.as_of, each.change.id)),)
    return tuple(of_organisations)
