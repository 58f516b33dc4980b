"""What is posted to one MO: what it still owes, and what becomes of that message."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import discord

from plan.collecte import Account
from plan.deadline import DeadlineKind
from plan.definition import PlanDefinition
from plan.ladder import NOBODY, Audience
from plan.state import State
from replies.components import Component, button, link
from replies.layout import Reply, card
from replies.names import the
from replies.notices.frame import Frame, heading, mentions, moment, post, standing_button
from replies.states import COLOURS, SYMBOLS
from replies.typography import NBSP, capital, clip, count, full_day, listing, plain

_MOST = 20  # measures listed in one message


@dataclass(frozen=True, slots=True)
class Around:
    """What an MO's message says beside what the MO owes.

    `coordination` is notified too; `missing` is every MO that owes, told to it on the last rungs;
    `is_answered_for`: somebody answers for the MO today, `has_people`: on other days at least;
    `dms_closed`: it is posted here because a member's direct messages are shut.
    """

    coordination: Audience = NOBODY
    missing: Sequence[Account] = ()
    is_answered_for: bool = True
    has_people: bool = True
    dms_closed: bool = False


def digest(
    frame: Frame,
    account: Account,
    audience: Audience,
    plan: PlanDefinition,
    around: Around,
) -> Reply:
    """What one MO still owes, naming those who answer for it."""
    blocks = [
        f"{heading(frame)}\n{moment(frame)}",
        f"{_owes(account, mentions(audience), plan)}\n{_measures(account)}",
        _to_coordination(account, around, plan),
    ]
    if around.dms_closed:
        blocks.append("Ce message n'a pas pu vous parvenir en privé\u00a0: il paraît donc ici.")
    return post(frame, blocks, _digest_buttons(frame))


def direct(frame: Frame, account: Account, plan: PlanDefinition, server_id: int) -> Reply:
    """The same in a member's direct messages, where a link leads to the buttons of the channel."""
    blocks = [heading(frame), f"{_owes(account, '', plan)}\n{_measures(account)}"]
    # The server's own buttons need its rights, which nobody holds in direct messages.
    channel = f"https://discord.com/channels/{server_id}/{frame.deadline.channel_id}"
    buttons: list[Component] = [
        link("Répondre dans le salon", channel),
        button("Ne plus m'écrire en privé", f"avis.salon:{frame.token}"),
    ]
    return post(frame, blocks, buttons)


def settled(
    frame: Frame, account: Account, plan: PlanDefinition, *, directly: bool = False
) -> Reply:
    """What an MO's message becomes once it has answered for everything."""
    total = len(account.asked)
    text = (
        f"**{plain(frame.deadline.title)}** · {the(account.organisation, plan)} est à jour"
        f"{NBSP}: {count(total, 'mesure')} sur {total}. Merci."
    )
    rows = [] if directly else [[standing_button(frame)]]
    return card([text], colour=COLOURS[State.DONE], rows=rows)


def closed(
    frame: Frame, account: Account, plan: PlanDefinition, on: date, *, directly: bool = False
) -> Reply:
    """What an MO's message becomes where its collecte closed before it answered for everything."""
    numbers = listing([str(each.number) for each in account.owed])
    text = (
        f"**{plain(frame.deadline.title)}** · collecte fermée le {full_day(on)}. Il restait"
        f" {count(len(account.owed), 'mesure')} sur {len(account.asked)} pour"
        f" {the(account.organisation, plan)} ({numbers}). `/mesure modifier` et"
        " `/mesure confirmer` consignent toujours ce qui change."
    )
    return card([text], rows=[] if directly else [[standing_button(frame)]])


def not_asked(frame: Frame, organisation: str, plan: PlanDefinition) -> Reply:
    """What an MO's message becomes where the deadline does not ask it anything any more."""
    why = (
        f"cette échéance ne concerne plus {the(organisation, plan)}"
        if frame.deadline.kind is DeadlineKind.REPORTING
        else "cette échéance n'est plus une reddition de comptes"
    )
    return card([f"**{plain(frame.deadline.title)}** · {why}{NBSP}: il n'y a rien à répondre ici."])


def withdrawn(frame: Frame) -> Reply:
    """What a message that asked becomes where its deadline was withdrawn."""
    title = plain(frame.deadline.title)
    return card([f"**{title}** · échéance retirée{NBSP}: il n'y a plus rien à répondre ici."])


def snoozed(frame: Frame, account: Account, person: Audience, plan: PlanDefinition) -> Reply:
    """What « Me le rappeler » asked for, to that person alone."""
    who = mentions(person)
    head = _owes(account, f"{who}, comme demandé" if who else "Comme demandé", plan)
    blocks = [heading(frame), f"{head}\n{_measures(account)}"]
    return post(frame, blocks, _digest_buttons(frame))


def _owes(account: Account, who: str, plan: PlanDefinition) -> str:
    """« @Nadia, il reste 2 mesures sur 6 pour le **MDEIE** : »."""
    left = f"il reste {count(len(account.owed), 'mesure')} sur {len(account.asked)}"
    sentence = f"{left} pour {_bold_the(account.organisation, plan)}{NBSP}:"
    return f"{who}, {sentence}" if who else capital(sentence)


def _measures(account: Account) -> str:
    own = account.own
    lines = [
        f"{SYMBOLS[each.state]} {each.number}. {plain(clip(each.title, 110))}"
        f"{'' if each in own else ' *(à la coordination)*'}"
        for each in account.owed[:_MOST]
    ]
    if len(account.owed) > _MOST:
        lines.append(f"… et {count(len(account.owed) - _MOST, 'autre')}")
    return "\n".join(lines)


def _to_coordination(account: Account, around: Around, plan: PlanDefinition) -> str:
    """What the coordination is named for: nobody answers for the MO, or the day is near."""
    who, lines = mentions(around.coordination), []
    organisation = the(account.organisation, plan)
    if not around.is_answered_for and around.has_people:
        lines.append(f"tous ceux qui répondent pour {organisation} sont absents.")
    elif not around.is_answered_for:
        lines.append(
            f"personne ne répond encore pour {organisation}; `/equipe ajouter` nomme quelqu'un."
        )
    if around.missing:
        owing = [
            f"{the(each.organisation, plan)} ({count(len(each.owed), 'mesure')})"
            for each in around.missing
        ]
        lines.append(f"{'Il' if lines else 'il'} manque encore {listing(owing)}.")
    if not lines and not who:
        return ""
    text = " ".join(lines) or "ce qui reste est à consigner par la coordination."
    return f"{who}{NBSP}: {text}" if who else capital(text)


def _bold_the(organisation: str, plan: PlanDefinition) -> str:
    article = the(organisation, plan).removesuffix(plain(organisation))
    return f"{article}**{plain(organisation)}**"


def _digest_buttons(frame: Frame) -> list[Component]:
    return [
        button("Mettre à jour", f"avis.jour:{frame.token}", discord.ButtonStyle.primary),
        button("Rien de changé", f"avis.rien:{frame.token}"),
        button("Pas nous", f"avis.pasnous:{frame.token}"),
        button("Me le rappeler", f"avis.rappeler:{frame.token}"),
    ]
