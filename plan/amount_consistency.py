"""What cannot be true of a plan's amounts together."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plan.definition import PlanDefinition
from plan.money import Amount, Cents, Nature, Rhythm
from plan.problem import Problem

AddsUp = Mapping[str, Collection[str]]


def amount_problems(plan: PlanDefinition, adds_up: AddsUp) -> Iterator[Problem]:
    """Links to nothing or in a circle, parts larger than their whole, sums that do not come out.

    `adds_up` names the parts that are known to make up the whole of an amount.
    """
    by_key = {each.key: each for each in plan.amounts}
    for amount in plan.amounts:
        yield from _alone(plan, amount)
        yield from _links(amount, by_key)
    for each in oversizes(plan.amounts):
        told = f"{each.size} of {each.room} cents"
        if len(each.parts) == 1:
            yield Problem("part_over_whole", each.parts[0], f"{told} of {each.whole}")
        else:
            yield Problem("parts_over_whole", each.whole, f"{each.nature.value}: {told}")
    for key, parts in adds_up.items():
        yield from _sum_of_parts(key, parts, by_key)


@dataclass(frozen=True, slots=True)
class Oversize:
    """Parts of one nature that their whole cannot hold; keys, and cents of the same rhythm."""

    parts: tuple[str, ...]
    whole: str
    nature: Nature
    size: Cents
    room: Cents


def oversizes(amounts: Iterable[Amount]) -> Iterator[Oversize]:
    """Each part larger than its whole, and the parts that are so together.

    What is the same money as another amount is counted once in them.
    """
    by_key = {each.key: each for each in amounts}
    together: defaultdict[tuple[str, Nature], list[Amount]] = defaultdict(list)
    for amount in by_key.values():
        for key in amount.part_of:
            whole = by_key.get(key)
            if whole is None:
                continue
            sizes = _comparable(amount, whole)
            if sizes and sizes[0] > sizes[1]:
                yield Oversize((amount.key,), key, amount.nature, *sizes)
            if amount.same_as not in by_key:
                together[key, amount.nature].append(amount)
    for (key, nature), parts in together.items():
        size, room = _sizes_together(parts, by_key[key])
        if len(parts) > 1 and size > room:
            yield Oversize(tuple(each.key for each in parts), key, nature, size, room)


def _sizes_together(parts: Sequence[Amount], whole: Amount) -> tuple[Cents, Cents]:
    sizes = [pair for each in parts if (pair := _comparable(each, whole))]
    if len({room for _, room in sizes}) != 1:
        sizes = [(each.total, whole.total) for each in parts]
    return sum(part for part, _ in sizes), sizes[0][1]


def _alone(plan: PlanDefinition, amount: Amount) -> Iterator[Problem]:
    if amount.value <= 0:
        yield Problem("value_not_positive", amount.key, f"{amount.value} cents")
    if not amount.purpose.strip():
        yield Problem("purpose_missing", amount.key)
    if amount.years is not None and amount.years < 1:
        yield Problem("years_impossible", amount.key, str(amount.years))
    if amount.rhythm is Rhythm.PER_YEAR and amount.years is None:
        yield Problem("years_missing", amount.key, "a sum per year")
    if amount.as_of < plan.starts_on:
        yield Problem("date_before_start", amount.key, f"as of {amount.as_of}")
    known = {each.acronym for each in plan.organisations}
    for payer in amount.payers:
        if payer not in known:
            yield Problem("unknown_payer", amount.key, payer)


def _links(amount: Amount, by_key: Mapping[str, Amount]) -> Iterator[Problem]:
    for code, keys in (("part_of", amount.part_of), ("same_as", (amount.same_as,))):
        for key in filter(None, keys):
            if key not in by_key:
                yield Problem(f"{code}_unknown", amount.key, key)
    if len(set(amount.part_of)) < len(amount.part_of) or amount.same_as in amount.part_of:
        yield Problem("link_twice", amount.key)
    if amount.outside and amount.part_of:
        yield Problem("outside_and_part", amount.key, ", ".join(amount.part_of))
    if _circle(amount.key, by_key):
        yield Problem("circle", amount.key, "it contains itself")


def _circle(start: str, by_key: Mapping[str, Amount]) -> bool:
    ahead, seen = [start], set[str]()
    while ahead:
        amount = by_key.get(ahead.pop())
        for key in (*amount.part_of, amount.same_as) if amount else ():
            if key == start:
                return True
            if key not in seen:
                seen.add(key)
                ahead.append(key)
    return False


def _comparable(part: Amount, whole: Amount) -> tuple[Cents, Cents] | None:
    """Both values in the same rhythm, else both totals where they are known."""
    if part.rhythm is whole.rhythm and part.years == whole.years:
        return part.value, whole.value
    if Rhythm.UNTOLD in (part.rhythm, whole.rhythm):
        return None
    return part.total, whole.total


def _sum_of_parts(
    key: str, parts: Collection[str], by_key: Mapping[str, Amount]
) -> Iterator[Problem]:
    held = [by_key[each] for each in (key, *parts) if each in by_key]
    if len(held) != len(parts) + 1:
        yield Problem("parts_unknown", key, ", ".join(parts))
        return
    whole, *others = held
    together = sum(each.total for each in others)
    if together != whole.total:
        yield Problem("parts_do_not_add_up", key, f"{together} of {whole.total} cents")
    for each in others:
        if key not in each.part_of:
            yield Problem("part_not_linked", each.key, key)
