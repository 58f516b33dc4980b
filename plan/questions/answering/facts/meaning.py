"""« C'est quoi… »: what a name or an acronym stands for."""

import re
from collections.abc import Sequence

from plan.directory import DirectoryEntry
from plan.questions.answering.answer import Answer
from plan.questions.answering.facts.directory import organisation_answer
from plan.questions.answering.facts.disagreements import fact_told
from plan.questions.answering.told.facts import EntryTold
from plan.questions.answering.told.measures import MeasureTold, NameTold, TallyTold
from plan.questions.answering.told.told import Told
from plan.questions.finding.choice import best_of
from plan.questions.finding.finder import Finder
from plan.questions.finding.groups import measures_in, measures_of
from plan.questions.finding.index import Match, things
from plan.questions.finding.record import Record, Shelf
from plan.questions.finding.text_words import roots_of
from plan.questions.reading.asked import Kind
from plan.source import Fact

_ACRONYM = re.compile(r"\([A-Z][A-Z-]+\)")
_BETWEEN = re.compile(r"\b(?:difference|entre|meme chose|pareil|vs)\b")
_BOTH = 2
_MOST = 5  # names told, at most


def meaning_answer(finder: Finder) -> Answer | None:
    """An MO, a measure, a name that a fact gives, an entry of the directory."""
    asked = finder.asked
    if finder.required and not (asked.bodies and finder.is_vague):
        if asked.measures:
            return None
        if _BETWEEN.search(asked.normal) and (both := _of_each_side(finder)):
            return both
        return _named_by_a_fact(finder) or _entries(finder) or organisation_answer(finder)
    told: tuple[Told, ...]
    if asked.measures:
        told = tuple(MeasureTold(each, whole=True) for each in finder.named_measures())
    elif asked.axes:
        axes = [each for each in finder.snapshot.plan.axes if each.number in asked.axes]
        told = tuple(TallyTold(measures_in(each, finder.snapshot), each) for each in axes)
    else:
        told = tuple(NameTold(measures_of(each, finder.snapshot), each) for each in asked.bodies)
    return Answer(asked, Kind.MEANING, told) if told else None


def _of_each_side(finder: Finder) -> Answer | None:
    """« La différence entre X et Y »: what each of them is, where both are told."""
    sides = [_named_by_a_fact(each) for each in finder.sides()]
    found = [each for each in sides if each is not None]
    if len(found) < _BOTH:
        return None
    told = tuple(dict.fromkeys(each.told[0] for each in found))
    matches = tuple(match for each in found for match in each.matches[:1])
    return Answer(finder.asked, Kind.MEANING, told, matches=matches)


def _named_by_a_fact(finder: Finder) -> Answer | None:
    wanted = {term.word for term in finder.required}
    named = [each for each in finder.search(Shelf.FACT, _names_a_body) if each.own_found >= wanted]
    named = [each for each in named if _bears_the_name(each.record, finder)] or named
    close = [each for each in named if each.precision >= named[0].precision * 0.6]
    plan = finder.snapshot.plan
    return _answer(finder, [fact_told(f, plan, Kind.MEANING) for f in things(close, Fact)], close)


def _entries(finder: Finder) -> Answer | None:
    best = best_of([each for each in finder.search(Shelf.ENTRY) if each.own_found], 0.75)
    return _answer(finder, [EntryTold(each) for each in things(best, DirectoryEntry)], best)


def _answer(finder: Finder, told: Sequence[Told], matches: list[Match]) -> Answer | None:
    if not told:
        return None
    several = len(told) > 1
    return Answer(finder.asked, Kind.MEANING, tuple(told[:_MOST]), several, matches=tuple(matches))


def _names_a_body(record: Record) -> bool:
    thing = record.thing
    return isinstance(thing, Fact) and (
        thing.kind in ("organisme", "document") or bool(_ACRONYM.search(thing.value))
    )


def _bears_the_name(record: Record, finder: Finder) -> bool:
    """Tell whether the name itself, not what is said of it, holds every word asked."""
    held = roots_of(record.thing.value) if isinstance(record.thing, Fact) else frozenset()
    return finder.all_in(held)
