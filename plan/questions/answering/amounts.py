"""« Combien… »: amounts, by measure, purpose, payer, axis, or of the whole plan."""

import re
from collections.abc import Iterable, Sequence

from plan.money import Amount, Nature, Rhythm
from plan.questions.answering.amount_choice import (
    amount_of,
    amounts_named,
    is_of_time,
    leaves_of,
    narrowed,
    of_measures,
    paid_by,
    parts_of,
    shares_of,
    wholes_of,
)
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.told import AddedTold, AmountTold, AnnouncedTold, Told, TotalsTold
from plan.questions.finding.finder import Finder
from plan.questions.finding.index import Match
from plan.questions.reading.asked import Focus, Kind
from plan.totals import totals_by_nature

# « le budget du ministère »: its own, of which a plan tells nothing
_ITS_BUDGET = re.compile(
    r"\bbudgets? (?:total |annuel )?(?:du|de la|de l|des|d)\b(?! plan)(?!.*\bplan\b)"
)


def amount_answer(finder: Finder) -> Answer | None:
    """The amount of what is named; a refusal where it is known but no amount of it is told."""
    asked = finder.asked
    if finder.is_general:
        return _over_years(finder) or _of_plan(finder)
    if asked.axes and not finder.required:
        return _of_axes(finder)
    if asked.bodies and not finder.required and not asked.measures:
        return None if _ITS_BUDGET.search(asked.normal) else _of_bodies(finder)
    if asked.measures and not finder.required:
        return _of_measures(finder)
    if told := _by_side(finder):
        return Answer(asked, Kind.AMOUNT, told)
    matches = narrowed(amounts_named(finder), asked, finder)
    if matches:
        return _told(finder, matches)
    if asked.measures and not finder.unknown and _words_are_its_own(finder):
        return _of_measures(finder)
    return _nothing(finder)


def _by_side(finder: Finder) -> tuple[Told, ...]:
    """« Combien pour X et pour Y »: the amounts of each, where no amount is of both."""
    if finder.asked.measures or any(each.coverage > 0.9 for each in amounts_named(finder)):
        return ()
    sides = [
        [each for match in amounts_named(side) if (each := amount_of(match.record))]
        for side in finder.sides()
    ]
    if len(sides) != 2 or not all(sides):
        return ()
    found = list(dict.fromkeys(each for side in sides for each in side))
    if finder.wants(Focus.TOTAL) and (added := _added(found)):
        return (added,)
    return tuple(AmountTold(each, describe=True) for each in found[:5])


def _over_years(finder: Finder) -> Answer | None:
    """« Combien sur trois ans »: the amounts of that length, where it is not the plan's own."""
    years = finder.asked.years
    plan = finder.snapshot.plan
    if years is None or years == plan.years:
        return None
    keys = {each.key for each in plan.amounts if each.years == years}
    told = tuple(
        AmountTold(each, describe=True)
        for each in plan.amounts
        if each.key in keys and not keys.intersection(each.part_of)
    )
    return Answer(finder.asked, Kind.AMOUNT, told[:5], readings=len(told) > 1) if told else None


def _of_plan(finder: Finder) -> Answer:
    """The announced total: what was spent, or is left, of a whole plan is told by no amount."""
    asked = finder.asked
    plan = finder.snapshot.plan
    told_of_plan = [each for each in plan.amounts if each.measure is None]
    natures = asked.natures - {Nature.ANNOUNCED, Nature.PLANNED}
    if finder.wants(Focus.REMAINING, Focus.TO_DATE) or natures:
        nature = next(iter(natures), Nature.SPENT)
        fitting = [each for each in told_of_plan if each.nature is nature]
        if not fitting or finder.wants(Focus.REMAINING):
            return Answer(asked, Kind.AMOUNT, missing=Missing(Gap.NOT_SPENT, nature=nature))
        return Answer(asked, Kind.AMOUNT, tuple(AmountTold(each) for each in fitting))
    if plan.announced_total is None or not _within_plan(finder):
        return Answer(asked, Kind.AMOUNT, missing=Missing(Gap.OTHER_PERIOD))
    told = AnnouncedTold(plan, per_year=finder.wants(Focus.PER_YEAR))
    return Answer(asked, Kind.AMOUNT, (told,))


