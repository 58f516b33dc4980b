"""Where the facts of an answer stand."""

from collections.abc import Iterator, Sequence

from plan.directory import DirectoryEntry
from plan.measure import Measure
from plan.money import Amount
from plan.questions.answering.answer import Answer
from plan.questions.answering.measures_told import (
    BodiesTold,
    ListTold,
    MeasuresTold,
    NameTold,
    TallyTold,
)
from plan.questions.answering.money_told import (
    AddedTold,
    AnnouncedTold,
    ComparedTold,
    DifferingTold,
    ReconciliationTold,
    TotalsTold,
)
from plan.questions.answering.told import ContactTold, EntryTold, FactTold, Told
from plan.source import Source


def sources_of(answer: Answer) -> Sequence[Source]:
    """The places of all that is told, the first told first."""
    return [source for told in answer.told for source in _of(told)]


def _of(told: Told) -> Iterator[Source]:
    match told:
        case FactTold():
            yield from (each.source for each in (told.fact, *told.others))
        case AddedTold():
            yield from (each.source for each in told.amounts)
        case TotalsTold():
            yield from (each.source for each in (*told.amounts, *told.shared))
        case ComparedTold():
            yield from (told.larger.source, told.smaller.source)
        case DifferingTold():
            yield from (told.other.source, told.amount.source)
        case AnnouncedTold():
            yield from [told.plan.announced_source] if told.plan.announced_source else []
        case ReconciliationTold():
            yield from (each.amount.source for each in told.found.committed.counted)
        case MeasuresTold() | TallyTold() | NameTold():
            for measure in told.measures[:1]:
                yield from _of_measure(measure)
        case BodiesTold():
            yield from _of_measure(told.measure)
        case ContactTold() | EntryTold():
            yield from told.entry.sources
        case ListTold():
            for thing in told.things:
                if isinstance(thing, DirectoryEntry):
                    yield from thing.sources
        case _:
            yield from _of_thing(told)


def _of_thing(told: Told) -> Iterator[Source]:
    for name in ("amount", "indicator", "measure", "thing"):
        thing = getattr(told, name, None)
        if isinstance(thing, Measure):
            yield from _of_measure(thing)
        elif isinstance(thing, Amount) or hasattr(thing, "source"):
            source = getattr(thing, "source", None)
            if isinstance(source, Source):
                yield source


def _of_measure(measure: Measure) -> Iterator[Source]:
    yield from (each.source for each in measure.volets[:1])
