"""Whether money is counted twice, and whether what is told adds up."""

import re
from collections.abc import Iterable, Sequence

from plan.measure import Measure
from plan.money import Amount
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.money.amounts import amount_answer
from plan.questions.answering.money.choice import amounts_named
from plan.questions.answering.money.links import amounts_of, wholes_of
from plan.questions.answering.told.money import DifferingTold, OverlapTold, ReconciliationTold
from plan.questions.finding.finder import Finder
from plan.questions.reading.asked import Focus, Kind
from plan.totals import reconciliation

_MOST_TOLD = 4
_OF_ALL = re.compile(
    r"\b(?:total annonce|total du plan"
    r"|(?:tou\w+|vos|des|aux|les) (?:les |vos )?(?:montants|sommes))\b"
)


def overlap_answer(finder: Finder) -> Answer | None:
    """Whether an amount is counted more than once; what the plan counts so, where none is named."""
    asked, every = finder.asked, finder.snapshot.plan.amounts
    groups = [
        [each for each in every if typed.cents in (each.value, each.total)] for typed in asked.sums
    ]
    if len(groups) > 1 and all(groups) and (told := one_in_the_other(groups, finder)):
        return Answer(asked, Kind.OVERLAP, (told,))
    if groups and (part := _part_named(groups[0], finder)):
        return Answer(asked, Kind.OVERLAP, (part,))
    if groups:
        about = groups[0][:1]
    elif finder.required:
        about = amounts_of(amounts_named(finder))[:1]
    else:
        about = []
    about = about or _shared(every, asked.measures)
    overlaps = tuple(OverlapTold(each, wholes_of(each, every)) for each in about[:_MOST_TOLD])
    return Answer(asked, Kind.OVERLAP, overlaps) if overlaps else None


def _part_named(wholes: Sequence[Amount], finder: Finder) -> OverlapTold | None:
    """« Les services s'ajoutent-ils au 1 M$ »: the amount named that is within the sum typed."""
    above, keys = finder.index.containers, {each.key for each in wholes}
    named = amounts_of(amounts_named(finder)) if finder.required else []
    part = next((each for each in named if keys.intersection(above[each.key])), None)
    if part is None:
        return None
    around = tuple(each for each in finder.snapshot.plan.amounts if each.key in above[part.key])
    return OverlapTold(part, around)


def _paid(finder: Finder) -> list[Measure]:
    """The measure of the amount that the words name best."""
    numbers = [each.measure for each in amounts_of(amounts_named(finder)[:1])]
    return [each for each in finder.snapshot.measures if each.number in numbers]


def one_in_the_other(
    groups: Sequence[Sequence[Amount]], finder: Finder
) -> OverlapTold | DifferingTold | None:
    """How an amount of one group stands to one of another: in it, outside it, the same money."""
    every = finder.snapshot.plan.amounts
    if pair := _same_money(groups, every):
        return pair
    small, large = sorted(groups[:2], key=lambda group: group[0].value)
    above = finder.index.containers
    for amount in small:
        for other in large:
            if other.key in above[amount.key] or other.measure == amount.measure:
                wholes = tuple(each for each in every if each.key in above[amount.key])
                return OverlapTold(amount, wholes, asked=other)
    return None


def _same_money(
    groups: Iterable[Sequence[Amount]], every: Iterable[Amount]
) -> DifferingTold | None:
    by_key = {each.key: each for each in every}
    among = [each for group in groups for each in group]
    for amount in among:
        other = by_key.get(amount.same_as)
        if other is not None and other in among:
            return DifferingTold(amount, other)
    return None


def _shared(every: Iterable[Amount], measures: Sequence[int]) -> list[Amount]:
    """The amounts counted in two others, of the measures named where some are."""
    return [
        each
        for each in every
        if (not measures or each.measure in measures) and (len(each.part_of) > 1 or each.outside)
    ]


def reconciliation_answer(finder: Finder) -> Answer | None:
    """Whether what is told adds up: of a measure, two natures of one money; else the plan."""
    asked, plan = finder.asked, finder.snapshot.plan
    of_plan = any(each.cents == plan.announced_total for each in asked.sums)
    of_plan = of_plan or (not asked.measures and _OF_ALL.search(asked.normal) is not None)
    by_words = finder.required and not of_plan
    if asked.sums and by_words and finder.wants(Focus.DETAIL):
        return None  # « ventilez le 40 000 $ du projet »
    measures = finder.named_measures()
    if by_words and not measures:
        measures = [each.measure for each in finder.measures_meant()[:1]] or _paid(finder)
        if not measures and not finder.is_general:
            return None
    if measures:
        pairs = _differing(measures, plan.amounts)
        return Answer(asked, Kind.RECONCILIATION, pairs) if pairs else amount_answer(finder)
    if not plan.amounts:
        return Answer(asked, Kind.RECONCILIATION, missing=Missing(Gap.NO_AMOUNT))
    found = reconciliation(plan.amounts, plan.announced_total)
    return Answer(asked, Kind.RECONCILIATION, (ReconciliationTold(found),))


def _differing(measures: Iterable[Measure], every: Iterable[Amount]) -> tuple[DifferingTold, ...]:
    """The moneys of measures that are told twice, each time as another sum."""
    by_key = {each.key: each for each in every}
    amounts = [amount for each in measures for amount in each.amounts]
    return tuple(DifferingTold(a, by_key[a.same_as]) for a in amounts if a.same_as in by_key)
