"""« Combien de temps… », « sur combien d'années… »."""

import re
from collections.abc import Callable

from plan.indicator import Indicator
from plan.measure import Measure
from plan.money import Amount, Rhythm, paid_by
from plan.questions.answering.answer import Answer
from plan.questions.answering.facts.disagreements import fact_told
from plan.questions.answering.told.facts import IndicatorTold, YearsTold
from plan.questions.answering.told.money import SpanTold
from plan.questions.answering.told.told import Told
from plan.questions.finding.choice import fits
from plan.questions.finding.finder import Finder
from plan.questions.finding.index import Match
from plan.questions.finding.record import Record, Shelf
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.periods import told_periods
from plan.source import Fact
from plan.text import words

UNITS = frozenset({"an", "ans", "annees", "mois", "semaines"})
_PAID = re.compile(r"\b(?:financ|subvention|vers|octroy|pay|argent)\w*")
_OF_MONEY = 0.3
_MOST = 3  # amounts of one measure


def duration_answer(finder: Finder) -> Answer | None:
    """How long what is named lasts: the plan, the amounts of a measure, the fact that says it."""
    asked, plan = finder.asked, finder.snapshot.plan
    if finder.is_general:
        in_months = [each for each in finder.index.of(Shelf.FACT) if _is_in_months(each)]
        if asked.says("mois") and in_months:
            return Answer(asked, Kind.DURATION, (_told(in_months[0], finder),))
        return Answer(asked, Kind.DURATION, (YearsTold(plan),)) if plan.years else None
    if asked.bodies and not (finder.required or asked.measures):
        paid = paid_by(asked.bodies[0].acronym, plan.amounts)[0]
        told = tuple(SpanTold(each) for each in paid if _lasts(each))[:_MOST]
        return Answer(asked, Kind.DURATION, told) if told else None
    if asked.measures and not finder.required:
        told = tuple(_spans(finder.named_measures()))[:_MOST]
        return Answer(asked, Kind.DURATION, told) if told else None
    best = _lasting(finder)
    if best is None or not fits(best):
        return None
    return Answer(asked, Kind.DURATION, (_told(best.record, finder),), matches=(best,))


def _lasting(finder: Finder) -> Match | None:
    """What the words fit best of all that lasts; what is paid for lasts as long as its money."""
    ways = _SPANNING if finder.wants(Focus.SPAN) else _LASTING
    paid = _PAID.search(finder.asked.normal) is not None

    def suits(lasts: Callable[[Record], bool]) -> Callable[[Record], bool]:
        return lambda record: lasts(record) and finder.concerns_bodies(record)

    def fitness(match: Match) -> float:
        return match.score + (_OF_MONEY if paid and match.record.shelf is Shelf.AMOUNT else 0)

    if numbered := [
        each for each in finder.search(Shelf.INDICATOR, has_time) if finder.numbers & each.found
    ]:
        return numbered[0]
    firsts = [match for shelf, lasts in ways for match in finder.search(shelf, suits(lasts))[:1]]
    return max(firsts, key=fitness, default=None)


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


def tells_time(record: Record) -> bool:
    """Tell whether a record is a fact that says how long."""
    thing = record.thing
    return isinstance(thing, Fact) and not UNITS.isdisjoint(words(thing.value))


def _is_in_months(record: Record) -> bool:
    return isinstance(record.thing, Fact) and "mois" in words(record.thing.value)


def spans_years(record: Record) -> bool:
    """Tell whether a record says from when to when."""
    thing = record.thing
    if isinstance(thing, Fact):
        text = f"{thing.value} {thing.date}"
    else:
        text = thing.period if isinstance(thing, Amount | Indicator) else ""
    told = list(told_periods(text))
    return len(told) > 1 or any(each.first.year != each.last.year for each in told)


_SPANNING = tuple((shelf, spans_years) for shelf in (Shelf.AMOUNT, Shelf.FACT, Shelf.INDICATOR))
_LASTING = (
    (Shelf.AMOUNT, _record_lasts),
    (Shelf.FACT, tells_time),
    (Shelf.INDICATOR, has_time),
)
