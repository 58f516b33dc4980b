"""What is posted to a whole channel: reminders, the opening, the closing, thanks, troubles."""

from collections.abc import Mapping, Sequence

from plan.collecte import Account
from plan.definition import PlanDefinition
from plan.ladder import Audience
from plan.state import State
from replies.layout import Reply, card
from replies.names import of_the
from replies.notices.frame import (
    COLOUR,
    Frame,
    calendar_button,
    heading,
    mentions,
    moment,
    post,
    standing_button,
)
from replies.states import COLOURS
from replies.typography import NBSP, capital, clip, count, listing, plain


def reminder(frame: Frame) -> Reply:
    """A plain `rappel`."""
    deadline = frame.deadline
    concerned = (
        f"\nConcerne{NBSP}: {plain(listing(deadline.organisations))}"
        if deadline.organisations
        else ""
    )
    return post(frame, [f"{heading(frame)}\n{moment(frame)}{concerned}"], [calendar_button(frame)])


def opening(frame: Frame, accounts: Sequence[Account]) -> Reply:
    """The first rungs of a `reddition`: to the channel, with what is expected of each MO."""
    owing = [each for each in accounts if each.owed]
    lines = [
        f"{plain(each.organisation)}{NBSP}: {count(len(each.asked), 'mesure')}{_up_to_date(each)}"
        for each in accounts
    ]
    who = "ont à dire où en sont leurs" if len(owing) > 1 else "a à dire où en sont ses"
    told = f"{count(len(owing), 'MO', 'MO')} {who} mesures, ou que rien n'a changé."
    return post(
        frame,
        [f"{heading(frame)}\n{moment(frame)}", told, "\n".join(lines)],
        [standing_button(frame), calendar_button(frame)],
    )


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
    return post(frame, blocks, [standing_button(frame)])


def thanks(frame: Frame) -> Reply:
    """The one line that follows the last answer."""
    text = f"**{plain(frame.deadline.title)}**{NBSP}: tous les MO ont répondu. Merci à chacun."
    return card([text], colour=COLOURS[State.DONE], rows=[[standing_button(frame)]])


def not_ours(
    frame: Frame,
    facts: Mapping[str, str],
    organisation: str,
    audience: Audience,
    plan: PlanDefinition,
) -> Reply:
    """« Pas nous », told to the coordination.

    Args:
        facts: « measure », its number, and « person », their name; none once they are forgotten.
    """
    who, person = mentions(audience), plain(facts.get("person", "")) or "un membre oublié"
    number = facts["measure"]
    titles = {str(each.number): each.title for each in plan.measures}
    text = (
        f"{f'{who}, {person}' if who else capital(person)} dit que la mesure {number} n'est pas"
        f" celle {of_the(organisation, plan)}{NBSP}: {plain(clip(titles.get(number, ''), 140))}"
    )
    return post(frame, [f"**{plain(frame.deadline.title)}**\n{text}"], [standing_button(frame)])


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
    return card([text], colour=COLOUR, rows=[[calendar_button(frame)]])


def _up_to_date(account: Account) -> str:
    done = len(account.asked) - len(account.owed)
    return f", {done} à jour" if done else ""
