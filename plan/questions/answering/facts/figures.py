"""« Combien d'ententes… », « quelle part… »: indicators, and the figures that documents tell."""

import re
from collections.abc import Sequence, Set

from plan.indicator import Indicator
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.facts.counted import (
    GENERAL_HEADS,
    has_number,
    is_figure,
    may_be_asked,
    remaining,
)
from plan.questions.answering.facts.disagreements import fact_told, without_contradictions
from plan.questions.answering.facts.timely import is_of_time
from plan.questions.answering.told.facts import EntryTold, IndicatorTold
from plan.questions.answering.told.told import Told
from plan.questions.finding.choice import best_of, cover, fits
from plan.questions.finding.finder import Finder
from plan.questions.finding.index import Match
from plan.questions.finding.record import EntrySection, Record, Shelf
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.vocabulary import root
from plan.source import Fact

_OUT_OF = re.compile(r"\bsur (?:les |ces |un total de )?\d")
_OUT_OF_THOSE = re.compile(
    r"\b(?:sur|parmi|de tou[ts]e?s?) (?:tou[ts]e?s )?(?:les|ces) (?!\d)[a-z]+ .*?combien\b"
)
_DISAGREES = re.compile(
    r"\b(?:pas (?:l[ea]s? )?(?:pareil\w*|memes?)|differ\w+|contredi\w+|desaccord|identiques?"
    r"|concord\w+|coincid\w+|correspond\w*|s accord\w+|d accord|pareils?"
    r"|(?:le |les )?memes? (?:chiffre|nombre|total|donnee|quantite|statistique)s?"
    r"|(?:deux|2) (?:chiffres|nombres|versions|sources))\b"
)
_SIDE = 0.4  # coverage of both sides that the figure of one needs


def quantity_answer(finder: Finder) -> Answer | None:
    """The figure of what is counted; all that fit alike where several do."""
    asked = finder.asked
    if asked.measures and all(root(each.word) in GENERAL_HEADS for each in finder.required):
        return _of_measures(finder)
    if not finder.required or (finder.is_general and not (asked.head or asked.sums)):
        return None
    return _of_a_disagreement(finder) or _of_words(finder)


def _of_words(finder: Finder) -> Answer | None:
    """The figures that the words fit, of the time asked."""
    asked, matches = finder.asked, _counting(finder)
    best = _aimed(_best(matches, finder), finder)
    if Kind.COMPARISON in asked.kinds and finder.sides():
        return _together(matches, finder)
    timely = [each for each in best if is_of_time(each.record, finder)]
    if len(timely) < len(best):  # what fits best is of another time: its neighbours are no answer
        timely = [each for each in timely if each.score >= best[0].score - 0.05]
    if not timely and best and not finder.unknown:
        missing = Missing(Gap.OTHER_PERIOD)
        return Answer(asked, Kind.QUANTITY, missing=missing, matches=tuple(best))
    told = without_contradictions(_told(each, finder) for each in timely)[:5]
    several = len(told) > 1
    return Answer(asked, Kind.QUANTITY, told, several, matches=tuple(matches[:6])) if told else None


def _counting(finder: Finder) -> list[Match]:
    """The indicators, facts and items that tell the number of what is counted, best first."""

    def counts(record: Record) -> bool:
        return may_be_asked(record, finder)

    matches = [
        *finder.search(Shelf.INDICATOR, counts),
        *finder.search(Shelf.FACT, lambda each: is_figure(each) and counts(each)),
        *finder.search(Shelf.SECTION, lambda each: has_number(each) and counts(each)),
    ]
    matches = [each for each in matches if finder.numbers <= each.found]
    return sorted(matches, key=lambda each: -each.score)


def _best(matches: list[Match], finder: Finder) -> list[Match]:
    """Those that fit best; what the plan itself tells, before what its directory does."""
    best = _of_so_many(matches, finder) or best_of(matches)
    if finder.asked.says("plan"):  # « combien de parties a le plan »: no measure's own
        best = [each for each in best if each.record.measure is None] or best
    if not finder.asked.head:  # « combien ont signé »: what was reached, not what there is
        best = [each for each in best if each.record.shelf is Shelf.INDICATOR] or best
    return [each for each in best if each.record.shelf is not Shelf.SECTION] or best


