"""The page's side, spoken by hand (see sandbox/PROTOCOL.md)."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import discord
import pytest
from discord import app_commands, ui

from sandbox.files import Upload
from sandbox.server import Chat
from tests.support.bare_client import BareClient, connected


class Page:
    """A page open in someone's browser."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self.requests = 0

    async def send(self, kind: str, **fields: Any) -> str:
        self.requests += 1
        request_id = f"r{self.requests}"
        await self._socket.send_json({"t": kind, "request_id": request_id, **fields})
        return request_id

    async def next(self, *kinds: str) -> dict[str, Any]:
        while True:
            message: dict[str, Any] = await self._socket.receive_json(timeout=3)
            if message["t"] in kinds:
                return message

    async def ask(self, kind: str, **fields: Any) -> dict[str, Any]:
        request_id = await self.send(kind, **fields)
        answer = await self.next("done", "failed", "modal", "choices")
        assert answer["request_id"] == request_id
        return answer


@pytest.fixture
async def browser(chat: Chat) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(chat.base_url, headers={"Origin": chat.base_url}) as session:
        yield session


async def _page(browser: aiohttp.ClientSession, chat: Chat, name: str) -> Page:
    return Page(await browser.ws_connect(f"/page/ws?user={chat.world.user(name).id}"))


def _id(chat: Chat, channel: str = "général") -> str:
    return str(chat.world.channel(channel).id)


async def test_hello_tells_the_world_as_one_sees_it(
    chat: Chat, browser: aiohttp.ClientSession
) -> None:
    hello = await (await _page(browser, chat, "Nadia")).next("hello")
    assert hello["me"]["global_name"] == "Nadia Tremblay"
    assert hello["bot_online"] is False
    people = {p["user"]["global_name"]: p for p in hello["people"]}
    assert people["Nadia Tremblay"]["role_names"] == ["Répondants MDEIE"]
    assert people["Mathieu Gagnon"]["note"] == "Coordonne le plan"
    writable = {c.get("name", "dm"): c["can_write"] for c in hello["channels"]}
    assert writable == {"général": True, "suivi-du-plan": True, "annonces": False, "dm": True}
    everything = await (await _page(browser, chat, "Mathieu")).next("hello")
    assert "coordination" in {c.get("name") for c in everything["channels"]}


async def test_messages_reach_those_who_may_see_them(
    chat: Chat, bot: BareClient, browser: aiohttp.ClientSession
) -> None:
    @bot.tree.command(name="prive", description="Privé")
    async def private(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("entre nous", ephemeral=True)

    nadia, camille = await _page(browser, chat, "Nadia"), await _page(browser, chat, "Camille")
    await bot.tree.sync()
    commands = (await nadia.next("commands"))["commands"]
    general = _id(chat)
    asked = {"channel_id": general, "command_id": commands[0]["id"], "options": []}
    assert (await nadia.ask("command", **asked))["t"] == "done"
    assert (await nadia.ask("send", channel_id=general, content="à tous"))["t"] == "done"
    assert (await camille.next("message"))["message"]["content"] == "à tous"
    await nadia.send("open", channel_id=general)
    history = (await nadia.next("history"))["messages"]
    assert [m["content"] for m in history] == ["entre nous", "à tous"]
    assert history[0]["interaction_metadata"]["name"] == "prive"
    await camille.send("open", channel_id=general)
    assert [m["content"] for m in (await camille.next("history"))["messages"]] == ["à tous"]


async def test_a_command_a_form_and_a_button(
    chat: Chat, bot: BareClient, browser: aiohttp.ClientSession
) -> None:
    class Form(ui.Modal, title="Renommer"):
        name = ui.Label[ui.Modal](text="Nom", component=ui.TextInput())
        file = ui.Label[ui.Modal](text="Fichier", component=ui.FileUpload(required=False))

        async def on_submit(self, interaction: discord.Interaction) -> None:
            assert isinstance(self.name.component, ui.TextInput)
            assert isinstance(self.file.component, ui.FileUpload)
            data = [await upload.read() for upload in self.file.component.values]
            await interaction.response.edit_message(content=f"{self.name.component.value} {data}")

    class Card(ui.View):
        @ui.button(label="Renommer", custom_id="r")
        async def rename(self, interaction: discord.Interaction, _: ui.Button[Card]) -> None:
            await interaction.response.send_modal(Form())

    group = app_commands.Group(name="plan", description="Plan")

    @group.command(name="importer", description="Importer")
    async def load(
        interaction: discord.Interaction, fichier: discord.Attachment, texte: str
    ) -> None:
        data = (await fichier.read()).decode()
        await interaction.response.send_message(f"{texte} {data}", view=Card())

    @load.autocomplete("texte")
    async def propose(
        interaction: discord.Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=current + "!", value="x")]

    bot.tree.add_command(group)
    await bot.tree.sync()
    page = await _page(browser, chat, "Nadia")
    command_id = (await page.next("hello"))["commands"][0]["id"]
    where = {"channel_id": _id(chat), "command_id": command_id}
    typing = [{"name": "texte", "type": 3, "value": "a", "focused": True}]
    inside = [{"name": "importer", "type": 1, "options": typing}]
    choices = await page.ask("autocomplete", **where, options=inside)
    assert choices["choices"] == [{"name": "a!", "value": "x"}]

    given = [{"name": "texte", "type": 3, "value": "lu"}]
    inside = [{"name": "importer", "type": 1, "options": given}]
    data = base64.b64encode(b"1;2").decode()
    files = [{"name": "fichier", "filename": "a.csv", "data_base64": data}]
    assert (await page.ask("command", **where, options=inside))["t"] == "failed"
    assert (await page.ask("command", **where, options=inside, files=files))["t"] == "done"
    message = chat.messages("général")[0]
    assert message.content == "lu 1;2"

    pressed = {"channel_id": _id(chat), "message_id": str(message.id), "component_type": 2}
    form = await page.ask("component", **pressed, custom_id="r")
    assert form["modal"]["title"] == "Renommer"
    fields = [label["component"] for label in form["modal"]["components"]]
    filled = [
        {
            "type": 18,
            "component": {"type": 4, "custom_id": fields[0]["custom_id"], "value": "neuf"},
        },
        {"type": 18, "component": {"type": 19, "custom_id": fields[1]["custom_id"], "values": []}},
    ]
    files = [{"name": fields[1]["custom_id"], "filename": "b.txt", "data_base64": data}]
    opener = form["request_id"]
    sent = await page.ask("modal_submit", modal_request_id=opener, components=filled, files=files)
    assert sent["t"] == "done"
    assert message.content == "neuf [b'1;2']"
    missing = await page.ask("component", **pressed, custom_id="absent")
    assert missing["reason"] == "Ce bouton ou cette liste n'est plus là."


