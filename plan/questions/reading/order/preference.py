"""Kinds of answer in the order they are to be tried, and what a rule makes of them."""

from collections.abc import Callable

from plan.questions.reading.asked import Asked, Kind

Kinds = list[Kind]
Rule = Callable[[Asked, Kinds], Kinds]


def first(kind: Kind, kinds: Kinds) -> Kinds:
    """The kinds, one of them tried before the others."""
    return [kind, *without(kinds, kind)]


def without(kinds: Kinds, *left_out: Kind) -> Kinds:
    """The kinds but for some."""
    return [each for each in kinds if each not in left_out]
