"""Which amounts contain which, over any number of steps."""

from collections.abc import Collection, Iterable

from plan.money import Amount, Nature


def containers(
    amounts: Iterable[Amount], preferred: Collection[Nature] = ()
) -> dict[str, tuple[str, ...]]:
    """For each amount, the keys of those that are or contain its money, the nearest first.

    Two amounts that are the same money contain one another: the one that says so stands under the
    other, but for one of a `preferred` nature, which stands above. A link to an unknown amount, or
    one that would close a circle, is passed over.
    """
    by_key = {each.key: each for each in amounts}
    links: dict[str, list[str]] = {key: [] for key in by_key}
    for key in sorted(by_key):
        amount = by_key[key]
        for target in (amount.same_as, *amount.part_of):
            if target not in by_key:
                continue
            under, over = key, target
            stands_above = amount.nature in preferred and by_key[target].nature not in preferred
            if target == amount.same_as and stands_above:
                under, over = target, key
            known = over in links[under] or under == over
            if not known and under not in _reached(over, links):
                links[under].append(over)
    return {key: tuple(_reached(key, links)) for key in by_key}


def _reached(start: str, links: dict[str, list[str]]) -> list[str]:
    """All that can be reached from `start`, breadth first, without `start` itself."""
    found: list[str] = []
    ahead = [start]
    for key in ahead:
        fresh = [each for each in links[key] if each not in found and each != start]
        found += fresh
        ahead += fresh
    return found
