"""A measure as it stands at a date. `plan.snapshot` builds it from the history."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plan.definition import Axis, MeasureDefinition, VoletDefinition
from plan.history import Change
from plan.indicator import Indicator
from plan.money import Amount
from plan.organisation import PrintedOrganisation
from plan.source import Fact, Source
from plan.state import Cause, State, combined_state


@dataclass(frozen=True, slots=True)
class Statement:
    """A value somebody recorded, for an MO or (None) for the whole volet."""

    organisation: str | None
    value: str
    as_of: date
    change: Change


@dataclass(frozen=True)  # without slots: its state, asked for again and again, is kept
class Volet:
    """A volet at a date. `states` has several members only where MOs tell different states, and
    none only before the first one recorded.

    `confirmations` are the last « rien de changé » of each MO (None: of the whole volet).
    """

    definition: VoletDefinition
    states: tuple[Statement, ...]
    remarks: tuple[Statement, ...]
    cause: Cause | None = None
    confirmations: tuple[Statement, ...] = ()

    @property
    def position(self) -> int:
        """The row in the measure, from 1."""
        return self.definition.position

    @property
    def label(self) -> str:
        """A name of a few words."""
        return self.definition.label

    @property
    def organisations(self) -> tuple[PrintedOrganisation, ...]:
        """The MOs its row prints."""
        return self.definition.organisations

    @property
    def source(self) -> Source:
        """Its place in the document."""
        return self.definition.source

    @cached_property
    def state(self) -> State:
        """The one state told, or what follows from those that differ."""
        return combined_state(State(each.value) for each in self.states)

    def state_of(self, organisation: str | None) -> State:
        """The state an MO tells where it tells its own, else the volet's."""
        own = (each for each in self.states if each.organisation == organisation is not None)
        return next((State(each.value) for each in own), self.state)

    def prints(self, acronym: str) -> bool:
        """Tell whether its row prints an MO."""
        return any(each.acronym == acronym for each in self.organisations)

    def remark_of(self, organisation: str | None) -> str:
        """The remark kept for an MO (None: for the whole volet), or an empty text.

        What the only MO of a volet says is said for the whole of it.
        """
        if len(self.organisations) == 1:
            organisation = None
        found = (each.value for each in self.remarks if each.organisation == organisation)
        return next(found, "")


@dataclass(frozen=True)
class Measure:
    """A measure at a date. `last_change` is the last one that is not the document's own."""

    definition: MeasureDefinition
    axis: Axis
    volets: tuple[Volet, ...]
    amounts: tuple[Amount, ...]
    indicators: tuple[Indicator, ...]
    facts: tuple[Fact, ...]
    first_state_on: date
    last_change: Change | None = None
    at: date | None = None

    @property
    def number(self) -> int:
        """Its official number."""
        return self.definition.number

    @property
    def title(self) -> str:
        """Its official title."""
        return self.definition.title

    @cached_property
    def state(self) -> State:
        """Derived from its volets, never stored."""
        return combined_state(each.state for each in self.volets)

    @cached_property
    def is_mixed(self) -> bool:
        """Tell whether its volets have different states: say so whenever the state is given."""
        return len({each.state for each in self.volets}) > 1

    @cached_property
    def text(self) -> str:
        """All that it says in words, to be searched."""
        parts = [self.title, self.definition.short]
        for volet in self.volets:
            parts += [volet.label, *(each.value for each in volet.remarks)]
        parts += [each.purpose for each in self.amounts]
        parts += [each.label for each in self.indicators]
        parts += [f"{each.label} {each.value}" for each in self.facts]
        return " ".join(parts)

    @cached_property
    def organisations(self) -> tuple[PrintedOrganisation, ...]:
        """The MOs of all its volets, each once, in printed order."""
        found: dict[str, PrintedOrganisation] = {}
        for volet in self.volets:
            for each in volet.organisations:
                found.setdefault(each.acronym, each)
        return tuple(found.values())
