"""`/rappel apercu` and `/rappel repeter`: the exact posts to come, shown without notifying."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from discord import ui

from plan.deadline import Deadline
from plan.ladder import Audience
from replies.change import page_buttons
from replies.deadlines import step_text
from replies.layout import Reply, card, note
from replies.notices.frame import mentions
from replies.typography import NBSP, clip, count, full_day, full_moment, hour_text, plain

_PAGE = 3_300  # characters
UNNAMED = "quelqu'un"
_MENTION = re.compile(r"<@&?(\d+)>")


@dataclass(frozen=True, slots=True)
class Shown:
    """A post as it would appear. `recipient` is an MO or empty; `direct_to` a member's id."""

    reply: Reply
    audience: Audience
    recipient: str
    direct_to: int | None


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step with its posts; `steps` are days before, none for a post of its own."""

    deadline: Deadline
    due_on: date
    steps: tuple[int, ...]
    send_at: datetime
    posts: Sequence[Shown]


def preview_page(
    steps: Sequence[ShownStep], zone: ZoneInfo, page: int, control: str, title: str = ""
) -> Reply:
    """The steps to come first, then each post as it will read, with whom it notifies.

    Args:
        control: the custom_id that turns the pages, to which the page's number is added.
        title: of the one deadline they are of, or empty for all.
    """
    if not steps:
        return card(["### Avis à venir", "Aucun avis n'est prévu."], private=True)
    posts = sum(len(each.posts) for each in steps)
    head = (
        f"### {plain(title) + ' · ' if title else ''}{count(len(steps), 'avis', 'avis')} à venir\n"
        f"{count(posts, 'message')} si rien ne change d'ici là."
    )
    pages = _pages(_entries(steps, zone))
    page = min(max(page, 0), len(pages) - 1)
    where = f"page {page + 1} de {len(pages)} · " if len(pages) > 1 else ""
    return card(
        [head, "\n\n".join(pages[page])],
        footer=f"{where}Les gens nommés sont ceux d'aujourd'hui. Rien n'est envoyé par cet aperçu.",
        rows=[page_buttons(f"{control}:", page, len(pages))],
        private=True,
    )


def rehearsed(reply: Reply, step: ShownStep, zone: ZoneInfo, names: Mapping[int, str]) -> Reply:
    """A post as it will read, headed « Répétition »: no mention, no button that works."""
    head = f"**Répétition** · {clip(_when(step, zone), 80)}"
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay(head))
    for item in reply.view.children:
        view.add_item(item)
    for item in view.walk_children():
        if isinstance(item, ui.TextDisplay):
            item.content = _MENTION.sub(lambda found: _named(found, names), item.content)
        elif isinstance(item, ui.Button):
            item.disabled = True
    view.stop()
    return Reply(view)


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
        "Voici ce qui paraîtrait, message par message, si tout restait à dire. Personne n'est"
        " notifié; les boutons sont éteints."
    )
    return card([f"{head}\n{told}"])


def rehearsal_over(thread_id: int, posted: int, total: int) -> Reply:
    """Said where the thread was closed, or the right to write in it lost, before the end."""
    done = f"{count(posted, 'message')} sur {total}"
    return note(f"La répétition s'est arrêtée dans <#{thread_id}> après {done}.")


def nothing_to_rehearse(deadline: Deadline) -> Reply:
    """Where the deadline has no notice left, or concerns no measure."""
    return note(f"Il n'y a rien à répéter pour **{plain(deadline.title)}**{NBSP}: aucun avis.")


def _entries(steps: Sequence[ShownStep], zone: ZoneInfo) -> list[str]:
    several = len({each.deadline.id for each in steps}) > 1
    dated = [_line(each, zone, several) for each in steps]
    return ["\n".join(dated[start : start + 15]) for start in range(0, len(dated), 15)] + [
        _entry(step, post, zone) for step in steps for post in step.posts
    ]


def _line(step: ShownStep, zone: ZoneInfo, several: bool) -> str:
    title = f" · {plain(clip(step.deadline.title, 50))}" if several else ""
    posts = count(len(step.posts), "message") if step.posts else "rien à envoyer"
    due_on = full_moment(step.due_on, step.deadline.at)
    return f"- {_when(step, zone)}{title} · pour le {due_on} · {posts}"


def _entry(step: ShownStep, post: Shown, zone: ZoneInfo) -> str:
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
    texts = [e.content for e in reply.view.walk_children() if isinstance(e, ui.TextDisplay)]
    labels = [f"`{e.label}`" for e in reply.view.walk_children() if isinstance(e, ui.Button)]
    return "\n".join([*texts, " ".join(labels)])


def _pages(entries: Sequence[str]) -> list[list[str]]:
    """Entries in order, as many a page as fit; one that is longer than a page is cut."""
    pages: list[list[str]] = [[]]
    for entry in entries:
        text = clip(entry, _PAGE)
        if pages[-1] and sum(map(len, pages[-1])) + len(text) > _PAGE:
            pages.append([])
        pages[-1].append(text)
    return pages


def _when(step: ShownStep, zone: ZoneInfo) -> str:
    local = step.send_at.astimezone(zone)
    days = f"{step_text(step.steps)} · " if step.steps else ""
    is_before = bool(step.steps) and min(step.steps) >= 0
    is_moved = is_before and (step.due_on - local.date()).days not in step.steps
    moved = ", devancé à un jour ouvrable" if is_moved else ""
    return f"{days}{full_day(local.date())} à {hour_text(local.time())}{moved}"


def _named(found: re.Match[str], names: Mapping[int, str]) -> str:
    return f"@{plain(names.get(int(found[1]), UNNAMED))}"
