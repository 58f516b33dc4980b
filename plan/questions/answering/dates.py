"""« Quand… », « jusqu'à quand… », « combien de temps… »."""

from collections.abc import Iterable
from datetime import date

from plan.definition import PlanDefinition
from plan.indicator import Indicator
from plan.money import Amount, Rhythm
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.told import (
    DayTold,
    FactTold,
    IndicatorTold,
    SpanTold,
    Told,
    YearsTold,
)
from plan.questions.finding.choice import FLOOR, best_of, cover, covered, fits
from plan.questions.finding.facts import Record, Shelf
from plan.questions.finding.finder import Finder
from plan.questions.finding.index import Match
from plan.questions.reading.asked import Focus, Kind
from plan.source import Document, Fact
from plan.state import State

_EVENTS = ("date", "document", "organisme")  # kinds of fact whose date is that of what they tell


def date_answer(finder: Finder) -> Answer | None:
    """The date of what is named; both where the documents do not agree."""
    asked = finder.asked
    if not finder.required:
        return _of_nothing(finder)

    def tells(record: Record) -> bool:
        return _is_event(record) and finder.concerns_bodies(record)

    matches = [*finder.search(Shelf.FACT, tells), *finder.search(Shelf.DOCUMENT, _is_dated)]
    if finder.wants(Focus.END, Focus.TARGET):
        matches += finder.search(Shelf.INDICATOR, _has_target)
    matches.sort(key=lambda each: -each.score)
    chosen = _of_the_plan(matches, finder) or best_of(matches)
    several = any(f" {word} " in asked.normal for word in ("et", "ou")) or "dates" in asked.normal
    if several:
        together = cover(matches, finder.terms)
        if len(together) > 1 and covered(together, finder.terms) >= FLOOR:
            chosen = together
    if not chosen:
        return _elsewhere(finder)
    told = tuple(dict.fromkeys(_told(each.record, finder) for each in chosen))
    told = without_contradictions(told)
    readings = len(told) > 1 and not several
    return Answer(asked, Kind.DATE, told[:5], readings=readings, matches=tuple(matches[:6]))


def _of_the_plan(matches: list[Match], finder: Finder) -> list[Match]:
    """« Quand le plan… »: the dates of no measure of it that fit, where some do."""
    if "plan" not in finder.asked.normal.split():
        return []
    return best_of([each for each in matches if each.record.measure is None])


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
    others = tuple(
        each
        for each in plan.facts
        if each.key in fact.contradicts and (kind is not Kind.DATE or each.date)
    )
    return FactTold(fact, others, kind)


def duration_answer(finder: Finder) -> Answer | None:
    """How long what is named lasts."""
    asked, plan = finder.asked, finder.snapshot.plan
    if finder.is_general:
        return Answer(asked, Kind.DURATION, (YearsTold(plan),)) if plan.years else None
    if asked.measures and not finder.required:
        spans = [a for m in finder.named_measures() for a in m.amounts if _lasts(a)]
        told = tuple(SpanTold(each) for each in spans[:3])
        return Answer(asked, Kind.DURATION, told) if told else None
    amounts = finder.search(Shelf.AMOUNT, _record_lasts)
    facts = finder.search(Shelf.FACT, _tells_time)
    figures = finder.search(Shelf.INDICATOR, _has_time)
    best = max([*amounts[:1], *facts[:1], *figures[:1]], key=lambda each: each.score, default=None)
    if best is None or not fits(best):
        return None
    thing = best.record.thing
    told_one: Told
    if isinstance(thing, Amount):
        told_one = SpanTold(thing)
    elif isinstance(thing, Indicator):
        told_one = IndicatorTold(thing)
    elif isinstance(thing, Fact):
        told_one = fact_told(thing, plan, Kind.DURATION)
    else:
        return None
    return Answer(asked, Kind.DURATION, (told_one,), matches=(best,))


def deadline_answer(finder: Finder) -> Answer | None:
    """The committee's own deadlines."""
    told = tuple(DayTold(each.title, each.day) for each in finder.ground.deadlines[:3])
    if not told:
        return Answer(finder.asked, Kind.DEADLINE, missing=Missing(Gap.NO_DEADLINE))
    return Answer(finder.asked, Kind.DEADLINE, told)


