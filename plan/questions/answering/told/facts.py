"""What an answer about facts, days and the directory can tell."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plan.definition import PlanDefinition
from plan.directory import Section
from plan.history import ChangeKind
from plan.indicator import Indicator
from plan.questions.answering.told.told import OfEntry, Told
from plan.questions.finding.record import Said, Thing
from plan.questions.reading.asked import Focus, Kind
from plan.source import Fact, Source


@dataclass(frozen=True, slots=True)
class IndicatorTold(Told):
    """A target and a reached value."""

    indicator: Indicator
    focus: frozenset[Focus] = frozenset()

    @property
    def sources(self) -> Iterable[Source]:
        """Where the indicator stands."""
        return [self.indicator.source] if self.indicator.source else []

    @property
    def opens(self) -> Iterable[int]:
        """Its measure, where it is of one."""
        return [self.indicator.measure]


@dataclass(frozen=True, slots=True)
class FactTold(Told):
    """A fact; `others` are those that contradict it."""

    fact: Fact
    others: tuple[Fact, ...] = ()
    kind: Kind = Kind.ANYTHING

    @property
    def sources(self) -> Iterable[Source]:
        """Where the fact stands, and those that contradict it."""
        return [each.source for each in (self.fact, *self.others)]

    @property
    def opens(self) -> Iterable[int]:
        """Its measure, where it is of one."""
        return [] if self.fact.measure is None else [self.fact.measure]


@dataclass(frozen=True, slots=True)
class DayTold(Told):
    """A date that is no fact of its own: a deadline, an indicator's target, the plan's start."""

    label: str
    day: date
    thing: Thing | PlanDefinition | None = None

    @property
    def sources(self) -> Iterable[Source]:
        """Where the indicator stands, where it is one's target."""
        found = self.thing.source if isinstance(self.thing, Indicator) else None
        return [found] if found else []


@dataclass(frozen=True, slots=True)
class YearsTold(Told):
    """How long the plan lasts."""

    plan: PlanDefinition


@dataclass(frozen=True, slots=True)
class ContactTold(OfEntry):
    """Whom to ask about an entry."""

    wanted: frozenset[Focus] = frozenset()


@dataclass(frozen=True, slots=True)
class EntryTold(OfEntry):
    """An entry of the directory, or what was asked of it: carrier, partners, issues, a section."""

    focus: Focus | None = None
    section: Section | None = None
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SaidTold(Told):
    """A sentence of a remark, where no fact of the plan tells what was asked."""

    said: Said

    @property
    def sources(self) -> Iterable[Source]:
        """Where the volet stands, where the remark is a document's."""
        of_document = self.said.statement.change.kind is ChangeKind.IMPORT
        return [self.said.volet.source] if of_document else []

    @property
    def opens(self) -> Iterable[int]:
        """Its measure, where it is of one."""
        return [self.said.measure.number]
