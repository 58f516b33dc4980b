"""Questions that name a sum: what it is for, and what several make together."""

import re
from collections.abc import Sequence, Set
from math import prod

from plan.money import Amount
from plan.questions.answering.amount_choice import amounts_named
from plan.questions.answering.amount_links import (
    added_up,
    alike,
    amount_of,
    amounts_of,
    leaves_of,
    parts_of,
    shares_of,
    valued,
    wholes_of,
)
from plan.questions.answering.amounts import amount_told
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.money_told import (
    AmountTold,
    AnnouncedTold,
    DifferingTold,
    NoSuchSumTold,
    OverlapTold,
)
from plan.questions.answering.overlaps import one_in_the_other, reconciliation_answer
from plan.questions.answering.payers import payers_told
from plan.questions.answering.remainders import remainder, without_sums
from plan.questions.answering.told import Told
from plan.questions.finding.choice import TIE, fits
from plan.questions.finding.finder import Finder
from plan.questions.finding.record import Shelf
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.money_words import TypedSum
from plan.text import number_in_words
from plan.totals import reconciliation

_MOST_READINGS = 5
_SOME = 0.3  # coverage of an amount that may still be meant
_OF_PLAN = re.compile(r"\b(?:plan|annonc\w*|au total|en tout)\b")
_ROUNDED = 5_000_000  # cents: « 17,2 M$ » may stand for any sum so near
_ADDS = re.compile(r"\b(?:plus|ajout\w*|addition\w*|somme|ensemble|au total|en tout|cumul\w*)\b")


def sum_answer(finder: Finder) -> Answer | None:
    """What the sums named are for; every amount that has the value, where several do."""
    asked = finder.asked
    if {Kind.OVERLAP, Kind.RECONCILIATION} & set(asked.kinds):
        return None
    if len(asked.sums) > 1 and _are_totals(finder):
        return reconciliation_answer(finder)
    if less := remainder(finder) or without_sums(finder):
        return Answer(asked, Kind.SUM, less)
    if len(asked.sums) > 1:
        return _together(finder) or _each(finder)
    wanted = asked.sums[0]
    if whole := _multiplied(finder):
        return Answer(asked, Kind.SUM, (AmountTold(whole, parts_of(whole, _amounts(finder))),))
    return _of_announced(finder, wanted) or _of_amounts(finder, wanted)


def _amounts(finder: Finder) -> Sequence[Amount]:
    return finder.snapshot.plan.amounts


def _multiplied(finder: Finder) -> Amount | None:
    """« 21 ententes à 50 000 $ pendant 5 ans »: the amount that they make, if any is so much."""
    asked = finder.asked
    numbers = [n for word in asked.words if (n := number_in_words(word)) and n > 1]
    if not numbers or len(asked.sums) != 1:
        return None
    product = asked.sums[0].cents * prod(numbers)
    wanted = {product, product * (asked.years or 1)}
    return next((each for each in _amounts(finder) if {each.value, each.total} & wanted), None)


def _are_totals(finder: Finder) -> bool:
    """« Pourquoi 17,2 et pas 16,7? »: the total announced, and what the amounts told make."""
    plan = finder.snapshot.plan
    if plan.announced_total is None or finder.asked.measures:
        return False
    found = reconciliation(plan.amounts, plan.announced_total)
    totals = (plan.announced_total, found.committed.cents, found.everything)
    return all(
        any(abs(each.cents - total) <= _ROUNDED for total in totals) for each in finder.asked.sums
    )


def _of_announced(finder: Finder, wanted: TypedSum) -> Answer | None:
    """The sum is the plan's announced total: what became of it is told by no amount."""
    asked, plan = finder.asked, finder.snapshot.plan
    if plan.announced_total != wanted.cents or asked.measures:
        return None
    if finder.wants(Focus.REMAINING):
        return Answer(asked, Kind.SUM, missing=Missing(Gap.NOT_LEFT))
    if finder.wants(Focus.WHY):
        return Answer(asked, Kind.SUM, missing=Missing(Gap.NO_REASON))
    if asked.bodies:
        return Answer(asked, Kind.SUM, missing=Missing(Gap.NO_AMOUNT, body=asked.bodies[0]))
    if asked.natures or finder.wants(Focus.TO_DATE):
        nature = next(iter(asked.natures), None)
        return Answer(asked, Kind.SUM, missing=Missing(Gap.NOT_SPENT, nature=nature))
    return None if finder.required else Answer(asked, Kind.SUM, (AnnouncedTold(plan),))


