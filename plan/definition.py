"""A plan as a document defines it: what an import reads and a new committee starts from."""

from dataclasses import dataclass
from datetime import date

from plan.directory import DirectoryEntry
from plan.indicator import Indicator
from plan.money import Amount, Cents
from plan.organisation import Organisation, PrintedOrganisation
from plan.source import Document, Fact, Source
from plan.state import State


@dataclass(frozen=True, slots=True)
class Axis:
    """A section of the bilan. `short` is a name of a few words for lists."""

    number: int
    title: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class VoletDefinition:
    """A row of the bilan's table.

    `position` counts a measure's rows from 1; `printed` is the MO cell as printed; `state` and
    `remark` are what the document says at the plan's `first_state_on`.
    """

    position: int
    label: str
    remark: str
    printed: str
    organisations: tuple[PrintedOrganisation, ...]
    state: State
    source: Source


@dataclass(frozen=True, slots=True)
class MeasureDefinition:
    """A measure: number, official title, axis, and one volet or more."""

    number: int
    title: str
    axis: int
    volets: tuple[VoletDefinition, ...]
    short: str = ""


@dataclass(frozen=True, slots=True)
class PlanDefinition:
    """A whole plan. `announced_total` is in cents; its states speak of `first_state_on`.

    `coordinator` is the acronym of the plan's own ministry.
    """

    key: str
    title: str
    coordinator: str
    starts_on: date
    first_state_on: date
    axes: tuple[Axis, ...]
    measures: tuple[MeasureDefinition, ...]
    organisations: tuple[Organisation, ...]
    years: int | None = None
    announced_total: Cents | None = None
    announced_source: Source | None = None
    documents: tuple[Document, ...] = ()
    amounts: tuple[Amount, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    facts: tuple[Fact, ...] = ()
    directory: tuple[DirectoryEntry, ...] = ()

    @property
    def document_name(self) -> str:
        """The document that its first states come from: « Premier bilan… (mai 2011) »."""
        if not self.documents:
            return self.title
        document = self.documents[0]
        return f"{document.title} ({document.date})" if document.date else document.title
