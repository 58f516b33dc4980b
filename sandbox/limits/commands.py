"""The form of application commands.

https://discord.com/developers/docs/interactions/application-commands
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sandbox.errors import DiscordError
from sandbox.limits.options import OPTION, Localized, Name, check_options
from sandbox.limits.schema import Flag, Form, ListOf, OneOf, Path, Problems, Spec, Text
from sandbox.payload import Payload

CHAT_INPUT, USER_MENU, MESSAGE_MENU = 1, 2, 3
MAX_SLASH, MAX_MENUS, MAX_SIZE = 100, 15, 8000

_TITLE = Text(1, 32)
_ABOUT = Text(1, 100)
_COMMAND_FIELDS: Mapping[str, Spec] = {
    "type": OneOf((CHAT_INPUT, USER_MENU, MESSAGE_MENU)),
    "contexts": ListOf(OneOf((0, 1, 2)), 1, 3),
    "integration_types": ListOf(OneOf((0, 1)), 1, 2),
    "nsfw": Flag(),
    "dm_permission": Flag(),
}
_SLASH = Form(
    {
        **_COMMAND_FIELDS,
        "name": Name(),
        "name_localizations": Localized(Name()),
        "description": _ABOUT,
        "description_localizations": Localized(_ABOUT),
        "options": ListOf(OPTION, 0, 25),
    },
    frozenset({"name", "description"}),
)
_MENU = Form(
    {**_COMMAND_FIELDS, "name": _TITLE, "name_localizations": Localized(_TITLE)},
    frozenset({"name"}),
)


def check_all(commands: object) -> list[Payload]:
    """Checks a bulk overwrite; gives the list. Raises DiscordError as Discord would refuse it."""
    problems = Problems()
    ListOf(Form({})).check(commands, (), problems)
    problems.refuse()
    assert isinstance(commands, list)
    seen: set[tuple[int, str]] = set()
    for number, command in enumerate(commands):
        check_command(command, problems, (number,))
        key = (command.get("type") or CHAT_INPUT, str(command.get("name")))
        if key in seen:
            said = "Application command names must be unique"
            problems.add((number, "name"), "APPLICATION_COMMANDS_DUPLICATE_NAME", said)
        seen.add(key)
    problems.refuse()
    check_count(commands)
    return commands


def check_count(commands: Iterable[Payload]) -> None:
    """At most 100 slash commands, and 15 menus of each kind, in a scope."""
    kinds = [command.get("type") or CHAT_INPUT for command in commands]
    for kind, most in ((CHAT_INPUT, MAX_SLASH), (USER_MENU, MAX_MENUS), (MESSAGE_MENU, MAX_MENUS)):
        if kinds.count(kind) > most:
            said = f"Maximum number of application commands reached ({most})."
            raise DiscordError(400, 30032, said)


def check_command(command: Payload, problems: Problems, at: Path = ()) -> None:
    """Notes what is wrong with one command."""
    if (command.get("type") or CHAT_INPUT) != CHAT_INPUT:
        _MENU.check(command, at, problems)
        if command.get("description") or command.get("options"):
            said = "Context menu commands cannot have description or options"
            problems.add((*at, "description"), "APPLICATION_COMMAND_CONTEXT_MENU_INVALID", said)
        return
    before = str(problems.tree)
    _SLASH.check(command, at, problems)
    if str(problems.tree) != before:
        return  # the rules below read fields that must be of their type
    check_options(command.get("options") or [], (*at, "options"), problems, depth=0)
    if size(command) > MAX_SIZE:
        said = f"Command exceeds maximum size ({MAX_SIZE})"
        problems.add(at, "APPLICATION_COMMAND_TOO_LARGE", said)


def size(node: Payload) -> int:
    """Characters of names, descriptions and choices, each in its longest translation."""
    total = sum(_longest(node, field) for field in ("name", "description"))
    for choice in node.get("choices") or []:
        total += _longest(choice, "name") + len(str(choice.get("value", "")))
    return total + sum(size(option) for option in node.get("options") or [])


def _longest(node: Payload, field: str) -> int:
    translated = (node.get(f"{field}_localizations") or {}).values()
    return max(len(str(node.get(field) or "")), *map(len, translated), 0)
