"""The frame of every answer: a Components V2 layout of text blocks and buttons."""

from collections.abc import Sequence
from dataclasses import dataclass

import discord
from discord import ui

from replies import components as c
from replies.components import Component, Layout
from replies.typography import clip

MAX_TEXT = 4_000  # characters over all the text of a message: Discord refuses more
_ROOM = 3_900  # characters for the blocks and the footer: marks that are added take the rest
_SHORT = 200  # characters: a block is cut no shorter


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer ready to be sent; `private`: seen by its author alone."""

    components: Sequence[Component]
    private: bool = False
    files: Sequence[discord.File] = ()

    @property
    def view(self) -> ui.LayoutView:
        """The components, as discord.py sends them."""
        return Layout(self.components)


def card(
    blocks: Sequence[str],
    *,
    colour: int | None = None,
    footer: str = "",
    rows: Sequence[Sequence[Component]] = (),
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
    inside = [c.text(text) for text in texts]  # the chat itself leaves a gap between two of them
    if footer:
        inside += [c.separator(), c.text(f"-# {clip(footer, 900)}")]
    inside += [c.row(row) for row in rows if row]
    inside += [c.shown(file) for file in files]
    return Reply([c.container(inside, colour)], private, files)


def note(text: str, *, row: Sequence[Component] = (), private: bool = True) -> Reply:
    """A few lines without a frame, with one row of buttons or a select: confirmations, refusals."""
    told = c.text(clip(text, _ROOM))
    return Reply([told, c.row(row)] if row else [told], private)


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
