"""« X ou Y, lequel en premier », « plus à X ou à Y »: a date or a figure of each side."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plan.indicator import Indicator
from plan.questions.answering.answer import Answer
from plan.questions.answering.facts.dates import date_answer
from plan.questions.answering.facts.figures import quantity_answer
from plan.questions.answering.told.facts import IndicatorTold
from plan.questions.answering.told.told import Told
from plan.questions.finding.choice import SURE, cover, covered
from plan.questions.finding.finder import Finder
from plan.questions.finding.index import things
from plan.questions.finding.record import Shelf
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.vocabulary import SOFT_ROOTS, root

EARLIER = re.compile(
    r"\b(?:premiere?|d abord|avant|apres"
    r"|plus (?:tot|tard|ancien\w*|recent\w*|vieux|vieille|longtemps))\b"
)
_HEAD = re.compile(r"\b(?:plus|moins|autant|ou|que) (?:de|d|des) ([a-z]+)")
_SEVERAL = 2  # from which what is told of a side are readings
_PARTS = re.compile(r" (?:ou|vs|contre|que) ")


def side_by_side(finder: Finder) -> Answer | None:
    """The dates of both sides where one is to be the earlier; else a figure of each."""
    if EARLIER.search(finder.asked.normal):
        return _dates(finder)
    return _figures(finder)


def sides_of(finder: Finder) -> list[Finder]:
    """Both sides, the second with what it leaves unsaid: « l'étude sur X ou Y »."""
    asked = finder.asked
    if len(asked.measures) == 2:
        return [_asking(finder, asked.words, (each,)) for each in asked.measures]
    parts = _PARTS.split(asked.normal)
    if len(parts) != 2 or asked.measures:
        return []
    named = [t.word for t in finder.terms if t.required or root(t.word) in SOFT_ROOTS]
    first, second = ([word for word in named if word in part.split()] for part in parts)
    second = [each for each in second if each not in first]
    if not first or not second:
        return []
    unsaid = first[: max(0, len(first) - len(second))]
    return [_asking(finder, tuple(side)) for side in (first, [*unsaid, *second])]


def _asking(finder: Finder, words: tuple[str, ...], measures: tuple[int, ...] = ()) -> Finder:
    normal = finder.asked.normal
    head = next(
        (each for each in _HEAD.findall(normal) if each in words), words[0] if words else ""
    )
    asked = replace(finder.asked, words=words, measures=measures, kinds=(), head=head)
    return finder.asking(asked)


def _dates(finder: Finder) -> Answer | None:
    found = [date_answer(side) for side in sides_of(finder)]
    told = tuple(dict.fromkeys(t for each in found if each is not None for t in each.told))
    return Answer(finder.asked, Kind.COMPARISON, told) if len(told) > 1 else None


def _gap(finder: Finder) -> Answer | None:
    """« L'écart entre les projets déposés et acceptés »: two things counted of one measure."""
    if not finder.wants(Focus.DIFFERENCE) or finder.unknown:
        return None
    matches = [each for each in finder.search(Shelf.INDICATOR) if each.own_found]
    numbers = {each.record.measure for each in matches[:1]}
    beside = cover([each for each in matches if each.record.measure in numbers], finder.terms)
    if len(beside) != _SEVERAL or covered(beside, finder.terms) < SURE:
        return None
    told = tuple(IndicatorTold(each) for each in things(beside, Indicator))
    return Answer(finder.asked, Kind.COMPARISON, told, matches=tuple(beside))


def _figures(finder: Finder) -> Answer | None:
    """What is counted of each side, where one figure tells it."""
    if gap := _gap(finder):
        return gap
    found = [quantity_answer(side) for side in sides_of(finder)]
    sides = [each.told if each is not None else () for each in found]
    told = tuple(t for place in range(len(sides)) for t in _of_one_side(sides, place))
    differ = len(dict.fromkeys(told)) == len(found) > 1
    return Answer(finder.asked, Kind.COMPARISON, told) if differ else None


def _of_one_side(sides: Sequence[Sequence[Told]], place: int) -> Sequence[Told]:
    """What one side tells; of several readings, the one that the other does not tell."""
    told = sides[place]
    if len(told) < _SEVERAL:
        return told
    others = [each for at, side in enumerate(sides) if at != place for each in side]
    own = [each for each in told if each not in others]
    return own if len(own) == 1 else ()
