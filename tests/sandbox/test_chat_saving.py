"""What survives a restart."""

from __future__ import annotations

import asyncio
import io
import json
import logging
from pathlib import Path

import discord
import pytest
from discord import ui

from sandbox.demo import committee_world
from sandbox.server import Chat
from sandbox.world import World
from tests.support.bare_client import BareClient, connected


class Card(ui.View):
    def __init__(self) -> None:
        super().__init__(timeout=None)

    @ui.button(label="Annuler", custom_id="annuler:1")
    async def cancel(self, interaction: discord.Interaction, _: ui.Button[Card]) -> None:
        await interaction.response.send_message("annulé", ephemeral=True)


def _client() -> BareClient:
    client = BareClient()

    @client.tree.command(name="carte", description="Carte")
    async def card(interaction: discord.Interaction) -> None:
        file = discord.File(io.BytesIO(b"abc"), "a.txt")
        await interaction.response.send_message("carte", view=Card(), file=file)

    return client


async def test_a_button_from_before_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "chat.json"
    first = _client()
    async with (
        Chat(committee_world(), port=0, state_path=path) as chat,
        connected(chat, first),
    ):
        await first.tree.sync()
        answer = await chat.person("Nadia").slash("carte")
        assert answer.message is not None
        kept = answer.message.id
        guild_id = chat.world.guild().id
    second = _client()
    second.add_view(Card())
    async with (
        Chat(committee_world(), port=0, state_path=path) as chat,
        connected(chat, second),
    ):
        assert chat.world.guild().id == guild_id
        message = chat.messages("général")[0]
        assert message.id == kept
        assert (await chat.person("Nadia").press(message, "Annuler")).text == "annulé"
        again = await chat.person("Nadia").slash("carte")
        assert again.files == {"a.txt": b"abc"}
        assert again.message is not None
        assert again.message.id > kept
        fetched = await second.guilds[0].text_channels[0].fetch_message(kept)
        assert await fetched.attachments[0].read() == b"abc", "the address follows the port"


async def test_a_world_comes_back_whole(tmp_path: Path) -> None:
    world = committee_world()
    thread = world.add_thread(world.channel("général"), world.bot, "Fil", 12)
    world.add_to_thread(thread, world.user("Nadia"))
    world.user("Camille").dms_open = False
    path = tmp_path / "world.json"
    world.save(path)
    again = World.load(path)
    assert again.users == world.users
    assert again.guilds == world.guilds
    assert again.channels == world.channels
    assert again.permissions("Nadia", "coordination") == 0
    again.save(tmp_path / "again.json")
    assert (tmp_path / "again.json").read_text() == path.read_text()


@pytest.mark.parametrize("broken", [b"{", b"[]", b'{"version": 1}', b'{"version": 99}', b"\xff"])
async def test_a_broken_file_is_kept_aside(
    tmp_path: Path, broken: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "chat.json"
    path.write_bytes(broken)
    with caplog.at_level(logging.WARNING):
        async with Chat(committee_world(), port=0, state_path=path) as chat:
            assert chat.world.channel("général").topic == "Tout le comité"
    assert "starts afresh" in caplog.text
    aside = [p for p in sorted(tmp_path.glob("*.bad-*")) if p.is_file()]  # noqa: ASYNC240
    assert [p.read_bytes() for p in aside] == [broken]
    assert json.loads(path.read_bytes())["version"] == 1


async def test_changes_are_written_within_a_second(tmp_path: Path) -> None:
    path = tmp_path / "chat.json"
    async with Chat(committee_world(), port=0, state_path=path) as chat:
        for number in range(20):
            await chat.person("Nadia").say("général", f"message {number}")
        assert not path.exists(), "changes that come together are one write"
        await asyncio.sleep(0.8)
        assert len(json.loads(path.read_bytes())["messages"]) == 20
