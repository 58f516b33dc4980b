"""Finding an indicator or an amount by what a person typed or chose."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from plan.errors import AmbiguousError, BadOptionError, NotFoundError
from plan.find import holds_words
from plan.indicator import Indicator
from plan.money import Amount
from plan.numbers import read_sum
from plan.text import fold

_Record = TypeVar("_Record", Indicator, Amount)


def find_indicator(typed: str, indicators: Sequence[Indicator]) -> Indicator:
    """The one indicator that `typed` names: its key, its label, or words of it.

    Raises:
        NotFoundError, AmbiguousError: none or several; the candidates are told.
    """
    return _only("indicateur", typed, indicators, lambda each: each.label)


def find_amount(typed: str, amounts: Sequence[Amount]) -> Amount:
    """The one amount that `typed` names: its key, its value, what it is for, or words of it.

    Raises:
        NotFoundError, AmbiguousError: none or several; the candidates are told.
    """
    try:
        value = read_sum(typed)
    except BadOptionError:
        value = None
    of_value = [each for each in amounts if each.value == value]
    if len(of_value) == 1:
        return of_value[0]
    if of_value:
        raise AmbiguousError("montant", typed, [each.purpose for each in of_value])
    return _only("montant", typed, amounts, lambda each: each.purpose)


def _only(
    kind: str, typed: str, records: Sequence[_Record], label: Callable[[_Record], str]
) -> _Record:
    for each in records:
        if each.key == typed.strip():
            return each
    exact = [each for each in records if fold(label(each)) == fold(typed)]
    fitting = exact or [
        each for each in records if typed.strip() and holds_words(typed, label(each))
    ]
    if len(fitting) == 1:
        return fitting[0]
    labels = [label(each) for each in fitting or records]
    if fitting:
        raise AmbiguousError(kind, typed, labels)
    raise NotFoundError(kind, typed, labels[:5])
