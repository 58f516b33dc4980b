"""What the buttons of a notice ask, and what they say once it is done."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

import discord

from plan.collecte import Account
from plan.definition import PlanDefinition
from plan.measure import Measure
from replies.components import MAX_OPTIONS, Component, button, option, select
from replies.forms import measure_choice
from replies.layout import Reply, note
from replies.names import of_the, the
from replies.typography import NBSP, capital, count, full_day, listing

ALL = "toutes"  # the choice that stands for every measure owed


def which_unchanged(
    account: Account, measures: Sequence[Measure], token: str, plan: PlanDefinition
) -> Reply:
    """« Rien de changé »: for which measure that the person may answer for, or for all."""
    everything = option(f"Les {len(measures)} mesures", ALL, "Rien n'a changé du tout")
    listed = select(
        custom_id=f"avis.rien1:{token}",
        placeholder="Pour quelle mesure?",
        options=[*([everything] if len(measures) > 1 else []), *_options(measures)],
    )
    who = the(account.organisation, plan)
    return note(f"Rien de changé pour {who}{NBSP}: de quelle mesure parlez-vous?", row=[listed])


def confirm_unchanged(
    account: Account, token: str, chosen: str, numbers: Sequence[int], plan: PlanDefinition
) -> Reply:
    """Ask once more before what is signed."""
    told = listing([str(number) for number in numbers])
    what = f"la mesure {told}" if len(numbers) == 1 else f"les {len(numbers)} mesures ({told})"
    return note(
        f"Vous confirmez, au nom {of_the(account.organisation, plan)}, que rien n'a changé pour"
        f" {what}.",
        row=[
            button("Confirmer", f"avis.rien2:{token}:{chosen}", discord.ButtonStyle.success),
            button("Annuler", "avis.laisser"),
        ],
    )


def unchanged_recorded(
    numbers: Sequence[int], left: int, undoing: int | None, following: str
) -> Reply:
    """Said once it is signed, with what is left.

    Args:
        undoing: the change that « Annuler » takes back, where it is one alone.
        following: the custom_id of « Mesure suivante », or empty.
    """
    told = listing([str(number) for number in numbers])
    what = "les mesures" if len(numbers) > 1 else "la mesure"
    rest = f"Il reste {count(left, 'mesure')}." if left else "Tout est à jour. Merci."
    row = [*_undo(numbers, undoing), *([next_button(following)] if following else [])]
    return note(f"Rien de changé, consigné pour {what} {told}. {rest}", row=row)


def which_not_ours(account: Account, plan: PlanDefinition, token: str) -> Reply:
    """« Pas nous »: which measure."""
    listed = select(
        custom_id=f"avis.pasnous1:{token}",
        placeholder="Choisir la mesure",
        options=_options(account.owed),
    )
    return note(
        f"Quelle mesure n'est pas celle {of_the(account.organisation, plan)}? Une fois"
        " choisie, la coordination le saura et verra avec vous.",
        row=[listed],
    )


def not_ours_sent(number: int) -> Reply:
    """Said once the coordination is told."""
    return note(f"C'est dit à la coordination, pour la mesure {number}.")


class Directly(StrEnum):
    """Where a person has the messages of an MO, and whether that can change."""

    NAMED = "named"  # in the channel; may ask for direct messages
    WANTED = "wanted"  # as direct messages, as asked
    BY_ROLE = "by_role"  # answers through a role alone, whose members Vigie cannot list
    NOT_AT_ALL = "not_at_all"  # does not answer for the MO: a coordinator


_HOW = {
    Directly.NAMED: f" «{NBSP}En message privé{NBSP}» vous enverra là les messages de cet"
    " organisme.",
    Directly.WANTED: " Les messages de cet organisme vous parviennent en privé.",
    Directly.BY_ROLE: " Comme vous répondez par un rôle, ces messages paraissent au salon seulement"
    f"{NBSP}: pour les avoir en privé, il faut être nommé par `/equipe ajouter`.",
    Directly.NOT_AT_ALL: "",
}


def when_again(token: str, days: Sequence[date], last: date, directly: Directly) -> Reply:
    """« Me le rappeler »: the next working day, the third one, or Monday; and where.

    A day that two of these fall on is offered once.

    Args:
        last: a day after it is greyed, the collecte being over by then.
    """
    monday = "Lundi" if days[-1].weekday() == 0 else "Après le congé de lundi"
    labels = ("Prochain jour ouvrable", "Dans 3 jours ouvrables", monday)
    offered: dict[date, str] = {}
    for label, day in zip(labels, days, strict=True):
        offered.setdefault(day, label)
    row: list[Component] = [
        button(
            f"{label} ({full_day(day)})",
            f"avis.rappeler1:{token}:{day.isoformat()}",
            disabled=day > last,
        )
        for day, label in offered.items()
    ]
    if directly in (Directly.NAMED, Directly.WANTED):
        wanted = directly is Directly.WANTED
        where = "Au salon" if wanted else "En message privé"
        row.append(button(where, f"avis.prive:{token}:{int(not wanted)}"))
    return note(
        f"Quand vous le rappeler? Les avis prévus restent les mêmes.{_HOW[directly]}", row=row
    )


def direct_set(organisation: str, plan: PlanDefinition, *, wanted: bool) -> Reply:
    """Said once it is written down."""
    what = f"Les messages {of_the(organisation, plan)}"
    if wanted:
        return note(
            f"{what} vous parviendront en message privé. Où vos messages privés sont fermés, ils"
            " paraîtront au salon, et le registre le dira."
        )
    return note(f"{what} vous nommeront de nouveau au salon.")


def direct_not_by_role(organisation: str, plan: PlanDefinition) -> Reply:
    """To somebody who answers through a role alone, whose members Vigie cannot list."""
    return note(
        f"Vous répondez pour {the(organisation, plan)} par un rôle, et Vigie ne voit pas qui le"
        " porte. Pour des messages privés, demandez à la coordination de vous nommer avec"
        " `/equipe ajouter`. Rien n'a été changé."
    )


def for_coordination(account: Account) -> Reply:
    """Where what is left concerns every MO: coordinators alone record it."""
    numbers = listing([str(each.number) for each in account.owed])
    return note(
        f"Ce qui reste ({numbers}) concerne tous les MO{NBSP}: la coordination seule le consigne."
        " Rien n'a été changé."
    )


def snooze_set(day: date, hour: str) -> Reply:
    """The day as understood, in full."""
    return note(f"Entendu{NBSP}: {full_day(day)} à {hour}.")


def nothing_owed(organisation: str, plan: PlanDefinition) -> Reply:
    """Where the MO has answered for everything meanwhile."""
    return note(
        f"{capital(the(organisation, plan))} a déjà répondu pour toutes ses mesures. Merci."
    )


def nothing_more() -> Reply:
    """« Mesure suivante » where all was answered meanwhile, or the collecte is over."""
    return note("Il ne reste rien à dire pour vos organismes. Merci.")


def left_as_is() -> Reply:
    """« Annuler » on a question."""
    return note("Rien n'a été consigné.")


def next_button(custom_id: str) -> Component:
    """« Mesure suivante », while something is owed."""
    return button("Mesure suivante", custom_id)


def _undo(numbers: Sequence[int], change: int | None) -> list[Component]:
    if change is None:
        return []
    return [button("Annuler", f"mesure.annuler:{numbers[0]}:{change}")]


def _options(measures: Sequence[Measure]) -> list[discord.SelectOption]:
    return [measure_choice(each) for each in measures[: MAX_OPTIONS - 1]]  # with « toutes »
