"""What can be told, each thing as a record with the words by which it is found."""

from dataclasses import dataclass
from enum import StrEnum

from plan.definition import Axis
from plan.directory import DirectoryEntry, Section
from plan.indicator import Indicator
from plan.measure import Measure, Statement, Volet
from plan.money import Amount
from plan.organisation import Organisation
from plan.source import Document, Fact


class Shelf(StrEnum):
    """Where a record stands: what kind of thing it tells."""

    MEASURE = "mesure"
    VOLET = "volet"
    AMOUNT = "montant"
    INDICATOR = "repère"
    FACT = "fait"
    ORGANISATION = "organisme"
    ENTRY = "fiche"
    SECTION = "rubrique"
    REMARK = "remarque"
    AXIS = "axe"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class EntrySection:
    """A titled list of a directory entry, with its entry."""

    entry: DirectoryEntry
    section: Section


@dataclass(frozen=True, slots=True)
class MeasureVolet:
    """A volet with its measure."""

    measure: Measure
    volet: Volet


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a volet's remark, with who recorded it and when."""

    measure: Measure
    volet: Volet
    sentence: str
    statement: Statement


Thing = (
    Measure
    | MeasureVolet
    | Amount
    | Indicator
    | Fact
    | Organisation
    | DirectoryEntry
    | EntrySection
    | Said
    | Axis
    | Document
)


@dataclass(frozen=True, slots=True)
class Record:
    """Something that can be told.

    `own` are the words that name it, `near` those of what it belongs to, `far` the remarks on
    that; `measure` is the number of its measure, None where it is of none; `names` are those it is
    called by, whole.
    """

    shelf: Shelf
    thing: Thing
    own: str
    near: str = ""
    measure: int | None = None
    far: str = ""
    names: tuple[str, ...] = ()
