"""What is served at which address, and on which port."""

from __future__ import annotations

import errno
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from sandbox.backend import Backend
from sandbox.files_route import serve_attachment
from sandbox.guard import add_page_headers, local_only
from sandbox.rest import ENDPOINTS
from sandbox.rest.call import API
from sandbox.rest.serving import served, unknown_route

_log = logging.getLogger(__name__)

PAGE = Path(__file__).parent / "page"
MAX_BODY = 11 * 10 * 1024 * 1024
"""Bytes of a request: ten files at their limit, and some room."""
PORTS_TRIED = 50
_PORTS = 1 << 16

Serve = Callable[[web.Request], Awaitable[web.StreamResponse]]


def application(backend: Backend, gateway: Serve, page_socket: Serve) -> web.Application:
    """The page, its WebSocket, the REST API, the gateway and the files."""
    site = web.Application(client_max_size=MAX_BODY, middlewares=[local_only])
    site.on_response_prepare.append(add_page_headers)
    router = site.router
    router.add_get("/", _index)
    router.add_get("/page/ws", page_socket)
    router.add_static("/page", PAGE)
    for endpoint in ENDPOINTS:
        router.add_route(endpoint.method, API + endpoint.template, served(backend, endpoint))
    router.add_route("*", API + "/{rest:.*}", unknown_route)
    router.add_get("/gateway", gateway)
    router.add_get("/gateway/", gateway)
    attachments = "/attachments/{channel}/{id}/{key}/{name}"
    router.add_get(attachments, serve_attachment(backend.world))
    return site


async def listen(runner: web.AppRunner, host: str, wanted: int) -> int:
    """Listens on a port or, where it is taken, on the next free one (0: any); gives it.

    Raises OSError where none is free.
    """
    last = min(wanted + PORTS_TRIED, _PORTS)
    for port in range(wanted, last) if wanted else [0]:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as problem:
            if problem.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
            continue
        if port != wanted:
            _log.warning("port %s is taken; listening on %s", wanted, port)
        return int(runner.addresses[0][1])
    msg = f"no free port from {wanted} on"
    raise OSError(errno.EADDRINUSE, msg)


async def _index(_: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html")