def _within_plan(finder: Finder) -> bool:
    plan = finder.snapshot.plan
    last = plan.starts_on.year + (plan.years or 1)
    return all(
        plan.starts_on.year <= each.first.year and each.last.year <= last
        for each in finder.asked.periods
    )


def _of_axes(finder: Finder) -> Answer:
    told: list[Told] = []
    for axis in finder.snapshot.plan.axes:
        if axis.number in finder.asked.axes:
            measures = [m for m in finder.snapshot.measures if m.axis.number == axis.number]
            amounts = of_measures(measures)
            told.append(_totals(finder, amounts, axis.short or axis.title, axis=axis))
    return Answer(finder.asked, Kind.AMOUNT, tuple(told))


def _of_bodies(finder: Finder) -> Answer:
    """What each MO pays: alone, its share where it is told, and what it shares with others."""
    told: list[Told] = []
    every = finder.snapshot.plan.amounts
    for body in finder.asked.bodies:
        paid = [e for e in paid_by(body, every) if is_of_time(e, finder.asked.periods, finder)]
        if not paid:
            missing = Missing(Gap.NO_AMOUNT, body=body)
            return Answer(finder.asked, Kind.AMOUNT, missing=missing)
        alone = [each for each in paid if each.payers == (body.acronym,)]
        shared = [e for e in paid if e not in alone and not shares_of(e, every)]
        told.append(_totals(finder, alone, body.acronym, body=body, shared=tuple(shared)))
    return Answer(finder.asked, Kind.AMOUNT, tuple(told))


def _of_measures(finder: Finder) -> Answer:
    """A measure's amounts: the one that holds the others, else all of them by nature."""
    told: list[Told] = []
    measures = finder.named_measures()
    for measure in measures:
        amounts = [
            each
            for each in measure.amounts
            if is_of_time(each, finder.asked.periods, finder)
            and (not finder.asked.natures or each.nature in finder.asked.natures)
            and (finder.asked.volet is None or each.volet == finder.asked.volet)
            and (not finder.asked.bodies or paid_by_one_of(finder, each))
        ]
        if not amounts:
            gap = Gap.NO_AMOUNT if not measure.amounts else Gap.OTHER_PERIOD
            missing = Missing(gap, measures=(measure,))
            return Answer(finder.asked, Kind.AMOUNT, missing=missing, near=(measure,))
        told += _whole_measure(finder, amounts)
    return Answer(finder.asked, Kind.AMOUNT, tuple(told))


def paid_by_one_of(finder: Finder, amount: Amount) -> bool:
    """Tell whether an MO that the question names pays it."""
    return any(each.acronym in amount.payers for each in finder.asked.bodies)


def _whole_measure(finder: Finder, amounts: Sequence[Amount]) -> list[Told]:
    """The amounts of one measure that no other of them holds, with their parts."""
    keys = {each.key for each in amounts}
    roots = [
        each
        for each in amounts
        if not keys.intersection((*each.part_of, each.same_as)) or each.outside
    ]
    return [AmountTold(each, parts=parts_of(each, finder.snapshot.plan.amounts)) for each in roots]


def _words_are_its_own(finder: Finder) -> bool:
    """Tell whether the words are those of the measure named beside them (« la mesure 1, le… »)."""
    return any(each.match.coverage >= 0.55 for each in finder.subjects)


