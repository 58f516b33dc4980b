"""Message and modal components: their types, walking them, and the ids Discord gives them.

https://discord.com/developers/docs/components/reference
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from sandbox.payload import Payload, copied

ROW: Final = 1
BUTTON: Final = 2
STRING_SELECT: Final = 3
TEXT_INPUT: Final = 4
USER_SELECT: Final = 5
ROLE_SELECT: Final = 6
MENTIONABLE_SELECT: Final = 7
CHANNEL_SELECT: Final = 8
SECTION: Final = 9
TEXT_DISPLAY: Final = 10
THUMBNAIL: Final = 11
MEDIA_GALLERY: Final = 12
FILE: Final = 13
SEPARATOR: Final = 14
CONTAINER: Final = 17
LABEL: Final = 18
FILE_UPLOAD: Final = 19
RADIO_GROUP: Final = 21
CHECKBOX_GROUP: Final = 22
CHECKBOX: Final = 23

SELECTS: Final = frozenset({3, 5, 6, 7, 8})
LINK_STYLE: Final = 5
PREMIUM_STYLE: Final = 6


def walk(components: Iterable[Payload]) -> Iterator[Payload]:
    """Every component, nested ones included, in reading order."""
    for component in components:
        yield component
        yield from walk(children(component))


def children(component: Payload) -> list[Payload]:
    """What a component holds: a row's or container's components, a section's accessory last."""
    inside = list(component.get("components") or [])
    inside += [component[key] for key in ("component", "accessory") if component.get(key)]
    return inside


def media_of(component: Payload) -> list[Payload]:
    """The media objects (`{"url"}`) that a component shows."""
    kind = component.get("type")
    if kind == MEDIA_GALLERY:
        return [item["media"] for item in component.get("items") or []]
    if kind == THUMBNAIL:
        return [component["media"]]
    return [component["file"]] if kind == FILE else []


def received(components: list[Payload], attachments: list[Payload]) -> list[Payload]:
    """Components as Discord gives them back.

    Those without an `id` get the next free one from 1, in reading order; `attachment://name`
    becomes the file's address.
    """
    finished = copied(components)
    everything = list(walk(finished))
    taken = {c["id"] for c in everything if c.get("id")}
    free = 1
    by_name = {a["filename"]: a for a in attachments}
    for component in everything:
        if not component.get("id"):
            while free in taken:
                free += 1
            component["id"] = free
            taken.add(free)
        _resolve_media(component, by_name)
        _fill_defaults(component)
    return finished


def _resolve_media(component: Payload, by_name: dict[str, Payload]) -> None:
    for media in media_of(component):
        name = str(media["url"]).removeprefix("attachment://")
        if name == media["url"]:
            media.setdefault("proxy_url", media["url"])
            continue
        attachment = by_name[name]
        media |= {
            "id": attachment["id"],
            "url": attachment["url"],
            "proxy_url": attachment["url"],
            "attachment_id": attachment["id"],
            "content_type": attachment["content_type"],
            "width": attachment.get("width"),
            "height": attachment.get("height"),
        }
        if component["type"] == FILE:
            component |= {"name": attachment["filename"], "size": attachment["size"]}


def _fill_defaults(component: Payload) -> None:
    kind = component["type"]
    if kind in SELECTS:
        component.setdefault("min_values", 1)
        component.setdefault("max_values", 1)
    elif kind == SEPARATOR:
        component.setdefault("divider", True)
        component.setdefault("spacing", 1)
    elif kind == CONTAINER:
        component.setdefault("accent_color", None)
        component.setdefault("spoiler", False)
