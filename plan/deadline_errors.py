"""What stands in the way of a deadline, its notices, its collecte, or a day off."""

from dataclasses import dataclass
from datetime import date, time

from plan.errors import DomainError


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
class DeadlineOverError(DomainError):
    """A deadline that comes no more."""

    title: str


@dataclass
class NoReportingAheadError(DomainError):
    """A deadline that opens no collecte, or whose last one is over."""

    title: str
