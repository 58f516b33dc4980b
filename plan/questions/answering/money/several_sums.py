"""Several sums in one question, or one so many times: what they make together."""

import re
from collections.abc import Sequence
from math import prod

from plan.money import Amount, Rhythm
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.money.links import (
    added_up,
    alike,
    leaves_of,
    parts_of,
    valued,
)
from plan.questions.answering.money.overlaps import one_in_the_other
from plan.questions.answering.money.supposed_sums import real_amount
from plan.questions.answering.told.money import (
    AmountTold,
    NoSuchSumTold,
)
from plan.questions.finding.finder import Finder
from plan.questions.reading.asked import Kind
from plan.text import number_in_words
from plan.totals import reconciliation

_MOST_READINGS = 5
_ROUNDED = 5_000_000  # cents: « 17,2 M$ » may stand for any sum so near
_ADDS = re.compile(r"\b(?:plus|ajout\w*|addition\w*|somme|ensemble|au total|en tout|cumul\w*)\b")


def _amounts(finder: Finder) -> Sequence[Amount]:
    return finder.snapshot.plan.amounts


def multiplied(finder: Finder) -> AmountTold | None:
    """« 21 ententes à 50 000 $ pendant 5 ans »: the amount that they make, if any is so much."""
    asked = finder.asked
    numbers = [n for word in asked.words if (n := number_in_words(word)) and n > 1]
    if not numbers or len(asked.sums) != 1:
        return None
    product = asked.sums[0].cents * prod(numbers)
    wanted = {product, product * (asked.years or 1)}
    every = _amounts(finder)
    for each in every:
        if {each.value, each.total} & wanted:
            return AmountTold(each, parts_of(each, every))
        if each.rhythm is Rhythm.OVER_PERIOD and product * (each.years or 0) == each.value:
            return AmountTold(each, parts_of(each, every), each_year=product)
    return None


def are_totals(finder: Finder) -> bool:
    """« Pourquoi 17,2 et pas 16,7? »: the total announced, and what the amounts told make."""
    plan = finder.snapshot.plan
    if plan.announced_total is None or finder.asked.measures:
        return False
    found = reconciliation(plan.amounts, plan.announced_total)
    totals = (plan.announced_total, found.committed.cents, found.everything)
    return all(
        any(abs(each.cents - total) <= _ROUNDED for total in totals) for each in finder.asked.sums
    )


def together(finder: Finder) -> Answer | None:
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


def of_each(finder: Finder) -> Answer:
    """Two sums: how one stands to the other; else, each is told."""
    asked = finder.asked
    every = finder.snapshot.plan.amounts
    groups = [valued(each, every, asked.measures) for each in asked.sums]
    unknown = tuple(each for each, group in zip(asked.sums, groups, strict=True) if not group)
    if unknown and (real := real_amount(finder)):
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
