"""« Lequel a le plus… »: measures, MOs, axes and states compared by a number."""

import re
from collections.abc import Iterable, Sequence

from plan.definition import Axis
from plan.money import Amount, Rhythm, paid_by
from plan.organisation import Organisation, OrganisationKind
from plan.questions.answering.answer import Answer
from plan.questions.answering.told.measures import Ranked, RankedTold, Unit
from plan.questions.finding.finder import Finder
from plan.questions.finding.groups import measures_in, measures_of
from plan.questions.finding.text_words import roots_of
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.vocabulary import root
from plan.state import State
from plan.totals import reconciliation

_GIVES = re.compile(
    r"\b(?:(?:donne|verse|paye|paie|recoi|recu|coute|finance|octroy|contribu|investi)\w*"
    r"|mis|met(?:s|tent)?)\b"
)
_BODIES = ("ministere", "organisme", "mo", "payeur")
_SIDES = re.compile(r" (?:ou|et|vs|contre|que) ")
_MOST = 4  # things told, the winner included


def is_of_money(finder: Finder) -> bool:
    """Tell whether the question speaks of money, not of how many there are."""
    kinds = {Kind.AMOUNT, Kind.PAYER} & set(finder.asked.kinds)
    spoken = finder.asked.ranks and finder.wants(Focus.MONEY)
    return bool(kinds or spoken) or _GIVES.search(finder.asked.normal) is not None


def two_groups(finder: Finder) -> Answer | None:
    """Two states, two MOs or two axes, compared by their measures."""
    asked = finder.asked
    if is_of_money(finder) or asked.measures:
        return None
    measures = finder.snapshot.measures
    values: list[Ranked] = []
    if len(asked.states) == 2:
        states = [each for each in State if each in asked.states]
        values = [(state, sum(m.state is state for m in measures)) for state in states]
    elif len(asked.bodies) == 2:
        values = [(each, len(measures_of(each, finder.snapshot))) for each in asked.bodies]
    elif len(axes := _two_axes(finder)) == 2:
        values = [(axis, _measures_in(axis, finder)) for axis in axes]
    return _ranked(finder, Unit.MEASURES, values)


def most_of(finder: Finder) -> Answer | None:
    """« Quelle mesure reçoit le plus », « quel ministère a le plus de mesures »…"""
    superlative = finder.asked.ranks or finder.wants(Focus.MOST, Focus.LEAST)
    if not superlative or finder.required:
        return None
    words = finder.asked.normal.split()
    of_bodies, of_axes = _speaks(words, *_BODIES), _speaks(words, "axe", "section")
    if is_of_money(finder):
        return _money_ranked(finder, of_bodies=of_bodies, of_axes=of_axes)
    if of_axes:
        return _axes(finder)
    if not of_bodies:
        return None
    if _speaks(words, "mesure", "action") and _follows_most(words, *_BODIES):
        return _measures_by_bodies(finder)
    return _bodies(finder)


def _richest(finder: Finder) -> Answer | None:
    """By the largest amount told of each, over all its years: natures are never added.

    The least amounts are parts of others: they are not those of the measures that have the least.
    """
    of_amounts = finder.asked.ranks and finder.wants(Focus.LEAST)
    if of_amounts and not finder.asked.says("mesure", "mesures", "action", "actions"):
        return None
    values: list[Ranked] = []
    for measure in finder.snapshot.measures:
        totals = [each.total for each in measure.amounts if each.rhythm is not Rhythm.UNTOLD]
        if totals:
            values.append((measure, max(totals)))
    return _ranked(finder, Unit.MONEY, values)


def _money_ranked(finder: Finder, *, of_bodies: bool, of_axes: bool) -> Answer | None:
    """The MOs by what each pays alone, the axes by their amounts; else the measures."""
    plan = finder.snapshot.plan
    if not (of_bodies or of_axes):
        return _richest(finder)
    groups: list[tuple[Axis | Organisation, list[Amount]]]
    if of_axes:
        groups = [
            (axis, [a for m in measures_in(axis, finder.snapshot) for a in m.amounts])
            for axis in plan.axes
        ]
    else:
        groups = [(each, paid_by(each.acronym, plan.amounts)[0]) for each in _named(finder)]
    values: list[Ranked] = [
        (thing, reconciliation(amounts, None).everything) for thing, amounts in groups
    ]
    return _ranked(finder, Unit.PAID, [pair for pair in values if pair[1]])


def _axes(finder: Finder) -> Answer | None:
    axes = finder.snapshot.plan.axes
    values: list[Ranked] = [(axis, _measures_in(axis, finder)) for axis in axes]
    return _ranked(finder, Unit.MEASURES, values)


def _measures_in(axis: Axis, finder: Finder) -> int:
    """How many measures an axis has, of the states asked about."""
    states = finder.asked.states
    return sum(not states or each.state in states for each in measures_in(axis, finder.snapshot))


def _two_axes(finder: Finder) -> list[Axis]:
    """The axes named by number, or each by the words of one side."""
    if finder.asked.axes:
        return [each for each in finder.snapshot.plan.axes if each.number in finder.asked.axes]
    parts = _SIDES.split(finder.asked.normal)
    said = [set(map(root, part.split())) for part in parts]
    named = [
        [a for a in finder.snapshot.plan.axes if roots_of(a.short) and roots_of(a.short) <= side]
        for side in said
    ]
    return [axis for each in named for axis in each[:1]]


def _measures_by_bodies(finder: Finder) -> Answer | None:
    named = {each.acronym for each in _named(finder)}
    values: list[Ranked] = [
        (measure, sum(each.acronym in named for each in measure.organisations))
        for measure in finder.snapshot.measures
    ]
    return _ranked(finder, Unit.BODIES, values)


def _bodies(finder: Finder) -> Answer | None:
    values: list[Ranked] = [
        (each, len(measures_of(each, finder.snapshot))) for each in _named(finder)
    ]
    return _ranked(finder, Unit.MEASURES, values)


def _named(finder: Finder) -> list[Organisation]:
    every = finder.snapshot.plan.organisations
    return [each for each in every if each.kind is OrganisationKind.NAMED]


def _speaks(words: Iterable[str], *starts: str) -> bool:
    """Tell whether a word begins so; « mo » stands alone (« moins », « montant »)."""
    return any(word == s or (len(s) > 2 and word.startswith(s)) for word in words for s in starts)


def _follows_most(words: Sequence[str], *starts: str) -> bool:
    """« Le plus de ministères »: what there is the most of, rather than who has it."""
    places = [place for place, word in enumerate(words) if word in ("plus", "moins")]
    return any(_speaks(words[place + 1 : place + 4], *starts) for place in places)


def _ranked(finder: Finder, unit: Unit, values: Iterable[Ranked]) -> Answer | None:
    least = finder.wants(Focus.LEAST) and not finder.wants(Focus.MOST)
    ordered = sorted(values, key=lambda pair: pair[1] if least else -pair[1])
    ranks = finder.asked.ranks
    first, last = (ranks.first, ranks.last) if ranks else (1, 1)
    if len(ordered) < first:
        return None
    difference = finder.wants(Focus.DIFFERENCE)
    shown = ordered[: max(_MOST, last)]
    shown += [pair for pair in ordered[len(shown) :] if ranks and pair[1] == shown[-1][1]]
    told = RankedTold(unit, tuple(shown), difference, first, last)
    return Answer(finder.asked, Kind.COMPARISON, (told,))
