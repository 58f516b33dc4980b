"""A message as a person reads it: its text from top to bottom, its buttons, its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sandbox.components import BUTTON, LABEL, ROW, SELECTS, TEXT_DISPLAY, media_of, walk
from sandbox.message import COMPONENTS_V2
from sandbox.payload import Payload


def text_displays(components: Iterable[Payload]) -> list[str]:
    """The contents of all text displays, in reading order."""
    return [c["content"] for c in walk(components) if c.get("type") == TEXT_DISPLAY]


def visible_text(message: Payload) -> str:
    """Content, layout texts, then embeds, a line each; what buttons and selects say is apart."""
    parts = [message.get("content") or "", *text_displays(message.get("components") or [])]
    for embed in message.get("embeds") or []:
        parts += _embed_texts(embed)
    return "\n".join(part for part in parts if part)


def buttons(message: Payload) -> list[str]:
    """The labels of the buttons, disabled ones included."""
    return [c.get("label") or "" for c in walk(message["components"]) if c["type"] == BUTTON]


def selects(message: Payload) -> list[Payload]:
    """The select menus."""
    return [c for c in walk(message["components"]) if c["type"] in SELECTS]


def shown_attachments(message: Payload) -> list[Payload]:
    """The attachments that can be seen: in a layout, only those that a component shows."""
    attachments: list[Payload] = message["attachments"]
    if not message["flags"] & COMPONENTS_V2:
        return attachments
    shown = {media["url"] for c in walk(message["components"]) for media in media_of(c)}
    return [a for a in attachments if a["url"] in shown]


def _embed_texts(embed: Payload) -> Iterator[str]:
    yield (embed.get("author") or {}).get("name") or ""
    yield embed.get("title") or ""
    yield embed.get("description") or ""
    for field in embed.get("fields") or []:
        yield f"{field['name']}\n{field['value']}"
    yield (embed.get("footer") or {}).get("text") or ""


def modal_fields(modal: Payload) -> list[tuple[str, Payload]]:
    """A form's fields with the label each bears, in order."""
    found = []
    for top in modal.get("components") or []:
        if top["type"] == LABEL:
            found.append((top["label"], top["component"]))
        elif top["type"] == ROW:
            found += [(field.get("label") or "", field) for field in top["components"]]
    return found
