"""What the tests themselves must keep to, and what every error must have."""

import ast
import re
from collections.abc import Iterator

import pytest

from plan.errors import DomainError
from replies import refusals
from tests.support.programs import ROOT

OURS = ("plan", "storage", "replies", "reports", "reminders", "commands", "sandbox", "tests")
FILES = [path for room in OURS for path in sorted((ROOT / room).rglob("*.py"))]
# Calls that fail where what they hold does not: helpers, and waits that end in a time-out.
_HOLDS = re.compile(r"assert|raises|refuse|nothing_changes|expect|check|hold|wait|timeout|suppress")
TESTS = [path for path in FILES if path.is_relative_to(ROOT / "tests")]


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{each.name}" for each in node.names)


def test_nothing_is_mocked() -> None:
    for path in TESTS:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for name in _imports(tree):
            assert not re.match(r"(unittest\.)?mock\b|pytest_mock\b", name), path
        arguments = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
        assert "mocker" not in arguments, path


def test_our_own_rooms_are_not_patched() -> None:
    """`monkeypatch` is for the environment and the library's addresses, never for our code."""
    for path in TESTS:
        text = path.read_text(encoding="utf-8")
        rooms = "|".join(OURS[:-2])
        pattern = rf"monkeypatch\.setattr\(\s*[\"']?(?:{rooms})\b"
        assert not re.search(pattern, text), path


def test_every_test_asserts_something() -> None:
    """Directly, or through a helper of its module whose name says that it does."""
    for path in TESTS:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith(
                "test_"
            ):
                assert _asserts(node), f"{path}: {node.name}"


def _asserts(test: ast.AST) -> bool:
    for node in ast.walk(test):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if _HOLDS.search(name):
                return True
    return False


def _kinds(kind: type[DomainError]) -> Iterator[type[DomainError]]:
    for each in kind.__subclasses__():
        yield each
        yield from _kinds(each)


@pytest.mark.parametrize("kind", list(_kinds(DomainError)), ids=lambda kind: kind.__name__)
def test_every_refusal_has_its_words(kind: type[DomainError]) -> None:
    worded = [refusals.word.dispatch, refusals.word_naming.dispatch]
    assert any(dispatch(kind) is not dispatch(Exception) for dispatch in worded), kind