def _of_amounts(finder: Finder, wanted: TypedSum) -> Answer | None:
    if finder.wants(Focus.REMAINING) and not finder.required:
        return Answer(finder.asked, Kind.SUM, missing=Missing(Gap.NOT_LEFT))
    fitting = _fitting(wanted, finder)
    if not fitting:
        return _no_such_sum(finder, wanted)
    if corrected := _of_another(fitting, finder):
        return corrected
    if part := _part_named(fitting, finder):
        return part
    if untold := _share_untold(fitting, finder):
        return untold
    told = tuple(_as_asked(each, finder) for each in fitting)
    return Answer(finder.asked, Kind.SUM, told, readings=len(told) > 1)


def _fitting(wanted: TypedSum, finder: Finder) -> list[Amount]:
    """The amounts of a value; of these the one that the other words fit, where one does."""
    found = valued(wanted, finder.snapshot.plan.amounts, finder.asked.measures)
    found = [each for each in found if each.value == wanted.cents] or found
    if finder.required:
        matches = [each for each in finder.search(Shelf.AMOUNT) if each.coverage >= 0.5]
        found = [each for each in amounts_of(matches) if each in found][:1] or found
    bodies = {each.acronym for each in finder.asked.bodies}
    return [each for each in found if bodies & set(each.payers)] or found


def _no_such_sum(finder: Finder, wanted: TypedSum) -> Answer | None:
    if wanted.bare or set(finder.asked.kinds) - {Kind.SUM, Kind.AMOUNT, Kind.MEANING}:
        return None
    if real := _real(finder):
        return Answer(finder.asked, Kind.SUM, (NoSuchSumTold((wanted,)), real))
    return Answer(finder.asked, Kind.SUM, missing=Missing(Gap.NO_SUM, sums=(wanted,)))


def _of_another(fitting: Sequence[Amount], finder: Finder) -> Answer | None:
    """« L'étude a coûté 40 000 $? »: that is told of something else, and another sum of it."""
    if not finder.required or finder.unknown or finder.asked.measures:
        return None
    matches = finder.search(Shelf.AMOUNT)
    if any(each in fitting for each in amounts_of(m for m in matches if m.coverage >= _SOME)):
        return None
    named = amounts_of(amounts_named(finder))
    if len(named) != 1:
        return None
    told = (NoSuchSumTold(finder.asked.sums, elsewhere=True), AmountTold(named[0]))
    return Answer(finder.asked, Kind.SUM, told)


def _real(finder: Finder) -> Told | None:
    """The one amount of what a sum was wrongly said of: the subject named, else the plan."""
    asked, plan = finder.asked, finder.snapshot.plan
    if finder.required and not finder.unknown and not asked.measures:
        named = amounts_of(amounts_named(finder))
        return AmountTold(named[0]) if len(named) == 1 else None
    of_plan = _OF_PLAN.search(asked.normal) and finder.is_general
    return AnnouncedTold(plan) if of_plan and plan.announced_total is not None else None


def _part_named(fitting: Sequence[Amount], finder: Finder) -> Answer | None:
    """« Les 5,25 M$ incluent-ils Montréal? »: the words name a part of the sum."""
    asks_what = {"quoi", "quels", "quelles"} & set(finder.asked.normal.split())
    if not finder.required or not finder.wants(Focus.INCLUDES) or asks_what:
        return None
    keys = {each.key for each in fitting}
    if _is_itself_named(keys, finder):
        return None
    for match in finder.search(Shelf.AMOUNT):
        amount = amount_of(match.record) if fits(match) else None
        if amount and keys.intersection(amount.part_of):
            wholes = wholes_of(amount, finder.snapshot.plan.amounts)
            told = OverlapTold(amount, wholes, asked=fitting[0])
            return Answer(finder.asked, Kind.OVERLAP, (told,))
    return None


