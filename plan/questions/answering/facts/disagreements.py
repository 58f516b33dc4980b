"""Facts that contradict one another are told together, once."""

from collections.abc import Iterable

from plan.definition import PlanDefinition
from plan.questions.answering.told.facts import FactTold
from plan.questions.answering.told.told import Told
from plan.questions.reading.asked import Kind
from plan.source import Fact


def without_contradictions(told: Iterable[Told]) -> tuple[Told, ...]:
    """Leave out what another that is told already sets beside itself."""
    kept: list[Told] = []
    beside: set[str] = set()
    dates: set[tuple[int | None, str]] = set()
    for each in told:
        if isinstance(each, FactTold):
            same_day = (each.fact.measure, each.fact.date)
            of_dates = each.kind is Kind.DATE and each.fact.date
            if each.fact.key in beside or (of_dates and same_day in dates):
                continue
            dates.add(same_day)
            beside |= {other.key for other in each.others}
        kept.append(each)
    return tuple(kept)


def fact_told(fact: Fact, plan: PlanDefinition, kind: Kind) -> FactTold:
    """A fact with those that contradict it."""
    every = plan.facts if fact.contradicts else ()
    others = tuple(
        each
        for each in every
        if each.key in fact.contradicts and (kind is not Kind.DATE or each.date)
    )
    return FactTold(fact, others, kind)
