"""What is wrong with the options of a command; worded, like all errors, in `replies.refusals`."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from plan.errors import DomainError

if TYPE_CHECKING:
    from plan.indicator import Indicator
    from plan.money import Amount


class Form(StrEnum):
    """What a text is read as; the refusal gives examples of it."""

    SUM = "sum"
    VALUE = "value"
    HOUR = "hour"
    LADDER = "ladder"
    NOTICES = "notices"


@dataclass
class BadOptionError(DomainError):
    """An option's value is none of those it can have."""

    option: str
    typed: str
    allowed: Sequence[str]


@dataclass
class UnreadableError(DomainError):
    """An option's text cannot be read as what it should be."""

    option: str
    typed: str
    form: Form


@dataclass
class OtherUnitError(DomainError):
    """A value typed with another unit than its indicator's, which is « % » or none."""

    typed: str
    unit: str


@dataclass
class NothingGivenError(DomainError):
    """A command that changes what it is given was given nothing; `options` are what it takes."""

    options: Sequence[str]


@dataclass
class OneOfError(DomainError):
    """Exactly one of these options is wanted: none was given, or several."""

    options: Sequence[str]


@dataclass
class EveryoneRoleError(DomainError):
    """@everyone, who would all be given a right at one slip."""

    option: str


@dataclass
class BotNamedError(DomainError):
    """A bot answers for nothing and replaces nobody."""

    name: str


@dataclass
class OwnSubstituteError(DomainError):
    """Somebody named to replace themselves."""

    name: str


@dataclass
class YearsOutOfRangeError(DomainError):
    """A number of years below one, or over `most`."""

    years: int
    most: int


@dataclass
class YearsWithoutRhythmError(DomainError):
    """Years told of a sum that comes once, or whose rhythm is untold."""

    years: int


@dataclass
class AmountNotFoundError(DomainError):
    """No amount is called so."""

    typed: str


@dataclass
class AmbiguousAmountError(DomainError):
    """Several amounts are called so."""

    typed: str
    candidates: Sequence["Amount"]


@dataclass
class DuplicateAmountError(DomainError):
    """The same amount is there already."""

    amount: "Amount"


@dataclass
class AmountUnchangedError(DomainError):
    """The amount says already what it should be corrected to."""

    amount: "Amount"


@dataclass
class AmountLeanedOnError(DomainError):
    """An amount that others are part of, or the same as: those come first."""

    amount: "Amount"
    leaning: Sequence["Amount"]


@dataclass
class IndicatorUnchangedError(DomainError):
    """The indicator has that value for that day already."""

    indicator: "Indicator"


@dataclass
class DuplicateIndicatorError(DomainError):
    """The measure has an indicator of that label already."""

    indicator: "Indicator"
