"""« Quand… », « jusqu'à quand… »."""

from datetime import date

from plan.indicator import Indicator
from plan.money import Amount
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.facts.disagreements import fact_told, without_contradictions
from plan.questions.answering.facts.durations import has_time, spans_years, tells_time
from plan.questions.answering.facts.plan_dates import asks_of_launch, launch, of_no_subject
from plan.questions.answering.facts.remarks import sums_told
from plan.questions.answering.measures.committee import named_deadlines
from plan.questions.answering.told.facts import DayTold, IndicatorTold
from plan.questions.answering.told.money import SpanTold
from plan.questions.answering.told.told import Told
from plan.questions.finding.choice import (
    FLOOR,
    SURE,
    TIE,
    as_well_elsewhere,
    best_of,
    cover,
    covered,
)
from plan.questions.finding.finder import Finder
from plan.questions.finding.index import Match, things
from plan.questions.finding.record import Record, Shelf
from plan.questions.reading.asked import Focus, Kind
from plan.source import Document, Fact
from plan.state import State
from plan.text import number_in_words, words

_EVENTS = ("date", "document", "organisme")  # kinds of fact whose date is that of what they tell
_WITH_SUM = 0.35  # coverage that a date told of the sum asked about needs
_ENDS = frozenset({"fin", "limite", "cloture", "echeance"})
_MOST = 5  # dates told, at most


def date_answer(finder: Finder) -> Answer | None:
    """The date of what is named; both where the documents do not agree."""
    asked = finder.asked
    if not asked.measures and (due := named_deadlines(finder)):
        return due
    if not finder.required:
        return _of_measures(finder) if asked.measures else of_no_subject(finder)

    matches = _dated(finder)
    several = asked.says("et", "ou", "dates")
    chosen = _all_sides(matches, finder) if several else []
    chosen = chosen or _best(matches, finder)
    if not chosen:
        return _elsewhere(finder)
    if finder.wants(Focus.END, Focus.TARGET):  # « avant quand »: the day aimed at, where one is
        chosen = [each for each in chosen if _has_target(each.record)] or chosen
    if finder.wants(Focus.END):
        chosen = [each for each in chosen if _is_an_end(each.record)] or chosen
    told = without_contradictions(dict.fromkeys(_told(each.record, finder) for each in chosen))
    readings = len(told) > 1 and not several
    return Answer(asked, Kind.DATE, told[:_MOST], readings=readings, matches=tuple(matches[:6]))


def _dated(finder: Finder) -> list[Match]:
    """What has a date and holds some of the words, best first."""

    def tells(record: Record) -> bool:
        return _is_event(record) and finder.concerns_bodies(record)

    matches = [*finder.search(Shelf.FACT, tells), *finder.search(Shelf.DOCUMENT, _is_dated)]
    if finder.wants(Focus.END, Focus.TARGET):
        matches += finder.search(Shelf.INDICATOR, _has_target)
    return sorted(matches, key=lambda each: -each.score)


def _best(matches: list[Match], finder: Finder) -> list[Match]:
    """Those of the number, of the sum or of the plan asked about, else those that fit best."""
    marked = _of_the_number(finder) or _of_the_sum(matches, finder) or _of_the_plan(matches, finder)
    best = best_of(matches, SURE if finder.unknown else FLOOR)
    return marked or [*best, *as_well_elsewhere(best, matches)]


def _all_sides(matches: list[Match], finder: Finder) -> list[Match]:
    """« Quand X et quand Y »: a date of each."""
    together = cover(matches, finder.terms)
    enough = len(together) > 1 and covered(together, finder.terms) >= FLOOR
    return together if enough else []


def _of_the_plan(matches: list[Match], finder: Finder) -> list[Match]:
    """« Quand le plan… »: the dates of no measure of it that fit, where some do."""
    if not finder.asked.says("plan"):
        return []
    return best_of([each for each in matches if each.record.measure is None])


def _of_the_number(finder: Finder) -> list[Match]:
    """« Les 23 entreprises, en date du? »: when the indicator that holds the number was read."""
    spoken = {word for word in finder.asked.words if (number_in_words(word) or 0) > 3}
    if not spoken:
        return []
    found = [each for each in finder.search(Shelf.INDICATOR, _is_timed) if spoken <= each.found]
    return best_of(found)


