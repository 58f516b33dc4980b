"""What an answer about money can tell, each kind with the facts that its wording needs."""

from collections.abc import Mapping
from dataclasses import dataclass

from plan.definition import Axis, PlanDefinition
from plan.money import Amount, Cents, Nature, Rhythm
from plan.organisation import Organisation
from plan.questions.reading.money_words import TypedSum
from plan.sums import Sum
from plan.totals import Reconciliation


@dataclass(frozen=True, slots=True)
class AmountTold:
    """One amount, with the parts that were asked for, or that its payers share it by.

    `each_year` is what it makes in a year, where its parts are told by the year.
    """

    amount: Amount
    parts: tuple[Amount, ...] = ()
    containers: tuple[Amount, ...] = ()
    each_year: Cents | None = None


@dataclass(frozen=True, slots=True)
class PayersTold:
    """Who pays an amount; `shares` are the parts of one payer each.

    `denied` are those of whom it was asked whether they pay it, and who do not.
    """

    amount: Amount
    shares: tuple[Amount, ...] = ()
    containers: tuple[Amount, ...] = ()
    denied: tuple[Organisation, ...] = ()


@dataclass(frozen=True, slots=True)
class TotalsTold:
    """Totals by nature, never added together, of what an axis or an MO has.

    `shared` are what an MO pays with others, whose shares are not told: they are in no total.
    """

    totals: Mapping[Nature, Sum]
    label: str
    axis: Axis | None = None
    body: Organisation | None = None
    amounts: tuple[Amount, ...] = ()
    shared: tuple[Amount, ...] = ()


@dataclass(frozen=True, slots=True)
class AddedTold:
    """Amounts added; `cents` is their total over all their years.

    They are of one nature, unless it was asked to add those very ones.
    """

    amounts: tuple[Amount, ...]
    cents: Cents

    @property
    def yearly(self) -> Cents | None:
        """What they make each year, where each is told by the year, for as many years."""
        rhythms = {(each.rhythm, each.years) for each in self.amounts}
        if len(rhythms) != 1 or self.amounts[0].rhythm is not Rhythm.PER_YEAR:
            return None
        return sum(each.value for each in self.amounts)

    @property
    def is_mixed(self) -> bool:
        """Tell whether they are of several natures, which no total adds together."""
        return len({each.nature for each in self.amounts}) > 1


@dataclass(frozen=True, slots=True)
class RemainderTold:
    """An amount less some of its parts; `cents` is what is left.

    It is by the amount's own rhythm; over all their years with `totals`.
    """

    whole: Amount
    off: tuple[Amount, ...]
    cents: Cents
    totals: bool = False


@dataclass(frozen=True, slots=True)
class AnnouncedTold:
    """The plan's announced total; `per_year` where a yearly one was asked, which is not told."""

    plan: PlanDefinition
    per_year: bool = False


@dataclass(frozen=True, slots=True)
class NoSuchSumTold:
    """No amount has the value that was supposed; what it really is follows.

    `elsewhere`: an amount of something else has it.
    """

    sums: tuple[TypedSum, ...]
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class ReconciliationTold:
    """The amounts told against the total announced."""

    found: Reconciliation


@dataclass(frozen=True, slots=True)
class DifferingTold:
    """Two natures of the same money that do not agree."""

    amount: Amount
    other: Amount


@dataclass(frozen=True, slots=True)
class OverlapTold:
    """Whether an amount is counted in others."""

    amount: Amount
    wholes: tuple[Amount, ...]
    asked: Amount | None = None


@dataclass(frozen=True, slots=True)
class SpanTold:
    """How long, or from when to when."""

    amount: Amount


@dataclass(frozen=True, slots=True)
class ComparedTold:
    """Two amounts side by side, the larger first; over all their years with `totals`."""

    larger: Amount
    smaller: Amount
    totals: bool = False
