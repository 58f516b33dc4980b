"""What is posted before a deadline, to the channel and to each MO, and what is said after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import discord
from discord import ui

from plan.collecte import Account
from plan.deadline import Deadline
from plan.definition import PlanDefinition
from plan.ladder import Audience
from plan.measure import Measure
from plan.state import State
from replies.layout import Reply, button, card
from replies.names import of_the, the
from replies.states import COLOURS, SYMBOLS
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

_COLOUR = 0x2B6CB0
_MOST = 20  # measures listed in one message


@dataclass(frozen=True, slots=True)
class Frame:
    """What every post has.

    `token` marks it in its buttons; `today` is the day it is posted; `late` tells when it should
    have gone out, where it is late; `coming` the next notice, where there is one.
    """

    deadline: Deadline
    due_on: date
    today: date
    token: str
    late: str = ""
    coming: str = ""


def reminder(frame: Frame) -> Reply:
    """A plain `rappel`."""
    deadline = frame.deadline
    concerned = (
        f"\nConcerne{NBSP}: {plain(listing(deadline.organisations))}"
        if deadline.organisations
        else ""
    )
    return _post(frame, [f"{_heading(frame)}\n{_moment(frame)}{concerned}"], [_calendar(frame)])


def opening(frame: Frame, accounts: Sequence[Account]) -> Reply:
    """The first rungs of a `reddition`: to the channel, with what is expected of each MO."""
    owing = [each for each in accounts if each.owed]
    lines = [
        f"{plain(each.organisation)}{NBSP}: {count(len(each.asked), 'mesure')}{_up_to_date(each)}"
        for each in accounts
    ]
    who = "ont à dire où en sont leurs" if len(owing) > 1 else "a à dire où en sont ses"
    told = f"{count(len(owing), 'MO', 'MO')} {who} mesures, ou que rien n'a changé."
    return _post(
        frame,
        [f"{_heading(frame)}\n{_moment(frame)}", told, "\n".join(lines)],
        [_standing(frame), _calendar(frame)],
    )


def digest(
    frame: Frame,
    account: Account,
    audience: Audience,
    plan: PlanDefinition,
    missing: Sequence[str] = (),
) -> Reply:
    """What one MO still owes, naming those who answer for it.

    Args:
        missing: every MO that owes, told to the coordination on the last rungs.
    """
    who = mentions(audience)
    left = f"il reste {count(len(account.owed), 'mesure')} sur {len(account.asked)}"
    sentence = f"{left} pour {_bold_the(account.organisation, plan)}{NBSP}:"
    head = f"{who}, {sentence}" if who else capital(sentence)
    blocks = [_heading(frame), f"{head}\n{_measures(account.owed)}"]
    if not who:
        blocks.append(
            f"Personne ne répond encore pour {the(account.organisation, plan)}{NBSP}: un"
            " coordinateur le dit avec `/equipe ajouter`."
        )
    if missing:
        blocks.append(f"-# Manquent encore{NBSP}: {plain(listing(missing))}.")
    return _post(frame, blocks, _digest_buttons(frame))


def settled(frame: Frame, account: Account, plan: PlanDefinition) -> Reply:
    """What an MO's message becomes once it has answered for everything."""
    total = len(account.asked)
    text = (
        f"**{plain(frame.deadline.title)}** · {the(account.organisation, plan)} est à jour"
        f"{NBSP}: {count(total, 'mesure')} sur {total}. Merci."
    )
    return card([text], colour=COLOURS[State.DONE], rows=[[_standing(frame)]])


def closing(frame: Frame, accounts: Sequence[Account]) -> Reply:
    """The statement of the day after: who answered, who is missing."""
    done = [each.organisation for each in accounts if each.is_settled]
    missing = [each for each in accounts if not each.is_settled]
    lines = [
        f"{plain(each.organisation)}{NBSP}: {count(len(each.owed), 'mesure')} sur"
        f" {len(each.asked)} sans réponse ({listing([str(m.number) for m in each.owed])})"
        for each in missing
    ]
    title = f"### {plain(frame.deadline.title)} · collecte fermée"
    blocks = [
        f"{title}\n{count(len(done), 'MO', 'MO')} sur {len(accounts)} ont répondu pour toutes leurs"
        " mesures.",
        "\n".join(["**Manquent**", *lines]),
    ]
    return _post(frame, blocks, [_standing(frame)])


def thanks(frame: Frame) -> Reply:
    """The one line that follows the last answer."""
    text = f"**{plain(frame.deadline.title)}**{NBSP}: tous les MO ont répondu. Merci à chacun."
    return card([text], colour=COLOURS[State.DONE], rows=[[_standing(frame)]])


