"""Message components as plain data, as Discord's API takes them.

discord.py's own items are made to be pressed and changed; those of an answer are found by their
custom_id instead (`commands.controls`), and plain data is built in a third of the time.

https://discord.com/developers/docs/components/reference
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import discord
from discord import ButtonStyle, ComponentType, ui

from replies.typography import clip

Component = dict[str, Any]
MAX_OPTIONS = 25  # of a list to pick from: Discord refuses more
MAX_LABEL = 100  # characters of each

_LINK: Final = ButtonStyle.link.value
_ROW: Final = ComponentType.action_row.value
_BUTTON: Final = ComponentType.button.value
_SELECT: Final = ComponentType.select.value
_TEXT: Final = ComponentType.text_display.value
_GALLERY: Final = ComponentType.media_gallery.value
_FILE: Final = ComponentType.file.value
_SEPARATOR: Final = ComponentType.separator.value
_CONTAINER: Final = ComponentType.container.value


class Layout(ui.LayoutView):
    """Components that are sent as they are. It is stopped: it holds no callback."""

    def __init__(self, components: Sequence[Component]) -> None:
        super().__init__(timeout=None)
        self._components = list(components)
        self.stop()

    def to_components(self) -> list[Component]:
        """What is sent."""
        return self._components

    def has_components_v2(self) -> bool:
        """A layout always is made of Components V2."""
        return True


def text(content: str) -> Component:
    """A block of Markdown."""
    return {"type": _TEXT, "content": content}


def separator() -> Component:
    """A thin line."""
    return {"type": _SEPARATOR, "divider": True, "spacing": 1}


def container(components: Sequence[Component], colour: int | None) -> Component:
    """A frame; `colour` is its accent, 0xRRGGBB."""
    frame = {"type": _CONTAINER, "components": list(components)}
    return frame if colour is None else frame | {"accent_color": colour}


def row(components: Iterable[Component]) -> Component:
    """Up to five buttons beside one another, or one select."""
    return {"type": _ROW, "components": list(components)}


def button(
    label: str,
    custom_id: str,
    style: ButtonStyle = ButtonStyle.secondary,
    disabled: bool = False,
) -> Component:
    """A button whose custom_id says all that its press needs."""
    return {
        "type": _BUTTON,
        "style": style.value,
        "label": label,
        "custom_id": custom_id,
        "disabled": disabled,
    }


def link(label: str, url: str) -> Component:
    """A button that leads elsewhere."""
    return {"type": _BUTTON, "style": _LINK, "label": label, "url": url}


def select(custom_id: str, placeholder: str, options: Iterable[discord.SelectOption]) -> Component:
    """A list to pick one from."""
    return {
        "type": _SELECT,
        "custom_id": custom_id,
        "placeholder": placeholder,
        "options": [each.to_dict() for each in options],
    }


def option(
    label: str, value: str, description: str = "", *, chosen: bool = False
) -> discord.SelectOption:
    """One of a list to pick from; its texts are cut to what Discord takes."""
    return discord.SelectOption(
        label=clip(label, MAX_LABEL),
        value=value,
        description=clip(description, MAX_LABEL) or None,
        default=chosen,
    )


def shown(file: discord.File) -> Component:
    """What makes a file visible: in a layout, one that no component names stays hidden."""
    media = {"url": file.uri}
    if file.filename.endswith(".png"):
        return {"type": _GALLERY, "items": [{"media": media}]}
    return {"type": _FILE, "file": media}


def walk(components: Iterable[Component]) -> Iterator[Component]:
    """Every component, nested ones included, in reading order."""
    for component in components:
        yield component
        yield from walk(component.get("components", ()))


def texts_in(components: Iterable[Component]) -> list[Component]:
    """The blocks of text, in reading order."""
    return [each for each in walk(components) if each["type"] == _TEXT]


def buttons_in(components: Iterable[Component]) -> list[Component]:
    """The buttons, in reading order."""
    return [each for each in walk(components) if each["type"] == _BUTTON]


def rows_in(components: Iterable[Component]) -> list[Component]:
    """The rows that are in no frame."""
    return [each for each in components if each["type"] == _ROW]
