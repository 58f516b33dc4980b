"""The append-only history: changes made of events, and which of them still count at a date."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from plan.permissions import Person


class ChangeKind(StrEnum):
    """What somebody did; one command is one change."""

    IMPORT = "import"
    MODIFY = "modifier"
    CONFIRM = "confirmer"
    UNDO = "annuler"


class EventField(StrEnum):
    """What an event changed."""

    STATE = "etat"
    REMARK = "remarque"
    CAUSE = "cause"
    CONFIRMED = "confirme"
    REACHED = "atteint"  # the value an indicator reached
    INDICATOR = "indicateur"  # an indicator added or removed
    AMOUNT = "montant"  # an amount added, changed or removed


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the history.

    `volet` is None where the event is about the whole measure; `subject` is the key of the
    indicator or amount it is about, else empty; `old` and `new` are the values as stored text,
    None where there was or is none.
    `organisation` is the MO it speaks for, None for the whole volet.
    """

    id: int
    measure: int
    volet: int | None
    field: EventField
    old: str | None
    new: str | None
    as_of: date
    organisation: str | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What one person did at once. `recorded_at` is aware, in UTC.

    `author_id` is a Discord user id, None for a document; `undoes` is the change it takes back.
    """

    id: int
    kind: ChangeKind
    author: str
    author_id: int | None
    recorded_at: datetime
    events: tuple[Event, ...]
    organisation: str | None = None
    reason: str = ""
    undoes: int | None = None


def signed(
    kind: ChangeKind,
    events: Sequence[Event],
    person: Person,
    now: datetime,
    organisation: str | None = None,
    reason: str = "",
    undoes: int | None = None,
) -> Change:
    """A person's change that is not recorded yet: it has no id. `now` is aware."""
    return Change(
        id=0,
        kind=kind,
        author=person.name,
        author_id=person.id,
        recorded_at=now,
        events=tuple(events),
        organisation=organisation,
        reason=reason,
        undoes=undoes,
    )


def undone_ids(changes: Iterable[Change]) -> frozenset[int]:
    """The ids of the changes that are taken back; an undo that is itself undone counts no more."""
    undone: set[int] = set()
    undoing = [(each.id, each.undoes) for each in changes if each.undoes is not None]
    for change_id, undoes in sorted(undoing, reverse=True):
        if change_id not in undone:
            undone.add(undoes)
    return frozenset(undone)


def redo_ids(changes: Iterable[Change]) -> frozenset[int]:
    """The ids of the undos that take back another undo: what they are of stands again."""
    known = list(changes)
    undos = {each.id for each in known if each.kind is ChangeKind.UNDO}
    return frozenset(each.id for each in known if each.undoes in undos)


def events_at(changes: Sequence[Change], day: date | None) -> list[tuple[Event, Change]]:
    """The events that count at `day` (None: all), the one that decides last.

    An undo only tells in its own events what it put back: it is by leaving out what it undoes that
    the plan is again what it was, to the byte.

    The latest as-of date decides, ties by order of recording.
    """
    undone = undone_ids(changes)
    return in_order(
        (event, change)
        for change in changes
        if change.id not in undone and change.kind is not ChangeKind.UNDO
        for event in change.events
        if day is None or event.as_of <= day
    )


def in_order(standing: Iterable[tuple[Event, Change]]) -> list[tuple[Event, Change]]:
    """Events that count, the one that decides last."""
    return sorted(standing, key=lambda pair: (pair[0].as_of, pair[0].id))
