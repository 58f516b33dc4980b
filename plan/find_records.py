"""Finding an indicator or an amount by what a person typed or chose."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from plan.errors import AmbiguousError, NotFoundError
from plan.indicator import Indicator
from plan.likeness import holds_words
from plan.money import Amount
from plan.numbers import read_sum
from plan.option_errors import AmbiguousAmountError, AmountNotFoundError, UnreadableError
from plan.text import fold

_Record = TypeVar("_Record", Indicator, Amount)


def find_indicator(typed: str, indicators: Sequence[Indicator]) -> Indicator:
    """The one indicator that `typed` names: its key, its label, or words of it.

    Raises:
        NotFoundError, AmbiguousError: none or several; the candidates are told.
    """
    fitting = _fitting(typed, indicators, lambda each: each.label)
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise AmbiguousError("indicateur", typed, [each.label for each in fitting])
    raise NotFoundError("indicateur", typed, [each.label for each in indicators])


def find_amount(typed: str, amounts: Sequence[Amount]) -> Amount:
    """The one amount that `typed` names: its key, its value, what it is for, or words of it.

    Raises:
        AmountNotFoundError, AmbiguousAmountError: none or several; these are told.
    """
    try:
        value = read_sum(typed)
    except UnreadableError:
        value = None
    fitting = [each for each in amounts if each.value == value]
    fitting = fitting or _fitting(typed, amounts, lambda each: each.purpose)
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise AmbiguousAmountError(typed, fitting)
    raise AmountNotFoundError(typed)


def _fitting(
    typed: str, records: Sequence[_Record], label: Callable[[_Record], str]
) -> list[_Record]:
    """The record of that key; else those of that very label; else those that hold the words."""
    for each in records:
        if each.key == typed.strip():
            return [each]
    exact = [each for each in records if fold(label(each)) == fold(typed)]
    return exact or [each for each in records if typed.strip() and holds_words(typed, label(each))]
