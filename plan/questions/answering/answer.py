"""An answer as a value: what is told, from which facts; or what is missing, and what is near."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plan.directory import DirectoryEntry
from plan.measure import Measure
from plan.money import Nature
from plan.organisation import Organisation
from plan.questions.answering.told.told import Told
from plan.questions.finding.index import Match
from plan.questions.reading.asked import Asked, Kind
from plan.questions.reading.money_words import TypedSum


class Gap(StrEnum):
    """Why nothing is told."""

    NOTHING = "nothing"  # nothing fits what was asked
    NO_MEASURE = "no_measure"  # no measure has this number
    NO_AXIS = "no_axis"
    NO_AMOUNT = "no_amount"  # no amount is told of it
    OTHER_AMOUNT = "other_amount"  # amounts are told of it, but not of that
    OTHER_PLAN = "other_plan"  # told of another plan, if of any
    NO_PAYER = "no_payer"  # an amount is told, not who pays it
    NO_SUM = "no_sum"  # no amount has this value
    NOT_LEFT = "not_left"  # what is left of it is not told
    NOT_SPENT = "not_spent"  # what was spent is not told
    NO_STATE = "no_state"  # no state is recorded at that date
    NO_DATE = "no_date"
    NO_FIGURE = "no_figure"
    NO_CONTACT = "no_contact"
    NO_PERSON = "no_person"
    NO_HOLDER = "no_holder"  # of the post asked for
    NO_RESPONDENT = "no_respondent"  # nobody answers for the MO yet
    NO_REASON = "no_reason"  # why something is so is not told
    OTHER_PERIOD = "other_period"  # told, but of another time
    NO_DEADLINE = "no_deadline"
    NO_QUESTION = "no_question"  # nothing is asked


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing, and of what."""

    gap: Gap
    measures: tuple[Measure, ...] = ()
    numbers: tuple[int, ...] = ()
    sums: tuple[TypedSum, ...] = ()
    day: date | None = None
    first: date | None = None
    entry: DirectoryEntry | None = None
    body: Organisation | None = None
    nature: Nature | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer. With `readings`, `told` are several that fit, one of which was meant.

    `near` are measures or entries offered where nothing was found. `matches` are the facts that
    were weighed, best first.
    """

    asked: Asked
    kind: Kind
    told: tuple[Told, ...] = ()
    readings: bool = False
    missing: Missing | None = None
    near: tuple[Measure | DirectoryEntry, ...] = ()
    matches: tuple[Match, ...] = ()

    @property
    def is_found(self) -> bool:
        """Tell whether something is told."""
        return self.missing is None

    @property
    def asks_nothing(self) -> bool:
        """Tell whether there was no question to answer."""
        return self.missing is not None and self.missing.gap is Gap.NO_QUESTION
