"""Questions that name a sum: what it is for, whether it is counted twice, whether it all adds up."""

from collections.abc import Sequence

from plan.containment import containers
from plan.money import Amount
from plan.questions.answering.amount_choice import (
    amount_of,
    amounts_named,
    leaves_of,
    shares_of,
    wholes_of,
)
from plan.questions.answering.amounts import amount_answer
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.told import (
    AmountTold,
    AnnouncedTold,
    DifferingTold,
    OverlapTold,
    PayersTold,
    ReconciliationTold,
    Told,
)
from plan.questions.finding.facts import Shelf
from plan.questions.finding.finder import Finder, fits
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.money_words import TypedSum
from plan.totals import reconciliation


def sum_answer(finder: Finder) -> Answer | None:
    """What the sums named are for; every one that has the value, where several do."""
    asked = finder.asked
    plan = finder.snapshot.plan
    if Kind.OVERLAP in asked.kinds or Kind.RECONCILIATION in asked.kinds:
        return None
    if len(asked.sums) > 1:
        return _added_up(finder) or _inclusion(finder)
    wanted = asked.sums[0]
    if plan.announced_total == wanted.cents and not asked.measures:
        if asked.natures or finder.wants(Focus.REMAINING, Focus.TO_DATE):
            return _spent_of_all(finder)
        if not finder.required:
            return Answer(asked, Kind.SUM, (AnnouncedTold(plan),))
    if finder.wants(Focus.REMAINING) and not finder.required:
        return Answer(asked, Kind.SUM, missing=Missing(Gap.NOT_SPENT))
    fitting = _amounts_of(wanted, finder)
    if not fitting:
        return _no_such_sum(finder, wanted)
    if part := _part_named(fitting, finder):
        return part
    told = tuple(_as_asked(each, finder) for each in fitting)
    return Answer(asked, Kind.SUM, told, readings=len(told) > 1)


def _added_up(finder: Finder) -> Answer | None:
    """« 150 000 + 700 000 »: the amount that they make together, with its parts."""
    if " plus " not in finder.asked.normal:
        return None
    every = finder.snapshot.plan.amounts
    total = sum(each.cents for each in finder.asked.sums)
    whole = next((each for each in every if total in (each.value, each.total)), None)
    if whole is None:
        return None
    return Answer(finder.asked, Kind.SUM, (AmountTold(whole, parts=leaves_of(whole, every)),))


def _spent_of_all(finder: Finder) -> Answer | None:
    nature = next(iter(finder.asked.natures), None)
    return Answer(finder.asked, Kind.SUM, missing=Missing(Gap.NOT_SPENT, nature=nature))


def _no_such_sum(finder: Finder, wanted: TypedSum) -> Answer | None:
    if wanted.bare or set(finder.asked.kinds) - {Kind.SUM, Kind.AMOUNT, Kind.MEANING}:
        return None
    return Answer(finder.asked, Kind.SUM, missing=Missing(Gap.NO_SUM, sums=(wanted,)))


def _amounts_of(wanted: TypedSum, finder: Finder) -> list[Amount]:
    """The amounts of this value, or of this total; those the other words fit, where some do."""
    named = set(finder.asked.measures)
    valued = [
        each
        for each in finder.snapshot.plan.amounts
        if wanted.cents in (each.value, each.total) and (not named or each.measure in named)
    ]
    valued = [each for each in valued if each.value == wanted.cents] or valued
    if finder.required:
        keys = [
            each.key
            for match in finder.search(Shelf.AMOUNT)
            if match.coverage >= 0.5 and (each := amount_of(match.record))
        ]
        fitting = [each for each in valued if each.key in keys]
        valued = sorted(fitting, key=lambda each: keys.index(each.key))[:1] or valued
    bodies = {each.acronym for each in finder.asked.bodies}
    paid = [each for each in valued if bodies & set(each.payers)]
    return paid if bodies else valued


def _part_named(fitting: Sequence[Amount], finder: Finder) -> Answer | None:
    """« Les 5,25 M$ incluent-ils Montréal? »: the words name a part of the sum."""
    if not finder.required or not finder.wants(Focus.INCLUDES):
        return None
    keys = {each.key for each in fitting}
    for match in finder.search(Shelf.AMOUNT):
        amount = amount_of(match.record) if fits(match) else None
        if amount and keys.intersection(amount.part_of):
            wholes = wholes_of(amount, finder.snapshot.plan.amounts)
            told = OverlapTold(amount, wholes, asked=fitting[0])
            return Answer(finder.asked, Kind.OVERLAP, (told,))
    return None


def _as_asked(amount: Amount, finder: Finder) -> Told:
    every = finder.snapshot.plan.amounts
    if Kind.PAYER in finder.asked.kinds:
        return PayersTold(amount, shares_of(amount, every), wholes_of(amount, every))
    detail = finder.wants(Focus.DETAIL, Focus.REMAINING)
    return AmountTold(
        amount,
        parts=leaves_of(amount, every) if detail else (),
        containers=wholes_of(amount, every) if detail else (),
        describe=True,
    )


