"""The directory: organisations, strategic sectors and the pôles around a plan."""

from dataclasses import dataclass
from enum import StrEnum

from plan.source import Source


class EntryKind(StrEnum):
    """What an entry describes."""

    ORGANISATION = "organisme"
    SECTOR = "secteur"
    POLES = "poles"


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask; what is not told is empty."""

    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled list of an entry: mandates, kinds of action, figures… `items` are in our words."""

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """One entry. `summary` is in our words; `carrier` and `partners` are names as the source has them.

    `carrier` is the organisation that carries a sector, `issues` what it is meant to answer.
    """

    key: str
    kind: EntryKind
    name: str
    source: Source
    aliases: tuple[str, ...] = ()
    summary: str = ""
    carrier: str = ""
    partners: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    contact: Contact | None = None
    sections: tuple[Section, ...] = ()
