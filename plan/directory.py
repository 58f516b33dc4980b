"""The directory: organisations, strategic sectors and the pôles around a plan."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from plan.source import Source
from plan.text import fold

Directory = Sequence["DirectoryEntry"]


class EntryKind(StrEnum):
    """What an entry describes."""

    ORGANISATION = "organisme"
    SECTOR = "secteur"
    POLES = "poles"


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask; what is not told is empty. An address may have several lines."""

    name: str = ""
    email: str = ""
    phone: str = ""
    toll_free: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled list: mandates, a kind of action… `intro` and `items` are in our words."""

    title: str
    items: tuple[str, ...]
    intro: str = ""


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """One entry. `summary` is in our words; `carrier` and `partners` are names as printed.

    `carrier` is the organisation that carries a sector, `issues` what it is meant to answer;
    `partner_groups` are partners that stand under a name of their own. `measures` are numbers of
    the plan, `related` keys of other entries.
    """

    key: str
    kind: EntryKind
    name: str
    sources: tuple[Source, ...]
    aliases: tuple[str, ...] = ()
    summary: str = ""
    issues: tuple[str, ...] = ()
    carrier: str = ""
    contact: Contact | None = None
    sections: tuple[Section, ...] = ()
    partners: tuple[str, ...] = ()
    partner_groups: tuple[Section, ...] = ()
    measures: tuple[int, ...] = ()
    related: tuple[str, ...] = ()

    @property
    def all_partners(self) -> tuple[str, ...]:
        """Every partner, the groups' own included."""
        return (*self.partners, *(name for each in self.partner_groups for name in each.items))


def carried_by(entry: DirectoryEntry, directory: Directory) -> list[DirectoryEntry]:
    """The sectors that an organisation carries."""
    return [each for each in directory if each.carrier and _same(each.carrier, entry.name)]


def joined_by(entry: DirectoryEntry, directory: Directory) -> list[DirectoryEntry]:
    """The sectors in which an organisation is a partner."""
    return [
        each
        for each in directory
        if any(_same(partner, entry.name) for partner in each.all_partners)
    ]


def related_to(entry: DirectoryEntry, directory: Directory) -> list[DirectoryEntry]:
    """The entries worth reading next, in the directory's order: told so, or of one carrier."""

    def related(other: DirectoryEntry) -> bool:
        return (
            other.key in entry.related
            or entry.key in other.related
            or bool(entry.carrier and _same(entry.carrier, other.carrier))
            or _takes_part(entry, other)
            or _takes_part(other, entry)
        )

    return [each for each in directory if each.key != entry.key and related(each)]


def _takes_part(organisation: DirectoryEntry, sector: DirectoryEntry) -> bool:
    names = (sector.carrier, *sector.all_partners)
    return any(name and _same(name, organisation.name) for name in names)


def _same(name: str, other: str) -> bool:
    """Tell whether two names are one, an acronym between brackets aside."""
    return _bare(name) == _bare(other)


def _bare(name: str) -> str:
    return fold(re.sub(r"\s*\([^()]*\)$", "", name))
