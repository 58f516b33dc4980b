"""Who answers for which MO: members and roles, their substitutes, their absences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from plan.change_errors import OrganisationNeededError
from plan.errors import NotAllowedError
from plan.measure import Measure, Volet
from plan.organisation import Organisation, OrganisationKind
from plan.permissions import Person, is_coordinator


@dataclass(frozen=True, slots=True)
class Assignment:
    """A member, or all who hold a role, answers for an MO; a substitute may too, at any time.

    Exactly one of `member_id` and `role_id` is set; the names are as they were when it was made.
    """

    id: int
    organisation: str
    member_id: int | None
    role_id: int | None
    name: str
    substitute_id: int | None = None
    substitute_name: str = ""


@dataclass(frozen=True, slots=True)
class Absence:
    """Days on which a member is away, both included."""

    member_id: int
    name: str
    first: date
    last: date
    id: int = 0


@dataclass(frozen=True, slots=True)
class Rights:
    """What a person may do now. `organisations` are the acronyms they answer for."""

    person: Person
    coordinates: bool
    organisations: frozenset[str]


def rights_of(
    person: Person, assignments: Iterable[Assignment], coordination_role: int | None
) -> Rights:
    """The rights of a person, with the roles they hold at this moment."""
    mine = {
        each.organisation
        for each in assignments
        if person.id in (each.member_id, each.substitute_id) or person.holds(each.role_id)
    }
    return Rights(person, is_coordinator(person, coordination_role), frozenset(mine))


def may_change(rights: Rights, measure: Measure) -> bool:
    """Tell whether a person may record anything of a measure."""
    return rights.coordinates or bool(_own(rights, measure))


def require_any_right(rights: Rights, measure: Measure) -> None:
    """Let a coordinator pass, and whoever answers for an MO of the measure.

    Raises:
        NotAllowedError: the person is neither.
    """
    if not may_change(rights, measure):
        raise NotAllowedError("repondant" if rights.organisations else "nothing_to_change")


def spoken_for(rights: Rights, volet: Volet) -> list[str]:
    """The MOs of a volet that a person may speak for; of a coordinator: none, the whole volet."""
    if rights.coordinates:
        return []
    return [e.acronym for e in volet.organisations if e.acronym in rights.organisations]


def changeable_volets(rights: Rights, measure: Measure) -> list[Volet]:
    """The volets of which a person may record something."""
    if rights.coordinates:
        return list(measure.volets)
    return [each for each in measure.volets if spoken_for(rights, each)]


def speaks_for(
    rights: Rights,
    measure: Measure,
    asked: Organisation | None,
    volet: Volet | None = None,
) -> str | None:
    """The MO that a person's change speaks for; None: the whole volet, a coordinator's alone.

    A répondant of two of the measure's MOs says which. Measures that concern every MO, or none
    yet, print none that anybody answers for: coordinators alone change them.

    Raises:
        NotAllowedError: the person answers for no MO of the measure (or of the volet), or not for
            the one asked; or the measure does not print it.
        OrganisationNeededError: the person answers for several.
    """
    printed = [each.acronym for each in (volet or measure).organisations]
    if asked is not None:
        if asked.kind is not OrganisationKind.NAMED or asked.acronym not in printed:
            raise NotAllowedError("not_printed", asked.acronym)
        if not rights.coordinates and asked.acronym not in rights.organisations:
            raise NotAllowedError("other_organisation", asked.acronym)
        return asked.acronym
    if rights.coordinates:
        return None
    require_any_right(rights, measure)
    own = _own(rights, measure)
    here = [acronym for acronym in own if acronym in printed]
    if not here:
        raise NotAllowedError("other_volet", own[0])
    if len(here) > 1:
        raise OrganisationNeededError(measure.number, here)
    return here[0]


def signs_for(rights: Rights, measure: Measure, volet: Volet | None = None) -> str | None:
    """The MO that stands beside what is kept once for all, such as an indicator's value.

    It is that of `speaks_for`; of several that the person answers for, the first one printed.

    Raises:
        NotAllowedError: as `speaks_for`.
    """
    try:
        return speaks_for(rights, measure, None, volet)
    except OrganisationNeededError as several:
        return several.organisations[0]


def _own(rights: Rights, measure: Measure) -> Sequence[str]:
    return [e.acronym for e in measure.organisations if e.acronym in rights.organisations]
