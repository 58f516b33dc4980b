"""« Lequel a le plus… »: measures, MOs, axes and states compared by a number."""

import re
from collections.abc import Iterable, Sequence

from plan.measure import Measure
from plan.money import Rhythm
from plan.organisation import Organisation, OrganisationKind
from plan.questions.answering.answer import Answer
from plan.questions.answering.measures_told import RankedTold
from plan.questions.finding.finder import Finder
from plan.questions.reading.asked import Focus, Kind
from plan.state import State

_GIVES = re.compile(r"\b(?:donne|verse|paye|paie|recoi|recu|coute|finance|octroy)\w*")
_BODIES = ("ministere", "organisme", "mo")
_MOST = 4  # things told, the winner included


def is_of_money(finder: Finder) -> bool:
    """Tell whether the question speaks of money, not of how many there are."""
    kinds = {Kind.AMOUNT, Kind.PAYER} & set(finder.asked.kinds)
    return bool(kinds) or _GIVES.search(finder.asked.normal) is not None


def two_groups(finder: Finder) -> Answer | None:
    """Two states, two MOs or two axes, compared by their measures."""
    asked = finder.asked
    if is_of_money(finder) or asked.measures:
        return None
    measures = finder.snapshot.measures
    values: list[tuple[str, int]] = []
    if len(asked.states) == 2:
        values = [
            (f"etat:{s}", sum(m.state is s for m in measures)) for s in State if s in asked.states
        ]
    elif len(asked.bodies) == 2:
        values = [(b.acronym, len(finder.measures_of(b))) for b in asked.bodies]
    elif len(asked.axes) == 2:
        values = [(f"axe {n}", sum(m.axis.number == n for m in measures)) for n in asked.axes]
    if not values:
        return None
    return _ranked(finder, "mesures", values)


def most_of(finder: Finder) -> Answer | None:
    """« Quelle mesure reçoit le plus », « quel ministère a le plus de mesures »…"""
    if not finder.wants(Focus.MOST, Focus.LEAST) or finder.required:
        return None
    words = finder.asked.normal.split()
    of_bodies, of_axes = _speaks(words, *_BODIES), _speaks(words, "axe", "section")
    if is_of_money(finder):
        return None if of_bodies or of_axes or _speaks(words, "payeur") else _richest(finder)
    if of_axes:
        return _axes(finder)
    if not of_bodies:
        return None
    if _speaks(words, "mesure", "action") and _follows_most(words, *_BODIES):
        return _measures_by_bodies(finder)
    return _bodies(finder)


def _richest(finder: Finder) -> Answer | None:
    measures = [each for each in finder.snapshot.measures if each.amounts]
    values = [(f"mesure:{each.number}", _largest(each)) for each in measures]
    return _ranked(finder, "argent", values, money=True)


def _axes(finder: Finder) -> Answer | None:
    measures = finder.snapshot.measures
    axes = finder.snapshot.plan.axes
    values = [(f"axe {axis.number}", sum(m.axis == axis for m in measures)) for axis in axes]
    return _ranked(finder, "mesures", values)


def _measures_by_bodies(finder: Finder) -> Answer | None:
    named = {each.acronym for each in _named(finder)}
    values = [
        (f"mesure:{m.number}", sum(each.acronym in named for each in m.organisations))
        for m in finder.snapshot.measures
    ]
    return _ranked(finder, "organismes", values)


def _bodies(finder: Finder) -> Answer | None:
    values = [(each.acronym, len(finder.measures_of(each))) for each in _named(finder)]
    return _ranked(finder, "mesures", values)


def _named(finder: Finder) -> list[Organisation]:
    every = finder.snapshot.plan.organisations
    return [each for each in every if each.kind is OrganisationKind.NAMED]


def _speaks(words: Iterable[str], *starts: str) -> bool:
    return any(word.startswith(starts) for word in words)


def _follows_most(words: Sequence[str], *starts: str) -> bool:
    """« Le plus de ministères »: what there is the most of, rather than who has it."""
    places = [place for place, word in enumerate(words) if word in ("plus", "moins")]
    return any(_speaks(words[place + 1 : place + 4], *starts) for place in places)


def _largest(measure: Measure) -> int:
    """The largest amount told of a measure, over all its years: natures are never added."""
    return max(each.total for each in measure.amounts if each.rhythm is not Rhythm.UNTOLD)


def _ranked(
    finder: Finder, what: str, values: Iterable[tuple[str, int]], *, money: bool = False
) -> Answer | None:
    most = not finder.wants(Focus.LEAST) or finder.wants(Focus.MOST)
    ordered = sorted(values, key=lambda pair: -pair[1] if most else pair[1])
    if not ordered:
        return None
    told = RankedTold(
        what, tuple(ordered[:_MOST]), money, most, difference=finder.wants(Focus.DIFFERENCE)
    )
    return Answer(finder.asked, Kind.COMPARISON, (told,))
