"""What an answer about measures and MOs can tell, with the facts that its wording needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plan.definition import Axis
from plan.directory import DirectoryEntry
from plan.history import Change
from plan.measure import Measure, Volet
from plan.organisation import Organisation
from plan.questions.answering.told.told import OfMeasure, OfMeasures, Told
from plan.source import Source
from plan.state import State


@dataclass(frozen=True, slots=True)
class StateTold(OfMeasure):
    """A measure's state; `volet` where one of its volets is what was asked about.

    `denies`: it was supposed to be in another.
    """

    volet: Volet | None = None
    denies: bool = False


@dataclass(frozen=True, slots=True)
class TallyTold(OfMeasures):
    """How many measures are in each state, of a group (an axis, an MO) or of the plan."""

    axis: Axis | None = None
    body: Organisation | None = None


@dataclass(frozen=True, slots=True)
class MeasuresTold(OfMeasures):
    """The measures that fit. `everyone` are those of every MO, told apart where one is asked.

    `without`: those that the MOs are not in; `alone`: those that no other MO is in;
    `paying`: those that the MOs pay for.
    """

    states: frozenset[State] = frozenset()
    bodies: tuple[Organisation, ...] = ()
    axes: tuple[Axis, ...] = ()
    words: tuple[str, ...] = ()
    everyone: tuple[Measure, ...] = ()
    only_everyone: bool = False
    without: bool = False
    alone: bool = False
    paying: bool = False


@dataclass(frozen=True, slots=True)
class BodiesTold(OfMeasure):
    """The MOs of a measure, or of one volet; `asked` are those the question named.

    `members`: who sits on a committee was asked, which is more than whom the measure concerns.
    """

    volet: Volet | None = None
    asked: tuple[Organisation, ...] = ()
    members: bool = False


@dataclass(frozen=True, slots=True)
class CoordinatorTold(Told):
    """The plan's own ministry."""

    organisation: Organisation | None
    acronym: str


@dataclass(frozen=True, slots=True)
class ListTold(Told):
    """Parts of the plan by name: its axes, a measure's volets, the MOs, the sectors."""

    what: str
    things: tuple[Axis | Volet | Organisation | DirectoryEntry, ...]
    measure: Measure | None = None
    by: str = ""

    @property
    def sources(self) -> Iterable[Source]:
        """Where the measure stands, or the entries."""
        if self.measure:
            return OfMeasure(self.measure).sources
        entries = [each for each in self.things if isinstance(each, DirectoryEntry)]
        return [source for each in entries for source in each.sources]

    @property
    def opens(self) -> Iterable[int]:
        """Its measure, where it is of one."""
        return [self.measure.number] if self.measure else []


@dataclass(frozen=True, slots=True)
class NameTold(OfMeasures):
    """What an MO's acronym stands for, with its measures."""

    organisation: Organisation


@dataclass(frozen=True, slots=True)
class MeasureTold(OfMeasure):
    """A measure in brief; `whole`: with what is said of each volet, for it alone was asked for."""

    whole: bool = False


class Unit(StrEnum):
    """What is compared."""

    MEASURES = "measures"
    BODIES = "bodies"
    MONEY = "money"
    PAID = "paid"  # all the money of each, counted once


Ranked = tuple[Measure | Organisation | Axis | State, int]


@dataclass(frozen=True, slots=True)
class RankedTold(Told):
    """Things compared by a number; `values` pairs each with its own, in cents where it is money.

    The winner comes first. `first` and `last` are the places that were asked for, from 1 on.
    """

    unit: Unit
    values: tuple[Ranked, ...]
    difference: bool = False
    first: int = 1
    last: int = 1


@dataclass(frozen=True, slots=True)
class ChangesTold(Told):
    """What was recorded since a day, newest first; `first` is the day of the documents' states.

    `measures` are the numbers of those asked about, none where all are; `total` counts the
    changes, of which `changes` are the last.
    """

    changes: tuple[Change, ...]
    since: date | None
    first: date
    measures: tuple[int, ...] = ()
    total: int = 0
