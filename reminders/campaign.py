"""One day of a deadline: its collecte, where each MO stands, and whom its messages notify."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property

from plan.collecte import Account, Collecte, accounts
from plan.deadline import Deadline, DeadlineKind
from plan.ladder import Audience, Ladder, answering
from plan.settings import Settings
from plan.team import Absence, Assignment
from storage.committee import Committee


class Look:
    """One look at a committee: what its campaigns have in common, read once."""

    def __init__(self, committee: Committee) -> None:
        self.committee = committee
        self._accounts: dict[tuple[tuple[str, ...], datetime], list[Account]] = {}

    @cached_property
    def settings(self) -> Settings:
        """The committee's."""
        return self.committee.settings()

    @cached_property
    def assignments(self) -> list[Assignment]:
        """Who answers for which MO."""
        return self.committee.team.assignments()

    @cached_property
    def absences(self) -> list[Absence]:
        """All of them."""
        return self.committee.team.absences(date.min)

    @cached_property
    def wishes(self) -> Mapping[str, Collection[int]]:
        """The members who asked for direct messages, by MO."""
        return self.committee.team.all_wishes()

    def accounts(self, deadline: Deadline, opened_at: datetime) -> list[Account]:
        """Where each MO stands since an opening."""
        key = (deadline.organisations, opened_at)
        if key not in self._accounts:
            here = self.committee
            self._accounts[key] = accounts(
                here.plan, here.measures(), deadline, here.changes(), opened_at
            )
        return self._accounts[key]


@dataclass(frozen=True)
class Campaign:
    """A deadline's day as it stands now in its committee.

    `look`: given where several campaigns are looked at together.
    """

    committee: Committee
    deadline: Deadline
    due_on: date
    look: Look | None = None

    @cached_property
    def seen(self) -> Look:
        """What the campaign reads of its committee."""
        return self.look or Look(self.committee)

    @cached_property
    def ladder(self) -> Ladder:
        """The committee's."""
        return self.seen.settings.ladder

    @cached_property
    def collecte(self) -> Collecte | None:
        """Its collecte, where one was opened."""
        return self.committee.collectes.of(self.deadline.id, self.due_on)

    @property
    def is_closed(self) -> bool:
        """Tell whether its collecte was closed: nothing more is asked."""
        return self.collecte is not None and self.collecte.closed_at is not None

    @cached_property
    def accounts(self) -> list[Account]:
        """Where each MO stands since the opening; before it, everything is owed."""
        if self.deadline.kind is not DeadlineKind.REPORTING:
            return []
        opened = self.collecte.opened_at if self.collecte else datetime.max.replace(tzinfo=UTC)
        return self.seen.accounts(self.deadline, opened)

    def account(self, organisation: str) -> Account | None:
        """Where one MO stands, None where it is asked for nothing."""
        return next((each for each in self.accounts if each.organisation == organisation), None)

    @property
    def missing(self) -> list[Account]:
        """The MOs that still owe."""
        return [each for each in self.accounts if each.owed]

    @property
    def is_settled(self) -> bool:
        """Tell whether every MO has answered, and there was one to ask."""
        return bool(self.accounts) and not self.missing

    def answering(self, organisation: str, step: int, day: date) -> Audience:
        """Who answers for an MO at a step of the ladder, on a day; maybe nobody."""
        return answering(
            organisation,
            self.seen.assignments,
            self.seen.absences,
            day,
            substitutes=step <= self.ladder.substitutes,
        )

    def wishing(self, organisation: str, step: int, day: date) -> list[int]:
        """Of those who answer for an MO, the members who asked for direct messages."""
        wishes = self.seen.wishes.get(organisation, ())
        if not wishes:
            return []
        return [each for each in self.answering(organisation, step, day).users if each in wishes]

    def has_substitute(self, organisation: str) -> bool:
        """Tell whether somebody stands in for an MO's people."""
        return any(
            each.organisation == organisation and each.substitute_id is not None
            for each in self.seen.assignments
        )

    @property
    def coordination(self) -> Audience:
        """The role of `/reglages`; without one, whoever created the deadline."""
        role = self.seen.settings.coordination_role
        if role is not None:
            return Audience(roles=(role,))
        return (
            Audience(users=(self.deadline.created_by,)) if self.deadline.created_by else Audience()
        )


def campaign_about(committee: Committee, deadline: Deadline, day: date) -> Campaign:
    """The campaign that a post of a day belongs to now.

    A deadline that was moved took its collecte along: its earlier posts are about the new day.
    """
    if not deadline.falls_on(day):
        followed = committee.collectes.nearest(deadline.id, day)
        day = followed.due_on if followed else day
    return Campaign(committee, deadline, day)
