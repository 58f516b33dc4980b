"""What questions are answered from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from plan.collecte import Account
from plan.history import Change
from plan.snapshot import Snapshot
from plan.team import Assignment


@dataclass(frozen=True, slots=True)
class Coming:
    """A deadline of the committee, with the day it next falls on."""

    title: str
    day: date


@dataclass(frozen=True, slots=True)
class Ground:
    """What questions are answered from.

    `changes` are the plan's, oldest first; `at` gives the plan as of another day; `read_day` reads
    a French date, None where it is none. `team` gives who answers for which MO, `accounts` where
    each MO stands in the collecte that is open, nothing where none is.
    """

    snapshot: Snapshot
    today: date
    changes: Sequence[Change] = ()
    deadlines: Sequence[Coming] = ()
    at: Callable[[date], Snapshot] | None = None
    read_day: Callable[[str], date | None] = field(default=lambda _: None)
    team: Callable[[], Sequence[Assignment]] = tuple
    accounts: Callable[[], Sequence[Account]] = tuple
