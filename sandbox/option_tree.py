"""Discord's nested options: walking them, and holding them to the registered command."""

from __future__ import annotations

from collections.abc import Iterable

from sandbox.limits import options as kinds
from sandbox.payload import Payload
from sandbox.refusals import Refused

_PYTHON = {
    kinds.INTEGER: (int,),
    kinds.NUMBER: (int, float),
    kinds.BOOLEAN: (bool,),
}


def focused_option(data: Payload) -> Payload:
    """The option being typed, in an autocompletion's data."""
    for option in leaves(data.get("options") or []):
        if option.get("focused"):
            return option
    msg = "no option is focused"
    raise Refused(msg)


def leaves(options: Iterable[Payload]) -> list[Payload]:
    """The options that carry a value, out of their subcommands."""
    found: list[Payload] = []
    for option in options:
        if option["type"] in (kinds.SUBCOMMAND, kinds.GROUP):
            found += leaves(option.get("options") or [])
        else:
            found.append(option)
    return found


def with_files(command: Payload, options: list[Payload], names: Iterable[str]) -> list[Payload]:
    """The options, with those of attachments put in for files that come without theirs."""
    declared = {option["name"]: option for option in command.get("options") or []}
    for option in options:
        if option["type"] in (kinds.SUBCOMMAND, kinds.GROUP) and option["name"] in declared:
            inside = list(option.get("options") or [])
            option["options"] = with_files(declared[option["name"]], inside, names)
            return options
    given = {option["name"] for option in options}
    absent = [name for name in names if name in declared and name not in given]
    added = [{"name": name, "type": kinds.ATTACHMENT, "value": name} for name in absent]
    return [*options, *added]


def check_options(command: Payload, options: list[Payload], *, typing: bool = False) -> None:
    """Refuses options that the command does not have, or of another type, as Discord does.

    `typing` (an autocompletion) lets required ones be absent and numbers be half typed.
    """
    declared = {option["name"]: option for option in command.get("options") or []}
    given = {option["name"] for option in options}
    missing = [n for n, o in declared.items() if o.get("required") and n not in given]
    if missing and not typing:
        raise Refused(f"Il manque : {', '.join(missing)}.")
    for option in options:
        known = declared.get(option["name"])
        if known is None or known["type"] != option["type"]:
            raise Refused(f"« {option['name']} » n'est pas une option de cette commande.")
        if known["type"] in (kinds.SUBCOMMAND, kinds.GROUP):
            check_options(known, option.get("options") or [], typing=typing)
            continue
        wanted = _PYTHON.get(known["type"], (str,))
        value = option.get("value")
        fits = isinstance(value, wanted) and (wanted == (bool,) or not isinstance(value, bool))
        if not fits and not typing and known["type"] != kinds.ATTACHMENT:
            raise Refused(f"« {option['name']} » n'est pas du bon type.")
