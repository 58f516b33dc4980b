"""`/equipe`: who answers for which MO."""

from collections.abc import Sequence

import discord

from plan.definition import PlanDefinition
from plan.forgetting import Forgotten, Place
from plan.organisation import OrganisationKind
from plan.team import Absence, Assignment
from replies.components import button
from replies.layout import Reply, card, note
from replies.names import the
from replies.silent_roles import silent_role
from replies.typography import NBSP, count, full_day, listing, plain

# Where a name may still be written, beside the measures.
_PLACES = {
    Place.DOCUMENT: "le document du plan",
    Place.TITLES: "des titres d'échéances ou de congés",
    Place.QUESTIONS: "des questions posées (elles s'effacent après un an)",
    Place.DRAFTS: "des formulaires refusés (ils s'effacent après sept jours)",
}


def assigned(assignment: Assignment, plan: PlanDefinition, *, silent: bool = False) -> Reply:
    """Said once a member or a role answers for an MO.

    Args:
        silent: naming that role notifies nobody.
    """
    text = f"{_who(assignment)} répond maintenant pour {the(assignment.organisation, plan)}"
    if assignment.substitute_id:
        text += f"; remplaçant{NBSP}: <@{assignment.substitute_id}>"
    by_role = (
        f" Les avis nommeront ce rôle au salon, jamais en message privé{NBSP}: Vigie ne voit pas"
        " qui le porte. Pour la même raison, une absence n'y change rien."
    )
    caution = f"\n{silent_role(assignment.role_id)}" if silent and assignment.role_id else ""
    return note(f"{text}.{by_role if assignment.role_id else ''}{caution}")


def substitute_changed(assignment: Assignment, before: Assignment, plan: PlanDefinition) -> Reply:
    """Said once another person takes the place of who answers for an MO already."""
    instead = f", au lieu de <@{before.substitute_id}>" if before.substitute_id else ""
    return note(
        f"{_who(assignment)} répond toujours pour {the(assignment.organisation, plan)};"
        f" remplaçant{NBSP}: <@{assignment.substitute_id}>{instead}."
    )


def substitute_removed(replaced: Sequence[Assignment], plan: PlanDefinition) -> Reply:
    """Said once a person takes nobody's place any more in an MO."""
    whom = listing([_who(each) for each in replaced])
    return note(
        f"<@{replaced[0].substitute_id}> ne remplace plus {whom} pour"
        f" {the(replaced[0].organisation, plan)}. Ce qui a été consigné reste."
    )


def removed(assignment: Assignment, plan: PlanDefinition) -> Reply:
    """Said once it no longer does."""
    return note(
        f"{_who(assignment)} ne répond plus pour {the(assignment.organisation, plan)}. Ce qui a été"
        " consigné reste."
    )


def absence_noted(
    absence: Absence, before: Sequence[Absence], replaced: Sequence[Assignment]
) -> Reply:
    """The days as understood, in full, and to whom the notices go meanwhile.

    Args:
        before: the member's absences that it takes the place of.
        replaced: the member's assignments that have a substitute.
    """
    substitutes = dict.fromkeys(f"<@{each.substitute_id}>" for each in replaced)
    then = (
        f"Ses avis iront à {listing(list(substitutes))}."
        if substitutes
        else f"Personne ne remplace ce membre{NBSP}: `/equipe ajouter` peut nommer un `remplacant`."
    )
    others = [_days(each) for each in before if _days(each) != _days(absence)]
    instead = f" Elle remplace celle {listing(others)}." if others else ""
    return note(
        f"Absence de <@{absence.member_id}>{NBSP}: {_days(absence)}.{instead} {then}",
        row=[button("Retirer l'absence", f"equipe.presence:{absence.id}")],
    )


def absence_removed(absence: Absence) -> Reply:
    """Said once it is taken away."""
    return note(
        f"L'absence de <@{absence.member_id}> {_days(absence)} est retirée{NBSP}: ses avis lui"
        " reviennent."
    )


def confirm_forgetting(member_id: int) -> Reply:
    """Ask before a name goes, since it does not come back."""
    return note(
        f"Effacer le nom de <@{member_id}> de tout le dossier? Ce qui a été consigné reste, sans"
        " nom; ses affectations, ses absences et ses brouillons s'en vont. Ce qui a déjà paru dans"
        " les salons y reste. On ne pourra pas y revenir.",
        row=[
            button("Confirmer", f"equipe.oublier:{member_id}", discord.ButtonStyle.danger),
            button("Garder", f"equipe.garder:{member_id}"),
        ],
    )


