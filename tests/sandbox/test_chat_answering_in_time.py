"""When an interaction may be answered: once, within 3 s, and added to for 15 minutes."""

from __future__ import annotations

import asyncio
import io

import discord
import pytest

from sandbox.clock import ManualClock
from sandbox.server import Chat
from tests.support.bare_client import BareClient, refusal


async def test_a_deferred_answer_is_filled_in(chat: Chat, bot: BareClient) -> None:
    @bot.tree.command(name="lent", description="Lent")
    async def slow(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await asyncio.sleep(0.01)
        file = discord.File(io.BytesIO(b"PK"), "bilan.docx")
        await interaction.followup.send("Voici le bilan.", file=file)
        await interaction.followup.send("Autre chose", ephemeral=True)

    await bot.tree.sync()
    answer = await chat.person("Mathieu").slash("lent")
    assert answer.deferred
    assert answer.text == ""
    await answer.filled()
    assert answer.text == "Voici le bilan."
    assert answer.files == {"bilan.docx": b"PK"}
    assert answer.ephemeral, "privacy is that of the deferral"
    assert (await answer.followup()).content == "Autre chose"


async def test_no_answer_within_three_seconds_fails(
    chat: Chat, bot: BareClient, clock: ManualClock
) -> None:
    came = asyncio.Event()
    refused: list[discord.HTTPException] = []

    @bot.tree.command(name="tard", description="Trop tard")
    async def late(interaction: discord.Interaction) -> None:
        clock.advance(3)
        try:
            await interaction.response.send_message("trop tard")
        except discord.HTTPException as problem:
            refused.append(problem)
        came.set()

    await bot.tree.sync()
    answer = await chat.person("Nadia").slash("tard")
    assert answer.failed
    await came.wait()
    assert [(r.status, r.code) for r in refused] == [(404, 10062)]


async def test_an_interaction_is_answered_once(chat: Chat, bot: BareClient) -> None:
    codes: list[int] = []

    @bot.tree.command(name="deux", description="Deux fois")
    async def twice(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("un")
        path = f"/interactions/{interaction.id}/{interaction.token}/callback"
        again = await refusal(bot, "POST", path, {"type": 4, "data": {"content": "deux"}})
        codes.append(again.code)
        await interaction.followup.send("fin")

    await bot.tree.sync()
    answer = await chat.person("Nadia").slash("deux")
    await answer.followup()
    assert codes == [40060]


async def test_the_token_dies_after_fifteen_minutes(
    chat: Chat, bot: BareClient, clock: ManualClock
) -> None:
    kept: list[discord.Interaction] = []

    @bot.tree.command(name="voir", description="Voir")
    async def see(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("un")
        kept.append(interaction)

    await bot.tree.sync()
    answer = await chat.person("Nadia").slash("voir")
    await asyncio.sleep(0.01)
    clock.advance(15 * 60 - 1)
    await kept[0].edit_original_response(content="deux")
    assert answer.text == "deux"
    clock.advance(2)
    with pytest.raises(discord.HTTPException) as refused:
        await kept[0].followup.send("trois")
    assert (refused.value.status, refused.value.code) == (401, 50027)
