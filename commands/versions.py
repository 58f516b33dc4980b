"""A command as a client still has it: Discord sends the options that were registered then."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from discord import AppCommandOptionType, app_commands

from commands.context import Interaction

_INSIDE = (AppCommandOptionType.subcommand.value, AppCommandOptionType.subcommand_group.value)


def require_same_version(interaction: Interaction) -> None:
    """Let a command pass whose options are those it has now, each of its type.

    The library hands a value over whatever its type, and drops an option that it does not know.

    Raises:
        CommandSignatureMismatch: an option is of another type, or there is none of that name.
    """
    command = interaction.command
    if not isinstance(command, app_commands.Command):
        return
    now = {each.display_name: each.type.value for each in command.parameters}
    data = cast(Mapping[str, Any], interaction.data or {})
    if any(now.get(each["name"]) != each["type"] for each in _given(data.get("options", ()))):
        raise app_commands.CommandSignatureMismatch(command)


def _given(options: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The options that carry a value, out of their subcommands."""
    for option in options:
        if option["type"] in _INSIDE:
            yield from _given(option.get("options", ()))
        else:
            yield option
