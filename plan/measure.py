"""A measure as it stands at a date: its definition with the history folded in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from plan.definition import Axis, MeasureDefinition, PlanDefinition, VoletDefinition
from plan.errors import NothingRecordedError
from plan.history import Change, ChangeKind, Event, EventField, events_at
from plan.indicator import Indicator
from plan.money import Amount
from plan.organisation import PrintedOrganisation
from plan.source import Fact, Source
from plan.state import Cause, State, combined_state


@dataclass(frozen=True, slots=True)
class Statement:
    """A value somebody recorded, for an MO or (None) for the whole volet."""

    organisation: str | None
    value: str
    as_of: date
    change: Change


@dataclass(frozen=True, slots=True)
class Volet:
    """A volet at a date. `states` has several members only where MOs tell different states."""

    definition: VoletDefinition
    states: tuple[Statement, ...]
    remarks: tuple[Statement, ...]
    cause: Cause | None = None

    @property
    def position(self) -> int:
        """The row in the measure, from 1."""
        return self.definition.position

    @property
    def label(self) -> str:
        """A name of a few words."""
        return self.definition.label

    @property
    def organisations(self) -> tuple[PrintedOrganisation, ...]:
        """The MOs its row prints."""
        return self.definition.organisations

    @property
    def source(self) -> Source:
        """Its place in the document."""
        return self.definition.source

    @property
    def state(self) -> State:
        """The one state told, or what follows from those that differ."""
        return combined_state(State(each.value) for each in self.states)

    def remark_of(self, organisation: str | None) -> str:
        """The remark kept for an MO (None: for the whole volet), or an empty text."""
        found = (each.value for each in self.remarks if each.organisation == organisation)
        return next(found, "")


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure at a date. `last_change` is the last one that is not the document's own."""

    definition: MeasureDefinition
    axis: Axis
    volets: tuple[Volet, ...]
    amounts: tuple[Amount, ...]
    indicators: tuple[Indicator, ...]
    facts: tuple[Fact, ...]
    first_state_on: date
    last_change: Change | None = None
    at: date | None = None

    @property
    def number(self) -> int:
        """Its official number."""
        return self.definition.number

    @property
    def title(self) -> str:
        """Its official title."""
        return self.definition.title

    @property
    def state(self) -> State:
        """Derived from its volets, never stored."""
        return combined_state(each.state for each in self.volets)

    @property
    def is_mixed(self) -> bool:
        """Tell whether its volets have different states: say so whenever the state is given."""
        return len({each.state for each in self.volets}) > 1

    @property
    def organisations(self) -> tuple[PrintedOrganisation, ...]:
        """The MOs of all its volets, each once, in printed order."""
        found: dict[str, PrintedOrganisation] = {}
        for volet in self.volets:
            for each in volet.organisations:
                found.setdefault(each.acronym, each)
        return tuple(found.values())


def measures_at(
    plan: PlanDefinition, changes: Sequence[Change], day: date | None = None
) -> tuple[Measure, ...]:
    """All the measures of a plan as of `day` (None: as last recorded), in order.

    Raises:
        NothingRecordedError: `day` is before the first recorded state.
    """
    standing = events_at(changes, day)
    by_measure: dict[int, list[tuple[Event, Change]]] = {}
    first: date | None = None
    for event, change in standing:
        by_measure.setdefault(event.measure, []).append((event, change))
        if event.field is EventField.STATE:
            first = event.as_of if first is None else min(first, event.as_of)
    if day is not None and first is None:
        raise NothingRecordedError(day, plan.first_state_on)
    return tuple(
        _measure_at(plan, definition, by_measure.get(definition.number, []), day)
        for definition in plan.measures
    )


def _measure_at(
    plan: PlanDefinition,
    definition: MeasureDefinition,
    standing: Sequence[tuple[Event, Change]],
    day: date | None,
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
        amounts=tuple(
            each
            for each in plan.amounts
            if each.measure == number and (day is None or each.as_of <= day)
        ),
        indicators=tuple(
            _indicator_at(each, standing, day) for each in plan.indicators if each.measure == number
        ),
        facts=tuple(each for each in plan.facts if each.measure == number),
        first_state_on=plan.first_state_on,
        last_change=max(changes, key=lambda each: each.id, default=None),
        at=day,
    )


def _volet_at(definition: VoletDefinition, standing: Iterable[tuple[Event, Change]]) -> Volet:
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
    )


def _states(told: dict[str | None, Statement]) -> tuple[Statement, ...]:
    """Keep one statement where all agree; MOs that spoke since speak for the volet."""
    of_organisations = [each for key, each in told.items() if key is not None]
    if not of_organisations:
        return tuple(told.values())
    if len({each.value for each in of_organisations}) == 1:
        return (max(of_organisations, key=lambda each: (each.as_of, each.change.id)),)
    return tuple(of_organisations)


def _indicator_at(
    indicator: Indicator, standing: Iterable[tuple[Event, Change]], day: date | None
) -> Indicator:
    """The indicator with the value reached at `day`; a value dated later is not told."""
    if day is not None and indicator.reached_on is not None and indicator.reached_on > day:
        indicator = replace(indicator, reached=None, reached_on=None)
    for event, _ in standing:
        if event.field is EventField.REACHED and event.subject == indicator.key:
            value = Decimal(event.new) if event.new else None
            indicator = replace(indicator, reached=value, reached_on=event.as_of)
    return indicator