def remembered(member_id: int) -> Reply:
    """Said where it was not confirmed."""
    return note(f"Rien n'a été effacé{NBSP}: le nom de <@{member_id}> reste.")


def forgotten(done: Forgotten) -> Reply:
    """Said once a name is gone, with everything that still holds it."""
    stays = "restent" if done.signed > 1 else "reste"
    consigned = f"{count(done.signed, 'changement')} consigné{'s' if done.signed > 1 else ''}"
    kept = f"{consigned} de sa main {stays}, sans nom" if done.signed else "rien n'était de sa main"
    blocks = [f"C'est oublié{NBSP}: {kept}."]
    if done.measures:
        numbers = listing([str(number) for number in done.measures])
        of = f"des mesures {numbers}" if len(done.measures) > 1 else f"de la mesure {numbers}"
        blocks.append(
            f"Son nom est encore écrit dans des textes {of}{NBSP}: récrivez ceux d'aujourd'hui avec"
            " `/mesure modifier`; l'historique garde les anciens."
        )
    if done.places:
        told = listing([_PLACES[place] for place in done.places])
        still = "Il est aussi" if done.measures else "Son nom est encore"
        blocks.append(f"{still} écrit dans {told}, où Vigie ne récrit rien.")
    if not done.measures and not done.places:
        blocks.append("Son nom n'est plus nulle part dans le dossier.")
    if done.in_log:
        blocks.append(
            f"Un autre programme lisait la base de données{NBSP}: son journal d'écriture en garde"
            " la trace jusqu'à l'arrêt de Vigie."
        )
    blocks.append("Ce qui a déjà paru dans les salons y reste, comme dans les sauvegardes d'avant.")
    return note(" ".join(blocks))


def team_card(
    assignments: Sequence[Assignment],
    absences: Sequence[Absence],
    plan: PlanDefinition,
    only: str | None,
) -> Reply:
    """The team by MO, and the MOs that nobody answers for.

    Args:
        only: the acronym of the one MO asked for.
    """
    named = [o for o in plan.organisations if o.kind is OrganisationKind.NAMED]
    lines, alone = [], []
    for organisation in named:
        if only not in (None, organisation.acronym):
            continue
        people = [each for each in assignments if each.organisation == organisation.acronym]
        if people:
            told = listing([_with_substitute(each) for each in people])
            lines.append(f"**{plain(organisation.acronym)}**{NBSP}: {told}")
        else:
            alone.append(plain(organisation.acronym))
    heading = "### Équipe"
    if only is None:
        heading += f"\n{count(len(lines), 'organisme')} avec répondants"
    blocks = [heading, "\n".join(lines)]
    if only is not None and alone:
        blocks.append(f"Personne ne répond encore pour {the(only, plan)}.")
    elif alone:
        blocks.append(f"Personne ne répond encore pour{NBSP}: {listing(sorted(alone))}.")
    if only is not None:
        absences = _of_these(absences, assignments, only)
    if absences:
        away = [f"- <@{each.member_id}>{NBSP}: {_days(each)}" for each in absences]
        blocks.append("\n".join(["**Absences**", *away]))
    return card(blocks, private=True)


def _of_these(
    absences: Sequence[Absence], assignments: Sequence[Assignment], organisation: str
) -> list[Absence]:
    """The absences of those who answer for one MO."""
    people = [each for each in assignments if each.organisation == organisation]
    ids = {id_ for each in people for id_ in (each.member_id, each.substitute_id)}
    return [each for each in absences if each.member_id in ids]


def _days(absence: Absence) -> str:
    return f"du {full_day(absence.first)} au {full_day(absence.last)}"


def _who(assignment: Assignment) -> str:
    if assignment.role_id is not None:
        return f"<@&{assignment.role_id}>"
    return f"<@{assignment.member_id}>"


def _with_substitute(assignment: Assignment) -> str:
    if assignment.substitute_id is None:
        return _who(assignment)
    return f"{_who(assignment)} (remplaçant{NBSP}: <@{assignment.substitute_id}>)"
