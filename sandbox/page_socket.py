"""The page's WebSocket: what a person does there, and what they are shown (see PROTOCOL.md)."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging

from aiohttp import WSMsgType, web

from sandbox import page_views
from sandbox.acting import Acting
from sandbox.answer import TIMED_OUT
from sandbox.guard import from_own_page
from sandbox.interactions import Interaction
from sandbox.page_requests import Requests
from sandbox.payload import Payload, dumps
from sandbox.people import User
from sandbox.refusals import Refused
from sandbox.state import Event

_log = logging.getLogger(__name__)

MAX_FRAME = 20 * 1024 * 1024
_CHANNEL_EVENTS = ("CHANNEL_", "THREAD_", "GUILD_MEMBER_", "GUILD_ROLE_")
_MESSAGE_TYPES = {"MESSAGE_CREATE": "message", "MESSAGE_UPDATE": "message_update"}
_CHOICES, _MODAL = 8, 9


class PageSockets:
    """The pages that are open."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting
        self._open: set[web.WebSocketResponse] = set()

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One page, from its hello to its end."""
        if not from_own_page(request):
            raise web.HTTPForbidden(text="Ce clavardage ne répond qu'à sa propre page.")
        socket = web.WebSocketResponse(max_msg_size=MAX_FRAME, heartbeat=30)
        try:
            await socket.prepare(request)
        except ConnectionError:  # the page left before the handshake was over
            return web.Response()
        with contextlib.suppress(ConnectionError):  # the page left without a word
            self._open.add(socket)
            try:
                await _Page(self._acting, socket, self._visitor(request)).run()
            finally:
                self._open.discard(socket)
        return socket

    async def close(self) -> None:
        """Tells the pages that the chat goes away."""
        closing = [socket.close(code=1001) for socket in tuple(self._open)]
        await asyncio.gather(*closing, return_exceptions=True)

    def _visitor(self, request: web.Request) -> User:
        """Who the page says it is; else the first person with something to tell of them."""
        users = self._acting.world.users
        asked = request.query.get("user", "")
        if asked.isdigit() and int(asked) in users and not users[int(asked)].bot:
            return users[int(asked)]
        people = [user for user in users.values() if not user.bot]
        return next((user for user in people if user.note), people[0])


class _Page:
    def __init__(self, acting: Acting, socket: web.WebSocketResponse, me: User) -> None:
        self._backend = acting.backend
        self._world = acting.world
        self._socket = socket
        self._me = me
        self._requests = Requests(acting, me)
        self._outbox: asyncio.Queue[Payload] = asyncio.Queue()
        self._tasks: set[asyncio.Task[None]] = set()
        self._modals: dict[str, Interaction] = {}

    async def run(self) -> None:
        """Serves the page until it is closed."""
        writer = asyncio.create_task(self._write())
        stop = self._world.listen(self._on_event)
        self._send(page_views.hello(self._backend, self._me))
        try:
            async for frame in self._socket:
                if frame.type is WSMsgType.TEXT:
                    self._take(frame.data)
        finally:
            stop()
            for task in (writer, *self._tasks):
                task.cancel()

    def _send(self, message: Payload) -> None:
        self._outbox.put_nowait(message)

    async def _write(self) -> None:
        while True:
            message = await self._outbox.get()
            try:
                await self._socket.send_str(dumps(message))
            except ConnectionError:
                return

    def _take(self, text: str) -> None:
        try:
            message = json.loads(text)
            kind = message["t"]
        except (ValueError, KeyError, TypeError):
            return
        if kind == "open":
            self._show(int(message["channel_id"]))
        elif kind in self._requests.kinds:
            task = asyncio.create_task(self._carry_out(kind, message))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def _show(self, channel_id: int) -> None:
        channel = self._world.channels.get(channel_id)
        if channel is not None:
            messages = page_views.history(self._world, self._me, channel)
            self._send({"t": "history", "channel_id": str(channel_id), "messages": messages})

    async def _carry_out(self, kind: str, message: Payload) -> None:
        request_id = str(message.get("request_id"))
        try:
            opened = self._requests.carry_out(kind, message, self._modals)
            told = {"t": "done"} if opened is None else await self._outcome(opened, request_id)
        except Refused as refused:
            told = {"t": "failed", "reason": str(refused)}
        except (KeyError, ValueError, TypeError, AttributeError):
            _log.exception("the page sent something that could not be read")
            told = {"t": "failed", "reason": "La page a envoyé une demande incomplète."}
        self._send(told | {"request_id": request_id})

    async def _outcome(self, opened: Interaction, request_id: str) -> Payload:
        callback = await asyncio.shield(opened.callback)
        if callback.kind == 0:
            return {"t": "failed", "reason": TIMED_OUT}
        if callback.kind == _CHOICES:
            return {"t": "choices", "choices": callback.choices}
        if callback.kind == _MODAL:
            self._modals[request_id] = opened
            return {"t": "modal", "modal": callback.modal}
        return {"t": "done"}

    def _on_event(self, event: Event) -> None:
        if event.message is not None:
            self._tell_message(event)
        elif event.name == "COMMANDS":
            self._send({"t": "commands", "commands": page_views.commands(self._world, self._me)})
        elif event.name == "PRESENCE":
            self._send({"t": "presence", "bot_online": self._backend.bot_online})
        elif event.name == "TYPING":
            self._send({"t": "typing", "channel_id": str(event.channel_id)})
        elif event.name.startswith(_CHANNEL_EVENTS):
            self._send({"t": "channels", "channels": page_views.channels(self._world, self._me)})

    def _tell_message(self, event: Event) -> None:
        message = event.message
        assert message is not None
        if not page_views.visible(self._world, self._me, message):
            return
        if event.name == "MESSAGE_DELETE":
            where = str(message.channel_id)
            told = {"t": "message_delete", "channel_id": where, "message_id": str(message.id)}
            self._send(told)
        else:
            self._send({"t": _MESSAGE_TYPES[event.name], "message": message.payload})
