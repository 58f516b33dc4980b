"""The application's commands, global and of a guild."""

from __future__ import annotations

from collections.abc import Iterable

from sandbox.errors import DiscordError, unknown
from sandbox.limits.commands import CHAT_INPUT, check_all, check_command, check_count
from sandbox.limits.schema import Problems
from sandbox.payload import Payload
from sandbox.rest.call import Call, Reply, Routes

routes = Routes()

GLOBAL = "/applications/{application_id}/commands"
GUILD = "/applications/{application_id}/guilds/{guild_id}/commands"


@routes.on("GET", GLOBAL)
@routes.on("GET", GUILD)
def list_commands(call: Call) -> list[Payload]:
    """The commands of this scope."""
    return list(_scope(call).values())


@routes.on("PUT", GLOBAL)
@routes.on("PUT", GUILD)
def overwrite_commands(call: Call) -> list[Payload]:
    """Replaces all; a command of the same name and type keeps its id."""
    scope = _scope(call)
    wanted = check_all(call.json)
    standing = {_key(command): command for command in scope.values()}
    scope.clear()
    for body in wanted:
        _store(call, scope, body, standing.get(_key(body)))
    call.backend.commands_changed()
    return list(scope.values())


@routes.on("POST", GLOBAL)
@routes.on("POST", GUILD)
def create_command(call: Call) -> Reply:
    """Adds a command, or replaces the one of its name (200 then)."""
    scope = _scope(call)
    _refuse_bad(call.body)
    standing = {_key(command): command for command in scope.values()}
    same = standing.get(_key(call.body))
    if same is None:
        check_count([*scope.values(), call.body])
    stored = _store(call, scope, call.body, same)
    call.backend.commands_changed()
    return Reply(201 if same is None else 200, stored)


@routes.on("GET", GLOBAL + "/{command_id}")
@routes.on("GET", GUILD + "/{command_id}")
def get_command(call: Call) -> Payload:
    """One command."""
    return _command(call)


@routes.on("PATCH", GLOBAL + "/{command_id}")
@routes.on("PATCH", GUILD + "/{command_id}")
def edit_command(call: Call) -> Payload:
    """Changes the fields that the body names."""
    command = _command(call)
    merged = command | call.body
    _refuse_bad(merged)
    stored = _store(call, _scope(call), merged, command)
    call.backend.commands_changed()
    return stored


@routes.on("DELETE", GLOBAL + "/{command_id}")
@routes.on("DELETE", GUILD + "/{command_id}")
def delete_command(call: Call) -> None:
    """Removes a command."""
    command = _command(call)
    del _scope(call)[int(command["id"])]
    call.backend.commands_changed()


def _scope(call: Call) -> dict[int, Payload]:
    if call.id("application_id") != call.world.application_id:
        raise DiscordError(403, 20012, "You are not authorized to perform this action")
    guild_id = call.guild().id if "guild_id" in call.params else 0
    return call.world.commands.setdefault(guild_id, {})


def _command(call: Call) -> Payload:
    command = _scope(call).get(call.id("command_id"))
    if command is None:
        raise unknown("application command")
    return command


def _refuse_bad(command: Payload) -> None:
    problems = Problems()
    check_command(command, problems)
    problems.refuse()


def _key(command: Payload) -> tuple[int, str]:
    return command.get("type") or CHAT_INPUT, command["name"]


def _store(
    call: Call, scope: dict[int, Payload], body: Payload, standing: Payload | None
) -> Payload:
    command_id = int(standing["id"]) if standing else call.world.ids.next()
    allowed = body.get("default_member_permissions")
    command: Payload = {
        "id": str(command_id),
        "application_id": str(call.world.application_id),
        "version": str(call.world.ids.next()),
        "default_member_permissions": None if allowed is None else str(allowed),
        "type": body.get("type") or CHAT_INPUT,
        "name": body["name"],
        "name_localizations": body.get("name_localizations"),
        "description": body.get("description") or "",
        "description_localizations": body.get("description_localizations"),
        "dm_permission": body.get("dm_permission", True),
        "contexts": body.get("contexts"),
        "integration_types": body.get("integration_types") or [0],
        "nsfw": bool(body.get("nsfw")),
    }
    if body.get("options"):
        command["options"] = _plain(body["options"])
    if "guild_id" in call.params:
        command["guild_id"] = call.params["guild_id"]
    scope[command_id] = command
    return command


def _plain(options: Iterable[Payload]) -> list[Payload]:
    """Options as Discord stores them: nothing that is null or false by default."""
    stored = []
    for option in options:
        kept = {k: v for k, v in option.items() if v is not None and (k != "required" or v)}
        if "options" in kept:
            kept["options"] = _plain(kept["options"])
        stored.append(kept)
    return stored
