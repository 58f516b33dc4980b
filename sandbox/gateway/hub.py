"""The gateway: takes connections in, and hands the world's events to the sessions."""

from __future__ import annotations

import asyncio
import contextlib

from aiohttp import web

from sandbox.backend import Backend
from sandbox.gateway.connection import Connection
from sandbox.gateway.intents import for_session
from sandbox.gateway.session import Session
from sandbox.state import Event


class Hub:
    """Sessions by id, and the connections that are open."""

    def __init__(self, backend: Backend, heartbeat_ms: int = 41_250) -> None:
        self.backend = backend
        self.heartbeat_ms = heartbeat_ms
        self.sessions: dict[str, Session] = {}
        self.connections: set[Connection] = set()
        backend.world.listen(self._on_event)

    @property
    def online(self) -> bool:
        """Whether a bot is connected, or may come back and get what it missed."""
        return bool(self.sessions)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One connection, from its hello to its end."""
        socket = web.WebSocketResponse(max_msg_size=4096 * 4, compress=False)
        try:
            connection = Connection(self, request, socket)
        except ImportError as problem:
            raise web.HTTPBadRequest(text=str(problem)) from problem
        try:
            await socket.prepare(request)
        except ConnectionError:  # the client left before the handshake was over
            return web.Response()
        with contextlib.suppress(ConnectionError):  # the client left without a word
            self.connections.add(connection)
            try:
                await connection.run()
            finally:
                self.connections.discard(connection)
                self.tell_presence()
        return socket

    def tell_presence(self) -> None:
        """Tells the page whether the bot is there."""
        self.backend.set_online(any(c.session is not None for c in self.connections))

    def forget(self, session: Session) -> None:
        """A session that ended for good."""
        self.sessions.pop(session.id, None)

    def forget_abandoned(self) -> None:
        """A client that identifies anew will not resume what it left behind."""
        for session in tuple(self.sessions.values()):
            if session.outbox is None:
                self.forget(session)

    async def drop(self, *, resumable: bool = True) -> None:
        """Cuts every connection without a goodbye; unless `resumable`, sessions are lost too."""
        if not resumable:
            self.sessions.clear()
        for connection in tuple(self.connections):
            await connection.abort()

    async def ask_reconnect(self) -> None:
        """Asks every client to reconnect and resume (op 7)."""
        for connection in tuple(self.connections):
            await connection.send({"op": 7, "d": None})

    async def invalidate(self, *, resumable: bool = False) -> None:
        """Tells every client that its session is over (op 9)."""
        if not resumable:
            self.sessions.clear()
        for connection in tuple(self.connections):
            await connection.send({"op": 9, "d": resumable})

    async def close(self) -> None:
        """Ends all connections, as when Discord goes down."""
        closing = [connection.close(1001) for connection in tuple(self.connections)]
        await asyncio.gather(*closing, return_exceptions=True)

    def _on_event(self, event: Event) -> None:
        if not self.sessions:
            return
        for session in tuple(self.sessions.values()):
            payload = for_session(self.backend.world, event, session.intents)
            if payload is not None:
                session.dispatch(event.name, payload)
