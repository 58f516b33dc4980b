"""What can be told of the committee itself, with the facts that its wording needs."""

from dataclasses import dataclass

from plan.collecte import Account
from plan.questions.answering.told.told import Told
from plan.questions.finding.ground import Coming
from plan.team import Assignment


@dataclass(frozen=True, slots=True)
class RespondentsTold(Told):
    """Those who answer for an MO; nobody yet where `team` is empty."""

    organisation: str
    team: tuple[Assignment, ...]


@dataclass(frozen=True, slots=True)
class AccountTold(Told):
    """Whether an MO has answered the collecte; None: nothing is asked of it."""

    organisation: str
    account: Account | None


@dataclass(frozen=True, slots=True)
class NoneOpenTold(Told):
    """No collecte is open; the deadline that comes next, where there is one."""

    coming: Coming | None
