"""Turning pages: the buttons under a list, and what its foot says."""

from zoneinfo import ZoneInfo

from replies.components import Component, button
from replies.typography import zone_text

PREVIOUS = "Précédente"
NEXT = "Suivante"


def hours_and_page(zone: ZoneInfo | None, page: int, pages: int) -> str:
    """« heure de Toronto · page 2 de 3 », under a list; without `zone` where it tells no hour."""
    parts = [zone_text(zone) if zone else "", f"page {page + 1} de {pages}" if pages > 1 else ""]
    return " · ".join(part for part in parts if part)


def page_buttons(prefix: str, page: int, pages: int, suffix: str = "") -> list[Component]:
    """« Précédente » and « Suivante », the one that leads nowhere greyed; none for one page."""
    if pages < 2:
        return []
    return [
        button(PREVIOUS, f"{prefix}{max(page - 1, 0)}{suffix}", disabled=page == 0),
        button(NEXT, f"{prefix}{page + 1}{suffix}", disabled=page == pages - 1),
    ]
