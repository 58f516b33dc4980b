"""How to ask, and what was asked in vain."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from replies.layout import Reply, card, note
from replies.pages import page_buttons
from replies.typography import NBSP, clip, count, moment_text, plain

PER_PAGE = 10


class Kept(Protocol):
    """A question that was kept."""

    @property
    def text(self) -> str:
        """As it was asked."""

    @property
    def asked_at(self) -> datetime:
        """Aware, in UTC."""


def how_to_ask() -> Reply:
    """The answer to a mention that says nothing."""
    return note(
        f"Posez-moi une question sur le plan, par exemple{NBSP}: «{NBSP}où en est la mesure"
        f" 4?{NBSP}», «{NBSP}combien de mesures sont à venir?{NBSP}». `/aide` montre le reste.",
        private=False,
    )


def unanswered_page(questions: Sequence[Kept], page: int, zone: ZoneInfo) -> Reply:
    """What was asked and not found, the newest first; nobody's name was kept."""
    pages = max(1, -(-len(questions) // PER_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = questions[page * PER_PAGE : (page + 1) * PER_PAGE]
    total = count(len(questions), "question sans réponse", "questions sans réponse")
    if not questions:
        total = "Aucune question sans réponse"
    lines = [
        f"- {plain(clip(each.text, 200))}\n-# {moment_text(each.asked_at, zone)}" for each in shown
    ]
    return card(
        [f"### {total}", "\n".join(lines) or "Toutes les questions ont trouvé une réponse."],
        footer=f"page {page + 1} de {pages}" if pages > 1 else "Gardées un an, sans leur auteur.",
        rows=[page_buttons("question.liste:", page, pages)],
        private=True,
    )
