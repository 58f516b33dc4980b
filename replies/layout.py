"""The frame of every answer: a Components V2 layout of text blocks and buttons."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import discord
from discord import ui

from replies.typography import clip

MAX_TEXT = 4_000  # characters over all the text of a message: Discord refuses more
_ROOM = 3_900
_SHORT = 200  # characters: a block is cut no shorter


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer ready to be sent.

    `private`: seen by its author alone. The view is stopped: it holds no callback, and what is
    pressed is found by its custom_id (`commands.controls`), also after a restart.
    """

    view: ui.LayoutView
    private: bool = False
    files: Sequence[discord.File] = field(default=())


def button(
    label: str,
    custom_id: str,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    disabled: bool = False,
) -> ui.Button[ui.LayoutView]:
    """A button whose custom_id says all that its press needs."""
    return ui.Button(label=label, custom_id=custom_id, style=style, disabled=disabled)


def card(
    blocks: Sequence[str],
    *,
    colour: int | None = None,
    footer: str = "",
    rows: Sequence[Sequence[ui.Item[ui.LayoutView]]] = (),
    private: bool = False,
    files: Sequence[discord.File] = (),
) -> Reply:
    """A framed answer: blocks of text, a small footer, rows of buttons.

    Args:
        blocks: Markdown, most important first; an empty one is left out. What does not fit in a
            message is cut from the longest block, the cut shown by an ellipsis.
        colour: the accent, 0xRRGGBB.
    """
    texts = _fit([block for block in blocks if block], _ROOM - len(footer))
    container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=colour)
    for text in texts:  # the chat itself leaves a gap between two of them
        container.add_item(ui.TextDisplay(text))
    if footer:
        container.add_item(ui.Separator())
        container.add_item(ui.TextDisplay(f"-# {clip(footer, 900)}"))
    for row in rows:
        if row:
            container.add_item(ui.ActionRow(*row))
    for file in files:
        container.add_item(_shown(file))
    return Reply(_stopped(container), private, files)


def note(text: str, *, row: Sequence[ui.Item[ui.LayoutView]] = (), private: bool = True) -> Reply:
    """A few lines without a frame, with one row of buttons or a select: confirmations, refusals."""
    items: list[ui.Item[ui.LayoutView]] = [ui.TextDisplay(clip(text, _ROOM))]
    if row:
        items.append(ui.ActionRow(*row))
    return Reply(_stopped(*items), private)


def _shown(file: discord.File) -> ui.Item[ui.LayoutView]:
    """What makes a file visible: in a layout, one that no component names stays hidden."""
    if file.filename.endswith(".png"):
        return ui.MediaGallery(discord.MediaGalleryItem(file))
    return ui.File(file)


def _stopped(*items: ui.Item[ui.LayoutView]) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    for item in items:
        view.add_item(item)
    view.stop()
    return view


def _fit(blocks: list[str], room: int) -> list[str]:
    """Cut the longest block first; where all are short already, leave the last ones out."""
    while (excess := sum(map(len, blocks)) - room) > 0:
        longest = max(range(len(blocks)), key=lambda rank: len(blocks[rank]))
        length = len(blocks[longest])
        if length > _SHORT:
            blocks[longest] = _cut_at_line(blocks[longest], max(length - excess, _SHORT))
        else:
            blocks.pop()
    return blocks


def _cut_at_line(block: str, limit: int) -> str:
    """Cut at the end of a line where one ends near, so that no formatting is left open."""
    cut = block[: limit - 2]
    line_end = cut.rfind("\n")
    return f"{cut[:line_end]}\n…" if line_end > limit // 2 else clip(block, limit)
