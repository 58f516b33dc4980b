"""What an answer can tell, each kind with the facts that its wording needs."""

from dataclasses import dataclass
from datetime import date

from plan.definition import PlanDefinition
from plan.directory import DirectoryEntry, Section
from plan.indicator import Indicator
from plan.questions.answering.committee_told import AccountTold, NoneOpenTold, RespondentsTold
from plan.questions.answering.measures_told import (
    BodiesTold,
    ChangesTold,
    CoordinatorTold,
    ListTold,
    MeasuresTold,
    MeasureTold,
    NameTold,
    RankedTold,
    StateTold,
    TallyTold,
)
from plan.questions.answering.money_told import (
    AddedTold,
    AmountTold,
    AnnouncedTold,
    ComparedTold,
    DifferingTold,
    NoSuchSumTold,
    OverlapTold,
    PayersTold,
    ReconciliationTold,
    RemainderTold,
    SpanTold,
    TotalsTold,
)
from plan.questions.finding.record import Said, Thing
from plan.questions.reading.asked import Focus, Kind
from plan.source import Fact


@dataclass(frozen=True, slots=True)
class IndicatorTold:
    """A target and a reached value."""

    indicator: Indicator
    focus: frozenset[Focus] = frozenset()


@dataclass(frozen=True, slots=True)
class FactTold:
    """A fact; `others` are those that contradict it."""

    fact: Fact
    others: tuple[Fact, ...] = ()
    kind: Kind = Kind.ANYTHING


@dataclass(frozen=True, slots=True)
class DayTold:
    """A date that is no fact of its own: a deadline, an indicator's target, the plan's start."""

    label: str
    day: date
    thing: Thing | PlanDefinition | None = None


@dataclass(frozen=True, slots=True)
class YearsTold:
    """How long the plan lasts."""

    plan: PlanDefinition


@dataclass(frozen=True, slots=True)
class ContactTold:
    """Whom to ask about an entry."""

    entry: DirectoryEntry
    wanted: frozenset[Focus] = frozenset()


@dataclass(frozen=True, slots=True)
class EntryTold:
    """An entry of the directory, or what was asked of it: carrier, partners, issues, a section."""

    entry: DirectoryEntry
    focus: Focus | None = None
    section: Section | None = None
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SaidTold:
    """A sentence of a remark, where no fact of the plan tells what was asked."""

    said: Said


Told = (
    StateTold
    | TallyTold
    | MeasuresTold
    | BodiesTold
    | CoordinatorTold
    | ListTold
    | AmountTold
    | PayersTold
    | TotalsTold
    | AddedTold
    | RemainderTold
    | NoSuchSumTold
    | AnnouncedTold
    | ReconciliationTold
    | DifferingTold
    | OverlapTold
    | IndicatorTold
    | FactTold
    | DayTold
    | SaidTold
    | SpanTold
    | YearsTold
    | ContactTold
    | EntryTold
    | NameTold
    | MeasureTold
    | RankedTold
    | ComparedTold
    | ChangesTold
    | RespondentsTold
    | AccountTold
    | NoneOpenTold
)