def snoozed(frame: Frame, account: Account, person_id: int, plan: PlanDefinition) -> Reply:
    """What « Me le rappeler » asked for, to that person alone."""
    left = count(len(account.owed), "mesure")
    head = (
        f"<@{person_id}>, comme demandé{NBSP}: il reste {left} sur {len(account.asked)} pour"
        f" {_bold_the(account.organisation, plan)}."
    )
    blocks = [_heading(frame), f"{head}\n{_measures(account.owed)}"]
    return _post(frame, blocks, _digest_buttons(frame))


def not_ours(
    frame: Frame,
    measure: Measure,
    organisation: str,
    person: str,
    audience: Audience,
    plan: PlanDefinition,
) -> Reply:
    """« Pas nous », told to the coordination."""
    who = mentions(audience)
    text = (
        f"{who + ', ' if who else ''}{plain(person)} dit que la mesure {measure.number} n'est pas"
        f" celle {of_the(organisation, plan)}{NBSP}: {plain(clip(measure.title, 140))}"
    )
    return _post(frame, [f"**{plain(frame.deadline.title)}**\n{text}"], [_standing(frame)])


def undeliverable(title: str, channel_id: int, outcome: str) -> str:
    """What the coordination is told, once, of a post that could not go out."""
    why = {
        "channel_gone": "le salon n'existe plus, ou Vigie en a été retirée",
        "not_permitted": "Vigie n'a plus le droit d'y écrire",
    }.get(outcome, "Discord l'a refusé")
    return (
        f"Un avis de l'échéance **{plain(title)}** n'a pas pu paraître dans <#{channel_id}>"
        f"{NBSP}: {why}. `/calendrier modifier` change le salon; `/rappel preuve` dit le reste."
    )


def mentions(audience: Audience) -> str:
    """« @Nadia et @Répondants », the ones that the post notifies."""
    names = [f"<@{each}>" for each in audience.users]
    names += [f"<@&{each}>" for each in audience.roles]
    return listing(names)


def _post(
    frame: Frame, blocks: Sequence[str], buttons: Sequence[ui.Button[ui.LayoutView]]
) -> Reply:
    parts = []
    if frame.late:
        parts.append(f"Avis en retard{NBSP}: il devait partir {frame.late}.")
    if frame.coming:
        parts.append(f"Prochain avis{NBSP}: {frame.coming}.")
    return card(blocks, colour=_COLOUR, footer=" ".join(parts), rows=[buttons])


def _heading(frame: Frame) -> str:
    return f"### {plain(frame.deadline.title)} · {days_away(frame.due_on, frame.today)}"


def _moment(frame: Frame) -> str:
    return f"Échéance du {full_moment(frame.due_on, frame.deadline.at)}"


def _up_to_date(account: Account) -> str:
    done = len(account.asked) - len(account.owed)
    return f", {done} à jour" if done else ""


def _measures(measures: Sequence[Measure]) -> str:
    lines = [
        f"{SYMBOLS[each.state]} {each.number}. {plain(clip(each.title, 110))}"
        for each in measures[:_MOST]
    ]
    if len(measures) > _MOST:
        lines.append(f"… et {count(len(measures) - _MOST, 'autre')}")
    return "\n".join(lines)


def _bold_the(organisation: str, plan: PlanDefinition) -> str:
    article = the(organisation, plan).removesuffix(plain(organisation))
    return f"{article}**{plain(organisation)}**"


def _digest_buttons(frame: Frame) -> list[ui.Button[ui.LayoutView]]:
    return [
        button("Mettre à jour", f"avis.jour:{frame.token}", discord.ButtonStyle.primary),
        button("Rien de changé", f"avis.rien:{frame.token}"),
        button("Pas nous", f"avis.pasnous:{frame.token}"),
        button("Me le rappeler", f"avis.rappeler:{frame.token}"),
    ]


def _standing(frame: Frame) -> ui.Button[ui.LayoutView]:
    return button("Où on en est", f"avis.etat:{frame.token}")


def _calendar(frame: Frame) -> ui.Button[ui.LayoutView]:
    return button("Voir le calendrier", f"calendrier.avis:{frame.token}")


def coming_text(step: int, day: date, moved: bool, substitutes: bool) -> str:
    """« jeudi 25 mars 2027 (J-3, devancé à un jour ouvrable), aussi au remplaçant »."""
    label = f"J-{step}" if step >= 0 else f"J+{-step}"
    told = f"{full_day(day)} ({label}{', devancé à un jour ouvrable' if moved else ''})"
    return f"{told}, aussi au remplaçant" if substitutes else told
