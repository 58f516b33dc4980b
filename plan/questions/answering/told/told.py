"""What is told has in common: where it stands, and which measures' cards say more of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from plan.directory import DirectoryEntry
from plan.measure import Measure
from plan.money import Amount
from plan.source import Source


class Told:
    """Something that an answer tells, with the facts that its wording needs."""

    __slots__ = ()

    @property
    def sources(self) -> Iterable[Source]:
        """Where it stands in the documents; nowhere for what is counted or recorded here."""
        return ()

    @property
    def opens(self) -> Iterable[int]:
        """The numbers of the measures whose cards say more of it."""
        return ()


@dataclass(frozen=True, slots=True)
class OfAmount(Told):
    """What tells one amount."""

    amount: Amount

    @property
    def sources(self) -> Iterable[Source]:
        """Where the amount stands."""
        return [self.amount.source]

    @property
    def opens(self) -> Iterable[int]:
        """Its measure, where it is of one."""
        return [] if self.amount.measure is None else [self.amount.measure]


@dataclass(frozen=True, slots=True)
class OfMeasure(Told):
    """What tells one measure."""

    measure: Measure

    @property
    def sources(self) -> Iterable[Source]:
        """Where its first volet stands."""
        return [each.source for each in self.measure.volets[:1]]

    @property
    def opens(self) -> Iterable[int]:
        """The measure itself."""
        return [self.measure.number]


@dataclass(frozen=True, slots=True)
class OfMeasures(Told):
    """What tells of several measures together: none of them is worth a button of its own."""

    measures: tuple[Measure, ...]

    @property
    def sources(self) -> Iterable[Source]:
        """Where the first of them stands: the others are beside it."""
        return [source for each in self.measures[:1] for source in OfMeasure(each).sources]


@dataclass(frozen=True, slots=True)
class OfEntry(Told):
    """What tells an entry of the directory."""

    entry: DirectoryEntry

    @property
    def sources(self) -> Iterable[Source]:
        """Where the entry stands."""
        return self.entry.sources
