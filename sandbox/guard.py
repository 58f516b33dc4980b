"""Only this machine's own page may talk to the chat.

A page elsewhere could point a name at 127.0.0.1 (DNS rebinding) or send a form here (CSRF): both
betray themselves by their `Host` or `Origin`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
_PAGE_HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@web.middleware
async def local_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """403 where the request does not come to, and from, this machine's own page or program."""
    if not _is_local(request.host) or not _origin_fits(request):
        raise web.HTTPForbidden(text="Ce clavardage ne répond qu'à sa propre page.")
    return await handler(request)


async def add_page_headers(request: web.Request, response: web.StreamResponse) -> None:
    """What a browser should know of a page or file of ours."""
    if not request.path.startswith("/api/"):
        response.headers.extend(
            {k: v for k, v in _PAGE_HEADERS.items() if k not in response.headers}
        )
        if request.path == "/" or request.path.startswith("/page/"):
            response.headers["Cache-Control"] = "no-cache"


def from_own_page(request: web.Request) -> bool:
    """Whether a browser says that this chat's own page asks; programs say nothing."""
    return "Origin" in request.headers and _origin_fits(request)


def _is_local(host: str) -> bool:
    name, _, port = host.rpartition(":")
    return (name if port.isdigit() and name else host) in _LOCAL_NAMES


def _origin_fits(request: web.Request) -> bool:
    origin = request.headers.get("Origin")
    return origin is None or origin == f"{request.scheme}://{request.host}"
