"""The gateway: events, resuming, reconnecting."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest

from sandbox import permissions
from sandbox.server import Chat
from tests.support.bare_client import BareClient, connected

GUILDS, GUILD_MEMBERS, GUILD_MESSAGES, DIRECT_MESSAGES = 1, 2, 1 << 9, 1 << 12


class Socket:
    """A gateway connection spoken by hand."""

    def __init__(self, chat: Chat, session: aiohttp.ClientSession) -> None:
        self._chat = chat
        self._session = session
        self.sequence = 0

    async def open(self, query: str = "") -> dict[str, Any]:
        self.socket = await self._session.ws_connect(self._chat.gateway_url + query)
        return await self.receive()

    async def identify(self, intents: int) -> str:
        payload = {"token": self._chat.token, "intents": intents, "properties": {}}
        await self.socket.send_json({"op": 2, "d": payload})
        ready = await self.receive()
        assert ready["t"] == "READY"
        return str(ready["d"]["session_id"])

    async def resume(self, session_id: str) -> None:
        payload = {"token": self._chat.token, "session_id": session_id, "seq": self.sequence}
        await self.socket.send_json({"op": 6, "d": payload})

    async def receive(self) -> dict[str, Any]:
        payload: dict[str, Any] = await self.socket.receive_json(timeout=2)
        self.sequence = payload.get("s") or self.sequence
        return payload

    async def until(self, name: str) -> list[str]:
        """The names of the events up to this one."""
        names: list[str] = []
        while not names or names[-1] != name:
            names.append(str((await self.receive())["t"]))
        return names


@pytest.fixture
async def socket(chat: Chat) -> Any:
    async with aiohttp.ClientSession() as session:
        yield Socket(chat, session)


async def test_hello_then_heartbeats(chat: Chat, socket: Socket) -> None:
    hello = await socket.open("?v=10&encoding=json")
    assert (hello["op"], hello["d"]["heartbeat_interval"]) == (10, 41250)
    await socket.socket.send_json({"op": 1, "d": None})
    assert (await socket.receive())["op"] == 11


async def test_nothing_before_identifying(chat: Chat, socket: Socket) -> None:
    await socket.open()
    await socket.socket.send_json({"op": 8, "d": {}})
    await socket.socket.receive(timeout=2)
    assert socket.socket.close_code == 4003


async def test_a_broken_payload_is_refused(chat: Chat, socket: Socket) -> None:
    await socket.open()
    await socket.socket.send_str("pas du JSON")
    await socket.socket.receive(timeout=2)
    assert socket.socket.close_code == 4002


async def test_events_follow_the_intents(chat: Chat, socket: Socket) -> None:
    world = chat.world
    await socket.open()
    await socket.identify(GUILDS)
    assert await socket.until("GUILD_CREATE") == ["GUILD_CREATE"]
    await chat.person("Camille").say("général", "sans l'intention, rien")
    world.give_role(world.guild(), "Camille", "Coordination")
    world.give_role(world.guild(), world.bot, "Coordination")
    world.add_channel(world.guild(), "nouveau")
    assert await socket.until("CHANNEL_CREATE") == ["GUILD_MEMBER_UPDATE", "CHANNEL_CREATE"]


async def test_messages_of_an_unseen_channel_stay_there(chat: Chat, socket: Socket) -> None:
    chat.world.set_overwrite("général", chat.world.bot, deny=permissions.VIEW_CHANNEL)
    await socket.open()
    await socket.identify(GUILDS | GUILD_MESSAGES)
    await socket.until("GUILD_CREATE")
    await chat.person("Camille").say("général", "caché")
    await chat.person("Camille").say("suivi-du-plan", "vu")
    received = await socket.receive()
    assert received["d"]["channel_id"] == str(chat.world.channel("suivi-du-plan").id)


async def test_a_resume_brings_what_was_missed(chat: Chat, socket: Socket) -> None:
    await socket.open()
    session_id = await socket.identify(GUILDS | GUILD_MESSAGES)
    await socket.until("GUILD_CREATE")
    await chat.gateway.drop()
    assert (await socket.socket.receive(timeout=2)).type in {
        aiohttp.WSMsgType.CLOSED,
        aiohttp.WSMsgType.CLOSE,
        aiohttp.WSMsgType.ERROR,
    }
    mention = chat.world.bot.mention
    await chat.person("Camille").say("général", f"{mention} manqué")
    await socket.open()
    await socket.resume(session_id)
    missed = await socket.receive()
    assert (missed["t"], missed["d"]["content"]) == ("MESSAGE_CREATE", f"{mention} manqué")
    assert (await socket.receive())["t"] == "RESUMED"


async def test_a_lost_session_cannot_resume(chat: Chat, socket: Socket) -> None:
    await socket.open()
    session_id = await socket.identify(GUILDS)
    await chat.gateway.drop(resumable=False)
    await socket.open()
    await socket.resume(session_id)
    invalid = await socket.receive()
    assert (invalid["op"], invalid["d"]) == (9, False)


@pytest.mark.parametrize("how", ["dropped", "asked", "invalid"])
async def test_the_client_comes_back(chat: Chat, how: str) -> None:
    client = BareClient()
    back = asyncio.Event()
    client.on_resumed = _setter(back)  # type: ignore[attr-defined]
    async with connected(chat, client):
        if how == "dropped":
            await chat.gateway.drop()
        elif how == "asked":
            await chat.gateway.ask_reconnect()
        else:
            await chat.gateway.invalidate(resumable=True)
        await chat.person("Camille").say("général", f"{chat.world.bot.mention} là?")
        await asyncio.wait_for(back.wait(), 5)
        assert [m.content for m in client.seen] == [f"{chat.world.bot.mention} là?"]


def _setter(event: asyncio.Event) -> Any:
    async def on_resumed() -> None:
        event.set()

    return on_resumed


async def test_roles_and_guilds_come_and_go(chat: Chat, bot: BareClient) -> None:
    world = chat.world
    role = world.add_role(world.guild(), "Nouveau rôle")
    other = world.add_guild("Autre serveur")
    await asyncio.sleep(0.02)
    assert bot.guilds[0].get_role(role.id) is not None
    assert bot.get_guild(other.id) is not None
    world.delete_role(world.guild(), role)
    world.kick_bot(other)
    await asyncio.sleep(0.02)
    assert bot.guilds[0].get_role(role.id) is None
    assert bot.get_guild(other.id) is None


async def test_members_are_told_by_id(chat: Chat, bot: BareClient) -> None:
    nadia = chat.world.user("Nadia").id
    found = await bot.guilds[0].query_members(user_ids=[nadia, 12])
    assert [member.id for member in found] == [nadia]
    named = await bot.guilds[0].query_members("Cam", limit=5)
    assert [member.display_name for member in named] == ["Camille Roy"]


async def test_ephemeral_messages_go_with_direct_ones(chat: Chat, socket: Socket) -> None:
    await socket.open()
    await socket.identify(DIRECT_MESSAGES)
    nadia, channel = chat.world.user("Nadia"), chat.world.channel("général")
    command = {"id": "1", "name": "x", "type": 1}
    chat.acting.command(nadia, channel, command, [])
    told = (await socket.receive())["d"]
    callback = f"{chat.api_url}/interactions/{told['id']}/{told['token']}/callback"
    body = {"type": 4, "data": {"content": "privé", "flags": 64}}
    async with aiohttp.ClientSession() as session, session.post(callback, json=body) as answer:
        assert answer.status == 204
    message = (await socket.receive())["d"]
    assert message["content"] == "privé"
    assert "guild_id" not in message
    assert "member" not in message
