"""Ministries and organismes (MO), and the names a table prints for them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


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

    def is_called(self, printed: str) -> bool:
        """Tell whether `printed` is one of its names, letter for letter but for case."""
        names = (self.acronym, self.name, *self.aliases)
        return printed.casefold() in (name.casefold() for name in names)


@dataclass(frozen=True, slots=True)
class PrintedOrganisation:
    """An MO as one row of the table prints it; `acronym` is the organisation's own."""

    acronym: str
    printed: str


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
