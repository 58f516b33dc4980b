"""« Combien de temps… », « sur combien d'années… »."""

from plan.indicator import Indicator
from plan.measure import Measure
from plan.money import Amount, Rhythm
from plan.questions.answering.answer import Answer
from plan.questions.answering.disagreements import fact_told
from plan.questions.answering.money_told import SpanTold
from plan.questions.answering.told import IndicatorTold, Told, YearsTold
from plan.questions.finding.choice import fits
from plan.questions.finding.finder import Finder
from plan.questions.finding.record import Record, Shelf
from plan.questions.reading.asked import Kind
from plan.source import Fact
from plan.text import words

UNITS = frozenset({"an", "ans", "annees", "mois", "semaines"})
_MOST = 3  # amounts of one measure


def duration_answer(finder: Finder) -> Answer | None:
    """How long what is named lasts: the plan, the amounts of a measure, the fact that says it."""
    asked, plan = finder.asked, finder.snapshot.plan
    if finder.is_general:
        return Answer(asked, Kind.DURATION, (YearsTold(plan),)) if plan.years else None
    if asked.measures and not finder.required:
        told = tuple(_spans(finder.named_measures()))[:_MOST]
        return Answer(asked, Kind.DURATION, told) if told else None
    firsts = [match for shelf, lasts in _LASTING for match in finder.search(shelf, lasts)[:1]]
    best = max(firsts, key=lambda each: each.score, default=None)
    if best is None or not fits(best):
        return None
    return Answer(asked, Kind.DURATION, (_told(best.record, finder),), matches=(best,))


def _spans(measures: list[Measure]) -> list[SpanTold]:
    return [SpanTold(each) for measure in measures for each in measure.amounts if _lasts(each)]


def _told(record: Record, finder: Finder) -> Told:
    thing = record.thing
    if isinstance(thing, Amount):
        return SpanTold(thing)
    if isinstance(thing, Indicator):
        return IndicatorTold(thing)
    assert isinstance(thing, Fact)
    return fact_told(thing, finder.snapshot.plan, Kind.DURATION)


def _lasts(amount: Amount) -> bool:
    return bool(amount.years or amount.period) and amount.rhythm is not Rhythm.ONCE


def _record_lasts(record: Record) -> bool:
    return isinstance(record.thing, Amount) and _lasts(record.thing)


def has_time(record: Record) -> bool:
    """Tell whether a record is an indicator that says over what time it was reached."""
    return isinstance(record.thing, Indicator) and bool(record.thing.period)


def _tells_time(record: Record) -> bool:
    thing = record.thing
    return isinstance(thing, Fact) and not UNITS.isdisjoint(words(thing.value))


_LASTING = (
    (Shelf.AMOUNT, _record_lasts),
    (Shelf.FACT, _tells_time),
    (Shelf.INDICATOR, has_time),
)
