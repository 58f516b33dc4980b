"""No way of asking was recognised: whatever fits the words best, or nothing."""

from collections.abc import Sequence
from datetime import date
from os.path import commonprefix

from plan.definition import Axis
from plan.directory import DirectoryEntry
from plan.indicator import Indicator
from plan.measure import Measure
from plan.money import Amount
from plan.organisation import Organisation
from plan.questions.answering.answer import Answer
from plan.questions.answering.dates import fact_told, without_contradictions
from plan.questions.answering.names import meaning_answer
from plan.questions.answering.told import (
    AmountTold,
    DayTold,
    EntryTold,
    FactTold,
    IndicatorTold,
    MeasureTold,
    NameTold,
    StateTold,
    TallyTold,
    Told,
)
from plan.questions.finding.choice import best_of
from plan.questions.finding.facts import EntrySection, MeasureVolet, Record, Shelf, Thing
from plan.questions.finding.finder import Finder
from plan.questions.finding.index import Match
from plan.questions.finding.lexicon import roots_of
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.vocabulary import SOFT_ROOTS, root
from plan.source import Document, Fact

_MOST_READINGS = 5  # more facts than that fit what says too little
_SHELVES = (
    Shelf.FACT, Shelf.INDICATOR, Shelf.ENTRY, Shelf.MEASURE, Shelf.VOLET, Shelf.SECTION,
    Shelf.ORGANISATION, Shelf.AXIS, Shelf.DOCUMENT,
)  # fmt: skip


def anything_answer(finder: Finder) -> Answer | None:
    """The records that fit best, of any kind."""
    asked = finder.asked
    if asked.measures and not finder.required:
        told = tuple(MeasureTold(each) for each in finder.named_measures()[:4])
        return Answer(asked, Kind.ANYTHING, told)
    if asked.bodies and not finder.required:
        return meaning_answer(finder)
    if not finder.required or finder.unknown or finder.wants(Focus.NEGATED, Focus.EXCEPT):
        return None
    matches = [match for shelf in _SHELVES for match in finder.search(shelf)[:5]]
    matches.sort(key=lambda each: -each.score)
    telling = [each for each in matches if _may_tell(each, finder)]
    best = [each for each in telling if finder.is_called(each.record)]
    if not best and not all(root(each.word) in SOFT_ROOTS for each in finder.required):
        best = best_of(telling, 0.75)
    if len(best) > _MOST_READINGS:  # too little was said: what bears the words in its name
        best = [each for each in best if _bears(each.record, finder)]
    if not best or len(best) > _MOST_READINGS:
        return None
    close = [each for each in best if each.score >= best[0].score - 0.1]
    told = without_contradictions(
        dict.fromkeys(_told(each.record, finder) for each in _distinct(close))
    )
    readings = len(told) > 1 and not _is_one_list(told)
    return Answer(asked, Kind.ANYTHING, told[:6], readings=readings, matches=tuple(matches[:6]))


def _is_figure(thing: Thing) -> bool:
    """Tell whether it is a number or a date, where names were asked."""
    return isinstance(thing, Indicator) or (
        isinstance(thing, Fact) and thing.kind in ("chiffre", "date")
    )


def _is_one_list(told: Sequence[Told]) -> bool:
    """Tell whether facts are the items of one list: of one measure, and labelled alike."""
    labels = [each.fact.label for each in told if isinstance(each, FactTold)]
    numbers = {each.fact.measure for each in told if isinstance(each, FactTold)}
    return len(labels) == len(told) and len(numbers) == 1 and len(commonprefix(labels)) >= 12


def _may_tell(match: Match, finder: Finder) -> bool:
    """Leave out what only mentions the words: an item of a list by one word, another MO's fact."""
    thing = match.record.thing
    if match.record.shelf is Shelf.SECTION and len(finder.required) < 2:
        return False
    if finder.wants(Focus.NAMES) and _is_figure(thing):
        return False
    if isinstance(thing, Document) and not thing.date:
        return False
    if isinstance(thing, MeasureVolet) and not _is_in(thing.volet.label, finder):
        return False
    return bool(match.own_found) and finder.concerns_bodies(match.record)


def _bears(record: Record, finder: Finder) -> bool:
    return record.shelf in (Shelf.FACT, Shelf.ENTRY, Shelf.MEASURE) and any(
        _is_in(name, finder) for name in record.names
    )


def _is_in(label: str, finder: Finder) -> bool:
    held = roots_of(label)
    return all(any(each in held for each, _ in term.roots) for term in finder.required)


def _distinct(matches: list[Match]) -> list[Match]:
    """One record a measure and shelf at most: its volets do not hide the rest."""
    seen: set[tuple[Shelf, int | None, str]] = set()
    kept = []
    for each in matches:
        key = (each.record.shelf, each.record.measure, each.record.own[:40])
        if key not in seen:
            seen.add(key)
            kept.append(each)
    return kept


def _told(record: Record, finder: Finder) -> Told:
    thing: Thing = record.thing
    plan = finder.snapshot.plan
    match thing:
        case Measure():
            return MeasureTold(thing)
        case MeasureVolet():
            return StateTold(thing.measure, thing.volet)
        case Amount():
            return AmountTold(thing)
        case Indicator():
            return IndicatorTold(thing)
        case Fact():
            return fact_told(thing, plan, Kind.ANYTHING)
        case Organisation():
            measures = tuple(
                m
                for m in finder.snapshot.measures
                if any(o.acronym == thing.acronym for o in m.organisations)
            )
            return NameTold(thing, measures)
        case DirectoryEntry():
            return EntryTold(thing)
        case EntrySection():
            return EntryTold(thing.entry, section=thing.section)
        case Axis():
            of_axis = tuple(m for m in finder.snapshot.measures if m.axis == thing)
            return TallyTold(of_axis, axis=thing)
        case Document():
            return DayTold(thing.title, date.max, thing)