async def test_what_fails_is_said_in_french(
    chat: Chat, bot: BareClient, browser: aiohttp.ClientSession
) -> None:
    @bot.tree.command(name="muet", description="Muet")
    async def mute(interaction: discord.Interaction) -> None:
        chat.world.clock.advance(3)  # type: ignore[attr-defined]

    await bot.tree.sync()
    page = await _page(browser, chat, "Nadia")
    command_id = (await page.next("hello"))["commands"][0]["id"]
    here = {"channel_id": _id(chat), "options": []}
    late = await page.ask("command", **here, command_id=command_id)
    assert late["reason"] == "L'application n'a pas répondu à temps."
    gone = await page.ask("command", **here, command_id="12")
    assert gone["reason"] == "Cette commande n'existe plus."
    closed = await page.ask("send", channel_id=_id(chat, "annonces"), content="x")
    assert closed["reason"] == "Vous ne pouvez pas écrire dans ce salon."
    assert (await page.ask("send", channel_id=_id(chat)))["t"] == "failed"


async def test_the_bot_comes_types_edits_deletes_and_goes(
    chat: Chat, browser: aiohttp.ClientSession
) -> None:
    page = await _page(browser, chat, "Nadia")
    await page.next("hello")
    async with connected(chat, BareClient()) as client:
        assert (await page.next("presence"))["bot_online"] is True
        channel = client.guilds[0].text_channels[0]
        await channel.typing()
        assert (await page.next("typing"))["channel_id"] == str(channel.id)
        sent = await channel.send("un")
        await sent.edit(content="deux")
        assert (await page.next("message_update"))["message"]["content"] == "deux"
        await sent.delete()
        assert (await page.next("message_delete"))["message_id"] == str(sent.id)
        await channel.create_thread(name="Fil", type=discord.ChannelType.public_thread)
        names = {c.get("name") for c in (await page.next("channels"))["channels"]}
        assert "Fil" in names
    assert (await page.next("presence"))["bot_online"] is False


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Host": "evil.example", "Origin": "http://evil.example"},
        {},
    ],
)
async def test_other_pages_are_turned_away(chat: Chat, headers: dict[str, str]) -> None:
    async with aiohttp.ClientSession(headers=headers) as session:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect(f"{chat.base_url}/page/ws")
        assert refused.value.status == 403


async def test_a_rebound_name_reads_nothing(chat: Chat) -> None:
    async with aiohttp.ClientSession(headers={"Host": "evil.example"}) as session:
        for path in ("/", "/api/v10/gateway", "/page/main.js"):
            async with session.get(chat.base_url + path) as answer:
                assert answer.status == 403
    origin = {"Origin": "http://evil.example"}
    async with (
        aiohttp.ClientSession(headers=origin) as session,
        session.post(f"{chat.api_url}/interactions/1/x/callback", json={}) as answer,
    ):
        assert answer.status == 403


async def test_the_page_is_served(chat: Chat, browser: aiohttp.ClientSession) -> None:
    async with browser.get("/") as answer:
        assert answer.status == 200
        assert answer.content_type == "text/html"
        assert answer.headers["X-Frame-Options"] == "DENY"
    async with browser.get("/page/../server.py") as answer:
        assert answer.status in {403, 404}


async def test_a_file_opens_only_by_its_whole_address(
    chat: Chat, browser: aiohttp.ClientSession
) -> None:
    svg = Upload("dessin.svg", b"<svg/>")
    message = await chat.person("Nadia").say("général", "voici", files=[svg])
    url = message.payload["attachments"][0]["url"].removeprefix(chat.base_url)
    async with browser.get(url) as answer:
        assert await answer.read() == b"<svg/>"
        assert answer.headers["Content-Disposition"].startswith("attachment")
    parts = url.split("/")
    parts[4] = "deviné"
    async with browser.get("/".join(parts)) as answer:
        assert answer.status == 404
