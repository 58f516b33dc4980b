"""Deadlines, their notices, and what each says when it is posted."""

import io
from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

import discord

from plan.deadline import Deadline, DeadlineKind, Notice, Repetition
from plan.definition import PlanDefinition
from replies.components import Component, button
from replies.layout import Reply, card, note
from replies.names import the
from replies.pages import page_buttons
from replies.typography import (
    NBSP,
    capital,
    count,
    day_text,
    days_away,
    full_day,
    full_moment,
    hour_text,
    listing,
    plain,
)

PER_PAGE = 10
CALENDAR_NAME = "Échéances du plan d'action"
REPETITIONS = {
    Repetition.NONE: "",
    Repetition.YEARLY: "chaque année",
    Repetition.QUARTERLY: "chaque trimestre",
    Repetition.MONTHLY: "chaque mois",
}
KINDS = {DeadlineKind.REPORTING: "reddition de comptes", DeadlineKind.REMINDER: "rappel"}


def deadline_label(deadline: Deadline, due: date | None) -> str:
    """« Bilan annuel (31 mars 2027) », for lists of choices."""
    return f"{deadline.title} ({day_text(due)})" if due else deadline.title


def step_text(steps: Sequence[int]) -> str:
    """« J-7 », « J-1 et J-0 », « J+1 » for the closing."""
    return listing([f"J-{step}" if step >= 0 else f"J+{-step}" for step in steps])


def added(
    deadline: Deadline,
    notices: Sequence[Notice],
    dropped: Sequence[Notice],
    zone: ZoneInfo,
    caution: str = "",
) -> Reply:
    """The deadline as understood: its date first, then its notices, one a line, and a caution."""
    lines = [
        f"Échéance du **{full_moment(deadline.first_on, deadline.at)}** · {plain(deadline.title)}",
        capital(nature(deadline)),
        *notice_lines(deadline, notices, dropped, zone),
        *([caution] if caution else []),
    ]
    return note("\n".join(lines), row=deadline_buttons(deadline))


def notice_lines(
    deadline: Deadline, notices: Sequence[Notice], dropped: Sequence[Notice], zone: ZoneInfo
) -> list[str]:
    """The notices to come, one a line, and those that are past already."""
    lines = [
        f"Avis dans <#{deadline.channel_id}>{NBSP}:",
        *(f"- {_notice_line(each, zone)}" for each in notices),
    ]
    if not notices:
        asks = deadline.kind is DeadlineKind.REPORTING
        cure = f"{NBSP}: `/rappel envoyer` demande les réponses dès maintenant" if asks else ""
        lines = [f"Aucun avis à venir{cure}."]
    if dropped:
        steps = [step for each in dropped for step in each.steps]
        lines.append(f"Déjà passés, laissés de côté{NBSP}: {step_text(steps)}.")
    return lines


def unseen(deadline: Deadline, organisations: Sequence[str], plan: PlanDefinition) -> str:
    """A caution where people of these MOs do not see the deadline's channel; empty for none."""
    if not organisations:
        return ""
    return (
        f"Attention{NBSP}: d'après ses permissions, <#{deadline.channel_id}> n'est pas visible de"
        f" tous ceux qui répondent pour {listing([the(each, plan) for each in organisations])}."
        " Un avis qui les nomme ne les atteindrait pas. Donnez-leur accès à ce salon, ou"
        " choisissez-en un autre avec `/calendrier modifier`."
    )


def deadline_buttons(deadline: Deadline) -> list[Component]:
    """Where to go from a deadline just added or changed."""
    return [
        button("Voir le calendrier", "calendrier.voir"),
        button("Retirer", f"calendrier.retirer:{deadline.id}", discord.ButtonStyle.danger),
    ]


def calendar(
    coming: Sequence[tuple[Deadline, date]], today: date, page: int = 0, file: bytes | None = None
) -> Reply:
    """The deadlines to come, the nearest first, `PER_PAGE` a page.

    Privately with a calendar file, where given: it holds those that the one page does not.
    """
    private = file is not None
    if not coming:
        text = (
            f"Aucune échéance à venir. La coordination en ajoute une{NBSP}: `/calendrier ajouter`."
        )
        return card(["### Calendrier", text], private=private)
    pages = -(-len(coming) // PER_PAGE)
    page = min(max(page, 0), pages - 1)
    lines = [
        f"- **{full_moment(day, deadline.at)}**, {days_away(day, today)} · "
        f"{plain(deadline.title)} · {nature(deadline)} · <#{deadline.channel_id}>"
        for deadline, day in coming[page * PER_PAGE : (page + 1) * PER_PAGE]
    ]
    more = len(coming) - PER_PAGE
    if file and more > 0:
        lines.append(f"… et {count(more, 'autre')}, dans le fichier.")
    heading = f"### Calendrier · {count(len(coming), 'échéance')} à venir"
    files = [discord.File(io.BytesIO(file), filename="echeances.ics")] if file else []
    return card(
        [heading, "\n".join(lines)],
        footer=f"page {page + 1} de {pages}" if pages > 1 and not file else "",
        rows=[] if file else [page_buttons("calendrier.voir:", page, pages)],
        private=private,
        files=files,
    )


def description(deadline: Deadline) -> str:
    """What a calendar shows beside the title: plain text, no formatting."""
    parts = [KINDS[deadline.kind], REPETITIONS[deadline.repetition]]
    lines = [capital(", ".join(part for part in parts if part)) + "."]
    if deadline.organisations:
        lines.append(f"Concerne{NBSP}: {listing(deadline.organisations)}.")
    lines.append(f"Avis{NBSP}: {step_text(deadline.notices)}.")
    return "\n".join(lines)


def confirm_withdrawal(deadline: Deadline, due: date | None) -> Reply:
    """Ask before a deadline goes, with its notices to come."""
    when = f", {full_moment(due, deadline.at)}" if due else ""
    return note(
        f"Retirer l'échéance **{plain(deadline.title)}**{when}? Ses avis à venir ne partiront pas.",
        row=[
            button("Confirmer", f"calendrier.confirmer:{deadline.id}", discord.ButtonStyle.danger),
            button("Garder", f"calendrier.garder:{deadline.id}"),
        ],
    )


def withdrawn(deadline: Deadline) -> Reply:
    """Said once it is done."""
    return note(f"Échéance retirée{NBSP}: **{plain(deadline.title)}**. Ses avis ne partiront pas.")


def kept(deadline: Deadline) -> Reply:
    """Said where the withdrawal was not confirmed."""
    return note(f"Échéance gardée{NBSP}: **{plain(deadline.title)}**.")


def nature(deadline: Deadline) -> str:
    """« reddition de comptes, chaque année, MESS et MICC »."""
    parts = [KINDS[deadline.kind], REPETITIONS[deadline.repetition]]
    if deadline.organisations:
        parts.append(plain(listing(deadline.organisations)))
    return ", ".join(part for part in parts if part)


def _notice_line(notice: Notice, zone: ZoneInfo) -> str:
    local = notice.send_at.astimezone(zone)
    days = (notice.due_on - local.date()).days
    if days < 0:
        moved = ", clôture de la collecte"
    else:
        moved = "" if days in notice.steps else ", devancé à un jour ouvrable"
    when = f"{full_day(local.date())} à {hour_text(local.time())}"
    return f"{step_text(notice.steps)}{NBSP}: {when}{moved}"
