"""Channel messages: what Discord keeps, gives back and refuses."""

from __future__ import annotations

import io
from typing import Any

import discord
import pytest

from sandbox.clock import ManualClock
from sandbox.server import Chat
from tests.support.bare_client import BareClient, refusal
from tests.support.openapi import check_answers, check_requests


def _channel(bot: BareClient, name: str = "général") -> discord.TextChannel:
    found = discord.utils.get(bot.guilds[0].text_channels, name=name)
    assert found is not None
    return found


async def test_a_message_goes_there_and_back(chat: Chat, bot: BareClient) -> None:
    channel = _channel(bot)
    file = discord.File(io.BytesIO(b"%PDF"), "bilan.pdf", description="Le bilan")
    sent = await channel.send("Bonjour", file=file, embed=discord.Embed(title="Titre"))
    kept = await channel.fetch_message(sent.id)
    assert (kept.content, kept.embeds[0].title) == ("Bonjour", "Titre")
    assert await kept.attachments[0].read() == b"%PDF"
    assert kept.attachments[0].description == "Le bilan"
    assert kept.attachments[0].content_type == "application/pdf"
    edited = await sent.edit(content="Au revoir", attachments=[])
    assert edited.edited_at is not None
    assert not edited.attachments
    await sent.delete()
    with pytest.raises(discord.NotFound) as refused:
        await channel.fetch_message(sent.id)
    assert refused.value.code == 10008
    assert not check_requests(chat.recorded)
    assert not check_answers(chat.recorded)


async def test_history_is_cut_as_asked(chat: Chat, bot: BareClient, clock: ManualClock) -> None:
    channel = _channel(bot)
    sent = []
    for number in range(6):
        clock.advance(1)
        sent.append(await channel.send(f"{number}"))
    assert [m.content async for m in channel.history(limit=2)] == ["5", "4"]
    older = [m.content async for m in channel.history(limit=2, before=sent[3])]
    newer = [m.content async for m in channel.history(limit=2, after=sent[3], oldest_first=True)]
    around = [m.content async for m in channel.history(limit=3, around=sent[3])]
    assert (older, newer, sorted(around)) == (["2", "1"], ["4", "5"], ["2", "3", "4"])
    refused = await refusal(bot, "GET", f"/channels/{channel.id}/messages?limit=101")
    assert refused.code == 50035


LONG = "x" * 2001
BAD_MESSAGES: list[tuple[dict[str, Any], int]] = [
    ({"content": LONG}, 50035),
    ({"content": ""}, 50006),
    ({"content": "  \n "}, 50006),
    ({"content": 12}, 50035),
    ({"embeds": [{"title": "x" * 257}]}, 50035),
    ({"embeds": [{"description": "x" * 4097}]}, 50035),
    ({"embeds": [{"fields": [{"name": "", "value": "x"}]}]}, 50035),
    ({"embeds": [{"description": "x" * 4000}, {"description": "x" * 2001}]}, 50035),
    ({"embeds": [{"title": "x"}] * 11}, 50035),
    ({"content": "x", "flags": 64}, 50035),
    ({"content": "x", "nonce": "n" * 26}, 50035),
    ({"content": "x", "message_reference": {"message_id": "12"}}, 50035),
    ({"content": "x", "allowed_mentions": {"parse": ["all"]}}, 50035),
    ({"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}}, 50035),
    ({"content": "x", "allowed_mentions": {"users": [str(n) for n in range(101)]}}, 50035),
    ({"content": "x", "poll": {"question": {"text": "?"}}}, 50035),
]


async def test_bad_messages_are_refused(chat: Chat, bot: BareClient) -> None:
    path = f"/channels/{_channel(bot).id}/messages"
    for body, code in BAD_MESSAGES:
        refused = await refusal(bot, "POST", path, body)
        assert (refused.status, refused.code) == (400, code), body
    assert not chat.messages("général")


async def test_the_fault_is_told_at_its_place(chat: Chat, bot: BareClient) -> None:
    body = {"content": "x" * 2001, "embeds": [{}, {"title": "x" * 300}]}
    refused = await refusal(bot, "POST", f"/channels/{_channel(bot).id}/messages", body)
    assert "In content: Must be 2000 or fewer in length." in refused.text
    assert "In embeds.1.title: Must be 256 or fewer in length." in refused.text


async def test_the_longest_message_passes(chat: Chat, bot: BareClient) -> None:
    await _channel(bot).send("é" * 2000)
    assert len(chat.messages("général")[0].content) == 2000


async def test_files_have_their_limits(chat: Chat, bot: BareClient) -> None:
    channel = _channel(bot)
    big = discord.File(io.BytesIO(b"0" * (10 * 1024 * 1024 + 1)), "gros.bin")
    with pytest.raises(discord.HTTPException) as refused:
        await channel.send(file=big)
    assert (refused.value.status, refused.value.code) == (413, 40005)
    many = [discord.File(io.BytesIO(b"0"), f"{n}.txt") for n in range(11)]
    with pytest.raises(discord.HTTPException) as refused:
        await channel.send(files=many)
    assert refused.value.code == 50035


async def test_a_nonce_makes_one_message_for_a_few_minutes(
    chat: Chat, bot: BareClient, clock: ManualClock
) -> None:
    channel = _channel(bot)
    first = await channel.send("avis", nonce="echeance-1-J7")
    clock.advance(299)
    again = await channel.send("avis", nonce="echeance-1-J7")
    assert again.id == first.id
    assert len(chat.messages(channel.id)) == 1
    elsewhere = await _channel(bot, "suivi-du-plan").send("avis", nonce="echeance-1-J7")
    assert elsewhere.id != first.id
    clock.advance(2)
    later = await channel.send("avis", nonce="echeance-1-J7")
    assert later.id != first.id


async def test_a_nonce_not_enforced_does_nothing(chat: Chat, bot: BareClient) -> None:
    route = discord.http.Route("POST", f"/channels/{_channel(bot).id}/messages")
    for _ in range(2):
        await bot.http.request(route, json={"content": "x", "nonce": "1"})
    assert len(chat.messages("général")) == 2


async def test_a_reply_names_its_message(chat: Chat, bot: BareClient) -> None:
    asked = await chat.person("Nadia").say("général", f"{chat.world.bot.mention} où en est-on?")
    await chat.wait_message("général", "où en est-on")
    message = await _channel(bot).fetch_message(asked.id)
    reply = await message.reply("Ici.", mention_author=False)
    assert reply.reference is not None
    assert reply.reference.message_id == asked.id
    kept = chat.messages("général")[-1]
    assert kept.payload["referenced_message"]["id"] == str(asked.id)
    assert not kept.notified


async def test_only_the_author_edits(chat: Chat, bot: BareClient) -> None:
    message = await chat.person("Nadia").say("général", "à moi")
    path = f"/channels/{message.channel_id}/messages/{message.id}"
    refused = await refusal(bot, "PATCH", path, {"content": "à lui"})
    assert (refused.status, refused.code) == (403, 50005)
    assert message.content == "à moi"


async def test_an_edit_cannot_empty_a_message(chat: Chat, bot: BareClient) -> None:
    sent = await _channel(bot).send("x")
    with pytest.raises(discord.HTTPException) as refused:
        await sent.edit(content="")
    assert refused.value.code == 50006