def _inclusion(finder: Finder) -> Answer | None:
    """Two sums: is one counted in the other? Else, each is told."""
    asked, every = finder.asked, finder.snapshot.plan.amounts
    groups = [_valued(each, finder) for each in asked.sums]
    if not all(groups):
        missing = tuple(each for each, group in zip(asked.sums, groups, strict=True) if not group)
        return Answer(asked, Kind.SUM, missing=Missing(Gap.NO_SUM, sums=missing))
    every_key = {each.key: each for each in every}
    for group in groups:
        for amount in group:
            other = every_key.get(amount.same_as)
            if other is not None and any(other in each for each in groups):
                told_pair = DifferingTold(amount, other)
                return Answer(asked, Kind.RECONCILIATION, (told_pair,))
    small, large = sorted(groups[:2], key=lambda group: group[0].value)
    above = containers(every)
    for amount in small:
        for other in large:
            if other.key in above[amount.key] or other.measure == amount.measure:
                wholes = tuple(each for each in every if each.key in above[amount.key])
                told = OverlapTold(amount, wholes, asked=other)
                return Answer(asked, Kind.OVERLAP, (told,))
    told_all = tuple(AmountTold(each, describe=True) for group in groups for each in group)
    return Answer(asked, Kind.SUM, told_all[:5], readings=len(told_all) > 2)


def _valued(wanted: TypedSum, finder: Finder) -> list[Amount]:
    named = set(finder.asked.measures)
    return [
        each
        for each in finder.snapshot.plan.amounts
        if wanted.cents in (each.value, each.total) and (not named or each.measure in named)
    ]


def overlap_answer(finder: Finder) -> Answer | None:
    """Whether an amount is counted more than once."""
    asked, every = finder.asked, finder.snapshot.plan.amounts
    if len(asked.sums) > 1:
        return _inclusion(finder)
    found: Sequence[Amount] = []
    if asked.sums:
        found = _amounts_of(asked.sums[0], finder)
    elif finder.required:
        found = [a for match in amounts_named(finder) if (a := amount_of(match.record))]
    elif asked.measures:
        found = [each for each in every if each.measure in asked.measures]
    if not found and finder.required:
        return _shared_answer(finder)
    shared = [each for each in found or every if len(each.part_of) > 1 or each.outside]
    about = list(found[:1]) if asked.sums or finder.required else shared
    if not about:
        return None
    told = tuple(OverlapTold(each, wholes_of(each, every)) for each in about[:4])
    return Answer(asked, Kind.OVERLAP, told)


def _shared_answer(finder: Finder) -> Answer | None:
    """Nothing named was found: what the whole plan counts twice."""
    every = finder.snapshot.plan.amounts
    shared = [each for each in every if len(each.part_of) > 1]
    told = tuple(OverlapTold(each, wholes_of(each, every)) for each in shared[:4])
    return Answer(finder.asked, Kind.OVERLAP, told) if told else None


def reconciliation_answer(finder: Finder) -> Answer | None:
    """Whether what is told adds up: of a measure, two natures of one money; else the plan."""
    asked, plan = finder.asked, finder.snapshot.plan
    measures = finder.named_measures()
    of_plan = any(each.cents == plan.announced_total for each in asked.sums)
    if not measures and finder.required and not of_plan:
        measures = [each.measure for each in finder.measures_meant()[:1]]
    by_key = {each.key: each for each in plan.amounts}
    pairs = [
        DifferingTold(amount, by_key[amount.same_as])
        for measure in measures
        for amount in measure.amounts
        if amount.same_as in by_key
    ]
    if pairs:
        return Answer(asked, Kind.RECONCILIATION, tuple(pairs))
    if measures:
        return amount_answer(finder)
    found = reconciliation(plan.amounts, plan.announced_total)
    return Answer(asked, Kind.RECONCILIATION, (ReconciliationTold(found),))


def payer_answer(finder: Finder) -> Answer | None:
    """Who pays for what is named."""
    asked, every = finder.asked, finder.snapshot.plan.amounts
    if finder.is_general:
        return None
    if finder.required:
        found = [a for match in amounts_named(finder) if (a := amount_of(match.record))]
    else:
        found = [
            each
            for each in every
            if each.measure in asked.measures and not set(each.part_of) & {e.key for e in every}
        ]
    if not found:
        return amount_answer(finder) if asked.measures or not finder.unknown else None
    told = tuple(
        PayersTold(each, shares_of(each, every), wholes_of(each, every)) for each in found[:5]
    )
    return Answer(asked, Kind.PAYER, told, readings=len(told) > 1 and not asked.measures)
