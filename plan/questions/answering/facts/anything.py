"""No way of asking was recognised: whatever fits the words best, or nothing."""

import re
from collections.abc import Sequence
from itertools import takewhile

from plan.indicator import Indicator
from plan.questions.answering.answer import Answer
from plan.questions.answering.facts.disagreements import fact_told, without_contradictions
from plan.questions.answering.facts.meaning import meaning_answer
from plan.questions.answering.facts.telling import thing_told
from plan.questions.answering.told.facts import FactTold
from plan.questions.answering.told.measures import MeasureTold
from plan.questions.answering.told.told import Told
from plan.questions.finding.choice import best_of
from plan.questions.finding.finder import Finder
from plan.questions.finding.index import Match
from plan.questions.finding.record import EntrySection, MeasureVolet, Record, Shelf, Thing
from plan.questions.finding.text_words import roots_of
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.patterns import pattern_of
from plan.questions.reading.periods import Period, told_periods
from plan.questions.reading.vocabulary import SOFT_ROOTS, root
from plan.questions.reading.word_lists import STOP
from plan.source import Document, Fact
from plan.text import number_in_words, words

_SURELY = 0.75  # coverage that a fact needs where nothing says what is wanted of it
_WHAT = re.compile(r"\bquel(?:le)?s? (?:est |sont |etait |etaient )?(?:les? |la )?([a-z]{3,})\b")
_FEW = pattern_of(r"quoi (?:\w+ ){0,2}(?:les|ses|ces|leurs) <FEW> (?P<noun>[a-z]{3,}s)")
_LABEL = 12  # characters that the labels of one list share
_MOST_READINGS = 5  # more facts than that fit what says too little
_SHELVES = (
    Shelf.FACT, Shelf.INDICATOR, Shelf.ENTRY, Shelf.MEASURE, Shelf.VOLET, Shelf.SECTION,
    Shelf.ORGANISATION, Shelf.AXIS, Shelf.DOCUMENT,
)  # fmt: skip


def anything_answer(finder: Finder) -> Answer | None:
    """The records that fit best, of any kind."""
    if not finder.required:
        return _of_nothing(finder)
    found = _fitting(finder)
    return _of_nothing(finder) if found is None and finder.asked.measures else found


def _fitting(finder: Finder) -> Answer | None:
    asked = finder.asked
    if finder.unknown or finder.wants(Focus.NEGATED, Focus.EXCEPT):
        return None
    matches = [match for shelf in _SHELVES for match in finder.search(shelf)[:5]]
    matches.sort(key=lambda each: -each.score)
    telling = [each for each in matches if _may_tell(each, finder)]
    few = _FEW.search(asked.normal)
    best = _what_is_asked(finder, few[1]) if few else []
    best = best or [each for each in telling if finder.is_called(each.record)]
    if not best and not all(root(each.word) in SOFT_ROOTS for each in finder.required):
        said = _WHAT.search(asked.normal)
        best = best_of(telling, _SURELY) or (_what_is_asked(finder, said[1]) if said else [])
    if len(best) > _MOST_READINGS:  # too little was said: what bears the words in its name
        best = [each for each in best if _bears(each.record, finder)]
    if not best or len(best) > _MOST_READINGS:
        return None
    close = [each for each in best if each.score >= best[0].score - 0.1]
    told = without_contradictions(
        dict.fromkeys(thing_told(each.record.thing, finder) for each in _distinct(close))
    )
    readings = len(told) > 1 and not _is_one_list(told)
    return Answer(asked, Kind.ANYTHING, told[:6], readings=readings, matches=tuple(matches[:6]))


def _what_is_asked(finder: Finder, noun: str) -> list[Match]:
    """« Quels pays… »: a fact whose label begins so tells it, though it holds less of the rest."""
    nouns = finder.about(*(each for each in finder.asked.words if each not in finder.asked.light))

    def begins_so(record: Record) -> bool:
        said = (each for each in words(record.own) if each not in STOP)
        first = next((each for each in said if number_in_words(each) is None), "")
        return root(first) == root(noun) and finder.concerns_bodies(record)

    return best_of(finder.search(Shelf.FACT, begins_so)) or best_of(
        nouns.search(Shelf.FACT, begins_so)
    )


