"""What a plan's definition counts, and what in it cannot be true together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plan.amount_consistency import AddsUp, amount_problems
from plan.definition import MeasureDefinition, PlanDefinition, VoletDefinition
from plan.indicator import Indicator
from plan.problem import Problem
from plan.source_consistency import fact_problems, source_problems
from plan.state import State, combined_state


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a plan holds."""

    axes: int
    measures: int
    volets: int
    states: Mapping[State, int]  # of measures
    organisations: int
    amounts: int
    indicators: int
    facts: int
    documents: int

    def __str__(self) -> str:
        states = ", ".join(f"{number} {state.value}" for state, number in self.states.items())
        return (
            f"{self.axes} axes, {self.measures} measures ({states}), {self.volets} volets, "
            f"{self.organisations} organisations, {self.amounts} amounts, "
            f"{self.indicators} indicators, {self.facts} facts, {self.documents} documents"
        )


def counts(plan: PlanDefinition) -> Counts:
    """Count a plan's contents; the reference plan has 5 axes, 22 measures, 30 volets."""
    states = Counter(
        combined_state(volet.state for volet in each.volets)
        for each in plan.measures
        if each.volets
    )
    return Counts(
        axes=len(plan.axes),
        measures=len(plan.measures),
        volets=sum(len(each.volets) for each in plan.measures),
        states={state: states[state] for state in State},
        organisations=len(plan.organisations),
        amounts=len(plan.amounts),
        indicators=len(plan.indicators),
        facts=len(plan.facts),
        documents=len(plan.documents),
    )


def problems(plan: PlanDefinition, adds_up: AddsUp | None = None) -> list[Problem]:
    """All that is wrong, in the plan's order; `adds_up` as for `amount_problems`."""
    return [
        *_plan(plan),
        *_organisations(plan),
        *(problem for each in plan.measures for problem in _measure(plan, each)),
        *amount_problems(plan, adds_up or {}),
        *(problem for each in plan.indicators for problem in _indicator(plan, each)),
        *fact_problems(plan),
        *source_problems(plan),
    ]


def _plan(plan: PlanDefinition) -> Iterator[Problem]:
    if plan.first_state_on < plan.starts_on:
        yield Problem("date_before_start", "plan", f"first state on {plan.first_state_on}")
    if plan.announced_total is not None and plan.announced_source is None:
        yield Problem("source_missing", "plan", "announced total")
    yield from _numbering("axis", [each.number for each in plan.axes])
    yield from _numbering("measure", [each.number for each in plan.measures])
    for axis in plan.axes:
        if not any(each.axis == axis.number for each in plan.measures):
            yield Problem("axis_without_measure", f"axis {axis.number}")
    for kind, keys in (
        ("amount", [each.key for each in plan.amounts]),
        ("indicator", [each.key for each in plan.indicators]),
        ("fact", [each.key for each in plan.facts]),
        ("document", [each.key for each in plan.documents]),
        ("organisation", [each.acronym for each in plan.organisations]),
    ):
        yield from (Problem("key_twice", key, kind) for key in _repeated(keys))


def _numbering(what: str, numbers: list[int]) -> Iterator[Problem]:
    """Numbers run from 1 without a gap, in order."""
    yield from (Problem("number_twice", f"{what} {each}") for each in _repeated(numbers))
    missing = sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
    yield from (Problem("number_missing", f"{what} {each}") for each in missing)
    if numbers != sorted(numbers):
        yield Problem("out_of_order", what, ", ".join(map(str, numbers)))


def _organisations(plan: PlanDefinition) -> Iterator[Problem]:
    if plan.coordinator not in {each.acronym for each in plan.organisations}:
        yield Problem("unknown_organisation", "plan", plan.coordinator)
    names = [
        name.casefold()
        for each in plan.organisations
        for name in {each.acronym, each.name, *each.aliases}
    ]
    yield from (Problem("name_of_two", each, "organisations") for each in _repeated(names))


def _measure(plan: PlanDefinition, measure: MeasureDefinition) -> Iterator[Problem]:
    about = f"measure {measure.number}"
    if not measure.title.strip():
        yield Problem("title_missing", about)
    if measure.axis not in {each.number for each in plan.axes}:
        yield Problem("unknown_axis", about, str(measure.axis))
    if not measure.volets:
        yield Problem("volet_missing", about)
    positions = [each.position for each in measure.volets]
    if positions != list(range(1, len(positions) + 1)):
        yield Problem("positions_wrong", about, ", ".join(map(str, positions)))
    for volet in measure.volets:
        yield from _volet(plan, f"{about}, volet {volet.position}", volet)


def _volet(plan: PlanDefinition, about: str, volet: VoletDefinition) -> Iterator[Problem]:
    if not volet.remark.strip():
        yield Problem("remark_missing", about)
    if not volet.organisations:
        yield Problem("organisation_missing", about)
    known = {each.acronym: each for each in plan.organisations}
    for each in volet.organisations:
        if each.acronym not in known:
            yield Problem("unknown_organisation", about, each.acronym)
        elif not known[each.acronym].is_called(each.printed):
            yield Problem("unknown_name", about, f"{each.printed} for {each.acronym}")
        if each.printed not in volet.printed:
            yield Problem("not_printed", about, each.printed)


def _indicator(plan: PlanDefinition, indicator: Indicator) -> Iterator[Problem]:
    for whole in ("target", "out_of"):
        limit = getattr(indicator, whole)
        if limit is not None and indicator.reached is not None and indicator.reached > limit:
            yield Problem(f"reached_over_{whole}", indicator.key, f"{indicator.reached} > {limit}")
    if (indicator.reached is None) != (indicator.reached_on is None):
        yield Problem("reached_without_date_or_value", indicator.key)
    for day in (indicator.target_on, indicator.reached_on):
        if day is not None and day < plan.starts_on:
            yield Problem("date_before_start", indicator.key, str(day))
    if indicator.source is None:
        yield Problem("source_missing", indicator.key)


def _repeated(values: Iterable[object]) -> list[str]:
    return [str(value) for value, times in Counter(values).items() if times > 1]