def _is_itself_named(keys: Set[str], finder: Finder) -> bool:
    """« Le 1 M$ de la métropole inclut quoi »: the words are those of the sum, not of a part."""
    matches = finder.search(Shelf.AMOUNT)
    best = max((each.coverage for each in matches), default=0.0)
    own = [e for e in matches if (amount := amount_of(e.record)) and amount.key in keys]
    several = len(finder.required) > 1
    return not several and any(each.coverage >= best - TIE for each in own)


def _share_untold(fitting: Sequence[Amount], finder: Finder) -> Answer | None:
    """« La part du MSSS dans les 40 000 $ », which it pays with others, nobody tells how."""
    asked = finder.asked
    bodies = {each.acronym for each in asked.bodies}
    if not bodies or Kind.AMOUNT not in asked.kinds or Kind.PAYER in asked.kinds:
        return None
    if not all(bodies < set(each.payers) and not _share(each, finder) for each in fitting):
        return None
    return Answer(asked, Kind.SUM, missing=Missing(Gap.NO_AMOUNT, body=asked.bodies[0]))


def _share(amount: Amount, finder: Finder) -> Amount | None:
    """What the MOs named pay of an amount that they share with others."""
    bodies = {each.acronym for each in finder.asked.bodies}
    shares = shares_of(amount, finder.snapshot.plan.amounts)
    return next((each for each in shares if set(each.payers) == bodies), None)


def _as_asked(amount: Amount, finder: Finder) -> Told:
    bodies = {each.acronym for each in finder.asked.bodies}
    if Kind.PAYER in finder.asked.kinds or not bodies <= set(amount.payers):
        return payers_told(amount, finder)
    if became := _became(amount, finder):
        return DifferingTold(became, amount)
    return amount_told(_share(amount, finder) or amount, finder)


def _became(amount: Amount, finder: Finder) -> Amount | None:
    """« A-t-on dépensé le 40 000 $ »: the same money, of the nature asked about."""
    every, natures = finder.snapshot.plan.amounts, finder.asked.natures
    return next((e for e in every if e.same_as == amount.key and e.nature in natures), None)


def _together(finder: Finder) -> Answer | None:
    """« 150 000 + 700 000 »: the amount that they make together, with its parts."""
    if not _ADDS.search(finder.asked.normal):
        return None
    every = finder.snapshot.plan.amounts
    total = sum(each.cents for each in finder.asked.sums)
    whole = next((each for each in every if total in (each.value, each.total)), None)
    if whole is not None:
        return Answer(finder.asked, Kind.SUM, (AmountTold(whole, leaves_of(whole, every)),))
    measures = finder.asked.measures
    groups = [valued(each, every, measures) for each in finder.asked.sums]
    added = added_up(alike(groups), as_asked=True)
    return Answer(finder.asked, Kind.SUM, (added,)) if added else None


def _each(finder: Finder) -> Answer:
    """Two sums: how one stands to the other; else, each is told."""
    asked = finder.asked
    every = finder.snapshot.plan.amounts
    groups = [valued(each, every, asked.measures) for each in asked.sums]
    unknown = tuple(each for each, group in zip(asked.sums, groups, strict=True) if not group)
    if unknown and (real := _real(finder)):
        return Answer(asked, Kind.SUM, (NoSuchSumTold(unknown), real))
    if unknown:
        known = tuple(AmountTold(each) for group in groups for each in group)
        if 0 < len(known) <= _MOST_READINGS:
            return Answer(asked, Kind.SUM, (NoSuchSumTold(unknown), *known))
        return Answer(asked, Kind.SUM, missing=Missing(Gap.NO_SUM, sums=unknown))
    if told := one_in_the_other(groups, finder):
        return Answer(asked, Kind.OVERLAP, (told,))
    found = tuple(AmountTold(each) for group in groups for each in group)
    return Answer(asked, Kind.SUM, found[:_MOST_READINGS], readings=len(found) > 2)