def _of_a_disagreement(finder: Finder) -> Answer | None:
    """« Le bilan et le site ne disent pas pareil »: what is counted, as each document tells it."""
    if _DISAGREES.search(finder.asked.normal) is None:
        return None

    def is_disputed(record: Record) -> bool:
        thing = record.thing
        disputed = isinstance(thing, Fact) and bool(thing.contradicts)
        return disputed and is_figure(record) and may_be_asked(record, finder)

    matches = finder.search(Shelf.FACT, is_disputed)
    told = without_contradictions(_told(each, finder) for each in matches[:1])
    return Answer(finder.asked, Kind.QUANTITY, told, matches=tuple(matches[:6])) if told else None


def _of_so_many(matches: list[Match], finder: Finder) -> list[Match]:
    """« Sur les 45, combien »: what was reached of as many."""
    if _OUT_OF_THOSE.search(finder.asked.normal):
        return _of_those(matches)
    if not _OUT_OF.search(finder.asked.normal):
        return []
    found = [each for each in matches if _is_out_of(each.record, finder.numbers)]
    return [each for each in found[:1] if each.coverage >= _SIDE]


def _of_those(matches: Sequence[Match]) -> list[Match]:
    """« Sur les projets déposés, combien »: what was reached of those that fit best."""
    first = matches[0].record.thing if matches else None
    if not isinstance(first, Indicator) or first.reached is None:
        return []
    whole = (first.measure, first.reached)
    return [
        each
        for each in matches
        if isinstance(t := each.record.thing, Indicator) and (t.measure, t.out_of) == whole
    ]


def _together(matches: list[Match], finder: Finder) -> Answer | None:
    """« Plus de X ou de Y »: the figure of each."""
    found = [each for each in cover(matches, finder.terms) if fits(each, _SIDE)]
    told = tuple(_told(each, finder) for each in found)
    return Answer(finder.asked, Kind.QUANTITY, told, matches=tuple(found)) if told else None


def _aimed(matches: list[Match], finder: Finder) -> list[Match]:
    """Of those that fit alike, what can be short of a target where that is asked.

    A share that nobody measured is left out where what was reached is asked.
    """
    if finder.wants(Focus.TARGET, Focus.REMAINING):
        aimed = [
            m
            for m in matches
            if isinstance(t := m.record.thing, Indicator) and t.target is not None
        ]
        matches = aimed or matches
    if finder.wants(Focus.NEGATED, Focus.EXCEPT):
        matches = [m for m in matches if _can_be_short(m.record) and not finder.wants(Focus.EXCEPT)]
    if finder.wants(Focus.NOW, Focus.TO_DATE, Focus.REACHED) and not finder.wants(Focus.TARGET):
        return [m for m in matches if not _is_unmeasured(m.record)]
    return matches


def _is_out_of(record: Record, numbers: Set[str]) -> bool:
    """« Sur les 45, combien »: what was reached of as many."""
    thing = record.thing
    return isinstance(thing, Indicator) and str(thing.out_of) in numbers


def _can_be_short(record: Record) -> bool:
    thing = record.thing
    return isinstance(thing, Indicator) and remaining(thing)


def _is_unmeasured(record: Record) -> bool:
    return isinstance(record.thing, Indicator) and record.thing.reached is None


def _of_measures(finder: Finder) -> Answer | None:
    found = [
        each.thing
        for each in finder.of_measures(Shelf.INDICATOR)
        if isinstance(each.thing, Indicator)
    ]
    told = tuple(IndicatorTold(each, finder.asked.focus) for each in found)
    return Answer(finder.asked, Kind.QUANTITY, told[:5]) if told else None


def _told(match: Match, finder: Finder) -> Told:
    thing = match.record.thing
    if isinstance(thing, Indicator):
        short = {Focus.REMAINING} if finder.wants(Focus.NEGATED) else set()
        return IndicatorTold(thing, finder.asked.focus | short)
    if isinstance(thing, Fact):
        return fact_told(thing, finder.snapshot.plan, Kind.QUANTITY)
    assert isinstance(thing, EntrySection)
    return EntryTold(thing.entry, section=thing.section, items=thing.section.items)
