"""What follows the first answer, and where: messages, threads, direct messages."""

from __future__ import annotations

import asyncio
import io

import discord
import pytest
from discord import ui

from sandbox import permissions
from sandbox.refusals import Refused
from sandbox.server import Chat
from tests.support.bare_client import BareClient, refusal
from tests.support.openapi import check_answers, check_requests


async def test_follow_ups_are_edited_and_deleted(chat: Chat, bot: BareClient) -> None:
    done = asyncio.Event()

    @bot.tree.command(name="suite", description="Suite")
    async def more(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("un")
        second = await interaction.followup.send("deux", wait=True)
        third = await interaction.followup.send("trois", ephemeral=True, wait=True)
        await second.edit(content="deux bis", attachments=[_file("b.txt")])
        await third.delete()
        await interaction.edit_original_response(attachments=[_file("a.txt")])
        done.set()

    await bot.tree.sync()
    answer = await chat.person("Nadia").slash("suite")
    await asyncio.wait_for(done.wait(), 5)
    assert [m.content for m in answer.followups] == ["deux bis"]
    assert answer.followups[0].payload["webhook_id"] == str(chat.world.application_id)
    assert (answer.text, list(answer.files)) == ("un", ["a.txt"])
    assert not check_requests(chat.recorded)
    assert not check_answers(chat.recorded)


def _file(name: str) -> discord.File:
    return discord.File(io.BytesIO(b"x"), name)


async def test_a_deferred_press_changes_its_message_later(chat: Chat, bot: BareClient) -> None:
    class Card(ui.View):
        @ui.button(label="Suivante", custom_id="s")
        async def following(self, interaction: discord.Interaction, _: ui.Button[Card]) -> None:
            await interaction.response.defer()
            await interaction.edit_original_response(content="page 2")

        @ui.button(label="Fermer", custom_id="f")
        async def close(self, interaction: discord.Interaction, _: ui.Button[Card]) -> None:
            await interaction.response.defer()
            await interaction.delete_original_response()

    @bot.tree.command(name="liste", description="Liste")
    async def listing(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("page 1", view=Card(), ephemeral=True)

    await bot.tree.sync()
    nadia = chat.person("Nadia")
    answer = await nadia.slash("liste")
    pressed = await nadia.press(answer, "Suivante")
    await pressed.filled()
    assert answer.text == "page 2"
    closed = await nadia.press(answer, "Fermer")
    await closed.filled()
    assert not chat.messages("général")
    with pytest.raises(Refused, match="supprimé"):
        await nadia.press(answer, "Fermer")


async def test_an_ephemeral_message_is_not_in_the_channel(chat: Chat, bot: BareClient) -> None:
    @bot.tree.command(name="prive", description="Privé")
    async def private(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("privé", ephemeral=True)

    await bot.tree.sync()
    answer = await chat.person("Nadia").slash("prive")
    assert answer.message is not None
    channel = bot.guilds[0].text_channels[0]
    assert [m async for m in channel.history()] == []
    path = f"/channels/{channel.id}/messages/{answer.message.id}"
    for method in ("GET", "DELETE"):
        assert (await refusal(bot, method, path)).code == 10008


async def test_a_command_in_direct_messages(chat: Chat, bot: BareClient) -> None:
    @bot.tree.command(name="voir", description="Voir")
    async def see(interaction: discord.Interaction) -> None:
        assert isinstance(interaction.channel, discord.DMChannel)
        said = f"{interaction.guild} {interaction.user.name} {interaction.context.dm_channel}"
        await interaction.response.send_message(said)

    @bot.tree.command(name="ici", description="Ici")
    @discord.app_commands.guild_only()
    async def here(interaction: discord.Interaction) -> None: ...

    await bot.tree.sync()
    nadia = chat.person("Nadia")
    private = chat.world.dm("Nadia")
    answer = await nadia.slash("voir", channel=private)
    assert answer.text == "None nadia.tremblay True"
    with pytest.raises(Refused):
        await nadia.slash("ici", channel=private)
    with pytest.raises(Refused):
        await chat.person("Camille").slash("voir", channel=private)


async def test_a_command_in_a_thread(chat: Chat, bot: BareClient) -> None:
    @bot.tree.command(name="voir", description="Voir")
    async def see(interaction: discord.Interaction) -> None:
        assert isinstance(interaction.channel, discord.Thread)
        await interaction.response.send_message(f"dans {interaction.channel.name}")

    await bot.tree.sync()
    thread = await bot.guilds[0].text_channels[0].create_thread(name="Répétition")
    await thread.add_user(discord.Object(chat.world.user("Nadia").id))
    answer = await chat.person("Nadia").slash("voir", channel=thread.id)
    assert answer.text == "dans Répétition"
    with pytest.raises(Refused):
        await chat.person("Camille").slash("voir", channel=thread.id)
    chat.world.set_overwrite("général", chat.world.bot, deny=permissions.SEND_MESSAGES_IN_THREADS)
    with pytest.raises(discord.Forbidden):
        await thread.send("x")


async def test_nothing_follows_what_was_not_answered(chat: Chat, bot: BareClient) -> None:
    codes: list[int] = []

    @bot.tree.command(name="trop", description="Trop tôt")
    async def early(interaction: discord.Interaction) -> None:
        path = f"/webhooks/{interaction.application_id}/{interaction.token}"
        codes.append((await refusal(bot, "POST", path, {"content": "x"})).code)
        made_up = f"/webhooks/{interaction.application_id}/inventé"
        codes.append((await refusal(bot, "POST", made_up, {"content": "x"})).code)
        wrong_id = f"/interactions/12/{interaction.token}/callback"
        codes.append((await refusal(bot, "POST", wrong_id, {"type": 5})).code)
        right = f"/interactions/{interaction.id}/{interaction.token}/callback"
        for kind in (6, 7, 8, 12, None):
            codes.append((await refusal(bot, "POST", right, {"type": kind})).code)
        await interaction.response.send_message("enfin")

    await bot.tree.sync()
    assert (await chat.person("Nadia").slash("trop")).text == "enfin"
    assert codes == [10015, 10015, 10062, *[50035] * 5]


async def test_two_guilds_are_two_worlds(chat: Chat, bot: BareClient) -> None:
    @bot.tree.command(name="voir", description="Voir")
    async def see(interaction: discord.Interaction) -> None:
        assert interaction.guild is not None
        await interaction.response.send_message(interaction.guild.name)

    await bot.tree.sync()
    other = chat.world.add_guild("Autre comité")
    elsewhere = chat.world.add_channel(other, "général")
    nadia = chat.person("Nadia")
    with pytest.raises(Refused):
        await nadia.slash("voir", channel=elsewhere)
    chat.world.add_member(other, "Nadia")
    assert (await nadia.slash("voir", channel=elsewhere)).text == "Autre comité"
    chat.world.remove_member(other, "Nadia")
    with pytest.raises(Refused):
        await nadia.slash("voir", channel=elsewhere)
