"""What every notice has: its frame, its heading, its footer, and whom it names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plan.deadline import Deadline
from plan.ladder import Audience
from replies.components import Component, button
from replies.layout import Reply, card
from replies.typography import NBSP, days_away, full_day, full_moment, listing, plain

COLOUR = 0x2B6CB0


@dataclass(frozen=True, slots=True)
class Frame:
    """What every post has.

    `token` marks it in its buttons; `today` is the day it is posted; `late` tells when it should
    have gone out, where it is late; `coming` the next notice and `closes` the day the collecte
    closes, whichever is next; `last_call`: it is the last before the deadline.
    """

    deadline: Deadline
    due_on: date
    today: date
    token: str
    late: str = ""
    coming: str = ""
    closes: str = ""
    last_call: bool = False


def post(frame: Frame, blocks: Sequence[str], buttons: Sequence[Component]) -> Reply:
    """A post: its blocks, its buttons, and what its footer tells of the time."""
    parts = []
    if frame.late:
        parts.append(f"Avis en retard{NBSP}: il devait partir {frame.late}.")
    if frame.coming:
        parts.append(f"Prochain avis{NBSP}: {frame.coming}.")
    if frame.closes:
        parts.append(f"La collecte ferme le {frame.closes}.")
    return card(blocks, colour=COLOUR, footer=" ".join(parts), rows=[buttons])


def heading(frame: Frame) -> str:
    """« ### Bilan · dans 7 jours »."""
    last = ", dernier appel" if frame.last_call else ""
    return f"### {plain(frame.deadline.title)} · {days_away(frame.due_on, frame.today)}{last}"


def moment(frame: Frame) -> str:
    """« Échéance du mercredi 31 mars 2027 »."""
    return f"Échéance du {full_moment(frame.due_on, frame.deadline.at)}"


def mentions(audience: Audience) -> str:
    """« @Nadia et @Répondants », the ones that the post notifies."""
    names = [f"<@{each}>" for each in audience.users]
    names += [f"<@&{each}>" for each in audience.roles]
    return listing(names)


def standing_button(frame: Frame) -> Component:
    """« Où on en est »."""
    return button("Où on en est", f"avis.etat:{frame.token}")


def calendar_button(frame: Frame) -> Component:
    """« Voir le calendrier »."""
    return button("Voir le calendrier", f"calendrier.avis:{frame.token}")


def coming_text(step: int, day: date, *, moved: bool, substitutes: bool, coordinators: bool) -> str:
    """« jeudi 25 mars 2027 (J-3, devancé à un jour ouvrable), aussi au remplaçant »."""
    also = [
        name
        for name, told in (("au remplaçant", substitutes), ("à la coordination", coordinators))
        if told
    ]
    told = f"{full_day(day)} (J-{step}{', devancé à un jour ouvrable' if moved else ''})"
    return f"{told}, aussi {listing(also)}" if also else told
