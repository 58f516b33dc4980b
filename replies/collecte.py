"""`/collecte`: who has answered, who has not; opening it and closing it by hand."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from plan.collecte import Account, Collecte
from plan.deadline import Deadline, Notice
from plan.ladder import CLOSING
from replies.deadlines import step_text
from replies.layout import Reply, card, note
from replies.typography import (
    NBSP,
    capital,
    count,
    days_away,
    full_day,
    full_moment,
    listing,
    moment_text,
    plain,
)


def standing(
    deadline: Deadline,
    due_on: date,
    accounts: Sequence[Account],
    collecte: Collecte | None,
    today: date,
) -> Reply:
    """Where each MO stands, what is missing first; of one not open yet, who will have to answer."""
    done = [each for each in accounts if each.is_settled]
    missing = [each for each in accounts if not each.is_settled]
    asked = sum(len(each.asked) for each in accounts)
    answered = asked - sum(len(each.owed) for each in accounts)
    head = (
        f"### {plain(deadline.title)} · {days_away(due_on, today)}\n"
        f"{capital(full_moment(due_on, deadline.at))} · collecte {_state(collecte)}"
    )
    if collecte is None:
        return card([head, _expected(accounts, asked)])
    bar = "▰" * (answered * 20 // asked) + "▱" * (20 - answered * 20 // asked) if asked else ""
    answers = f"{count(answered, 'réponse')} sur {asked}"
    told = f"{bar}\n**{len(done)} MO sur {len(accounts)}** à jour ({answers})"
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
            "Aucune reddition de comptes n'est à venir. La coordination en fixe une avec"
            f"{NBSP}`/calendrier ajouter`.",
        ]
    )


def opened(
    deadline: Deadline, collecte: Collecte, coming: Notice | None, zone: ZoneInfo, *, again: bool
) -> Reply:
    """Said once it is open. `coming` is its next notice; `again`: it had been closed."""
    what = f"**{plain(deadline.title)}**, {full_day(collecte.due_on)}"
    since = moment_text(collecte.opened_at, zone)
    told = (
        f"Collecte rouverte{NBSP}: {what}. Ce qui est consigné depuis le {since} y répond toujours."
        if again
        else f"Collecte ouverte{NBSP}: {what}. Ce qui est consigné à partir de maintenant y répond."
    )
    if coming is None:
        return note(
            f"{told} Plus aucun avis n'est à venir, ni sa clôture{NBSP}: `/collecte fermer` la"
            " fermera."
        )
    day = full_day(coming.send_at.astimezone(zone).date())
    if min(coming.steps) <= CLOSING:
        return note(f"{told} Elle ferme le {day}.")
    return note(f"{told} Prochain avis{NBSP}: {day} ({step_text(coming.steps)}).")


def already_open(deadline: Deadline, collecte: Collecte, zone: ZoneInfo) -> Reply:
    """Said where there is nothing to open."""
    since = moment_text(collecte.opened_at, zone)
    return note(
        f"Cette collecte est déjà ouverte, depuis le {since}{NBSP}: **{plain(deadline.title)}**,"
        f" {full_day(collecte.due_on)}."
    )


def closed(deadline: Deadline, due_on: date) -> Reply:
    """Said once it is closed."""
    return note(
        f"Collecte fermée{NBSP}: **{plain(deadline.title)}**, {full_day(due_on)}. Ses avis à venir"
        " ne partiront pas; les messages déjà parus diront qu'elle est fermée. `/collecte ouvrir`"
        " la rouvre."
    )


def _expected(accounts: Sequence[Account], asked: int) -> str:
    """Who will have to answer, while nobody can be late."""
    answers = count(asked, "réponse")
    will = "auront" if len(accounts) > 1 else "aura"
    return "\n".join(
        [f"**{len(accounts)} MO {will} à répondre** ({answers})"]
        + [
            f"**{plain(each.organisation)}**{NBSP}:"
            f" {listing([str(measure.number) for measure in each.asked])}"
            f" ({count(len(each.asked), 'mesure')})"
            for each in accounts
        ]
    )


def _line(account: Account) -> str:
    owed = listing([str(measure.number) for measure in account.owed])
    missing = "manquent" if len(account.owed) > 1 else "manque"
    return (
        f"**{plain(account.organisation)}**{NBSP}: {len(account.asked) - len(account.owed)} sur"
        f" {count(len(account.asked), 'mesure')}, {missing} {owed}"
    )


def _state(collecte: Collecte | None) -> str:
    if collecte is None:
        return "pas encore ouverte"
    return "fermée" if collecte.closed_at else "ouverte"
