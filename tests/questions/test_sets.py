"""Questions of our own, each with what a right answer holds, asked through the chat.

`known.jsonl` was written in fourteen rounds, each measured before any rule had seen it (the last
ones: 123 of 149 right, 124 of 141, 61 of 70, 63 of 74, 64 of 76, 68 of 78, 90 of 100, 42 of 50),
and its failures mended afterwards, never by a phrase: it shows that what was understood still is.

`money_asked.jsonl` is of money alone, written in seven rounds in the same way (first measured at
75 of 101, 52 of 71, 58 of 76, 57 of 68, 45 of 60, 34 of 46, 39 of 49).

`facts_asked.jsonl` asks for the facts of the first bilan one by one, in its order (first measured
at 96 of 115).

A rate that rises is raised here as well.
"""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from tests.questions.judging import Question, by_kind, invented, read_questions, wrongs
from tests.support.asking import SHARED
from tests.support.house import House

pytestmark = SHARED
HERE = Path(__file__).parent
FLOORS = {"known": 0.975, "money_asked": 0.97, "facts_asked": 0.93}
"""Of each set, the share that is answered right at the least."""


async def answers_to(house: House, questions: list[Question]) -> dict[Question, str]:
    found = {}
    for each in questions:
        answer = await house.member.slash("question", texte=each.text)
        assert answer.failed is None, each.text
        assert not answer.notified, each.text
        found[each] = answer.text
    return found


@pytest.mark.parametrize("name", FLOORS)
async def test_a_set_is_answered_right(standing: House, name: str) -> None:
    answers = await answers_to(standing, read_questions(HERE / f"{name}.jsonl"))
    faults = {each: wrongs(each, answer) for each, answer in answers.items()}
    failing = "\n".join(f"{q.id} {q.text}: {found}" for q, found in faults.items() if found)
    right = {each: not found for each, found in faults.items()}
    print(f"{name}: {sum(right.values())} of {len(right)}", by_kind(right), failing, sep="\n")
    assert sum(right.values()) >= FLOORS[name] * len(right), failing


@pytest.mark.parametrize("name", FLOORS)
async def test_what_cannot_be_answered_gets_no_figure(standing: House, name: str) -> None:
    questions = read_questions(HERE / f"{name}.jsonl")
    refused = [each for each in questions if each.behaviour == "refuse"]
    answers = await answers_to(standing, refused)
    figures = {each.id: invented(each, answer) for each, answer in answers.items()}
    assert {each: found for each, found in figures.items() if found} == {}


async def test_the_shared_questions_are_answered_right(standing: House, shared: Path) -> None:
    judge = _judge(shared / "questions" / "judge.py")
    lines = (shared / "questions" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    failing = {}
    for question in map(json.loads, lines):
        answer = await standing.member.slash("question", texte=question["question"])
        right, reasons = judge.judge(question, answer.text)
        if not right:
            failing[question["id"]] = reasons
    assert lines
    assert failing == {}


def _judge(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("judge", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
