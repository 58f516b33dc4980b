"""What an answer about money can tell, each kind with the facts that its wording needs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plan.definition import Axis, PlanDefinition
from plan.money import Amount, Cents, Nature, Rhythm
from plan.organisation import Organisation
from plan.questions.answering.told.told import OfAmount, Told
from plan.questions.reading.money_words import TypedSum
from plan.source import Source
from plan.sums import Sum
from plan.totals import Reconciliation


@dataclass(frozen=True, slots=True)
class AmountTold(OfAmount):
    """One amount, with the parts that were asked for, or that its payers share it by.

    `depths` tell of each part how many other parts it is within, where parts have parts.
    `each_year` is what it makes in a year, where its parts are told by the year; `not_yearly` where
    it was asked whether it is of each year, and is of all of them.
    """

    parts: tuple[Amount, ...] = ()
    containers: tuple[Amount, ...] = ()
    each_year: Cents | None = None
    not_yearly: bool = False
    depths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PayersTold(OfAmount):
    """Who pays an amount; `shares` are the parts of one payer each.

    `denied` are those of whom it was asked whether they pay it, and who do not.
    """

    shares: tuple[Amount, ...] = ()
    containers: tuple[Amount, ...] = ()
    denied: tuple[Organisation, ...] = ()


@dataclass(frozen=True, slots=True)
class TotalsTold(Told):
    """Totals by nature, never added together, of what an axis or an MO has.

    `shared` are what an MO pays with others, whose shares are not told: they are in no total.
    """

    totals: Mapping[Nature, Sum]
    label: str
    axis: Axis | None = None
    body: Organisation | None = None
    amounts: tuple[Amount, ...] = ()
    shared: tuple[Amount, ...] = ()

    @property
    def sources(self) -> Iterable[Source]:
        """Where the amounts stand."""
        return [each.source for each in (*self.amounts, *self.shared)]


@dataclass(frozen=True, slots=True)
class AddedTold(Told):
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

    @property
    def sources(self) -> Iterable[Source]:
        """Where the amounts stand."""
        return [each.source for each in self.amounts]


@dataclass(frozen=True, slots=True)
class RemainderTold(Told):
    """An amount less some of its parts; `cents` is what is left.

    It is by the amount's own rhythm; over all their years with `totals`.
    """

    whole: Amount
    off: tuple[Amount, ...]
    cents: Cents
    totals: bool = False

    @property
    def sources(self) -> Iterable[Source]:
        """Where the amounts stand."""
        return [each.source for each in (self.whole, *self.off)]


@dataclass(frozen=True, slots=True)
class AnnouncedTold(Told):
    """The plan's announced total; `per_year` where a yearly one was asked, which is not told."""

    plan: PlanDefinition
    per_year: bool = False

    @property
    def sources(self) -> Iterable[Source]:
        """Where the total is announced."""
        return [self.plan.announced_source] if self.plan.announced_source else []


@dataclass(frozen=True, slots=True)
class NoSuchSumTold(Told):
    """No amount has the value that was supposed; what it really is follows.

    `elsewhere`: an amount of something else has it.
    """

    sums: tuple[TypedSum, ...]
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class ReconciliationTold(Told):
    """The amounts told against the total announced."""

    found: Reconciliation

    @property
    def sources(self) -> Iterable[Source]:
        """Where the amounts stand."""
        return [each.amount.source for each in self.found.committed.counted]


@dataclass(frozen=True, slots=True)
class DifferingTold(OfAmount):
    """Two natures of the same money that do not agree; the amount is told against the other."""

    other: Amount

    @property
    def sources(self) -> Iterable[Source]:
        """Where both stand, as they are told."""
        return [self.other.source, self.amount.source]


@dataclass(frozen=True, slots=True)
class OverlapTold(OfAmount):
    """Whether an amount is counted in others."""

    wholes: tuple[Amount, ...]
    asked: Amount | None = None


@dataclass(frozen=True, slots=True)
class SpanTold(OfAmount):
    """How long, or from when to when."""


@dataclass(frozen=True, slots=True)
class ComparedTold(Told):
    """Two amounts side by side, the larger first; over all their years with `totals`.

    `exceeds` is whether the one asked about is more than the other, where that was asked.
    """

    larger: Amount
    smaller: Amount
    totals: bool = False
    exceeds: bool | None = None

    @property
    def sources(self) -> Iterable[Source]:
        """Where both stand."""
        return [self.larger.source, self.smaller.source]

    @property
    def opens(self) -> Iterable[int]:
        """The measure of the larger."""
        return OfAmount(self.larger).opens
