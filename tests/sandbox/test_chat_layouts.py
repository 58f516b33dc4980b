"""Components V2: how they come back, and what Discord refuses of them."""

from __future__ import annotations

import io
from typing import Any

import discord
import pytest
from discord import ui

from sandbox import reading
from sandbox.server import Chat
from tests.support.bare_client import BareClient, refusal
from tests.support.openapi import check_answers, check_requests

V2 = 1 << 15


def _text(content: str = "x") -> dict[str, Any]:
    return {"type": 10, "content": content}


def _button(custom_id: str = "a", **more: Any) -> dict[str, Any]:
    return {"type": 2, "style": 1, "label": "Oui", "custom_id": custom_id} | more


def _row(*inside: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(inside)}


def _select(**more: Any) -> dict[str, Any]:
    options = [{"label": "A", "value": "a"}, {"label": "B", "value": "b"}]
    return {"type": 3, "custom_id": "s", "options": options} | more


def _path(bot: BareClient) -> str:
    return f"/channels/{bot.guilds[0].text_channels[0].id}/messages"


async def test_a_layout_comes_back_with_ids(chat: Chat, bot: BareClient) -> None:
    view = ui.LayoutView()
    shown = discord.File(
        io.BytesIO(b"\x89PNG\r\n\x1a\n" + bytes(8) + b"\0\0\0\x10\0\0\0\x20"), "g.png"
    )
    hidden = discord.File(io.BytesIO(b"x"), "perdu.txt")
    row: ui.ActionRow[ui.LayoutView] = ui.ActionRow(
        ui.Button(label="Historique", custom_id="h"), ui.Button(label="Voir", url="https://x.ca")
    )
    section: ui.Section[ui.LayoutView] = ui.Section(
        ui.TextDisplay("**Argent**"), accessory=ui.Button(label="Détail", custom_id="d")
    )
    gallery: ui.MediaGallery[ui.LayoutView] = ui.MediaGallery(
        discord.MediaGalleryItem("attachment://g.png", description="Les états")
    )
    view.add_item(
        ui.Container(
            ui.TextDisplay("# Mesure 4"), section, ui.Separator(), gallery, row, accent_colour=1
        )
    )
    sent = await bot.guilds[0].text_channels[0].send(view=view, files=[shown, hidden])
    assert sent.flags.components_v2
    message = chat.messages("général")[0]
    container = message.components[0]
    assert [c["id"] for c in container["components"]] == [2, 3, 6, 7, 8]
    assert container["components"][1]["accessory"]["id"] == 5
    media = container["components"][3]["items"][0]["media"]
    assert (media["width"], media["height"]) == (16, 32)
    assert reading.visible_text(message.payload) == "# Mesure 4\n**Argent**"
    assert reading.buttons(message.payload) == ["Détail", "Historique", "Voir"]
    names = [a["filename"] for a in reading.shown_attachments(message.payload)]
    assert names == ["g.png"], "a file that no component shows is not seen"
    assert not check_requests(chat.recorded)
    assert not check_answers(chat.recorded)


