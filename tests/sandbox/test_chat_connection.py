"""Starting, stopping, logging in."""

from __future__ import annotations

import asyncio

import aiohttp
import discord
import pytest
from yarl import URL

from sandbox.demo import committee_world
from sandbox.server import Chat
from tests.support.bare_client import BareClient, connected, point_discord_at, refusal
from tests.support.openapi import check_answers, check_requests


async def test_leaves_no_task_behind_when_it_stops() -> None:
    before = asyncio.all_tasks()
    async with Chat(committee_world(), port=0):
        pass
    assert asyncio.all_tasks() == before


async def test_a_taken_port_gives_the_next_free_one() -> None:
    first, second = Chat(committee_world(), port=0), Chat(committee_world())
    async with first:
        second.port = first.port
        async with second:
            assert second.port > first.port
            assert second.base_url == f"http://127.0.0.1:{second.port}"


def test_only_this_machine_is_listened_to() -> None:
    with pytest.raises(ValueError, match="this machine only"):
        Chat(committee_world(), host="0.0.0.0")


async def test_the_bot_sees_its_guild_channels_and_roles(chat: Chat, bot: BareClient) -> None:
    assert bot.user is not None
    assert bot.user.id == chat.world.bot.id
    guild = bot.guilds[0]
    assert guild.name == "Comité de l'entrepreneuriat collectif"
    assert {c.name for c in guild.channels} == {
        "général",
        "suivi-du-plan",
        "coordination",
        "annonces",
    }
    assert guild.me.guild_permissions.create_events
    assert [m.id for m in guild.members] == [bot.user.id], "no members intent, no members"
    announcements = discord.utils.get(guild.text_channels, name="annonces")
    assert announcements is not None
    assert not announcements.permissions_for(guild.me).send_messages


async def test_a_wrong_token_is_refused(chat: Chat) -> None:
    point_discord_at(chat)
    client = BareClient()
    with pytest.raises(discord.LoginFailure):
        await client.login("not-the-token")
    await client.close()


async def test_identifying_with_a_wrong_token_closes_4004(chat: Chat) -> None:
    async with aiohttp.ClientSession() as session:
        socket = await session.ws_connect(chat.gateway_url)
        await socket.receive_json()
        identify = {"op": 2, "d": {"token": "x", "intents": 1, "properties": {}}}
        await socket.send_json(identify)
        assert (await socket.receive()).type is aiohttp.WSMsgType.CLOSE
        assert socket.close_code == 4004


async def test_privileged_intents_must_be_enabled(chat: Chat) -> None:
    intents = discord.Intents(guilds=True, members=True)
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with connected(chat, BareClient(intents)):
            pass


async def test_an_enabled_privileged_intent_lists_the_members() -> None:
    intents = discord.Intents(guilds=True, members=True)
    async with (
        Chat(committee_world(), port=0, privileged_intents=1 << 1) as chat,
        connected(chat, BareClient(intents)) as client,
    ):
        names = {member.display_name for member in client.guilds[0].members}
        assert {"Nadia Tremblay", "Camille Roy", "Vigie"} <= names


async def test_an_unknown_route_is_not_found(chat: Chat, bot: BareClient) -> None:
    refused = await refusal(bot, "GET", "/nothing/here")
    assert refused.status == 404


async def test_no_token_no_answer(chat: Chat) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{chat.api_url}/users/@me") as answer,
    ):
        assert answer.status == 401
        assert (await answer.json())["message"] == "401: Unauthorized"


async def test_what_the_client_reads_fits_discords_description(chat: Chat, bot: BareClient) -> None:
    guild = bot.guilds[0]
    nadia = chat.world.user("Nadia").id
    await bot.application_info()
    await bot.fetch_guild(guild.id)
    await guild.fetch_channels()
    await guild.fetch_roles()
    await guild.fetch_member(nadia)
    await bot.fetch_user(nadia)
    await bot.fetch_channel(guild.text_channels[0].id)
    assert [g.id async for g in bot.fetch_guilds()] == [guild.id]
    assert not check_requests(chat.recorded)
    assert not check_answers(chat.recorded)


async def test_stopping_disconnects_the_client() -> None:
    chat = Chat(committee_world(), port=0)
    await chat.start()
    async with connected(chat, BareClient()):
        seen = [chat.bot_online]
        await chat.stop()
        await asyncio.sleep(0)
        seen.append(chat.bot_online)
    assert seen == [True, False]


@pytest.mark.parametrize("path", ["gateway", "page"])
async def test_a_client_gone_during_its_handshake_is_no_error(
    chat: Chat, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    url = URL(chat.gateway_url if path == "gateway" else f"{chat.base_url}/page/ws")
    assert url.host
    _, writer = await asyncio.open_connection(url.host, url.port)
    lines = [
        f"GET {url.path} HTTP/1.1", f"Host: {url.host}:{url.port}", "Upgrade: websocket",
        "Connection: Upgrade", "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", f"Origin: {chat.base_url}", "", "",
    ]  # fmt: skip
    writer.write("\r\n".join(lines).encode())
    writer.transport.abort()
    await asyncio.sleep(0.1)
    assert not caplog.records
