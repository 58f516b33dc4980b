"""What an answer can tell, each kind with the facts that its wording needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plan.definition import Axis, PlanDefinition
from plan.directory import DirectoryEntry, Section
from plan.history import Change
from plan.indicator import Indicator
from plan.measure import Measure, Volet
from plan.money import Amount, Cents, Nature
from plan.organisation import Organisation
from plan.questions.finding.facts import Thing
from plan.questions.reading.asked import Focus, Kind
from plan.source import Fact
from plan.state import State
from plan.sums import Sum
from plan.totals import Reconciliation


@dataclass(frozen=True, slots=True)
class StateTold:
    """A measure's state; `volet` where one of its volets is what was asked about."""

    measure: Measure
    volet: Volet | None = None


@dataclass(frozen=True, slots=True)
class TallyTold:
    """How many measures are in each state, of a group (an axis, an MO) or of the plan."""

    measures: tuple[Measure, ...]
    axis: Axis | None = None
    body: Organisation | None = None


@dataclass(frozen=True, slots=True)
class MeasuresTold:
    """The measures that fit. `everyone` are those of every MO, told apart where one is asked.

    `without`: those that the MOs are not in; `alone`: those that no other MO is in.
    """

    measures: tuple[Measure, ...]
    counted: bool
    states: frozenset[State] = frozenset()
    bodies: tuple[Organisation, ...] = ()
    axes: tuple[Axis, ...] = ()
    words: tuple[str, ...] = ()
    everyone: tuple[Measure, ...] = ()
    only_everyone: bool = False
    without: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class BodiesTold:
    """The MOs of a measure, or of one volet; `asked` are those the question named.

    `members`: who sits on a committee was asked, which is more than whom the measure concerns.
    """

    measure: Measure
    volet: Volet | None = None
    asked: tuple[Organisation, ...] = ()
    members: bool = False


@dataclass(frozen=True, slots=True)
class CoordinatorTold:
    """The plan's own ministry."""

    organisation: Organisation | None
    acronym: str


@dataclass(frozen=True, slots=True)
class ListTold:
    """Parts of the plan by name: its axes, a measure's volets, the MOs, the sectors."""

    what: str
    things: tuple[Axis | Volet | Organisation | DirectoryEntry, ...]
    counted: bool
    measure: Measure | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class AmountTold:
    """One amount, with the parts that were asked for, or that its payers share it by."""

    amount: Amount
    parts: tuple[Amount, ...] = ()
    containers: tuple[Amount, ...] = ()


@dataclass(frozen=True, slots=True)
class PayersTold:
    """Who pays an amount; `shares` are the parts of one payer each."""

    amount: Amount
    shares: tuple[Amount, ...] = ()
    containers: tuple[Amount, ...] = ()


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
    """Amounts of one nature added; `cents` is their total over all their years."""

    amounts: tuple[Amount, ...]
    cents: Cents


@dataclass(frozen=True, slots=True)
class AnnouncedTold:
    """The plan's announced total; `per_year` where a yearly one was asked, which is not told."""

    plan: PlanDefinition
    per_year: bool = False


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
class SpanTold:
    """How long, or from when to when."""

    amount: Amount


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
class NameTold:
    """What an MO's acronym stands for, with its measures."""

    organisation: Organisation
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class MeasureTold:
    """A measure in brief."""

    measure: Measure


@dataclass(frozen=True, slots=True)
class RankedTold:
    """Things compared by a number; `values` pairs a label with its value, the winner first."""

    what: str
    values: tuple[tuple[str, int], ...]
    money: bool = False
    most: bool = True
    difference: bool = False


@dataclass(frozen=True, slots=True)
class ComparedTold:
    """Two amounts side by side, the larger first; over all their years with `totals`."""

    larger: Amount
    smaller: Amount
    totals: bool = False


@dataclass(frozen=True, slots=True)
class ChangesTold:
    """What was recorded since a day, newest first; `first` is the day of the documents' states."""

    changes: tuple[Change, ...]
    since: date | None
    first: date


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
    | AnnouncedTold
    | ReconciliationTold
    | DifferingTold
    | OverlapTold
    | IndicatorTold
    | FactTold
    | DayTold
    | SpanTold
    | YearsTold
    | ContactTold
    | EntryTold
    | NameTold
    | MeasureTold
    | RankedTold
    | ComparedTold
    | ChangesTold
)
