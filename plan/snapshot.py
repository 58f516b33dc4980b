"""A plan as of a day: its definition with the history folded in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from plan.definition import MeasureDefinition, PlanDefinition, VoletDefinition
from plan.errors import NothingRecordedError
from plan.history import Change, ChangeKind, Event, EventField, events_at
from plan.measure import Measure, Statement, Volet
from plan.records import amounts_at, indicators_at
from plan.state import Cause

Standing = Sequence[tuple[Event, Change]]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A plan at a day. `plan` has the amounts and indicators of that day, added ones included."""

    plan: PlanDefinition
    measures: tuple[Measure, ...]

    def measure(self, number: int) -> Measure:
        """One of its measures."""
        return next(each for each in self.measures if each.number == number)


def snapshot_at(
    definition: PlanDefinition, changes: Sequence[Change], day: date | None = None
) -> Snapshot:
    """The plan as of `day` (None: as last recorded).

    Raises:
        NothingRecordedError: `day` is before the first recorded state.
    """
    standing = events_at(changes, day)
    if day is not None and all(event.field is not EventField.STATE for event, _ in standing):
        raise NothingRecordedError(day, definition.first_state_on)
    live = replace(
        definition,
        amounts=amounts_at(definition.amounts, standing, day),
        indicators=indicators_at(definition.indicators, standing, day),
    )
    by_measure: dict[int, list[tuple[Event, Change]]] = {}
    for pair in standing:
        by_measure.setdefault(pair[0].measure, []).append(pair)
    return Snapshot(
        live,
        tuple(
            _measure_at(live, each, by_measure.get(each.number, []), day) for each in live.measures
        ),
    )


def _measure_at(
    plan: PlanDefinition, definition: MeasureDefinition, standing: Standing, day: date | None
) -> Measure:
    number = definition.number
    changes = [change for _, change in standing if change.kind is not ChangeKind.IMPORT]
    return Measure(
        definition=definition,
        axis=next(axis for axis in plan.axes if axis.number == definition.axis),
        volets=tuple(
            _volet_at(volet, [pair for pair in standing if pair[0].volet == volet.position])
            for volet in definition.volets
        ),
        amounts=tuple(each for each in plan.amounts if each.measure == number),
        indicators=tuple(each for each in plan.indicators if each.measure == number),
        facts=tuple(each for each in plan.facts if each.measure == number),
        first_state_on=plan.first_state_on,
        last_change=max(changes, key=lambda each: each.id, default=None),
        at=day,
    )


def _volet_at(definition: VoletDefinition, standing: Standing) -> Volet:
    told: dict[EventField, dict[str | None, Statement]] = {}
    for event, change in standing:
        of_field = told.setdefault(event.field, {})
        if event.field is EventField.STATE and event.organisation is None:
            of_field.clear()  # said for the whole volet: it settles what MOs told before
        of_field[event.organisation] = Statement(
            event.organisation, event.new or "", event.as_of, change
        )
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
