"""What is posted before a deadline, to the channel and to each MO, and what is said after it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import discord
from discord import ui

from plan.collecte import Account
from plan.deadline import Deadline
from plan.definition import PlanDefinition
from plan.ladder import NOBODY, Audience
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
    around: Around,
) -> Reply:
    """What one MO still owes, naming those who answer for it."""
    blocks = [
        f"{_heading(frame)}\n{_moment(frame)}",
        f"{_owes(account, mentions(audience), plan)}\n{_measures(account)}",
        _to_coordination(account, around, plan),
    ]
    if around.dms_closed:
        blocks.append("Ce message n'a pas pu vous parvenir en privé\u00a0: il paraît donc ici.")
    return _post(frame, blocks, _digest_buttons(frame))


def direct(frame: Frame, account: Account, plan: PlanDefinition, server_id: int) -> Reply:
    """The same in a member's direct messages, where a link leads to the buttons of the channel."""
    blocks = [_heading(frame), f"{_owes(account, '', plan)}\n{_measures(account)}"]
    # The server's own buttons need its rights, which nobody holds in direct messages.
    channel = f"https://discord.com/channels/{server_id}/{frame.deadline.channel_id}"
    buttons: list[ui.Button[ui.LayoutView]] = [
        ui.Button(label="Répondre dans le salon", url=channel),
        button("Ne plus m'écrire en privé", f"avis.salon:{frame.token}"),
    ]
    return _post(frame, blocks, buttons)


def settled(
    frame: Frame, account: Account, plan: PlanDefinition, *, directly: bool = False
) -> Reply:
    """What an MO's message becomes once it has answered for everything."""
    total = len(account.asked)
    text = (
        f"**{plain(frame.deadline.title)}** · {the(account.organisation, plan)} est à jour"
        f"{NBSP}: {count(total, 'mesure')} sur {total}. Merci."
    )
    rows = [] if directly else [[_standing(frame)]]
    return card([text], colour=COLOURS[State.DONE], rows=rows)


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
    have = "ont répondu pour toutes leurs" if len(done) > 1 else "a répondu pour toutes ses"
    blocks = [
        f"{title}\n{count(len(done), 'MO', 'MO')} sur {len(accounts)} {have} mesures.",
        "\n".join(["**Manquent**", *lines]),
    ]
    return _post(frame, blocks, [_standing(frame)])


def thanks(frame: Frame) -> Reply:
    """The one line that follows the last answer."""
    text = f"**{plain(frame.deadline.title)}**{NBSP}: tous les MO ont répondu. Merci à chacun."
    return card([text], colour=COLOURS[State.DONE], rows=[[_standing(frame)]])


def snoozed(frame: Frame, account: Account, person: Audience, plan: PlanDefinition) -> Reply:
    """What « Me le rappeler » asked for, to that person alone."""
    who = mentions(person)
    head = _owes(account, f"{who}, comme demandé" if who else "Comme demandé", plan)
    blocks = [_heading(frame), f"{head}\n{_measures(account)}"]
    return _post(frame, blocks, _digest_buttons(frame))


def not_ours(
    frame: Frame,
    facts: Mapping[str, str],
    organisation: str,
    audience: Audience,
    plan: PlanDefinition,
) -> Reply:
    """« Pas nous », told to the coordination. `facts`: « measure », its number, and « person »."""
    who = mentions(audience)
    number = facts["measure"]
    titles = {str(each.number): each.title for each in plan.measures}
    text = (
        f"{who + ', ' if who else ''}{plain(facts['person'])} dit que la mesure {number} n'est pas"
        f" celle {of_the(organisation, plan)}{NBSP}: {plain(clip(titles.get(number, ''), 140))}"
    )
    return _post(frame, [f"**{plain(frame.deadline.title)}**\n{text}"], [_standing(frame)])


def undeliverable(frame: Frame, facts: Mapping[str, str], audience: Audience) -> Reply:
    """What the coordination is told, once, of posts that could not go out.

    Args:
        facts: « channel », its id, and « outcome », the code of the ledger.
    """
    who, outcome, title = mentions(audience), facts["outcome"], frame.deadline.title
    why = {
        "channel_gone": "le salon n'existe plus, ou Vigie en a été retirée",
        "not_permitted": "Vigie n'a plus le droit d'y écrire",
        "passing": "Discord n'a pas répondu",
    }.get(outcome, "Discord les a refusés")
    cure = (
        "Dès qu'elle l'aura de nouveau, ou que `/calendrier modifier` aura changé le salon, ce qui"
        " est encore à temps paraîtra."
        if outcome == "not_permitted"
        else "`/calendrier modifier` change le salon, `/rappel envoyer` fait paraître un avis."
    )
    text = (
        f"{who + ', d' if who else 'D'}es avis de l'échéance **{plain(title)}** n'ont pas pu"
        f" paraître dans <#{facts['channel']}>{NBSP}: {why}. {cure} `/rappel preuve` dit le reste."
    )
    return card([text], colour=_COLOUR, rows=[[_calendar(frame)]])


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
    if frame.closes:
        parts.append(f"La collecte ferme le {frame.closes}.")
    return card(blocks, colour=_COLOUR, footer=" ".join(parts), rows=[buttons])


def _heading(frame: Frame) -> str:
    last = ", dernier appel" if frame.last_call else ""
    return f"### {plain(frame.deadline.title)} · {days_away(frame.due_on, frame.today)}{last}"


def _moment(frame: Frame) -> str:
    return f"Échéance du {full_moment(frame.due_on, frame.deadline.at)}"


def _up_to_date(account: Account) -> str:
    done = len(account.asked) - len(account.owed)
    return f", {done} à jour" if done else ""


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
            f"personne ne répond encore pour {organisation} (`/equipe ajouter` nomme quelqu'un)."
        )
    if around.missing:
        owing = [f"{plain(e.organisation)} ({len(e.owed)})" for e in around.missing]
        verb = "manquent" if len(owing) > 1 else "manque"
        lines.append(f"{capital(verb) if lines else verb} encore{NBSP}: {listing(owing)}.")
    if not lines and not who:
        return ""
    text = " ".join(lines) or "ce qui reste est à consigner par la coordination."
    return f"{who}{NBSP}: {text}" if who else capital(text)


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


def coming_text(step: int, day: date, moved: bool, also: Sequence[str]) -> str:
    """« jeudi 25 mars 2027 (J-3, devancé à un jour ouvrable), aussi au remplaçant »."""
    told = f"{full_day(day)} (J-{step}{', devancé à un jour ouvrable' if moved else ''})"
    return f"{told}, aussi {listing(also)}" if also else told
