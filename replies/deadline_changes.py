"""A deadline that was changed: what it was, what it is, and its notices now."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from zoneinfo import ZoneInfo

from plan.deadline import Deadline, Notice
from replies.deadlines import (
    KINDS,
    REPETITIONS,
    deadline_buttons,
    nature,
    notice_lines,
    step_text,
)
from replies.layout import Reply, note
from replies.typography import NBSP, capital, full_moment, listing, plain


def changed(
    deadline: Deadline,
    due_on: date,
    told: Sequence[str],
    notices: tuple[Sequence[Notice], Sequence[Notice]],
    gone: AbstractSet[int],
    zone: ZoneInfo,
    caution: str = "",
) -> Reply:
    """The deadline as it is now, its date first; each change before → after; its notices.

    Args:
        due_on: the day it falls on next.
        told: as `changes` words them.
        notices: those of that day to come, and those already past that never went out.
        gone: the steps of that day that went out.
        caution: a last line.
    """
    lines = [
        f"Échéance du **{full_moment(due_on, deadline.at)}** · {plain(deadline.title)}",
        capital(nature(deadline)),
        *(f"- {plain(line)}" for line in told),
        *notice_lines(deadline, *notices, zone),
    ]
    if gone:
        lines.append(f"Déjà partis{NBSP}: {step_text(sorted(gone, reverse=True))}.")
    if caution:
        lines.append(caution)
    return note("\n".join(lines), row=deadline_buttons(deadline))


def changes(before: Deadline, after: Deadline, today: date) -> list[str]:
    """« Titre : Bilan → Bilan annuel », one text a change, without formatting.

    The date of one that comes back is the next it falls on, as the calendar tells it.
    """
    return [
        f"{name}{NBSP}: {old} → {new}"
        for (name, old), (_, new) in zip(_told(before, today), _told(after, today), strict=True)
        if old != new
    ]


def _told(deadline: Deadline, today: date) -> Iterator[tuple[str, str]]:
    yield "Titre", deadline.title
    due_on = deadline.next_due(today) or deadline.first_on
    yield "Date", full_moment(due_on, deadline.at)
    yield "Genre", KINDS[deadline.kind]
    yield "Répétition", REPETITIONS[deadline.repetition] or "aucune"
    yield "Avis", step_text(deadline.notices)
    yield "Salon", f"<#{deadline.channel_id}>"
    yield "Organismes", listing(deadline.organisations) or "tous"
