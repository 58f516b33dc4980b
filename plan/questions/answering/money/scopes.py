"""Amounts of a scope: the whole plan, an axis, what an MO pays, a measure."""

import re
from collections.abc import Iterable, Sequence

from plan.definition import Axis
from plan.money import Amount, Nature, Rhythm
from plan.organisation import Organisation
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.money.links import (
    added_up,
    is_of_time,
    nested_parts,
    roots_among,
    shares_of,
)
from plan.questions.answering.told.money import AmountTold, AnnouncedTold, TotalsTold
from plan.questions.answering.told.told import Told
from plan.questions.finding.finder import Finder
from plan.questions.finding.groups import measures_in
from plan.questions.finding.text_words import roots_of
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.vocabulary import root
from plan.totals import totals_by_nature

_MOST_READINGS = 5
_OF_PLAN = re.compile(
    r"\b(?:plan|tou[ts]\w*|total\w*|glob\w*|compl\w*|ensemble|bilan|gouvern\w*|milli\w*|reste\w*"
    r"|quebec|etat|strateg\w*|budget)\b"
)


def of_plan(finder: Finder) -> Answer:
    """The announced total: what was spent, or is left, of a whole plan is told by no amount."""
    asked, plan = finder.asked, finder.snapshot.plan
    if _is_cost_of_a_document(finder):
        return Answer(asked, Kind.AMOUNT, missing=Missing(Gap.NO_AMOUNT))
    if finder.wants(Focus.REMAINING):
        return Answer(asked, Kind.AMOUNT, missing=Missing(Gap.NOT_LEFT))
    natures = asked.natures - {Nature.ANNOUNCED, Nature.PLANNED}
    if finder.wants(Focus.TO_DATE) or natures:
        nature = next(iter(natures), Nature.SPENT)
        told = [e for e in plan.amounts if e.measure is None and e.nature is nature]
        if not told:
            return Answer(asked, Kind.AMOUNT, missing=Missing(Gap.NOT_SPENT, nature=nature))
        return Answer(asked, Kind.AMOUNT, tuple(AmountTold(each) for each in told))
    if plan.announced_total is None or not _is_within_plan(finder):
        return Answer(asked, Kind.AMOUNT, missing=Missing(Gap.OTHER_PERIOD))
    announced = AnnouncedTold(plan, per_year=finder.wants(Focus.PER_YEAR))
    return Answer(asked, Kind.AMOUNT, (announced,))


def _is_cost_of_a_document(finder: Finder) -> bool:
    """« Le bilan a coûté combien »: what was paid for a document, and not for the plan."""
    plan = finder.snapshot.plan
    titled = roots_of(" ".join(each.title for each in plan.documents)) - roots_of(plan.title)
    return finder.wants(Focus.COST) and any(root(each) in titled for each in finder.asked.words)


def _is_within_plan(finder: Finder) -> bool:
    """Tell whether no part of the plan's time is asked apart: its total is for all of it."""
    plan = finder.snapshot.plan
    start, last = plan.starts_on.year, plan.starts_on.year + (plan.years or 1)
    return all(
        each.first.year == start and (each.last.year == start or each.last.year >= last - 1)
        for each in finder.asked.periods
    )


def any_amount(finder: Finder) -> Answer | None:
    """« C'est combien? » says of what nowhere: the plan's total and its largest amounts."""
    asked, plan = finder.asked, finder.snapshot.plan
    said_of_what = _OF_PLAN.search(asked.normal) or asked.natures or asked.periods or asked.states
    if said_of_what or Kind.COMPARISON in asked.kinds or asked.sums:
        return None
    yearly = finder.wants(Focus.PER_YEAR)
    amounts = [e for e in plan.amounts if not yearly or e.rhythm is Rhythm.PER_YEAR]
    wholes = sorted(roots_among(amounts), key=lambda each: -each.total)
    told: list[Told] = [AmountTold(each) for each in wholes[:_MOST_READINGS]]
    if plan.announced_total is not None and not yearly:
        told = [AnnouncedTold(plan), *told[:-1]]
    return Answer(asked, Kind.AMOUNT, tuple(told), readings=True) if len(told) > 1 else None


