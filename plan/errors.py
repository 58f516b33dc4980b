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
    """Nothing is called so. `kind` is « mesure », « organisme »…; `near` are labels like it."""

    kind: str
    typed: str
    near: Sequence[str] = field(default=())


@dataclass
class AmbiguousError(DomainError):
    """Several things are called so; `candidates` are their labels."""

    kind: str
    typed: str
    candidates: Sequence[str]


@dataclass
class NothingToChangeError(DomainError):
    """Every value asked for is already there."""

    what: str


@dataclass
class VoletNeededError(DomainError):
    """The measure has several volets and the change does not say which."""

    measure: int
    labels: Sequence[str]


@dataclass
class ReasonNeededError(DomainError):
    """Going backwards asks for a reason."""

    measure: int


@dataclass
class ChangedMeanwhileError(DomainError):
    """Somebody else changed the volet after the form was opened; nothing was overwritten."""

    measure: int
    author: str


@dataclass
class TooLongError(DomainError):
    """A text is over its limit, in characters."""

    what: str
    length: int
    limit: int


@dataclass
class ForbiddenTextError(DomainError):
    """A text holds something that may not be recorded; `why` is a code of `plan.text`."""

    what: str
    why: str


@dataclass
class DateOutOfRangeError(DomainError):
    """An as-of date in the future, or before the plan's start."""

    day: date
    earliest: date
    latest: date


@dataclass
class NothingRecordedError(DomainError):
    """A date before the first recorded state."""

    day: date
    first: date


@dataclass
class NotAllowedError(DomainError):
    """The person lacks the right; `needs` is a code worded in `replies.refusals`."""

    needs: str


@dataclass
class BadOptionError(DomainError):
    """An option's value is none of those it can have."""

    option: str
    typed: str
    allowed: Sequence[str]


@dataclass
class DeadlinePassedError(DomainError):
    """A deadline in the past."""

    day: date


@dataclass
class NoticeDoesNotFitError(DomainError):
    """A notice typed by the person would be due before now."""

    days_before: int
    due_on: date


@dataclass
class DuplicateDeadlineError(DomainError):
    """A deadline of the same title and date is already there."""

    title: str
    day: date


@dataclass
class ChannelRefusedError(DomainError):
    """The bot may not write in the channel; `lacking` are Discord's permission names."""

    channel_id: int
    lacking: Sequence[str]


class NotInACommitteeError(DomainError):
    """The command was typed outside a server."""


class NoPlanError(DomainError):
    """The committee has no plan."""


class StaleControlError(DomainError):
    """A button or form whose id no longer means anything."""
