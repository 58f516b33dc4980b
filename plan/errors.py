"""What can go wrong through no fault of the program: each error carries what the person needs.

They are raised where they are known and worded once, in `replies.refusals`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date


class DomainError(Exception):
    """Base of all the errors that a person can mend; the change asked for was not made."""


@dataclass
class NotFoundError(DomainError):
    """Nothing is called so. `kind` is « mesure », « organisme »…; `near` are labels like it.

    `numbers` are those that there are, in order, where a number was typed.
    """

    kind: str
    typed: str
    near: Sequence[str] = field(default=())
    numbers: Sequence[int] = field(default=())


@dataclass
class AmbiguousError(DomainError):
    """Several things are called so; `candidates` are their labels."""

    kind: str
    typed: str
    candidates: Sequence[str]


@dataclass
class TooLongError(DomainError):
    """A text is over its limit, in characters."""

    what: str
    length: int
    limit: int


@dataclass
class EmptyTextError(DomainError):
    """A text that must say something holds nothing but spaces."""

    what: str


@dataclass
class ForbiddenTextError(DomainError):
    """A text holds something that may not be recorded.

    `why` is a code of `plan.text`; `passage` is where it stands in the text.
    """

    what: str
    why: str
    passage: str = ""


@dataclass
class DateOutOfRangeError(DomainError):
    """An as-of date in the future, or before the plan's start."""

    day: date
    earliest: date
    latest: date


@dataclass
class DateOrderError(DomainError):
    """A last day before the first."""

    first: date
    last: date


@dataclass
class NothingRecordedError(DomainError):
    """A date before the first recorded state."""

    day: date
    first: date


@dataclass
class NotAllowedError(DomainError):
    """The person lacks the right; `needs` is a code worded in `replies.refusals`."""

    needs: str
    organisation: str = ""


@dataclass
class AlreadyThereError(DomainError):
    """The same person answers for the same MO already."""

    name: str
    organisation: str


@dataclass
class NotAssignedError(DomainError):
    """The person or role does not answer for the MO."""

    organisation: str


@dataclass
class ChannelRefusedError(DomainError):
    """The bot may not write in the channel; `lacking` are Discord's permission names."""

    channel_id: int
    lacking: Sequence[str]


class EmptyMessageError(DomainError):
    """A message with no text cannot become a remark."""


class NotInACommitteeError(DomainError):
    """The command was typed outside a server."""


class NoPlanError(DomainError):
    """The committee has no plan."""


class StaleControlError(DomainError):
    """A button or form whose id no longer means anything."""