def _of_nothing(finder: Finder) -> Answer | None:
    """No subject: the dates of a measure named by number, else deadlines, else the plan's own."""
    asked, plan = finder.asked, finder.snapshot.plan
    if asked.measures:
        dated = [
            fact_told(each.thing, plan, Kind.DATE)
            for each in finder.of_measures(Shelf.FACT)
            if isinstance(each.thing, Fact) and _is_event(each)
        ]
        undone = [each for each in finder.named_measures() if each.state is not State.DONE]
        if not dated or (undone and Kind.STATE in asked.kinds):
            measures = tuple(finder.named_measures())
            return Answer(
                asked, Kind.DATE, missing=Missing(Gap.NO_DATE, measures=measures), near=measures
            )
        told = without_contradictions(dated)
        return Answer(asked, Kind.DATE, told[:5], readings=len(told) > 1)
    if finder.wants(Focus.END) and not finder.required:
        ends: list[Told] = [DayTold(each.title, each.day) for each in finder.ground.deadlines]
        for each in plan.indicators:
            if each.target_on:
                ends.append(DayTold(each.label, each.target_on, each))
        readings = len(ends) > 1
        return Answer(asked, Kind.DATE, tuple(ends[:5]), readings=readings) if ends else None
    if finder.is_general:
        return Answer(asked, Kind.DATE, (DayTold(plan.title, plan.starts_on, plan),))
    return None


def _told(record: Record, finder: Finder) -> Told:
    thing = record.thing
    if isinstance(thing, Indicator) and thing.target_on:
        return DayTold(thing.label, thing.target_on, thing)
    if isinstance(thing, Document):
        return DayTold(thing.title, date.max, thing)
    assert isinstance(thing, Fact)
    return fact_told(thing, finder.snapshot.plan, Kind.DATE)


def _elsewhere(finder: Finder) -> Answer | None:
    """No dated fact: the time of an amount that is named, or a refusal where the measure is."""
    amounts = best_of(finder.search(Shelf.AMOUNT, _has_period))
    if amounts and isinstance(amounts[0].record.thing, Amount):
        told = SpanTold(amounts[0].record.thing)
        return Answer(finder.asked, Kind.DATE, (told,), matches=tuple(amounts))
    indicators = best_of(finder.search(Shelf.INDICATOR, _has_time))
    if indicators and isinstance(indicators[0].record.thing, Indicator):
        told_one = IndicatorTold(indicators[0].record.thing)
        return Answer(finder.asked, Kind.DATE, (told_one,), matches=tuple(indicators))
    if finder.unknown:
        return None
    measures = tuple(each.measure for each in finder.measures_meant())[:3]
    if not measures:
        return None
    missing = Missing(Gap.NO_DATE, measures=measures)
    return Answer(finder.asked, Kind.DATE, missing=missing, near=measures)


def _is_event(record: Record) -> bool:
    return (
        isinstance(record.thing, Fact) and bool(record.thing.date) and record.thing.kind in _EVENTS
    )


def _is_dated(record: Record) -> bool:
    return isinstance(record.thing, Document) and bool(record.thing.date)


def _has_target(record: Record) -> bool:
    return isinstance(record.thing, Indicator) and record.thing.target_on is not None


def _has_time(record: Record) -> bool:
    return isinstance(record.thing, Indicator) and bool(record.thing.period)


def _has_period(record: Record) -> bool:
    return isinstance(record.thing, Amount) and bool(record.thing.period)


def _lasts(amount: Amount) -> bool:
    return bool(amount.years or amount.period) and amount.rhythm is not Rhythm.ONCE


def _record_lasts(record: Record) -> bool:
    return isinstance(record.thing, Amount) and _lasts(record.thing)


def _tells_time(record: Record) -> bool:
    if not isinstance(record.thing, Fact):
        return False
    told = f" {record.thing.value.casefold()} "
    return any(unit in told for unit in (" ans ", " mois ", " années ", " an ", " semaines "))


def best_fact(matches: Iterable[Match]) -> Fact | None:
    """The fact of the best match."""
    return next(
        (each.record.thing for each in matches if isinstance(each.record.thing, Fact)), None
    )
