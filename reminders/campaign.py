"""One day of a deadline: its collecte, where each MO stands, and whom its messages notify."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property

from plan.collecte import Account, Collecte, accounts
from plan.deadline import Deadline, DeadlineKind
from plan.ladder import Audience, Ladder, answering
from storage.committee import Committee


@dataclass(frozen=True)
class Campaign:
    """A deadline's day as it stands now in its committee."""

    committee: Committee
    deadline: Deadline
    due_on: date
    ladder: Ladder

    @cached_property
    def collecte(self) -> Collecte | None:
        """Its collecte, where one was opened."""
        return self.committee.collectes.of(self.deadline.id, self.due_on)

    @cached_property
    def accounts(self) -> list[Account]:
        """Where each MO stands since the opening; before it, everything is owed."""
        if self.deadline.kind is not DeadlineKind.REPORTING:
            return []
        committee = self.committee
        opened = self.collecte.opened_at if self.collecte else datetime.max.replace(tzinfo=UTC)
        return accounts(
            committee.plan, committee.measures(), self.deadline, committee.changes(), opened
        )

    def account(self, organisation: str) -> Account | None:
        """Where one MO stands, None where it is asked for nothing."""
        return next((each for each in self.accounts if each.organisation == organisation), None)

    @property
    def missing(self) -> list[str]:
        """The MOs that still owe."""
        return [each.organisation for each in self.accounts if each.owed]

    @property
    def is_settled(self) -> bool:
        """Tell whether every MO has answered, and there was one to ask."""
        return bool(self.accounts) and not self.missing

    def audience(self, organisation: str, step: int, today: date) -> Audience:
        """Whom an MO's message notifies at a step of the ladder, on a day."""
        team = self.committee.team
        people = answering(
            organisation,
            team.assignments(),
            team.absences(today),
            today,
            substitutes=step <= self.ladder.substitutes,
        )
        nobody = not people.users and not people.roles
        if nobody or step <= self.ladder.coordinators:
            return people | self.coordination
        return people

    @property
    def coordination(self) -> Audience:
        """The role of `/reglages`; without one, whoever created the deadline."""
        role = self.committee.settings().coordination_role
        if role is not None:
            return Audience(roles=(role,))
        return (
            Audience(users=(self.deadline.created_by,)) if self.deadline.created_by else Audience()
        )
