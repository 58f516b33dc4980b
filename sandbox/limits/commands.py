"""The form of application commands.

https://discord.com/developers/docs/interactions/application-commands
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sandbox.errors import DiscordError
from sandbox.limits.schema import (
    Flag,
    Form,
    ListOf,
    Number,
    OneOf,
    Path,
    Problems,
    Spec,
    Text,
)
from sandbox.payload import Payload

CHAT_INPUT, USER_MENU, MESSAGE_MENU = 1, 2, 3
SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, USER = 1, 2, 3, 4, 5, 6
CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = 7, 8, 9, 10, 11
MAX_SLASH, MAX_MENUS, MAX_SIZE = 100, 15, 8000
_LOCALES = (
    "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg "
    "ru uk hi th zh-CN ja zh-TW ko"
)
LOCALES: Final = frozenset(_LOCALES.split())
_NAME = re.compile(r"[-_'\w]{1,32}")
_WITH_CHOICES = frozenset({STRING, INTEGER, NUMBER})


@dataclass(frozen=True)
class _Localized:
    """A table of translations, each as the field itself must be."""

    item: Spec

    def check(self, value: object, at: Path, problems: Problems) -> None:
        if not isinstance(value, dict):
            problems.add(at, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType")
            return
        for locale, text in value.items():
            if locale not in LOCALES:
                said = f"Value must be one of {{{', '.join(sorted(LOCALES))}}}."
                problems.add((*at, locale), "ENUM_TYPE_COERCE", said)
            else:
                self.item.check(text, (*at, locale), problems)


@dataclass(frozen=True)
class _Name:
    """1 to 32 letters, digits, « - », « _ », « ' », in lower case where there is one."""

    def check(self, value: object, at: Path, problems: Problems) -> None:
        Text(1, 32).check(value, at, problems)
        if not isinstance(value, str) or not 1 <= len(value) <= 32:
            return
        if not _NAME.fullmatch(value) or value != value.lower():
            problems.add(at, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


_TITLE = Text(1, 32)
_ABOUT = Text(1, 100)
_OPTION_FIELDS: Mapping[str, Spec] = {
    "type": Number(1, 11),
    "name": _Name(),
    "name_localizations": _Localized(_Name()),
    "description": _ABOUT,
    "description_localizations": _Localized(_ABOUT),
    "required": Flag(),
    "autocomplete": Flag(),
    "min_length": Number(0, 6000),
    "max_length": Number(1, 6000),
    "min_value": Number(real=True),
    "max_value": Number(real=True),
    "channel_types": ListOf(Number(0, 20)),
}
_OPTION = Form(_OPTION_FIELDS, frozenset({"type", "name", "description"}))
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
        "name": _Name(),
        "name_localizations": _Localized(_Name()),
        "description": _ABOUT,
        "description_localizations": _Localized(_ABOUT),
        "options": ListOf(_OPTION, 0, 25),
    },
    frozenset({"name", "description"}),
)
_MENU = Form(
    {**_COMMAND_FIELDS, "name": _TITLE, "name_localizations": _Localized(_TITLE)},
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
    _check_options(command.get("options") or [], (*at, "options"), problems, depth=0)
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


def _check_options(options: list[Payload], at: Path, problems: Problems, depth: int) -> None:
    kinds = {option["type"] in (SUBCOMMAND, GROUP) for option in options}
    if len(kinds) > 1:
        said = (
            "Sub-command and sub-command group option types are mutually exclusive "
            "to all other types"
        )
        problems.add(at, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", said)
    names: set[str] = set()
    optional_seen = False
    for number, option in enumerate(options):
        here = (*at, number)
        if option["name"] in names:
            said = "Option name already exists"
            problems.add((*here, "name"), "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", said)
        names.add(option["name"])
        if option.get("required") and optional_seen:
            said = "Required options must be placed before non-required options"
            problems.add(here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", said)
        optional_seen = optional_seen or not option.get("required")
        _check_option(option, here, problems, depth)


def _check_option(option: Payload, at: Path, problems: Problems, depth: int) -> None:
    kind = option["type"]
    if kind in (SUBCOMMAND, GROUP):
        _check_nested(option, at, problems, depth)
    elif option.get("options"):
        said = "Only sub-commands have options"
        problems.add((*at, "options"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", said)
    if option.get("choices") is not None:
        _check_choices(option, at, problems)
    if option.get("autocomplete") and (option.get("choices") or kind not in _WITH_CHOICES):
        said = "Autocomplete is for text and numbers without choices"
        problems.add((*at, "autocomplete"), "APPLICATION_COMMAND_AUTOCOMPLETE_INVALID", said)


def _check_nested(option: Payload, at: Path, problems: Problems, depth: int) -> None:
    """A group lies in a command, a subcommand in either; nothing lies deeper."""
    kind, inside = option["type"], option.get("options") or []
    if kind == GROUP and depth > 0:
        said = "Sub-command groups cannot be nested"
        problems.add((*at, "type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", said)
        return
    before = str(problems.tree)
    ListOf(_OPTION, 0, 25).check(inside, (*at, "options"), problems)
    if str(problems.tree) != before:
        return
    for number, child in enumerate(inside):
        nested = child["type"] in (SUBCOMMAND, GROUP)
        if (kind == SUBCOMMAND) == nested:
            said = "This option type is not allowed at this depth"
            where = (*at, "options", number, "type")
            problems.add(where, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", said)
            return
    _check_options(inside, (*at, "options"), problems, depth + 1)


def _check_choices(option: Payload, at: Path, problems: Problems) -> None:
    kind = option["type"]
    value: Spec = Text(1, 100)
    if kind in (INTEGER, NUMBER):
        value = Number(-(2**53), 2**53, real=kind == NUMBER)
    names = _Localized(Text(1, 100))
    fields: dict[str, Spec] = {"name": Text(1, 100), "value": value, "name_localizations": names}
    choices = ListOf(Form(fields, frozenset({"name", "value"})), 0, 25)
    choices.check(option["choices"], (*at, "choices"), problems)
    if kind not in _WITH_CHOICES:
        said = "Choices are for text and numbers"
        problems.add((*at, "choices"), "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID", said)
    given = [c.get("name") for c in option["choices"] if isinstance(c, dict)]
    if len(set(given)) < len(given):
        said = "Option choice names must be unique"
        problems.add((*at, "choices"), "APPLICATION_COMMAND_OPTIONS_CHOICE_NAMES_UNIQUE", said)


def check_autocompletion(choices: object, option: Payload) -> None:
    """Raises DiscordError for an answer to an autocompletion that Discord would not show."""
    value: Spec = Text(1, 100) if option["type"] == STRING else Number(real=True)
    fields: dict[str, Spec] = {"name": Text(1, 100), "value": value}
    problems = Problems()
    form = Form(fields, frozenset({"name", "value"}))
    ListOf(form, 0, 25).check(choices, ("data", "choices"), problems)
    problems.refuse()