def _told(finder: Finder, matches: Sequence[Match]) -> Answer:
    asked, every = finder.asked, finder.snapshot.plan.amounts
    found = [amount for each in matches if (amount := amount_of(each.record))]
    found = [share for each in found for share in _share_asked(each, finder)]
    fitting = [each for each in found if is_of_time(each, asked.periods, finder)]
    if not fitting:
        return Answer(asked, Kind.AMOUNT, missing=Missing(Gap.OTHER_PERIOD), matches=tuple(matches))
    if finder.wants(Focus.REMAINING):
        return Answer(asked, Kind.AMOUNT, missing=Missing(Gap.NOT_SPENT), matches=tuple(matches))
    if _asks_for_a_share(finder, fitting):
        body = asked.bodies[0] if asked.bodies else None
        missing = Missing(Gap.NO_AMOUNT, body=body)
        return Answer(asked, Kind.AMOUNT, missing=missing, matches=tuple(matches))
    if Nature.SPENT in asked.natures:
        strict = finder.wants(Focus.TO_DATE)
        fitting = [each for each in fitting if _is_spent(each, strict)]
        if not fitting:
            missing = Missing(Gap.NOT_SPENT, nature=Nature.SPENT)
            return Answer(asked, Kind.AMOUNT, missing=missing, matches=tuple(matches))
    detail = finder.wants(Focus.DETAIL)
    told: list[Told] = [
        AmountTold(
            each,
            parts=leaves_of(each, every) if detail else (),
            containers=wholes_of(each, every) if detail else (),
            describe=True,
        )
        for each in fitting
    ]
    if len(fitting) > 1 and finder.wants(Focus.TOTAL) and (added := _added(fitting)):
        told = [added]
    readings = len(told) > 1 and not _asks_for_all(finder)
    return Answer(asked, Kind.AMOUNT, tuple(told[:5]), readings=readings, matches=tuple(matches))


def _share_asked(amount: Amount, finder: Finder) -> tuple[Amount, ...]:
    """What the MOs named pay of an amount that several share; else the amount."""
    wanted = {each.acronym for each in finder.asked.bodies}
    shares = shares_of(amount, finder.snapshot.plan.amounts)
    return tuple(each for each in shares if wanted & set(each.payers)) or (amount,)


def _asks_for_a_share(finder: Finder, amounts: Sequence[Amount]) -> bool:
    """Tell whether one MO's part is asked of amounts that several pay together."""
    wanted = {each.acronym for each in finder.asked.bodies}
    together = all(len(each.payers) > 1 and not wanted >= set(each.payers) for each in amounts)
    return bool(wanted) and together


def _is_spent(amount: Amount, strict: bool) -> bool:
    """Tell whether an amount is money spent; what was granted once is, in everyday words."""
    return amount.nature is Nature.SPENT or (not strict and amount.rhythm is Rhythm.ONCE)


def _asks_for_all(finder: Finder) -> bool:
    return bool(finder.asked.bodies) or finder.wants(Focus.TOTAL)


def _added(amounts: Sequence[Amount]) -> AddedTold | None:
    """The sum of amounts of one nature, none counted in another."""
    totals = totals_by_nature(amounts)
    if len(totals) != 1:
        return None
    found = next(iter(totals.values()))
    return AddedTold(tuple(amounts), found.cents) if len(found.counted) == len(amounts) else None


def _nothing(finder: Finder) -> Answer | None:
    """What is named has no amount: say so, unless another kind of figure may be meant."""
    asked = finder.asked
    if asked.kinds and asked.kinds[0] is not Kind.AMOUNT and Kind.QUANTITY in asked.kinds:
        return None
    subjects = finder.named_measures() or [each.measure for each in finder.measures_meant()]
    if Kind.QUANTITY in asked.kinds and not subjects:
        return None
    gap = Gap.NO_AMOUNT if subjects and not finder.unknown else Gap.NOTHING
    if gap is Gap.NO_AMOUNT and any(each.amounts for each in subjects[:3]):
        gap = Gap.OTHER_AMOUNT
    measures = tuple(subjects[:3])
    return Answer(
        asked,
        Kind.AMOUNT,
        missing=Missing(gap, measures=() if gap is Gap.NOTHING else measures),
        near=measures,
    )


def _totals(finder: Finder, amounts: Iterable[Amount], label: str, **about: object) -> TotalsTold:
    amounts = tuple(amounts)
    totals = totals_by_nature(finder.snapshot.plan.amounts, {each.key for each in amounts})
    return TotalsTold(totals, label, amounts=amounts, **about)  # type: ignore[arg-type]
