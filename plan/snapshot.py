"""A plan as of a day: its definition with the history folded in."""

from collections.abc import Iterable, Mapping, Sequence
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
    """A plan at a day (None: as last recorded).

    `plan` has the amounts and indicators of that day, added ones included; `measures` are those
    whose every volet has a state by then.
    """

    plan: PlanDefinition
    day: date | None
    measures: tuple[Measure, ...]
    _all: tuple[Measure, ...]
    _standing: Mapping[int, Standing]

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
        """The measure that a change of that day starts from, even where no state is known yet."""
        return next(each for each in self._all if each.number == number)

    def untouched(self, standing: Mapping[int, Standing]) -> dict[int, Measure]:
        """The measures of which the same events stand, by number."""
        return {
            each.number: each
            for each in self._all
            if standing.get(each.number) == self._standing.get(each.number)
        }


def snapshot_at(
    definition: PlanDefinition,
    changes: Sequence[Change],
    day: date | None = None,
    before: Snapshot | None = None,
) -> Snapshot:
    """The plan as of `day` (None: as last recorded).

    Args:
        before: an earlier one of that definition and day: what no change touched is taken from it.
    """
    standing = events_at(changes, day)
    live = replace(
        definition,
        amounts=amounts_at(definition.amounts, standing, day),
        indicators=indicators_at(definition.indicators, standing, day),
    )
    by_measure: dict[int, list[tuple[Event, Change]]] = {}
    for pair in standing:
        by_measure.setdefault(pair[0].measure, []).append(pair)
    same = before.untouched(by_measure) if before else {}
    measures = tuple(
        same.get(each.number) or _measure_at(live, each, by_measure.get(each.number, []), day)
        for each in live.measures
    )
    known = tuple(each for each in measures if all(volet.states for volet in each.volets))
    return Snapshot(live, day, known, measures, by_measure)


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
    last: dict[EventField, dict[str | None, tuple[Event, Change]]] = {}
    for event, change in standing:
        of_field = last.setdefault(event.field, {})
        if event.field is EventField.STATE and event.organisation is None:
            of_field.clear()  # said for the whole volet: it settles what MOs told before
        of_field[event.organisation] = (event, change)
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
