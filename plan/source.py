"""Where a fact stands in the documents."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """A source document. `date` is as the document dates itself (« mai 2011 »), or empty."""

    key: str
    title: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a document.

    `row` counts the rows of one measure in the bilan's table from 1, across repeated headers;
    `heading` is the sub-heading of a page of highlights, in our words.
    """

    document: str
    section: str
    measure: int | None = None
    row: int | None = None
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the documents tell that is neither an amount nor an indicator.

    `kind` is « date », « document », « organisme », « chiffre » or « autre »; `label` says in our
    words what it is, `value` the exact name or figure where there is one, and `date` an ISO date,
    possibly cut short (« 2009-08 », « 2009 »), or a season as printed (« automne 2009 »).
    `contradicts` names the facts that say otherwise.
    """

    key: str
    kind: str
    label: str
    source: Source
    value: str = ""
    date: str = ""
    measure: int | None = None
    axis: int | None = None
    contradicts: tuple[str, ...] = ()
