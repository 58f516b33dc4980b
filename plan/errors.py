"""What can go wrong through no fault of the program: each error carries what the person needs.

They are raised where they are known and worded once, in `replies.refusals`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plan.history import Change


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
    """Every value asked for of the measure is already there.

    `said_on` is the day it was said of, `organisation` the MO it was asked for (None: the whole
    volet).
    """

    measure: int
    said_on: date | None = None
    organisation: str | None = None


class AlreadyConfirmedError(NothingToChangeError):
    """« Rien de changé » was said of that very day, and nothing changed since."""


@dataclass
class AlreadyUndoneError(DomainError):
    """« Annuler » pressed again on what is taken back already."""

    measure: int


@dataclass
class AlreadyRedoneError(DomainError):
    """« Rétablir » pressed again on what stands again already."""

    measure: int


@dataclass
class VoletNeededError(DomainError):
    """The measure has several volets and the change does not say which."""

    measure: int
    labels: Sequence[str]


@dataclass
class ReasonNeededError(DomainError):
    """Going backwards, or settling what two MOs tell differently, asks for a reason."""

    measure: int
    settles: bool = False


@dataclass
class ChangedMeanwhileError(DomainError):
    """Somebody else changed the volet after the form was opened; nothing was overwritten."""

    measure: int
    later: "Change"


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
class NothingToConfirmError(DomainError):
    """« Rien de changé » at a day before the first recorded state of the measure."""

    measure: int
    day: date
    first: date


@dataclass
class NotAllowedError(DomainError):
    """The person lacks the right; `needs` is a code worded in `replies.refusals`."""

    needs: str
    organisation: str = ""


@dataclass
class OrganisationNeededError(DomainError):
    """The person answers for several MOs of the measure and the change does not say which."""

    measure: int
    organisations: Sequence[str]


@dataclass
class NothingToUndoError(DomainError):
    """No change of the measure stands that the person may take back."""

    measure: int


@dataclass
class SupersededError(DomainError):
    """Another change came after the one to take back; `later` is it."""

    measure: int
    later: "Change"


@dataclass
class PartTooLargeError(DomainError):
    """A part larger than its whole; both over all their years, in cents."""

    part: int
    whole: int


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
class DeadlinePassedError(DomainError):
    """A deadline in the past; `at` is the hour, where one was typed."""

    day: date
    at: time | None = None


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
class DeadlineUnchangedError(DomainError):
    """What is asked for would change nothing in the deadline."""

    title: str


@dataclass
class CollecteClosedError(DomainError):
    """A notice's button was pressed after its collecte was closed."""

    title: str
    closed_on: date


@dataclass
class CollecteNotOpenError(DomainError):
    """Nothing to close: `closed_on` says since when, None that it was never opened.

    `opens_on` is the day that its first notice opens it, None where none is to come.
    """

    title: str
    day: date
    closed_on: date | None
    opens_on: date | None


@dataclass
class DayUnchangedError(DomainError):
    """The day is worked, or off, already; `name` is the holiday's, where it has one."""

    day: date
    worked: bool
    name: str = ""


@dataclass
class DayPassedError(DomainError):
    """A holiday in the past: no notice can move any more."""

    day: date


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
