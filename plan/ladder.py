"""The ladder of a reporting deadline's notices: who is told what, as the day comes near."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from plan.deadline import Deadline, Notice
from plan.team import Absence, Assignment

CLOSING = -1  # the step after the deadline: J+1


@dataclass(frozen=True, slots=True)
class Ladder:
    """From how many days before each rung begins; a committee may set its own.

    `by_organisation`: one message per MO instead of one for the channel; `substitutes`: they are
    notified too; `coordinators`: they are too, with the list of the missing.
    """

    by_organisation: int = 14
    substitutes: int = 3
    coordinators: int = 1


DEFAULT_LADDER = Ladder()


class Rung(StrEnum):
    """What a step posts."""

    CHANNEL = "salon"  # one post to the channel
    ORGANISATIONS = "mo"  # one message per MO that owes
    CLOSING = "cloture"  # the closing statement


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a message notifies: Discord ids of members and of roles, and nobody else.

    It is false where that is nobody.
    """

    users: tuple[int, ...] = ()
    roles: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether it is anybody."""
        return bool(self.users or self.roles)

    def without(self, users: Collection[int]) -> "Audience":
        """The same but those members."""
        return Audience(tuple(each for each in self.users if each not in users), self.roles)

    def __or__(self, other: "Audience") -> "Audience":
        """Both, each once."""
        return Audience(
            tuple(dict.fromkeys((*self.users, *other.users))),
            tuple(dict.fromkeys((*self.roles, *other.roles))),
        )


NOBODY = Audience()


def rung_of(steps: Iterable[int], ladder: Ladder) -> Rung:
    """What the steps of one post amount to: the nearest to the deadline decides."""
    nearest = min(steps)
    if nearest <= CLOSING:
        return Rung.CLOSING
    return Rung.ORGANISATIONS if nearest <= ladder.by_organisation else Rung.CHANNEL


def closing_of(
    deadline: Deadline,
    due_on: date,
    hour: time,
    zone: ZoneInfo,
    next_working_day: Callable[[date], date],
) -> Notice:
    """The closing of a reporting deadline: the first working day after it."""
    day = next_working_day(due_on)
    moment = datetime.combine(day, hour, tzinfo=zone).astimezone(ZoneInfo("UTC"))
    return Notice(deadline.id, due_on, (CLOSING,), moment)


def answering(
    organisation: str,
    assignments: Sequence[Assignment],
    absences: Sequence[Absence],
    day: date,
    *,
    substitutes: bool,
) -> Audience:
    """Who answers for an MO on a day: a member who is away is skipped for the substitute.

    A substitute who is away too is skipped; that nobody is left is for the caller to tell.

    Args:
        substitutes: also the substitutes of those who are there.
    """
    away = {each.member_id for each in absences if each.first <= day <= each.last}
    users: list[int] = []
    roles: list[int] = []
    for each in (e for e in assignments if e.organisation == organisation):
        if each.role_id is not None:
            roles.append(each.role_id)
        elif each.member_id is not None and each.member_id not in away:
            users.append(each.member_id)
        absent = each.member_id is not None and each.member_id in away
        steps_in = substitutes or absent
        if each.substitute_id is not None and steps_in and each.substitute_id not in away:
            users.append(each.substitute_id)
    return Audience(tuple(dict.fromkeys(users)), tuple(dict.fromkeys(roles)))
