"""The forms of a message's components, each field by itself.

Limits: https://discord.com/developers/docs/components/reference
"""

from __future__ import annotations

from sandbox import components as c
from sandbox.limits.schema import ByType, Flag, Form, Id, ListOf, Number, OneOf, Spec, Text, form

MAX_COMPONENTS = 40
MAX_TEXT = 4000

_ID = Number(0, 2**31 - 1)
_CUSTOM_ID = Text(1, 100)
_EMOJI = form(id=Id(), name=Text(0, 100), animated=Flag())
_MEDIA = form("url", url=Text(1, 2048))

_BUTTON = form(
    "style",
    id=_ID,
    style=OneOf((1, 2, 3, 4, 5, 6)),
    label=Text(0, 80),
    custom_id=_CUSTOM_ID,
    url=Text(1, 512),
    sku_id=Id(),
    emoji=_EMOJI,
    disabled=Flag(),
)
_OPTION = form(
    "label value",
    label=Text(1, 100),
    value=Text(1, 100),
    description=Text(0, 100),
    emoji=_EMOJI,
    default=Flag(),
)
_SELECT_FIELDS: dict[str, Spec] = {
    "id": _ID,
    "custom_id": _CUSTOM_ID,
    "placeholder": Text(0, 150),
    "min_values": Number(0, 25),
    "max_values": Number(1, 25),
    "disabled": Flag(),
    "required": Flag(),
}
_DEFAULTS = ListOf(form("id type", id=Id(), type=OneOf(("user", "role", "channel"))), 0, 25)
_STRING_SELECT = Form(
    _SELECT_FIELDS | {"options": ListOf(_OPTION, 1, 25)}, frozenset({"custom_id", "options"})
)
_OTHER_SELECT = Form(
    _SELECT_FIELDS | {"default_values": _DEFAULTS, "channel_types": ListOf(Number(0, 20))},
    frozenset({"custom_id"}),
)
SELECTS: dict[int, Spec] = {
    kind: _STRING_SELECT if kind == c.STRING_SELECT else _OTHER_SELECT for kind in sorted(c.SELECTS)
}
TEXT_DISPLAY = form("content", id=_ID, content=Text(1, MAX_TEXT))
_ROW = form("components", id=_ID, components=ListOf(ByType({c.BUTTON: _BUTTON, **SELECTS}), 1, 5))
_THUMBNAIL = form("media", id=_ID, media=_MEDIA, description=Text(0, 1024), spoiler=Flag())
_SECTION = form(
    "components accessory",
    id=_ID,
    components=ListOf(ByType({c.TEXT_DISPLAY: TEXT_DISPLAY}), 1, 3),
    accessory=ByType({c.BUTTON: _BUTTON, c.THUMBNAIL: _THUMBNAIL}),
)
_GALLERY_ITEM = form("media", media=_MEDIA, description=Text(0, 1024), spoiler=Flag())
_GALLERY = form("items", id=_ID, items=ListOf(_GALLERY_ITEM, 1, 10))
_FILE = form("file", id=_ID, file=_MEDIA, spoiler=Flag())
_SEPARATOR = form(id=_ID, divider=Flag(), spacing=OneOf((1, 2)))
_IN_CONTAINER: dict[int, Spec] = {
    c.ROW: _ROW,
    c.TEXT_DISPLAY: TEXT_DISPLAY,
    c.SECTION: _SECTION,
    c.MEDIA_GALLERY: _GALLERY,
    c.FILE: _FILE,
    c.SEPARATOR: _SEPARATOR,
}
_CONTAINER = form(
    "components",
    id=_ID,
    components=ListOf(ByType(_IN_CONTAINER), 1, MAX_COMPONENTS),
    accent_color=Number(0, 0xFFFFFF),
    spoiler=Flag(),
)
LAYOUT = ListOf(ByType(_IN_CONTAINER | {c.CONTAINER: _CONTAINER}), 0, MAX_COMPONENTS)
LEGACY = ListOf(ByType({c.ROW: _ROW}), 0, 5)
"""The components of a plain message: rows of buttons, or a select each."""
