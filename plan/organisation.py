"""Ministries and organismes (MO), and the names a table prints for them."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

_SHORT = re.compile(r"[\w-]{1,10}")


class OrganisationKind(StrEnum):
    """An MO proper, or one of the two phrases that stand in its place."""

    NAMED = "organisation"
    EVERYONE = "everyone"  # « Ministères et organismes du gouvernement »: concerns them all
    UNNAMED = "unnamed"  # « Ministères et organismes à cibler »: nobody yet


@dataclass(frozen=True, slots=True)
class Organisation:
    """An MO. `aliases` are other ways of printing or typing it (MCCC for MCCCCF)."""

    acronym: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: OrganisationKind = OrganisationKind.NAMED

    @property
    def names(self) -> tuple[str, ...]:
        """What it may be called: acronym, name, aliases, and its code."""
        return (self.acronym, self.name, *self.aliases, organisation_code(self.acronym))

    def is_called(self, printed: str) -> bool:
        """Tell whether `printed` is one of its names, letter for letter but for case."""
        return printed.casefold() in (name.casefold() for name in self.names)


@dataclass(frozen=True, slots=True)
class PrintedOrganisation:
    """An MO as one row of the table prints it; `acronym` is the organisation's own."""

    acronym: str
    printed: str


def organisation_code(acronym: str) -> str:
    """The acronym as a button or a choice carries it, at most 10 characters.

    Where there is none but a long name, a digest of it: Discord's ids hold 100 characters.
    """
    if _SHORT.fullmatch(acronym):
        return acronym
    return f"#{hashlib.sha256(acronym.encode()).hexdigest()[:9]}"


def split_printed(cell: str) -> tuple[str, ...]:
    """Split a table cell into the names it prints; a phrase or a long name stays whole.

    >>> split_printed("MAMROT, MDEIE et MESS")
    ('MAMROT', 'MDEIE', 'MESS')
    >>> split_printed("Ministères et organismes à cibler")
    ('Ministères et organismes à cibler',)
    >>> split_printed("MRNF, ministère de l'Énergie, des Mines et de l'Eau et Hydro-Québec")
    ('MRNF', "ministère de l'Énergie, des Mines et de l'Eau", 'Hydro-Québec')
    """
    first, *rest = re.split(r"(\s*[,;/]\s*(?:et\s+)?|\s+et\s+)", " ".join(cell.split()))
    names = [first]
    for link, name in zip(rest[::2], rest[1::2], strict=True):
        if _goes_on(names[-1], link, name):
            names[-1] += link + name
        else:
            names.append(name)
    return tuple(name for name in names if name)


def _goes_on(name: str, link: str, more: str) -> bool:
    """Tell whether a name goes on past « , » or « et »: « …, des Régions et de l'Occupation »."""
    if _is_acronym(name) or _is_acronym(more) or re.match(r"(?i:ministère|secrétariat)\b", more):
        return False
    return more[:1].islower() or link == " et "


def _is_acronym(name: str) -> bool:
    """MAMROT, CSMO-ESAC, BAnQ, and Hydro-Québec too: one word with two capitals or more."""
    return " " not in name and sum(letter.isupper() for letter in name) > 1


def find_printed(printed: str, organisations: Iterable[Organisation]) -> Organisation | None:
    """Return the organisation a table prints as `printed`, by acronym, name or alias."""
    return next((each for each in organisations if each.is_called(printed)), None)
