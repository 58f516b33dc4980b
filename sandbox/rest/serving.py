"""From a request's headers to Discord's answer."""

from __future__ import annotations

import asyncio
import json
import logging

from aiohttp import BodyPartReader, web

from sandbox.backend import Backend, Recorded
from sandbox.errors import DiscordError, not_found, unauthorized
from sandbox.faults import Fault
from sandbox.files import Upload
from sandbox.payload import Payload, dumps
from sandbox.rate_limits import refused
from sandbox.rest.call import Call, Endpoint, Reply, Result, Serve

_log = logging.getLogger(__name__)


def served(backend: Backend, endpoint: Endpoint) -> Serve:
    """The aiohttp handler of an endpoint."""

    async def serve(request: web.Request) -> web.Response:
        headers: dict[str, str] = {}
        fault = backend.faults.next_for(endpoint.method, endpoint.template)
        limited = 0.0
        if fault is not None and fault.seconds:
            limited = fault.seconds if fault.status == 429 else 0.0
            await asyncio.sleep(fault.seconds - limited)
            fault = None
        _apply(fault, "before", request)
        call = Call(backend, dict(request.match_info), dict(request.query))
        result: Result = None
        try:
            if fault is not None and fault.when == "before":
                raise DiscordError(fault.status, 0, "Service Unavailable")
            if not endpoint.open and not _authorized(backend, request):
                raise unauthorized()
            refusal = _rate_limit(backend, endpoint, request, limited, headers)
            await _read(request, call)
            result = Reply(429, refusal) if refusal else endpoint.handler(call)
            status = _status(result)
        except DiscordError as error:
            result = Reply(error.status, error.body)
            status = error.status
        except Exception:
            _log.exception("%s %s", endpoint.method, endpoint.template)
            result, status = Reply(500, {"message": "500: Internal Server Error", "code": 0}), 500
        told = result.json if isinstance(result, Reply) else result
        method, template = endpoint.method, endpoint.template
        backend.record(Recorded(method, template, call.json, status, told))
        _apply(fault, "after", request)
        if fault is not None and fault.when == "after":
            result, status = Reply(fault.status, {"message": "fault", "code": 0}), fault.status
        return _response(result, status, headers)

    return serve


async def unknown_route(_: web.Request) -> web.Response:
    """404 for whatever else is asked of the API."""
    return _response(Reply(404, not_found().body), 404, {})


def _apply(fault: Fault | None, when: str, request: web.Request) -> None:
    """Cuts the connection where the fault says so; the client sees it close without an answer."""
    if fault is not None and fault.when == when and fault.status == 0:
        if request.transport is not None:
            request.transport.abort()
        raise ConnectionResetError("fault made to order")


def _authorized(backend: Backend, request: web.Request) -> bool:
    return request.headers.get("Authorization") == f"Bot {backend.token}"


def _rate_limit(
    backend: Backend,
    endpoint: Endpoint,
    request: web.Request,
    limited: float,
    headers: dict[str, str],
) -> Payload | None:
    if limited:
        verdict = refused(limited, {"X-RateLimit-Scope": "user"}, is_global=False)
        headers.update(verdict.headers)
        return verdict.refusal
    if backend.rate_limits is None or endpoint.template.startswith("/interactions/"):
        return None
    found = request.match_info
    major = found.get("channel_id") or found.get("guild_id") or found.get("webhook_token") or ""
    verdict = backend.rate_limits.admit(endpoint.method, endpoint.template, major)
    headers.update(verdict.headers)
    return verdict.refusal


async def _read(request: web.Request, call: Call) -> None:
    if not request.can_read_body:
        return
    if request.content_type == "multipart/form-data":
        await _read_multipart(request, call)
        return
    raw = await request.read()
    call.json = _parsed(raw)


async def _read_multipart(request: web.Request, call: Call) -> None:
    reader = await request.multipart()
    async for part in reader:
        if not isinstance(part, BodyPartReader):
            continue
        name = part.name or ""
        if name == "payload_json":
            call.json = _parsed(bytes(await part.read()))
        elif name.startswith("files["):
            data = bytes(await part.read())
            call.files[int(name[6:-1])] = Upload(part.filename or "file", data)


def _parsed(raw: bytes) -> Payload | list[Payload] | None:
    if not raw:
        return None
    try:
        value = json.loads(raw)
    except ValueError:
        raise DiscordError(400, 50109, "The request body contains invalid JSON.") from None
    if value is None or isinstance(value, dict | list):
        return value
    raise DiscordError(400, 50109, "The request body contains invalid JSON.")


def _status(result: Result) -> int:
    if isinstance(result, Reply):
        return result.status
    return 204 if result is None else 200


def _response(result: Result, status: int, headers: dict[str, str]) -> web.Response:
    if result is None:
        return web.Response(status=status, headers=headers)
    value = result.json if isinstance(result, Reply) else result
    body = dumps(value).encode()
    # discord.py reads JSON only under exactly this content type, without a charset.
    return web.Response(
        status=status, body=body, headers=headers | {"Content-Type": "application/json"}
    )
