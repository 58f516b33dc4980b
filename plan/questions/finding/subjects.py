"""The measures that a question may be about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plan.measure import Measure
from plan.questions.finding.index import Match
from plan.questions.finding.record import MeasureVolet


@dataclass(frozen=True, slots=True)
class Subject:
    """A measure that the question may be about, or one volet of it."""

    measure: Measure
    match: Match
    volet: MeasureVolet | None = None


def counted_as_well(best: Sequence[Subject], is_in: Callable[[str], bool]) -> list[Subject]:
    """« Les recherches »: of a volet of the best, and what an indicator of others counts.

    Args:
        is_in: tells whether what was asked is in a text.
    """
    top = best[0]
    if top.volet is None or is_in(f"{top.measure.title} {top.measure.definition.short}"):
        return []
    return [
        each
        for each in best[1:]
        if any(is_in(indicator.label.split()[0]) for indicator in each.measure.indicators)
    ]
