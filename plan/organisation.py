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
    """Split a table cell « MAMROT, MESS et MICC » into names; a phrase stays whole.

    >>> split_printed("MAMROT, MDEIE et MESS")
    ('MAMROT', 'MDEIE', 'MESS')
    >>> split_printed("Ministères et organismes à cibler")
    ('Ministères et organismes à cibler',)
    """
    text = " ".join(cell.split())
    if not re.fullmatch(r"[^a-zà-ÿ]*(?:(?:,| et )[^a-zà-ÿ]*)*", text.replace(" et ", ", ")):
        return (text,) if text else ()
    return tuple(part.strip() for part in re.split(r",| et ", text) if part.strip())


def find_printed(printed: str, organisations: Iterable[Organisation]) -> Organisation | None:
    """Return the organisation a table prints as `printed`, by acronym, name or alias."""
    return next((each for each in organisations if each.is_called(printed)), None)