TOO_MANY = [{"type": 17, "components": [_text() for _ in range(40)]}]
BAD_LAYOUTS: list[list[dict[str, Any]]] = [
    [],
    [_text("")],
    [_text("x" * 2001), _text("x" * 2000)],
    TOO_MANY,
    [{"type": 99}],
    [{"type": 17, "components": []}],
    [{"type": 17, "components": [{"type": 17, "components": [_text()]}]}],
    [{"type": 9, "components": [_text()]}],
    [{"type": 9, "components": [_text()] * 4, "accessory": _button()}],
    [{"type": 9, "components": [_text()], "accessory": _select()}],
    [_button()],
    [_row(*[_button(str(n)) for n in range(6)])],
    [_row()],
    [_row(_button(label="x" * 81))],
    [_row(_button("x" * 101))],
    [_row(_button(""))],
    [_row(_button(label=None))],
    [_row({"type": 2, "style": 1, "label": "Oui"})],
    [_row(_button(style=5, url="https://x.ca"))],
    [_row({"type": 2, "style": 5, "label": "Lien"})],
    [_row({"type": 2, "style": 5, "label": "Lien", "url": "javascript:x"})],
    [_row(_button("a"), _button("a"))],
    [_text() | {"id": 7}, _text() | {"id": 7}],
    [_row(_select(), _button())],
    [_row(_select(options=[]))],
    [_row(_select(options=[{"label": "A", "value": str(n)} for n in range(26)]))],
    [_row(_select(options=[{"label": "A", "value": "a"}] * 2))],
    [_row(_select(options=[{"label": "x" * 101, "value": "a"}]))],
    [_row(_select(options=[{"label": "A", "value": "a", "description": "x" * 101}]))],
    [_row(_select(min_values=2, max_values=1))],
    [_row(_select(max_values=3))],
    [_row(_select(placeholder="x" * 151))],
    [{"type": 12, "items": []}],
    [{"type": 12, "items": [{"media": {"url": "attachment://absent.png"}}]}],
    [{"type": 13, "file": {"url": "https://x.ca/a.pdf"}}],
    [{"type": 14, "spacing": 3}, _text()],
    [{"type": 17, "accent_color": 1 << 24, "components": [_text()]}],
    [{"type": 18, "label": "x", "component": _select()}],
]


async def test_bad_layouts_are_refused(chat: Chat, bot: BareClient) -> None:
    for components in BAD_LAYOUTS:
        refused = await refusal(bot, "POST", _path(bot), {"flags": V2, "components": components})
        assert (refused.status, refused.code) == (400, 50035), components
    assert not chat.messages("général")


@pytest.mark.parametrize("beside", [{"content": "x"}, {"embeds": [{"title": "x"}]}])
async def test_nothing_stands_beside_a_layout(
    chat: Chat, bot: BareClient, beside: dict[str, Any]
) -> None:
    body = {"flags": V2, "components": [_text()]} | beside
    refused = await refusal(bot, "POST", _path(bot), body)
    assert refused.code == 50035
    assert "MessageFlags.IS_COMPONENTS_V2" in refused.text


async def test_layout_components_need_the_flag(chat: Chat, bot: BareClient) -> None:
    body = {"content": "x", "components": [_text()]}
    assert (await refusal(bot, "POST", _path(bot), body)).code == 50035


async def test_forty_components_and_4000_characters_pass(chat: Chat, bot: BareClient) -> None:
    full = [_text("x" * 100) for _ in range(39)] + [_text("y" * 100)]
    await bot.http.request(
        discord.http.Route("POST", _path(bot)), json={"flags": V2, "components": full}
    )
    assert len(reading.visible_text(chat.messages("général")[0].payload)) == 4000 + 39


async def test_a_layout_stays_one(chat: Chat, bot: BareClient) -> None:
    view = ui.LayoutView().add_item(ui.TextDisplay("avant"))
    sent = await bot.guilds[0].text_channels[0].send(view=view)
    path = f"{_path(bot)}/{sent.id}"
    assert (await refusal(bot, "PATCH", path, {"content": "texte"})).code == 50035
    assert (await refusal(bot, "PATCH", path, {"flags": 0})).code == 50035
    after = ui.LayoutView().add_item(ui.TextDisplay("après"))
    await sent.edit(view=after)
    assert reading.visible_text(chat.messages("général")[0].payload) == "après"


async def test_a_text_message_becomes_a_layout_once_emptied(chat: Chat, bot: BareClient) -> None:
    sent = await bot.guilds[0].text_channels[0].send("texte")
    path = f"{_path(bot)}/{sent.id}"
    body: dict[str, Any] = {"flags": V2, "components": [_text()]}
    assert (await refusal(bot, "PATCH", path, body)).code == 50035
    await bot.http.request(discord.http.Route("PATCH", path), json=body | {"content": None})
    assert chat.messages("général")[0].layout
