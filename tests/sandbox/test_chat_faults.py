"""Faults made to order, and Discord's rate limits."""

from __future__ import annotations

import asyncio

import aiohttp
import discord
import pytest

from sandbox.clock import ManualClock
from sandbox.demo import committee_world
from sandbox.server import Chat
from tests.support.bare_client import BareClient, connected

POST = "POST /channels/{channel_id}/messages"


async def test_a_5xx_comes_as_often_as_asked(chat: Chat, bot: BareClient) -> None:
    channel = bot.guilds[0].text_channels[0]
    chat.faults.fail(POST, times=2, status=503)
    for _ in range(2):
        with pytest.raises(discord.DiscordServerError):
            await channel.send("x")
    await channel.send("x")
    assert len(chat.messages("général")) == 1


async def test_the_connection_may_drop_before_or_after(chat: Chat, bot: BareClient) -> None:
    channel = bot.guilds[0].text_channels[0]
    chat.faults.drop(POST)
    with pytest.raises((aiohttp.ClientError, OSError)):
        await channel.send("perdu", nonce="1")
    assert not chat.messages("général")
    chat.faults.drop(POST, when="after")
    with pytest.raises((aiohttp.ClientError, OSError)):
        await channel.send("posté", nonce="2")
    assert [m.content for m in chat.messages("général")] == ["posté"]
    await channel.send("posté", nonce="2")
    assert [m.content for m in chat.messages("général")] == ["posté"]


async def test_a_failure_may_come_after_the_work(chat: Chat, bot: BareClient) -> None:
    chat.faults.fail(POST, status=503, when="after")
    with pytest.raises(discord.DiscordServerError):
        await bot.guilds[0].text_channels[0].send("x")
    assert len(chat.messages("général")) == 1
    assert chat.recorded[-1].status == 200


async def test_a_channel_takes_five_messages_in_five_seconds(clock: ManualClock) -> None:
    chat = Chat(committee_world(clock), port=0, rate_limits=True)
    url = f"/channels/{chat.world.channel('général').id}/messages"
    headers = {"Authorization": f"Bot {chat.token}"}
    async with chat, aiohttp.ClientSession(headers=headers) as session:
        for left in range(4, -1, -1):
            async with session.post(chat.api_url + url, json={"content": "x"}) as answer:
                assert answer.status == 200
                assert answer.headers["X-RateLimit-Remaining"] == str(left)
        async with session.post(chat.api_url + url, json={"content": "x"}) as answer:
            assert answer.status == 429
            body = await answer.json()
            assert body == {
                "message": "You are being rate limited.",
                "retry_after": 5.0,
                "global": False,
            }
        clock.advance(5)
        async with session.post(chat.api_url + url, json={"content": "x"}) as answer:
            assert answer.status == 200


async def test_fifty_requests_a_second_in_all(clock: ManualClock) -> None:
    chat = Chat(committee_world(clock), port=0, rate_limits=True)
    headers = {"Authorization": f"Bot {chat.token}"}
    async with chat, aiohttp.ClientSession(headers=headers) as session:
        statuses = []
        for _ in range(51):
            async with session.get(chat.api_url + "/users/@me") as answer:
                statuses.append(answer.status)
        assert statuses == [200] * 50 + [429]
        assert answer.headers["X-RateLimit-Global"] == "true"


async def test_the_client_waits_as_it_is_told() -> None:
    async with (
        Chat(committee_world(), port=0, rate_limits=True) as chat,
        connected(chat, BareClient()) as client,
    ):
        nadia = chat.world.user("Nadia").id
        await asyncio.gather(*[client.fetch_user(nadia) for _ in range(52)])
        refused = [r for r in chat.recorded if r.status == 429]
        assert refused
        assert all(r.answer is not None for r in refused)