def over_years(finder: Finder) -> Answer | None:
    """« Combien sur trois ans »: the amounts of that length, where it is not the plan's own."""
    years, plan = finder.asked.years, finder.snapshot.plan
    if years is None or years == plan.years:
        return None
    lasting = [each for each in plan.amounts if each.years == years]
    told = tuple(AmountTold(each) for each in roots_among(lasting)[:_MOST_READINGS])
    return Answer(finder.asked, Kind.AMOUNT, told, readings=len(told) > 1) if told else None


def of_axes(finder: Finder) -> Answer:
    """Totals by nature of the axes named."""
    told: list[Told] = []
    for axis in finder.snapshot.plan.axes:
        if axis.number in finder.asked.axes:
            measures = measures_in(axis, finder.snapshot)
            amounts = [amount for each in measures for amount in each.amounts]
            told.append(_totals(finder, amounts, axis.short or axis.title, axis=axis))
    return Answer(finder.asked, Kind.AMOUNT, tuple(told))


def of_bodies(finder: Finder) -> Answer:
    """What each MO pays: alone, its share where it is told, and what it shares with others."""
    told: list[Told] = []
    plan = finder.snapshot.plan
    for body in finder.asked.bodies:
        paid = [
            each
            for each in plan.amounts
            if body.acronym in each.payers and is_of_time(each, finder.asked.periods, plan)
        ]
        if not paid:
            missing = Missing(Gap.NO_AMOUNT, body=body)
            return Answer(finder.asked, Kind.AMOUNT, missing=missing)
        alone = [each for each in paid if each.payers == (body.acronym,)]
        shared = [e for e in paid if len(e.payers) > 1 and not shares_of(e, plan.amounts)]
        told.append(_totals(finder, alone, body.acronym, body=body, shared=shared))
    return Answer(finder.asked, Kind.AMOUNT, tuple(told))


def of_measures(finder: Finder) -> Answer:
    """The amounts of the measures named: those that no other holds, and what has parts, with them.

    What is the same money as another is told too, where it is another sum.
    """
    told: list[AmountTold] = []
    roots: list[Amount] = []
    asked = finder.named_measures()
    for measure in asked:
        amounts = [each for each in measure.amounts if _is_asked(each, finder)]
        if not amounts:
            gap = Gap.OTHER_AMOUNT if measure.amounts else Gap.NO_AMOUNT
            missing = Missing(gap, measures=(measure,))
            return Answer(finder.asked, Kind.AMOUNT, missing=missing, near=(measure,))
        wholes = roots_among(amounts)
        roots += [*wholes, *(each for each in amounts if _differs(each, wholes))]
        told += _with_parts(amounts, finder.snapshot.plan.amounts)
    several = len(asked) > 1 and finder.wants(Focus.TOTAL)
    added = added_up(roots, as_asked=True) or added_up(roots_among(roots), as_asked=True)
    if several and added:
        return Answer(finder.asked, Kind.AMOUNT, (added,))
    return Answer(finder.asked, Kind.AMOUNT, tuple(told))


def _with_parts(amounts: Sequence[Amount], every: Sequence[Amount]) -> list[AmountTold]:
    """The amounts that no other holds, or that are another sum for one money; parts within them."""
    wholes = roots_among(amounts)
    told = []
    for each in amounts:
        if each in wholes or _differs(each, amounts):
            nested = nested_parts(each, every)
            depths = tuple(depth for _, depth in nested)
            told.append(AmountTold(each, tuple(part for part, _ in nested), depths=depths))
    return told


def _differs(amount: Amount, amounts: Iterable[Amount]) -> bool:
    """Tell whether it is the same money as another, told as another sum."""
    return any(amount.same_as == each.key and amount.total != each.total for each in amounts)


def _is_asked(amount: Amount, finder: Finder) -> bool:
    asked = finder.asked
    bodies = {each.acronym for each in asked.bodies}
    return (
        is_of_time(amount, asked.periods, finder.snapshot.plan)
        and (not asked.natures or amount.nature in asked.natures)
        and (asked.volet is None or amount.volet == asked.volet)
        and (not bodies or bool(bodies & set(amount.payers)))
    )


def _totals(
    finder: Finder,
    amounts: Iterable[Amount],
    label: str,
    *,
    axis: Axis | None = None,
    body: Organisation | None = None,
    shared: Iterable[Amount] = (),
) -> TotalsTold:
    amounts = tuple(amounts)
    totals = totals_by_nature(finder.snapshot.plan.amounts, {each.key for each in amounts})
    return TotalsTold(totals, label, axis, body, amounts, tuple(shared))