def _of_nothing(finder: Finder) -> Answer | None:
    """No word says a subject: the measures or the MOs named."""
    if finder.asked.measures:
        named = finder.named_measures()
        told = tuple(MeasureTold(e, whole=len(named) == 1) for e in named[:_MOST_READINGS])
        return Answer(finder.asked, Kind.ANYTHING, told)
    return meaning_answer(finder) if finder.asked.bodies else _of_periods(finder)


def _of_periods(finder: Finder) -> Answer | None:
    """« En août 2009, il est arrivé quoi? »: what is dated so."""
    periods = [each for each in finder.asked.periods if each.has_year]
    plan = finder.snapshot.plan
    dated = [each for each in plan.facts if any(_is_within(each, period) for period in periods)]
    told = without_contradictions(fact_told(each, plan, Kind.DATE) for each in dated)
    return Answer(finder.asked, Kind.DATE, told[:_MOST_READINGS]) if periods and told else None


def _is_within(fact: Fact, period: Period) -> bool:
    told = told_periods(fact.date.replace("-", " "))
    return any(period.first <= each.first and each.last <= period.last for each in told)


def _is_figure(thing: Thing) -> bool:
    """Tell whether it is a number or a date, where names were asked."""
    return isinstance(thing, Indicator) or (
        isinstance(thing, Fact) and thing.kind in ("chiffre", "date")
    )


def _is_one_list(told: Sequence[Told]) -> bool:
    """Tell whether facts are the items of one list: of one measure, and labelled alike."""
    labels = [each.fact.label for each in told if isinstance(each, FactTold)]
    numbers = {each.fact.measure for each in told if isinstance(each, FactTold)}
    return len(labels) == len(told) and len(numbers) == 1 and _alike_at_first(labels) >= _LABEL


def _alike_at_first(labels: Sequence[str]) -> int:
    """How many characters labels begin with in common."""
    return len(list(takewhile(lambda letters: len(set(letters)) == 1, zip(*labels, strict=False))))


def _may_tell(match: Match, finder: Finder) -> bool:
    """Leave out what only mentions the words: an item of a list by one word, another MO's fact."""
    thing = match.record.thing
    is_list = match.record.shelf is Shelf.SECTION
    if is_list and (len(finder.required) < 2 or finder.wants(Focus.ISSUES)):
        return False
    if finder.wants(Focus.NAMES) and (
        _is_figure(thing)
        or not finder.numbers <= match.own_found
        or not _names_what_is_asked(match, finder)
    ):
        return False
    if {Focus.NAMES, Focus.WHO_DID} <= finder.asked.focus:
        return isinstance(thing, Fact) and bool(thing.value and match.own_found)
    if isinstance(thing, Document) and not thing.date:
        return False
    if isinstance(thing, MeasureVolet) and not finder.is_in(thing.volet.label):
        return False
    return bool(match.own_found) and finder.concerns_bodies(match.record)


def _names_what_is_asked(match: Match, finder: Finder) -> bool:
    """« Les noms des projets »: what is told speaks of projects, not only of whose they are."""
    head = finder.asked.head
    return not head or root(head) in roots_of(match.record.own)


def _bears(record: Record, finder: Finder) -> bool:
    return record.shelf in (Shelf.FACT, Shelf.ENTRY, Shelf.MEASURE) and any(
        finder.is_in(name) for name in record.names
    )


def _distinct(matches: list[Match]) -> list[Match]:
    """One record a measure, or a list of an entry, at most: parts do not hide the rest."""
    seen: set[tuple[Shelf, int | None, str]] = set()
    kept = []
    for each in matches:
        thing = each.record.thing
        title = (
            f"{thing.entry.key} {thing.section.title}" if isinstance(thing, EntrySection) else ""
        )
        key = (each.record.shelf, each.record.measure, title or each.record.own[:40])
        if key not in seen:
            seen.add(key)
            kept.append(each)
    return kept
