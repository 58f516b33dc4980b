"""How amounts stand to one another: parts, wholes, shares, times."""

from collections.abc import Collection, Iterable, Sequence
from itertools import product

from plan.definition import PlanDefinition
from plan.money import Amount
from plan.questions.answering.told.money import AddedTold
from plan.questions.finding.index import Match
from plan.questions.finding.record import Record
from plan.questions.reading.money_words import TypedSum
from plan.questions.reading.periods import Period, told_periods
from plan.totals import totals_by_nature


def amount_of(record: Record) -> Amount | None:
    """The amount of a record."""
    return record.thing if isinstance(record.thing, Amount) else None


def amounts_of(matches: Iterable[Match]) -> list[Amount]:
    """The amounts of several matches, in their order."""
    return [amount for each in matches if (amount := amount_of(each.record))]


def valued(
    wanted: TypedSum, every: Iterable[Amount], measures: Collection[int] = ()
) -> list[Amount]:
    """The amounts of this value, or of this total, of the measures named where some are."""
    return [
        each
        for each in every
        if wanted.cents in (each.value, each.total) and (not measures or each.measure in measures)
    ]


def wholes_of(amount: Amount, every: Iterable[Amount]) -> tuple[Amount, ...]:
    """The amounts told that contain it directly."""
    return tuple(each for each in every if each.key in amount.part_of)


def parts_of(amount: Amount, every: Iterable[Amount]) -> tuple[Amount, ...]:
    """The amounts that it contains directly, of its own measure."""
    return tuple(
        each for each in every if amount.key in each.part_of and each.measure == amount.measure
    )


def nested_parts(
    amount: Amount, every: Sequence[Amount], depth: int = 0
) -> list[tuple[Amount, int]]:
    """Its parts, each followed by its own, with how many of them each is within."""
    found = []
    for part in parts_of(amount, every):
        found += [(part, depth), *nested_parts(part, every, depth + 1)]
    return found


def leaves_of(amount: Amount, every: Sequence[Amount]) -> tuple[Amount, ...]:
    """The amounts that make it up, those with parts of their own replaced by these."""
    found: list[Amount] = []
    for part in parts_of(amount, every):
        found += leaves_of(part, every) or (part,)
    return tuple(dict.fromkeys(found))


def shares_of(amount: Amount, every: Iterable[Amount]) -> tuple[Amount, ...]:
    """The parts of one payer each that make it up; none where they do not add up to it."""
    if len(amount.payers) < 2:
        return ()
    parts = tuple(each for each in parts_of(amount, every) if len(each.payers) == 1)
    return parts if sum(each.total for each in parts) == amount.total else ()


def roots_among(amounts: Sequence[Amount]) -> list[Amount]:
    """Those that no other of them holds, or that stand outside."""
    keys = {each.key for each in amounts}
    return [
        each
        for each in amounts
        if each.outside or not keys.intersection((*each.part_of, each.same_as))
    ]


def added_up(amounts: Sequence[Amount], *, as_asked: bool = False) -> AddedTold | None:
    """The sum of amounts, none counted in another; of one nature, unless it was asked for."""
    if as_asked and len(roots_among(amounts)) == len(amounts) > 1:
        return AddedTold(tuple(amounts), sum(each.total for each in amounts))
    totals = list(totals_by_nature(amounts).values())
    if len(totals) != 1 or len(totals[0].counted) < len(amounts):
        return None
    return AddedTold(tuple(amounts), totals[0].cents)


def is_of_time(amount: Amount, periods: Iterable[Period], plan: PlanDefinition) -> bool:
    """Tell whether an amount is of the time asked about.

    Its own period decides where it tells one; else it stands for the years of the plan that the
    documents report on.
    """
    told = list(told_periods(f"{amount.period} {amount.purpose}"))

    def fits(period: Period) -> bool:
        if told:
            return any(each.overlaps(period) for each in told)
        return period.first <= amount.as_of and period.last >= plan.starts_on

    return all(fits(each) for each in periods if each.has_year)


def alike(groups: Sequence[Sequence[Amount]]) -> list[Amount]:
    """One amount of each group: those that most share a measure, else a rhythm."""
    if not all(groups):
        return []
    return max(map(list, product(*groups)), key=_likeness)


def _likeness(amounts: list[Amount]) -> tuple[int, int, int]:
    measures = {each.measure for each in amounts}
    rhythms = {(each.rhythm, each.years) for each in amounts}
    return len(set(amounts)), -len(measures), -len(rhythms)
