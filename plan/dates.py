"""A date that somebody typed: what was read, or why it was not."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, TypedDict

from plan.errors import DomainError

END_OF_DAY = dt.time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A day, with an hour only where one was typed; both are wall time in the committee's zone.

    `time` keeps its `fold`: « dans 2 heures » on the night the clocks go back is one moment only.
    """

    day: dt.date
    time: dt.time | None = None

    def at(self, zone: dt.tzinfo) -> dt.datetime:
        """The aware moment it stands for: the end of that day, 23:59:59, where no hour was typed.

        Of an hour that the clocks go through twice it is the first, unless `fold` says otherwise.
        """
        return dt.datetime.combine(self.day, self.time or END_OF_DAY, tzinfo=zone)


class Reason(StrEnum):
    """Why a text is no date. Codes, worded by `replies`."""

    NOT_A_DATE = "not_a_date"
    NO_SUCH_DAY = "no_such_day"  # « 31 avril »
    NO_SUCH_TIME = "no_such_time"  # « 25 h », or an hour that the clocks skip in March
    WEEKDAY_MISMATCH = "weekday_mismatch"  # « mardi 31 mars 2027 », a Wednesday
    AMBIGUOUS = "ambiguous"  # one date is meant, but it could be two
    SEVERAL = "several"  # « du 1er au 15 avril », « lundi ou mardi »
    RECURRENCE = "recurrence"  # « tous les lundis »
    PERIOD = "period"  # « avril », « la semaine prochaine », « 2 semaines »
    TOO_FAR = "too_far"  # outside the window of years, or more than 20 years ahead


class DateFacts(TypedDict, total=False):
    """What is known of a refused date; which keys are there depends on the reason.

    weekday_mismatch: `day`, whose real weekday differs from `weekday`, the one typed (Monday is 0).
    no_such_day: `last`, the last day of the month typed, where a month was.
    ambiguous: `candidates`, earliest first, where they are few; `missing`, the part to be added.
    period: `first` and `last` day, where the period is a month, quarter or year.
    too_far: `day`, where it can be written as one.
    """

    day: dt.date
    weekday: int
    candidates: list[dt.date]
    missing: Literal["hour", "day", "month", "year"]
    first: dt.date
    last: dt.date


@dataclass(eq=False)
class DateNotUnderstood(DomainError):  # noqa: N818  the domain's word for it
    """A text that is not one date. `text` is as typed; nothing was guessed.

    `side` is where the date was looked for, so that the examples told lie there.
    """

    text: str
    reason: Reason
    detail: DateFacts = field(default_factory=DateFacts)
    side: Literal["future", "past"] = "future"
