"""Serves uploaded files to whoever has their address."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import quote

from aiohttp import web

from sandbox.world import World


def serve_attachment(world: World) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The handler of `/attachments/…`; the random key in the path is what opens a file."""

    async def serve(request: web.Request) -> web.Response:
        stored = world.files.by_key.get(request.match_info["key"])
        if stored is None or str(stored.id) != request.match_info["id"]:
            raise web.HTTPNotFound
        shown = stored.content_type.startswith("image/") and "svg" not in stored.content_type
        kind = "inline" if shown else "attachment"
        headers = {
            "Content-Type": stored.content_type,
            "Content-Disposition": f"{kind}; filename*=UTF-8''{quote(stored.filename)}",
            "X-Content-Type-Options": "nosniff",
        }
        return web.Response(body=stored.data, headers=headers)

    return serve
