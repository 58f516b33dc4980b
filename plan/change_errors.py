"""What stands in the way of recording a change, or of taking one back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from plan.errors import DomainError

if TYPE_CHECKING:
    from plan.history import Change


@dataclass
class NothingToChangeError(DomainError):
    """Every value asked for of the measure is already there.

    `said_on` is the day it was said of, `organisation` the MO it was asked for (None: the whole
    volet). `to_confirm`: it was said of a day before the one asked about.
    """

    measure: int
    said_on: date | None = None
    organisation: str | None = None
    to_confirm: bool = False


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
class NothingToConfirmError(DomainError):
    """« Rien de changé » at a day before the first recorded state of the measure."""

    measure: int
    day: date
    first: date


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
    """A part larger than its whole, or parts that are so together; in cents of one rhythm."""

    part: int
    whole: int
    together: bool = False