def _of_the_sum(matches: list[Match], finder: Finder) -> list[Match]:
    """« Quand s'est-on engagé pour les 300 000 $ »: the dates told of that very sum."""
    wanted = {each.cents for each in finder.asked.sums}
    if not wanted:
        return []
    held = [m for m in matches if wanted <= sums_told(m.record.own)]
    return [each for each in held if each.coverage >= max(_WITH_SUM, held[0].coverage - TIE)]


def _of_measures(finder: Finder) -> Answer:
    """The dates of measures; when one that is not done will begin or end is told by none."""
    asked = finder.asked
    measures = tuple(finder.named_measures())
    facts = [
        each.thing
        for each in finder.of_measures(Shelf.FACT)
        if isinstance(each.thing, Fact) and _is_event(each)
    ]
    undone = any(each.state is not State.DONE for each in measures)
    if not facts or (undone and Kind.STATE in asked.kinds):
        missing = Missing(Gap.NO_DATE, measures=measures)
        return Answer(asked, Kind.DATE, missing=missing, near=measures)
    dated = [fact_told(each, finder.snapshot.plan, Kind.DATE) for each in facts]
    told = without_contradictions(dated)
    return Answer(asked, Kind.DATE, told[:_MOST], readings=len(told) > 1)


def _told(record: Record, finder: Finder) -> Told:
    thing = record.thing
    if isinstance(thing, Indicator):
        aimed = thing.target_on if finder.wants(Focus.END, Focus.TARGET) else None
        return DayTold(thing.label, aimed, thing) if aimed else IndicatorTold(thing)
    if isinstance(thing, Document):
        return DayTold(thing.title, date.max, thing)
    assert isinstance(thing, Fact)
    return fact_told(thing, finder.snapshot.plan, Kind.DATE)


def _elsewhere(finder: Finder) -> Answer | None:
    """No dated fact: the time of an amount that is named, or a refusal where the measure is."""
    timed = best_of(finder.search(Shelf.FACT, tells_time))
    found = best_of(finder.search(Shelf.AMOUNT, _has_period))
    if timed and not (found and found[0].score > timed[0].score):
        return _within_a_time(timed, finder)
    if amounts := things(found, Amount):
        return Answer(finder.asked, Kind.DATE, (SpanTold(amounts[0]),), matches=tuple(found))
    found = best_of(finder.search(Shelf.INDICATOR, has_time))
    if indicators := things(found, Indicator):
        told = IndicatorTold(indicators[0])
        return Answer(finder.asked, Kind.DATE, (told,), matches=tuple(found))
    return _spanning(finder) or _undated(finder)


def _within_a_time(found: list[Match], finder: Finder) -> Answer:
    """« Quand la recherche sera-t-elle faite »: no date is told, but the time it takes."""
    told = [fact_told(each, finder.snapshot.plan, Kind.DURATION) for each in things(found, Fact)]
    return Answer(finder.asked, Kind.DATE, tuple(told[:1]), matches=tuple(found))


def _spanning(finder: Finder) -> Answer | None:
    """« Quand finit la stratégie 2009-2014 »: a name tells its years."""
    found = best_of(finder.search(Shelf.FACT, spans_years))
    told = [fact_told(each, finder.snapshot.plan, Kind.DATE) for each in things(found, Fact)]
    return Answer(finder.asked, Kind.DATE, tuple(told[:1]), matches=tuple(found)) if told else None


def _undated(finder: Finder) -> Answer | None:
    """The launch of the plan, or a refusal where a measure is named."""
    if asks_of_launch(finder):
        return launch(finder)
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


def _is_an_end(record: Record) -> bool:
    return isinstance(record.thing, Fact) and not _ENDS.isdisjoint(words(record.thing.label))


def _is_dated(record: Record) -> bool:
    return isinstance(record.thing, Document) and bool(record.thing.date)


def _is_timed(record: Record) -> bool:
    thing = record.thing
    return isinstance(thing, Indicator) and bool(thing.period or thing.reached_on)


def _has_target(record: Record) -> bool:
    return isinstance(record.thing, Indicator) and record.thing.target_on is not None


def _has_period(record: Record) -> bool:
    return isinstance(record.thing, Amount) and bool(record.thing.period)
