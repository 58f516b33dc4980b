"""What is told of a thing that fits, where nothing says what is wanted of it."""

from datetime import date
from functools import singledispatch

from plan.definition import Axis
from plan.directory import DirectoryEntry
from plan.indicator import Indicator
from plan.measure import Measure
from plan.money import Amount
from plan.organisation import Organisation
from plan.questions.answering.facts.disagreements import fact_told
from plan.questions.answering.told.facts import DayTold, EntryTold, IndicatorTold
from plan.questions.answering.told.measures import MeasureTold, NameTold, StateTold, TallyTold
from plan.questions.answering.told.money import AmountTold
from plan.questions.answering.told.told import Told
from plan.questions.finding.finder import Finder
from plan.questions.finding.groups import measures_in, measures_of
from plan.questions.finding.record import EntrySection, MeasureVolet, Thing
from plan.questions.reading.asked import Kind
from plan.source import Document, Fact


@singledispatch
def thing_told(thing: Thing, finder: Finder) -> Told:  # noqa: ARG001 - those that follow use it
    """What answers a question by one thing alone."""
    raise TypeError(f"nothing tells a {type(thing).__name__}")


@thing_told.register
def _measure(thing: Measure, _finder: Finder) -> Told:
    return MeasureTold(thing)


@thing_told.register
def _volet(thing: MeasureVolet, _finder: Finder) -> Told:
    return StateTold(thing.measure, thing.volet)


@thing_told.register
def _amount(thing: Amount, _finder: Finder) -> Told:
    return AmountTold(thing)


@thing_told.register
def _indicator(thing: Indicator, _finder: Finder) -> Told:
    return IndicatorTold(thing)


@thing_told.register
def _fact(thing: Fact, finder: Finder) -> Told:
    return fact_told(thing, finder.snapshot.plan, Kind.ANYTHING)


@thing_told.register
def _organisation(thing: Organisation, finder: Finder) -> Told:
    return NameTold(measures_of(thing, finder.snapshot), thing)


@thing_told.register
def _entry(thing: DirectoryEntry, _finder: Finder) -> Told:
    return EntryTold(thing)


@thing_told.register
def _section(thing: EntrySection, _finder: Finder) -> Told:
    return EntryTold(thing.entry, section=thing.section)


@thing_told.register
def _axis(thing: Axis, finder: Finder) -> Told:
    return TallyTold(measures_in(thing, finder.snapshot), thing)


@thing_told.register
def _document(thing: Document, _finder: Finder) -> Told:
    return DayTold(thing.title, date.max, thing)
