"""One WebSocket of a bot: identify, resume, heartbeats, requests."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from aiohttp import WSMsgType, web

from sandbox.gateway.compression import compressor
from sandbox.gateway.intents import GUILD_MEMBERS, PRIVILEGED
from sandbox.gateway.session import Session
from sandbox.payload import Payload, dumps
from sandbox.rest.applications import application_flags

if TYPE_CHECKING:
    from sandbox.gateway.hub import Hub

HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME, REQUEST_MEMBERS = 1, 2, 3, 4, 6, 8
INVALID_SESSION, HELLO, HEARTBEAT_ACK = 9, 10, 11
_ACK_DELAY = 0.05  # seconds
UNKNOWN_OPCODE, DECODE_ERROR, NOT_AUTHENTICATED = 4001, 4002, 4003
AUTHENTICATION_FAILED, ALREADY_AUTHENTICATED, DISALLOWED_INTENTS = 4004, 4005, 4014


class Connection:
    """Reads what the client sends, and writes its session's events in order."""

    def __init__(self, hub: Hub, request: web.Request, socket: web.WebSocketResponse) -> None:
        self._hub = hub
        self._transport = request.transport
        self._socket = socket
        self._compressor = compressor(request.query.get("compress"))
        self._outbox: asyncio.Queue[str] = asyncio.Queue()
        self.session: Session | None = None

    async def run(self) -> None:
        """Serves the connection until it ends."""
        writer = asyncio.create_task(self._write())
        await self.send({"op": HELLO, "d": {"heartbeat_interval": self._hub.heartbeat_ms}})
        try:
            async for message in self._socket:
                if message.type is not WSMsgType.TEXT or not await self._take(message.data):
                    break
        finally:
            writer.cancel()
            self._detach(ended=self._socket.close_code in {1000, 1001})

    async def send(self, payload: Payload) -> None:
        """Queues one payload that is not an event."""
        self._outbox.put_nowait(dumps(payload))

    async def close(self, code: int) -> None:
        """Ends the connection with a code."""
        await self._socket.close(code=code)

    async def abort(self) -> None:
        """Cuts the connection without a word."""
        if self._transport is not None:
            self._transport.abort()

    async def _write(self) -> None:
        while True:
            text = await self._outbox.get()
            try:
                if self._compressor is None:
                    await self._socket.send_str(text)
                else:
                    await self._socket.send_bytes(self._compressor.frame(text))
            except ConnectionError:
                return

    async def _take(self, text: str) -> bool:
        """Handles one payload; False once the connection is closed."""
        try:
            payload = json.loads(text)
            op, data = payload["op"], payload.get("d")
        except (ValueError, KeyError, TypeError):
            return await self._refuse(DECODE_ERROR)
        if op == HEARTBEAT:
            # Never before the sender's own thread has noted that it sent: it would count the whole
            # interval as the time the answer took.
            ack = dumps({"op": HEARTBEAT_ACK})
            asyncio.get_running_loop().call_later(_ACK_DELAY, self._outbox.put_nowait, ack)
            return True
        if op in (IDENTIFY, RESUME):
            return await (self._identify(data) if op == IDENTIFY else self._resume(data))
        return await self._take_identified(op, data)

    async def _take_identified(self, op: int, data: Payload) -> bool:
        if self.session is None:
            return await self._refuse(NOT_AUTHENTICATED)
        if op == REQUEST_MEMBERS:
            self._send_members(self.session, data)
            return True
        return op in (PRESENCE, VOICE) or await self._refuse(UNKNOWN_OPCODE)

    async def _refuse(self, code: int) -> bool:
        await self._socket.close(code=code)
        return False

    async def _identify(self, data: Payload) -> bool:
        backend = self._hub.backend
        if self.session is not None:
            return await self._refuse(ALREADY_AUTHENTICATED)
        if data.get("token") != backend.token:
            return await self._refuse(AUTHENTICATION_FAILED)
        intents = int(data.get("intents", 0))
        if intents & PRIVILEGED & ~backend.privileged:
            return await self._refuse(DISALLOWED_INTENTS)
        session = Session(intents)
        self._hub.forget_abandoned()
        self._hub.sessions[session.id] = session
        self._attach(session)
        self._send_ready(session)
        return True

    def _send_ready(self, session: Session) -> None:
        world = self._hub.backend.world
        own = [g for g in world.guilds.values() if world.bot.id in g.members]
        application = {
            "id": str(world.application_id),
            "flags": application_flags(self._hub.backend.privileged),
        }
        ready: Payload = {
            "v": 10,
            "user": world.bot.payload() | {"verified": True, "mfa_enabled": True, "email": None},
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in own],
            "session_id": session.id,
            "resume_gateway_url": self._hub.backend.gateway_url,
            "session_type": "normal",
            "shard": [0, 1],
            "application": application,
        }
        session.dispatch("READY", ready)
        if session.intents & 1:
            for guild in own:
                session.dispatch("GUILD_CREATE", world.guild_create(guild))

    async def _resume(self, data: Payload) -> bool:
        session = self._hub.sessions.get(str(data.get("session_id")))
        if data.get("token") != self._hub.backend.token:
            return await self._refuse(AUTHENTICATION_FAILED)
        sequence = int(data.get("seq") or 0)
        if session is None or not session.can_resume(sequence):
            await self.send({"op": INVALID_SESSION, "d": False})
            return True
        self._attach(session)
        session.replay(sequence)
        session.dispatch("RESUMED", {})
        return True

    def _attach(self, session: Session) -> None:
        self.session = session
        session.outbox = self._outbox
        self._hub.tell_presence()

    def _detach(self, *, ended: bool) -> None:
        session, self.session = self.session, None
        if session is None:
            return
        if session.outbox is self._outbox:
            session.outbox = None
            if ended:  # closed with 1000 or 1001: Discord ends the session then
                self._hub.forget(session)

    def _send_members(self, session: Session, data: Payload) -> None:
        guild = self._hub.backend.world.guilds.get(int(data["guild_id"]))
        if guild is None:
            return
        wanted = data.get("user_ids")
        if wanted is not None:
            ids = [int(user_id) for user_id in (wanted if isinstance(wanted, list) else [wanted])]
            members = [guild.members[user_id] for user_id in ids if user_id in guild.members]
            missing = [str(user_id) for user_id in ids if user_id not in guild.members]
        else:
            prefix, limit = str(data.get("query") or "").casefold(), int(data.get("limit") or 0)
            listable = bool(prefix) or bool(session.intents & GUILD_MEMBERS)
            found = [m for m in guild.members.values() if listable]
            members = [m for m in found if m.display_name.casefold().startswith(prefix)]
            members, missing = members[: limit or None], []
        chunk: Payload = {
            "guild_id": str(guild.id),
            "members": [member.payload() for member in members],
            "chunk_index": 0,
            "chunk_count": 1,
            "not_found": missing,
        }
        if data.get("nonce"):
            chunk["nonce"] = data["nonce"]
        session.dispatch("GUILD_MEMBERS_CHUNK", chunk)
