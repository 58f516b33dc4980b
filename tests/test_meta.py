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
# What fails where it does not hold: pytest's and Playwright's own, and the helpers of the tests.
_HOLDS = re.compile(
    r"(pytest\.)?raises|expect|(assert|refused|read_or_refuse)\w*|refuses|nothing_changes|check"
    r"|wait_for|wait_until"
)
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
            if _HOLDS.fullmatch(name):
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


def _errors_raised(tree: ast.AST) -> Iterator[ast.Call]:
    names = {kind.__name__ for kind in _kinds(DomainError)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            name = ast.unparse(node.exc.func).rpartition(".")[2]
            if name in names:
                yield node.exc


def _literals(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def test_errors_carry_data_and_no_words() -> None:
    """A refusal is worded in `replies.refusals` alone: what is raised holds codes and values."""
    raised = 0
    for room in ("plan", "storage", "reminders", "commands"):
        for path in sorted((ROOT / room).rglob("*.py")):
            for call in _errors_raised(ast.parse(path.read_text(encoding="utf-8"))):
                raised += 1
                for text in _literals(call):
                    assert re.fullmatch(r"[a-z_]*", text), f"{path}:{call.lineno}: {text}"
    assert raised > 50


_FRENCH = re.compile("[à-öø-ÿœŒÀ-ÖØ-ß«»]")
# What Discord is told of a command when it is registered: the words stand beside the option.
_REGISTERING = ("describe", "command", "Choice", "context_menu", "super().__init__")


def _spoken(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The literals with French letters, but for docstrings and what registers a command."""
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(id(node.value))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(_REGISTERING):
            skipped |= {id(each) for each in ast.walk(node)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in skipped:
            continue
        if isinstance(node.value, str) and _FRENCH.search(node.value):
            yield node.lineno, node.value


def test_commands_and_reminders_word_nothing() -> None:
    """All that is read is worded in `replies`; what is typed in French is read in `dates`."""
    for room in ("commands", "reminders"):
        for path in sorted((ROOT / room).rglob("*.py")):
            if "dates" in path.parts or path.stem == "working_days":  # the names of holidays
                continue
            spoken = list(_spoken(ast.parse(path.read_text(encoding="utf-8"))))
            assert not spoken, f"{path}: {spoken}"
