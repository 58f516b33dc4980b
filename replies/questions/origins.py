"""Where the facts of an answer stand."""

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch

from plan.directory import DirectoryEntry
from plan.history import ChangeKind
from plan.indicator import Indicator
from plan.measure import Measure
from plan.questions.answering.answer import Answer
from plan.questions.answering.measures_told import (
    BodiesTold,
    ListTold,
    MeasuresTold,
    MeasureTold,
    NameTold,
    StateTold,
    TallyTold,
)
from plan.questions.answering.money_told import (
    AddedTold,
    AmountTold,
    AnnouncedTold,
    ComparedTold,
    DifferingTold,
    OverlapTold,
    PayersTold,
    ReconciliationTold,
    RemainderTold,
    SpanTold,
    TotalsTold,
)
from plan.questions.answering.told import (
    ContactTold,
    DayTold,
    EntryTold,
    FactTold,
    IndicatorTold,
    SaidTold,
)
from plan.source import Source


def sources_of(answer: Answer) -> Sequence[Source]:
    """The places of all that is told, the first told first."""
    return [source for told in answer.told for source in _sources(told)]


@singledispatch
def _sources(_told: object) -> Iterator[Source]:
    """What is counted or recorded here stands in no document."""
    return iter(())


@_sources.register
def _of_fact(told: FactTold) -> Iterator[Source]:
    return (each.source for each in (told.fact, *told.others))


@_sources.register
def _of_indicator(told: IndicatorTold) -> Iterator[Source]:
    return iter(_of_one(told.indicator))


@_sources.register
def _of_day(told: DayTold) -> Iterator[Source]:
    return iter(_of_one(told.thing) if isinstance(told.thing, Indicator) else ())


@_sources.register
def _of_amounts(told: AddedTold) -> Iterator[Source]:
    return (each.source for each in told.amounts)


@_sources.register
def _of_amount(told: AmountTold | PayersTold | OverlapTold | SpanTold) -> Iterator[Source]:
    yield told.amount.source


@_sources.register
def _of_remainder(told: RemainderTold) -> Iterator[Source]:
    return (each.source for each in (told.whole, *told.off))


@_sources.register
def _of_totals(told: TotalsTold) -> Iterator[Source]:
    return (each.source for each in (*told.amounts, *told.shared))


@_sources.register
def _of_two(told: ComparedTold) -> Iterator[Source]:
    yield from (told.larger.source, told.smaller.source)


@_sources.register
def _of_differing(told: DifferingTold) -> Iterator[Source]:
    yield from (told.other.source, told.amount.source)


@_sources.register
def _of_announced(told: AnnouncedTold) -> Iterator[Source]:
    if told.plan.announced_source:
        yield told.plan.announced_source


@_sources.register
def _of_reconciliation(told: ReconciliationTold) -> Iterator[Source]:
    return (each.amount.source for each in told.found.committed.counted)


@_sources.register
def _of_group(told: MeasuresTold | TallyTold | NameTold) -> Iterator[Source]:
    return _of_measures(told.measures[:1])


@_sources.register
def _of_measure(told: StateTold | MeasureTold | BodiesTold) -> Iterator[Source]:
    return _of_measures([told.measure])


@_sources.register
def _of_remark(told: SaidTold) -> Iterator[Source]:
    if told.said.statement.change.kind is ChangeKind.IMPORT:
        yield told.said.volet.source


@_sources.register
def _of_entry(told: ContactTold | EntryTold) -> Iterator[Source]:
    return iter(told.entry.sources)


@_sources.register
def _of_list(told: ListTold) -> Iterator[Source]:
    entries = [each for each in told.things if isinstance(each, DirectoryEntry)]
    yield from (source for each in entries for source in each.sources)
    yield from _of_measures([told.measure] if told.measure else [])


def _of_one(indicator: Indicator) -> Sequence[Source]:
    return [indicator.source] if indicator.source else []


def _of_measures(measures: Iterable[Measure]) -> Iterator[Source]:
    return (each.source for measure in measures for each in measure.volets[:1])
