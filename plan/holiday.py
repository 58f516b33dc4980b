"""A day off that a committee added to the public service's, or a day it works all the same."""

from dataclasses import dataclass
from datetime import date

MAX_HOLIDAY_TITLE = 60  # characters


@dataclass(frozen=True, slots=True)
class Holiday:
    """A correction of the calendar. `opens`: the day is worked; else it is off, named `title`."""

    day: date
    title: str
    opens: bool
