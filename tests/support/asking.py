"""What most tests of commands ask of an answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from sandbox.answer import Answer
from tests.support.database import nothing_changes
from tests.support.house import House

NBSP = "\u00a0"
Options = dict[str, Any]  # what is given to a command, by the names of its options
# For tests that change nothing: they share the house `standing`, and the loop it runs on.
SHARED = pytest.mark.asyncio(loop_scope="module")


def first_line(answer: Answer) -> str:
    """The first line of what is read."""
    return answer.text.partition("\n")[0]


def plain(text: str) -> str:
    """A text with ordinary spaces and without formatting: for what the words say."""
    return text.replace(NBSP, " ").replace("*", "").replace("\\", "")


def is_private(answer: Answer) -> bool:
    """Answered, to its author alone, and nobody was notified."""
    return answer.failed is None and answer.ephemeral and not answer.notified


@contextmanager
def refused(house: House) -> Iterator[list[Answer]]:
    """Holds that every answer put in the list is private, has a text, and nothing was changed."""
    answers: list[Answer] = []
    with nothing_changes(house.folder):
        yield answers
    assert answers
    for answer in answers:
        assert is_private(answer), answer
        assert answer.text, answer
        assert "Référence" not in answer.text, answer
