"""The documentation is held to the code: what is registered is told, what is told exists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from commands.registry import commands
from plan.text import fold
from tests.support.asking import plain
from tests.support.house import House
from tests.support.programs import ROOT

GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
_SUBCOMMAND, _GROUP, _SLASH = 1, 2, 1


@dataclass(frozen=True)
class Registered:
    """A slash command as Discord gets it: « mesure voir », its description, its options."""

    path: str
    description: str
    options: list[dict[str, Any]]


def _walk(prefix: str, command: dict[str, Any]) -> Iterator[Registered]:
    path = f"{prefix} {command['name']}".strip()
    options = command.get("options") or []
    inside = [each for each in options if each["type"] in (_SUBCOMMAND, _GROUP)]
    for each in inside:
        yield from _walk(path, each)
    if not inside:
        yield Registered(path, command["description"], options)


def _payloads() -> list[dict[str, Any]]:
    from discord import Client, Intents, app_commands

    client = Client(intents=Intents.none())
    tree = app_commands.CommandTree(client)
    return [command.to_dict(tree) for command in commands()]


PAYLOADS = _payloads()
SLASH = [each for payload in PAYLOADS if payload["type"] == _SLASH for each in _walk("", payload)]
MENUS = [payload["name"] for payload in PAYLOADS if payload["type"] != _SLASH]


@pytest.mark.parametrize("command", SLASH, ids=lambda each: each.path)
def test_a_command_has_a_section_in_the_guide(command: Registered) -> None:
    headings = re.findall(r"^### .*$", GUIDE, re.M)
    assert any(f"`/{command.path}`" in heading for heading in headings)


@pytest.mark.parametrize("command", SLASH, ids=lambda each: each.path)
def test_its_options_are_in_the_guide(command: Registered) -> None:
    for option in command.options:
        name = option["name"]
        assert re.search(rf"`{name}[`:]|\b{name}:", GUIDE), name


@pytest.mark.parametrize("command", SLASH, ids=lambda each: each.path)
def test_it_is_described_in_french(command: Registered) -> None:
    for text in (command.description, *(each["description"] for each in command.options)):
        assert 5 < len(text) <= 100, text
        assert text[0].isupper() or text[0] == "«", text
        assert not text.endswith("."), text
        assert not re.search(r"\b(the|of|and|with|for|measure|date of)\b", text, re.I), text


def test_the_menus_are_in_the_guide() -> None:
    for name in MENUS:
        assert name in GUIDE


def test_the_guide_tells_of_no_command_that_is_not_there() -> None:
    known = {command.path for command in SLASH}
    groups = {path.split()[0] for path in known}
    for told in re.findall(r"`/([a-z]+(?: [a-z]+)?)", GUIDE):
        assert told in known or told in groups, told
    for line in re.findall(r"^    /(.*)$", GUIDE, re.M):
        path, options = _typed(line)
        command = next((each for each in SLASH if each.path == path), None)
        assert command is not None, line
        assert options <= {each["name"] for each in command.options}, line


def _typed(line: str) -> tuple[str, set[str]]:
    """« mesure voir mesure:4 au:hier » → the path, and the names of the options given."""
    options = set(re.findall(r"(?:^| )([a-z_]+):", line))
    path = re.split(r" [a-z_]+:", line, maxsplit=1)[0].strip()
    return path, options


async def test_help_shows_a_coordinator_every_command_once_or_more(house: House) -> None:
    text = plain((await house.coordinator.slash("aide")).text)
    for command in SLASH:
        if command.path != "aide":
            assert f"`/{command.path}" in text, command.path
    for name in MENUS:
        assert name in text


async def test_the_examples_of_help_can_be_typed(house: House) -> None:
    text = plain((await house.coordinator.slash("aide")).text)
    examples = re.findall(r"`/([^`]*)`", text)
    assert len(examples) > 20
    for example in examples:
        path, options = _typed(example)
        command = next((each for each in SLASH if each.path == path), None)
        assert command is not None, example
        assert options <= {each["name"] for each in command.options}, example
        required = {each["name"] for each in command.options if each.get("required")}
        assert required <= options, example


def test_names_are_typed_on_every_keyboard() -> None:
    for payload in PAYLOADS:
        if payload["type"] == _SLASH:
            assert fold(payload["name"]) == payload["name"]


def test_names_and_options_are_those_of_the_contract(shared: Path) -> None:
    """Each command that is registered is a row of COMMANDS.md, with these options alone."""
    rows = (shared / "COMMANDS.md").read_text(encoding="utf-8")
    told: dict[str, set[str]] = {}
    required: dict[str, set[str]] = {}
    for cell in re.findall(r"`/([^`]+)`", rows):
        match = re.match(r"[a-z]+(?: [a-z]+)?", cell)
        path = match[0] if match else ""
        rest = cell[len(path) :]
        if path not in {each.path for each in SLASH}:  # « question texte », of one word
            path, rest = path.split()[0], f" {path.partition(' ')[2]}{rest}"
        optional = set(re.findall(r"\[([a-z_]+)", rest))
        plainly = re.sub(r"\[[^\]]*\]", "", rest)
        names = set(re.findall(r"([a-z_]+)(?:: [a-z]+)?", re.sub(r": [a-z]+", "", plainly)))
        if rest.strip() or path not in told:
            told.setdefault(path, set()).update(optional | names)
            required.setdefault(path, set()).update(names)
    for command in SLASH:
        assert command.path in told, command.path
        names = {each["name"] for each in command.options}
        assert names <= told[command.path], command.path
        wanted = {each["name"] for each in command.options if each.get("required")}
        assert wanted == required[command.path] & names, command.path


def test_the_readme_runs_the_program_where_its_libraries_are() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pythons = re.findall(r"(\S*python) bot\.py", readme)
    assert len(pythons) >= 4
    assert {each.strip("`") for each in pythons} == {".venv/bin/python"}
