"""The form of a command's options and choices.

https://discord.com/developers/docs/interactions/application-commands#application-command-object
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sandbox.limits.schema import Flag, Form, ListOf, Number, Path, Problems, Spec, Text
from sandbox.payload import Payload

SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, USER = 1, 2, 3, 4, 5, 6
CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = 7, 8, 9, 10, 11
_LOCALES = (
    "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg "
    "ru uk hi th zh-CN ja zh-TW ko"
)
LOCALES: Final = frozenset(_LOCALES.split())
_NAME = re.compile(r"[-_'\w]{1,32}")
_WITH_CHOICES = frozenset({STRING, INTEGER, NUMBER})


@dataclass(frozen=True)
class Localized:
    """A table of translations, each as the field itself must be."""

    item: Spec

    def check(self, value: object, at: Path, problems: Problems) -> None:
        """Notes what is wrong with the value."""
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
class Name:
    """1 to 32 letters, digits, « - », « _ », « ' », in lower case where there is one."""

    def check(self, value: object, at: Path, problems: Problems) -> None:
        """Notes what is wrong with the value."""
        Text(1, 32).check(value, at, problems)
        if not isinstance(value, str) or not 1 <= len(value) <= 32:
            return
        if not _NAME.fullmatch(value) or value != value.lower():
            problems.add(at, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


_ABOUT = Text(1, 100)
_OPTION_FIELDS: Mapping[str, Spec] = {
    "type": Number(1, 11),
    "name": Name(),
    "name_localizations": Localized(Name()),
    "description": _ABOUT,
    "description_localizations": Localized(_ABOUT),
    "required": Flag(),
    "autocomplete": Flag(),
    "min_length": Number(0, 6000),
    "max_length": Number(1, 6000),
    "min_value": Number(real=True),
    "max_value": Number(real=True),
    "channel_types": ListOf(Number(0, 20)),
}
OPTION = Form(_OPTION_FIELDS, frozenset({"type", "name", "description"}))
"""One option; its subcommands' options are checked by `check_options`."""


def check_options(options: list[Payload], at: Path, problems: Problems, depth: int) -> None:
    """Notes what is wrong with options at one depth (0: the command's own) and below."""
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
    ListOf(OPTION, 0, 25).check(inside, (*at, "options"), problems)
    if str(problems.tree) != before:
        return
    for number, child in enumerate(inside):
        nested = child["type"] in (SUBCOMMAND, GROUP)
        if (kind == SUBCOMMAND) == nested:
            said = "This option type is not allowed at this depth"
            where = (*at, "options", number, "type")
            problems.add(where, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", said)
            return
    check_options(inside, (*at, "options"), problems, depth + 1)


def _check_choices(option: Payload, at: Path, problems: Problems) -> None:
    kind = option["type"]
    value: Spec = Text(1, 100)
    if kind in (INTEGER, NUMBER):
        value = Number(-(2**53), 2**53, real=kind == NUMBER)
    names = Localized(Text(1, 100))
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
