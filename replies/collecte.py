"""`/collecte`: who has answered, who has not; and what the buttons of a notice ask and say."""

from collections.abc import Sequence
from datetime import date

import discord
from discord import ui

from plan.collecte import Account, Collecte
from plan.deadline import Deadline
from plan.definition import PlanDefinition
from plan.find import measure_label
from plan.measure import Measure
from replies.layout import Reply, button, card, note
from replies.names import the
from replies.states import SYMBOLS
from replies.typography import (
    NBSP,
    capital,
    clip,
    count,
    days_away,
    full_day,
    full_moment,
    listing,
    plain,
)

ALL = "toutes"  # the choice that stands for every measure owed


def standing(
    deadline: Deadline,
    due_on: date,
    accounts: Sequence[Account],
    collecte: Collecte | None,
    today: date,
) -> Reply:
    """Where each MO stands; what is missing first."""
    done = [each for each in accounts if each.is_settled]
    missing = [each for each in accounts if not each.is_settled]
    asked = sum(len(each.asked) for each in accounts)
    answered = asked - sum(len(each.owed) for each in accounts)
    head = (
        f"### {plain(deadline.title)} · {days_away(due_on, today)}\n"
        f"{capital(full_moment(due_on, deadline.at))} · collecte {_state(collecte)}"
    )
    bar = "▰" * (answered * 20 // asked) + "▱" * (20 - answered * 20 // asked) if asked else ""
    told = f"{bar}\n**{len(done)} MO sur {len(accounts)}** à jour ({count(answered, 'réponse')} sur {asked})"
    return card(
        [
            head,
            told,
            "\n".join(["**N'ont pas tout dit**", *(_line(each) for each in missing)])
            if missing
            else "",
            f"**À jour**{NBSP}: {plain(listing([each.organisation for each in done]))}"
            if done
            else "",
        ]
    )


def none_open() -> Reply:
    """Where no reporting deadline is there to be told of."""
    return card(
        [
            "### Collecte",
            "Aucune reddition de comptes n'est à venir. Un coordinateur en fixe une avec"
            f"{NBSP}`/calendrier ajouter`.",
        ]
    )


def opened(deadline: Deadline, due_on: date) -> Reply:
    """Said once it is open."""
    return note(
        f"Collecte ouverte{NBSP}: **{plain(deadline.title)}**, {full_day(due_on)}. Ce qui est"
        " consigné à partir de maintenant y répond."
    )


def closed(deadline: Deadline, due_on: date) -> Reply:
    """Said once it is closed."""
    return note(
        f"Collecte fermée{NBSP}: **{plain(deadline.title)}**, {full_day(due_on)}. Ses avis à venir"
        " ne partiront pas."
    )


def which_unchanged(account: Account, token: str, plan: PlanDefinition) -> Reply:
    """« Rien de changé »: for which measure, or for all."""
    everything = discord.SelectOption(
        label=f"Les {len(account.owed)} mesures", value=ALL, description="Rien n'a changé du tout"
    )
    select: ui.Select[ui.LayoutView] = ui.Select(
        custom_id=f"avis.rien1:{token}",
        placeholder="Pour quelle mesure?",
        options=[*([everything] if len(account.owed) > 1 else []), *_options(account.owed)],
    )
    who = the(account.organisation, plan)
    return note(f"Rien de changé pour {who}{NBSP}: de quelle mesure parlez-vous?", row=[select])


def confirm_unchanged(account: Account, token: str, chosen: str) -> Reply:
    """Ask once more before what is signed."""
    numbers = [m.number for m in account.owed if chosen in (ALL, str(m.number))]
    told = listing([str(number) for number in numbers])
    what = f"la mesure {told}" if len(numbers) == 1 else f"les {len(numbers)} mesures ({told})"
    return note(
        f"Vous confirmez, au nom de votre MO ({plain(account.organisation)}), que rien n'a changé"
        f" pour {what}.",
        row=[
            button("Confirmer", f"avis.rien2:{token}:{chosen}", discord.ButtonStyle.success),
            button("Annuler", "avis.laisser"),
        ],
    )


def unchanged_recorded(numbers: Sequence[int], left: int) -> Reply:
    """Said once it is signed, with what is left."""
    told = listing([str(number) for number in numbers])
    what = "les mesures" if len(numbers) > 1 else "la mesure"
    rest = f"Il reste {count(left, 'mesure')}." if left else "Tout est à jour. Merci."
    return note(f"Rien de changé, consigné pour {what} {told}. {rest}")


def which_not_ours(account: Account, token: str) -> Reply:
    """« Pas nous »: which measure."""
    select: ui.Select[ui.LayoutView] = ui.Select(
        custom_id=f"avis.pasnous1:{token}",
        placeholder="Laquelle n'est pas à vous?",
        options=_options(account.owed),
    )
    return note("La coordination le saura et verra avec vous.", row=[select])


def not_ours_sent(number: int) -> Reply:
    """Said once the coordination is told."""
    return note(f"C'est dit à la coordination, pour la mesure {number}.")


def when_again(token: str, days: Sequence[date]) -> Reply:
    """« Me le rappeler »: the next working day, the third one, or Monday."""
    monday = "Lundi" if days[-1].weekday() == 0 else "Après le congé de lundi"
    labels = ("Prochain jour ouvrable", "Dans 3 jours ouvrables", monday)
    return note(
        "Quand vous le rappeler? Les avis prévus restent les mêmes.",
        row=[
            button(f"{label} ({full_day(day)})", f"avis.rappeler1:{token}:{day.isoformat()}")
            for label, day in zip(labels, days, strict=True)
        ],
    )


def snooze_set(day: date, hour: str) -> Reply:
    """The day as understood, in full."""
    return note(f"Entendu{NBSP}: {full_day(day)} à {hour}.")


def nothing_owed(organisation: str, plan: PlanDefinition) -> Reply:
    """Where the MO has answered for everything meanwhile."""
    return note(
        f"{capital(the(organisation, plan))} a déjà répondu pour toutes ses mesures. Merci."
    )


def left_as_is() -> Reply:
    """« Annuler » on a question."""
    return note("Rien n'a été consigné.")


def _options(measures: Sequence[Measure]) -> list[discord.SelectOption]:
    return [
        discord.SelectOption(
            label=clip(f"{SYMBOLS[m.state]} {measure_label(m.number, m.title)}", 100),
            value=str(m.number),
        )
        for m in measures[:24]
    ]


def _line(account: Account) -> str:
    owed = listing([str(measure.number) for measure in account.owed])
    missing = "manquent" if len(account.owed) > 1 else "manque"
    return (
        f"{plain(account.organisation)}{NBSP}: {len(account.asked) - len(account.owed)} sur"
        f" {count(len(account.asked), 'mesure')}, {missing} {owed}"
    )


def _state(collecte: Collecte | None) -> str:
    if collecte is None:
        return "pas encore ouverte"
    return "fermée" if collecte.closed_at else "ouverte"
