"""What cannot be true of a plan's amounts together."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

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
    yield from _parts_over_whole(by_key)
    for key, parts in adds_up.items():
        yield from _sum_of_parts(key, parts, by_key)


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
    for key in amount.part_of:
        whole = by_key.get(key)
        sizes = _comparable(amount, whole) if whole else None
        if sizes and sizes[0] > sizes[1]:
            yield Problem("part_over_whole", amount.key, f"{sizes[0]} of {sizes[1]} cents of {key}")


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


def _parts_over_whole(by_key: Mapping[str, Amount]) -> Iterator[Problem]:
    """The parts of one nature that a whole directly holds may not exceed it together."""
    parts: defaultdict[tuple[str, Nature], list[Amount]] = defaultdict(list)
    for amount in by_key.values():
        for key in amount.part_of:
            if key in by_key and amount.same_as not in by_key:
                parts[key, amount.nature].append(amount)
    for (key, nature), held in parts.items():
        sizes = [pair for each in held if (pair := _comparable(each, by_key[key]))]
        if len({whole for _, whole in sizes}) != 1:
            sizes = [(each.total, by_key[key].total) for each in held]
        together = sum(part for part, _ in sizes)
        if len(held) > 1 and together > sizes[0][1]:
            detail = f"{nature.value}: {together} of {sizes[0][1]} cents"
            yield Problem("parts_over_whole", key, detail)


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
