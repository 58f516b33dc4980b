"""`/rappel apercu` and `/rappel repeter`: the exact posts to come, shown without notifying."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from plan.deadline import Deadline
from plan.ladder import Audience
from replies.components import button, buttons_in, text, texts_in
from replies.deadlines import step_text
from replies.layout import Reply, card, note
from replies.notices.frame import mentions
from replies.pages import NEXT, PREVIOUS
from replies.typography import NBSP, clip, count, full_day, full_moment, hour_text, plain

_PAGE = 3_300  # characters
_DATES = 15  # steps told in one passage
UNNAMED = "quelqu'un"
_MENTION = re.compile(r"<@&?(\d+)>")


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step; `steps` are days before, none for a post of its own; `posts` how many it has."""

    deadline: Deadline
    due_on: date
    steps: tuple[int, ...]
    send_at: datetime
    posts: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A post as it would appear. `recipient` is an MO or empty; `direct_to` a member's id."""

    step: ShownStep
    reply: Reply
    audience: Audience
    recipient: str
    direct_to: int | None


def preview_page(
    steps: Sequence[ShownStep],
    post: Callable[[int], Shown],
    place: int,
    control: str,
    zone: ZoneInfo,
    title: str = "",
) -> Reply:
    """The steps to come first, then each post as it will read, with whom it notifies.

    A page is told by its first passage, or by minus the one that follows it: what the others say
    need not be known.

    Args:
        post: the post of that rank, worded: called only for those of the page.
        control: the custom_id that turns the pages, to which the place is added.
        title: of the one deadline they are of, or empty for all.
    """
    if not steps:
        return card(["### Avis à venir", "Aucun avis n'est prévu."], private=True)
    posts = sum(each.posts for each in steps)
    if _is_one(steps):
        title = steps[0].deadline.title
    head = f"### {plain(title) + ' · ' if title else ''}{count(len(steps), 'avis', 'avis')} à venir"
    due = f"Pour le {_due(steps[0])}{NBSP}: " if _is_one(steps) else ""
    head = f"{head}\n{due}{count(posts, 'message')} si rien ne change d'ici là."
    dates = -(-len(steps) // _DATES)
    total = dates + posts

    def passage(rank: int) -> str:
        if rank < dates:
            return _lines(steps, rank * _DATES, zone)
        return _entry(post(rank - dates), zone)

    first, texts = _page(passage, total, place)
    last = first + len(texts)
    where = f"{_place(first - dates, last - dates, posts)} · " if len(texts) < total else ""
    buttons = [
        button(PREVIOUS, f"{control}:{-first}", disabled=first == 0),
        button(NEXT, f"{control}:{last}", disabled=last == total),
    ]
    return card(
        [head, "\n\n".join(texts)],
        footer=f"{where}Les gens nommés sont ceux d'aujourd'hui. Rien n'est envoyé par cet aperçu.",
        rows=[buttons if where else []],
        private=True,
    )


def _place(first: int, last: int, posts: int) -> str:
    """« Messages 3 à 6 sur 74 »: those of a page, from the rank of its first (below zero: a list of
    dates comes before) to the rank after its last."""
    if last <= 0:
        return f"Les {count(posts, 'message')} suivent les dates"
    shown = range(max(first, 0) + 1, last + 1)
    if len(shown) == 1:
        return f"Message {last} sur {posts}"
    return f"Messages {shown[0]} à {last} sur {posts}"


def thread_name(deadline: Deadline) -> str:
    """The name of the private thread of a rehearsal, within what Discord takes."""
    return clip(f"Répétition · {deadline.title}", 100)


def rehearsed(reply: Reply, step: ShownStep, zone: ZoneInfo, names: Mapping[int, str]) -> Reply:
    """A post as it will read, headed « Répétition »: no mention, no button that works."""
    head = f"**Répétition** · {clip(_when(step, zone), 80)}"
    for block in texts_in(reply.components):
        block["content"] = _MENTION.sub(lambda found: _named(found, names), block["content"])
    for each in buttons_in(reply.components):
        each["disabled"] = True
    return Reply([text(head), *reply.components])


def rehearsal_begun(thread_id: int, deadline: Deadline, posts: int) -> Reply:
    """Said at once: the posts follow one another in the thread."""
    return note(
        f"Répétition de **{plain(deadline.title)}** dans <#{thread_id}>{NBSP}:"
        f" {count(posts, 'message')}, l'un après l'autre. Personne n'est notifié, et rien d'autre"
        " ne change."
    )


def rehearsal_opening(deadline: Deadline, due_on: date) -> Reply:
    """The first line of the thread."""
    head = f"**Répétition** · {plain(deadline.title)}, {full_moment(due_on, deadline.at)}"
    told = (
        "Voici ce qui paraîtrait à partir de maintenant, message par message, si tout restait à"
        " dire. Personne n'est notifié; les boutons sont éteints."
    )
    return card([f"{head}\n{told}"])


def rehearsal_over(thread_id: int, posted: int, total: int) -> Reply:
    """Said where the thread was closed, or the right to write in it lost, before the end."""
    done = f"{count(posted, 'message')} sur {total}"
    return note(f"La répétition s'est arrêtée dans <#{thread_id}> après {done}.")


def nothing_to_rehearse(deadline: Deadline) -> Reply:
    """Where the deadline has no notice left, or concerns no measure."""
    return note(f"Il n'y a rien à répéter pour **{plain(deadline.title)}**{NBSP}: aucun avis.")


def _is_one(steps: Sequence[ShownStep]) -> bool:
    """Whether all are of one deadline, on one day: then the head tells it once."""
    return len({(each.deadline.id, each.due_on) for each in steps}) == 1


def _lines(steps: Sequence[ShownStep], start: int, zone: ZoneInfo) -> str:
    several = len({each.deadline.id for each in steps}) > 1
    one = _is_one(steps)
    return "\n".join(_line(each, zone, several, one) for each in steps[start : start + _DATES])


def _line(step: ShownStep, zone: ZoneInfo, several: bool, one: bool) -> str:
    title = f" · {plain(clip(step.deadline.title, 50))}" if several else ""
    posts = count(step.posts, "message") if step.posts else "rien à envoyer"
    due = "" if one else f" · pour le {_due(step)}"
    return f"- {_when(step, zone)}{title}{due} · {posts}"


def _due(step: ShownStep) -> str:
    return full_moment(step.due_on, step.deadline.at)


def _entry(post: Shown, zone: ZoneInfo) -> str:
    step = post.step
    if post.direct_to is not None:
        where = f"en message privé à <@{post.direct_to}>"
    else:
        where = f"<#{step.deadline.channel_id}>"
    recipient = f" · {plain(post.recipient)}" if post.recipient else ""
    who = mentions(post.audience) or ("" if post.direct_to else "personne")
    notified = f"\nNotifie{NBSP}: {who}" if who else ""
    quoted = "\n".join(f"> {line}" for line in _text(post.reply).splitlines())
    return f"**{_when(step, zone)}** · {where}{recipient}{notified}\n{quoted}"


def _text(reply: Reply) -> str:
    """What a view says, with its buttons on a last line."""
    told = [each["content"] for each in texts_in(reply.components)]
    labels = [f"`{each['label']}`" for each in buttons_in(reply.components)]
    return "\n".join([*told, " ".join(labels)])


def _page(passage: Callable[[int], str], total: int, place: int) -> tuple[int, list[str]]:
    """The first passage of a page, and as many as fit; one that is longer is cut.

    `place` is the first one or, below zero, minus the one that follows the last.
    """
    backwards = place < 0
    ranks = (
        range(min(-place, total) - 1, -1, -1) if backwards else range(min(place, total - 1), total)
    )
    texts: list[str] = []
    for rank in ranks:
        text = clip(passage(rank), _PAGE)
        if texts and sum(map(len, texts)) + len(text) > _PAGE:
            break
        texts.append(text)
    if backwards:
        return ranks[0] - len(texts) + 1, texts[::-1]
    return ranks[0], texts


def _when(step: ShownStep, zone: ZoneInfo) -> str:
    local = step.send_at.astimezone(zone)
    days = f"{step_text(step.steps)} · " if step.steps else ""
    is_before = bool(step.steps) and min(step.steps) >= 0
    is_moved = is_before and (step.due_on - local.date()).days not in step.steps
    moved = ", devancé à un jour ouvrable" if is_moved else ""
    return f"{days}{full_day(local.date())} à {hour_text(local.time())}{moved}"


def _named(found: re.Match[str], names: Mapping[int, str]) -> str:
    return f"@{plain(names.get(int(found[1]), UNNAMED))}"
