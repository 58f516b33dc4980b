"""One request of the bot, read; and the table of what serves which route."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

from sandbox.backend import Backend
from sandbox.drafts import Draft
from sandbox.errors import bad_form
from sandbox.files import Upload
from sandbox.payload import Payload
from sandbox.places import Channel, Guild
from sandbox.rest import access
from sandbox.world import World

_log = logging.getLogger(__name__)

API = "/api/v10"


@dataclass
class Call:
    """A request, read: `params` from its path, `query`, and what it carries."""

    backend: Backend
    params: dict[str, str]
    query: dict[str, str]
    json: Payload | list[Payload] | None = None
    files: dict[int, Upload] = field(default_factory=dict)

    @property
    def world(self) -> World:
        """The world it acts in."""
        return self.backend.world

    @property
    def body(self) -> Payload:
        """The body of a request that takes one object."""
        if self.json is None:
            return {}
        if not isinstance(self.json, dict):
            raise bad_form("", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType")
        return self.json

    @property
    def draft(self) -> Draft:
        """The body and files of a request that posts a message."""
        return Draft(self.body, self.files)

    def id(self, name: str) -> int:
        """A snowflake of the path."""
        given = self.params[name]
        if not given.isdigit():
            raise bad_form(name, "NUMBER_TYPE_COERCE", f'Value "{given}" is not snowflake.')
        return int(given)

    def number(self, name: str, default: int = 0) -> int:
        """A whole number of the query."""
        given = self.query.get(name, str(default))
        if not given.isdigit():
            raise bad_form(name, "NUMBER_TYPE_COERCE", f'Value "{given}" is not int.')
        return int(given)

    def flag(self, name: str) -> bool:
        """A yes or no of the query."""
        return self.query.get(name, "").lower() in {"1", "true"}

    def channel(self, needed: int = 0) -> Channel:
        """The path's channel; refused where the bot does not see it or lacks `needed`."""
        return access.channel(self.world, self.id("channel_id"), needed)

    def guild(self, needed: int = 0) -> Guild:
        """The path's guild; refused where the bot is not in it or lacks `needed`."""
        return access.guild(self.world, self.id("guild_id"), needed)


@dataclass(frozen=True)
class Reply:
    """An answer whose status is not the usual 200."""

    status: int
    json: Payload


Result = Payload | list[Payload] | Reply | None
Handler = Callable[[Call], Result]
Serve = Callable[[web.Request], Awaitable[web.Response]]


@dataclass(frozen=True)
class Endpoint:
    """A method and route template, and what serves it. `open` ones need no bot token."""

    method: str
    template: str
    handler: Handler
    open: bool = False


class Routes:
    """Gathers a module's endpoints."""

    def __init__(self) -> None:
        self.endpoints: list[Endpoint] = []

    def on(self, method: str, template: str, *, open: bool = False) -> Callable[[Handler], Handler]:  # noqa: A002
        """Serves a method of a route; the template is that of Discord's API description."""

        def register(handler: Handler) -> Handler:
            self.endpoints.append(Endpoint(method, template, handler, open))
            return handler

        return register
