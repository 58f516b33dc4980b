"""What a reporting deadline collects: who owes a word on which measure, from the history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from plan.deadline import Deadline
from plan.definition import PlanDefinition
from plan.history import Change, ChangeKind, EventField, undone_ids
from plan.measure import Measure
from plan.organisation import OrganisationKind

_TELLING = (EventField.STATE, EventField.REMARK, EventField.CAUSE, EventField.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Collecte:
    """The collection for one day of a deadline. Times are aware, in UTC; open until `closed_at`."""

    id: int
    deadline_id: int
    due_on: date
    opened_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Account:
    """Where one MO stands: the measures it was asked for, and those it has not answered for."""

    organisation: str
    asked: tuple[Measure, ...]
    owed: tuple[Measure, ...]

    @property
    def is_settled(self) -> bool:
        """Tell whether it has answered for everything."""
        return not self.owed

    @property
    def own(self) -> tuple[Measure, ...]:
        """Of what is owed, what the MO's people may answer for; the rest is the coordination's.

        Measures that concern every MO are changed by coordinators alone.
        """
        return tuple(each for each in self.owed if is_own(each, self.organisation))


def accounts(
    plan: PlanDefinition,
    measures: Sequence[Measure],
    deadline: Deadline,
    changes: Sequence[Change],
    opened_at: datetime,
) -> list[Account]:
    """Every MO concerned with what it still owes, in the order of their acronyms.

    An update or a « rien de changé » since the opening answers; one that was taken back does not.
    What was said for a whole volet answers for each of its MOs; a coordinator's amount or indicator
    says nothing of where the measure is, and answers for nobody. Measures that concern every MO are
    owed by the plan's own ministry; those that no MO is named for, by nobody.
    """
    answers = _answers(changes, opened_at)
    asked_of = _asked_of(measures, plan)
    found = []
    for organisation in sorted(plan.organisations, key=lambda each: each.acronym):
        acronym = organisation.acronym
        if organisation.kind is not OrganisationKind.NAMED:
            continue
        if deadline.organisations and acronym not in deadline.organisations:
            continue
        asked = tuple(asked_of.get(acronym, ()))
        if asked:
            owed = tuple(each for each in asked if not _answered(each, acronym, plan, answers))
            found.append(Account(acronym, asked, owed))
    return found


def _answers(
    changes: Sequence[Change], opened_at: datetime
) -> set[tuple[int, int | None, str | None]]:
    """What was said since the opening: measure, volet, and for which MO."""
    undone = undone_ids(changes)
    return {
        (event.measure, event.volet, event.organisation)
        for change in changes
        if change.recorded_at >= opened_at
        and change.id not in undone
        and change.kind in (ChangeKind.MODIFY, ChangeKind.CONFIRM)
        for event in change.events
        if event.organisation is not None or event.field in _TELLING
    }


def is_own(measure: Measure, acronym: str) -> bool:
    """Tell whether a measure names an MO, whose people may then answer for it."""
    return any(each.acronym == acronym for each in measure.organisations)


def _asked_of(measures: Sequence[Measure], plan: PlanDefinition) -> dict[str, list[Measure]]:
    """The measures that each MO is asked for, in order."""
    found: dict[str, list[Measure]] = {}
    for measure in measures:
        acronyms = {each.acronym for each in measure.organisations}
        if _is_for_all(measure, plan):
            acronyms.add(plan.coordinator)
        for acronym in acronyms:
            found.setdefault(acronym, []).append(measure)
    return found


def _is_for_all(measure: Measure, plan: PlanDefinition) -> bool:
    everyone = {o.acronym for o in plan.organisations if o.kind is OrganisationKind.EVERYONE}
    return any(each.acronym in everyone for each in measure.organisations)


def _answered(
    measure: Measure,
    acronym: str,
    plan: PlanDefinition,
    answers: set[tuple[int, int | None, str | None]],
) -> bool:
    """An MO's own word on any of its volets, or one said for the whole of a volet of its."""
    for number, volet, organisation in answers:
        if number != measure.number:
            continue
        if organisation == acronym:
            return True
        if organisation is None and _is_of(measure, volet, acronym, plan):
            return True
    return False


def _is_of(measure: Measure, volet: int | None, acronym: str, plan: PlanDefinition) -> bool:
    here = [each for each in measure.volets if volet in (None, each.position)]
    if any(each.prints(acronym) for each in here):
        return True
    return acronym == plan.coordinator and _is_for_all(measure, plan)
