"""A command's options: found in the registered command, converted from what a person gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sandbox.files import Upload
from sandbox.limits import options as kinds
from sandbox.limits.commands import CHAT_INPUT
from sandbox.payload import Payload
from sandbox.people import Role, User
from sandbox.places import Channel
from sandbox.refusals import Refused
from sandbox.world import World

Given = str | int | float | bool | User | Role | Channel | Upload | Path | tuple[str, bytes]
"""What a test may give for an option; a file is a path, an `Upload`, or (name, bytes)."""


@dataclass
class Filled:
    """Discord's options, nested as the command's path is, and files by option name."""

    options: list[Payload] = field(default_factory=list)
    files: dict[str, Upload] = field(default_factory=dict)


def find_command(world: World, path: str, guild_id: int | None) -> tuple[Payload, list[Payload]]:
    """The command of « mesure voir », and the subcommands on the way, outermost first."""
    names = path.removeprefix("/").split()
    command = command_named(world, names[0], CHAT_INPUT, guild_id)
    steps: list[Payload] = []
    level = command
    for name in names[1:]:
        inside = [o for o in level.get("options") or [] if o["type"] in (1, 2)]
        level = next((o for o in inside if o["name"] == name), {})
        if not level:
            raise Refused(f"/{path} n'existe pas : {[o['name'] for o in inside]}")
        steps.append(level)
    if any(o["type"] in (1, 2) for o in level.get("options") or []):
        raise Refused(f"/{path} demande une sous-commande")
    return command, steps


def command_named(world: World, name: str, kind: int, guild_id: int | None) -> Payload:
    """A command of the guild, else a global one, by name and type."""
    for scope in (guild_id, 0):
        for command in world.commands.get(scope or 0, {}).values():
            if command["name"] == name and command["type"] == kind:
                return command
    raise Refused(f"la commande « {name} » n'est pas inscrite")


def fill(
    world: World,
    command: Payload,
    steps: list[Payload],
    given: Mapping[str, Given],
    *,
    crafted: bool = False,
    focused: str | None = None,
) -> Filled:
    """Discord's options for what a person gives.

    Refuses, as Discord's own client does, an unknown option, a missing one, a value of another
    type or out of its choices or bounds. `crafted` skips choices, bounds and what is missing.
    """
    declared = {o["name"]: o for o in (steps[-1] if steps else command).get("options") or []}
    unknown = given.keys() - declared.keys()
    if unknown:
        raise Refused(f"options inconnues : {sorted(unknown)} ; il y a {list(declared)}")
    missing = [n for n, o in declared.items() if o.get("required") and n not in given]
    if missing and not crafted and focused is None:
        raise Refused(f"options requises absentes : {missing}")
    filled = Filled()
    for name, option in declared.items():
        if name in given:
            lenient = crafted or focused is not None
            value = _value(world, option, given[name], filled, crafted=lenient)
            entry: Payload = {"name": name, "type": option["type"], "value": value}
            if name == focused:
                entry["focused"] = True
            filled.options.append(entry)
    for step in reversed(steps):
        filled.options = [{"name": step["name"], "type": step["type"], "options": filled.options}]
    return filled


def _value(
    world: World, option: Payload, given: Given, filled: Filled, *, crafted: bool
) -> str | int | float | bool:
    kind, name = option["type"], option["name"]
    if kind == kinds.ATTACHMENT:
        filled.files[name] = upload_of(given)
        return str(name)
    if kind in (kinds.USER, kinds.CHANNEL, kinds.ROLE, kinds.MENTIONABLE):
        return _snowflake(world, kind, given)
    if crafted and kind == kinds.STRING:
        return str(given)
    if kind == kinds.BOOLEAN:
        if not isinstance(given, bool):
            raise Refused(f"{name} : vrai ou faux, pas {given!r}")
        return given
    if kind == kinds.INTEGER and (isinstance(given, bool) or not isinstance(given, int)):
        raise Refused(f"{name} : un nombre entier, pas {given!r}")
    if kind == kinds.NUMBER and (isinstance(given, bool) or not isinstance(given, int | float)):
        raise Refused(f"{name} : un nombre, pas {given!r}")
    value: str | int | float = str(given)
    if isinstance(given, int | float) and kind != kinds.STRING:
        value = given
    return value if crafted else _in_bounds(option, value)


def _in_bounds(option: Payload, value: str | float) -> str | int | float:
    name = option["name"]
    if option.get("choices"):
        for choice in option["choices"]:
            if value in (choice["value"], choice["name"]):
                chosen: str | int | float = choice["value"]
                return chosen
        raise Refused(f"{name} : {value!r} n'est pas un choix de la liste")
    if isinstance(value, str):
        low, high = option.get("min_length") or 1, option.get("max_length") or 6000
        if not low <= len(value) <= high:
            raise Refused(f"{name} : de {low} à {high} caractères, pas {len(value)}")
        return value
    low_value, high_value = option.get("min_value"), option.get("max_value")
    if (low_value is not None and value < low_value) or (
        high_value is not None and value > high_value
    ):
        raise Refused(f"{name} : {value} est hors des bornes")
    return value


def _snowflake(world: World, kind: int, given: Given) -> str:
    if isinstance(given, User | Role | Channel):
        return str(given.id)
    if not isinstance(given, str | int):
        raise Refused(f"{given!r} n'est ni un nom ni un identifiant")
    if kind == kinds.CHANNEL:
        return str(world.channel(given).id)
    if kind == kinds.ROLE:
        return str(world.role(given).id)
    if kind == kinds.USER:
        return str(world.user(given).id)
    return str(world.mentionable(given).id)


def upload_of(given: Given) -> Upload:
    """A file from a path, an `Upload`, or (name, bytes)."""
    if isinstance(given, Upload):
        return given
    if isinstance(given, Path):
        return Upload(given.name, given.read_bytes())
    if isinstance(given, tuple):
        return Upload(*given)
    raise Refused(f"{given!r} n'est pas un fichier")
