"""Judges an answer against what a question of our own sets says it must and must not hold.

`must` is a list of groups; an answer holds one text of every group, and none of `must_not`. A
question to be refused is refused in words, and no figure stands in the answer that was not asked.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plan.text import fold

LONGEST = 1_500
_REFUSES = ("je ne trouve pas", "i cannot find", "ne donne pas", "ne donnent pas", "ne nomment pas")
_FIGURE = re.compile(r"\d[\d  ,.]*\s?(?:m?\$|%|milliards?|millions?)|\d{3} \d{3}-\d{4}")


@dataclass(frozen=True, eq=False)
class Question:
    """A question of a set, with what a right answer holds."""

    id: str
    kind: str
    text: str
    behaviour: str
    must: Sequence[Sequence[str]]
    must_not: Sequence[str]
    may: Sequence[str] = ()  # figures that a refusal may offer as what is near


def read_questions(path: Path) -> list[Question]:
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [
        Question(
            row["id"],
            row["kind"],
            row["question"],
            row["behaviour"],
            row["must"],
            row["must_not"],
            row.get("may", ()),
        )
        for row in rows
    ]


def wrongs(question: Question, answer: str) -> list[str]:
    """All that is wrong with an answer; nothing where it is right."""
    found = [f"over {LONGEST} characters"] if len(answer) > LONGEST else []
    if question.behaviour == "refuse":
        return found + _refusal_wrongs(question, answer)
    found += [f"lacks {group}" for group in question.must if not any(_in(t, answer) for t in group)]
    return found + [f"holds {text}" for text in question.must_not if _in(text, answer)]


def invented(question: Question, answer: str) -> list[str]:
    """The figures of an answer that its question does not hold itself, nor may offer."""
    known = _flat(" ".join((question.text, *question.may)))
    return [each for each in _FIGURE.findall(_flat(answer)) if each.strip() not in known]


def _refusal_wrongs(question: Question, answer: str) -> list[str]:
    refused = any(text in _flat(answer) for text in _REFUSES)
    return ([] if refused else ["does not refuse"]) + [
        f"gives {each}" for each in invented(question, answer)
    ]


def _in(text: str, answer: str) -> bool:
    open_ended = text.endswith("*")
    wanted = re.escape(_flat(text.rstrip("*")))
    before = r"(?<![0-9a-z])" if wanted[0].isalnum() else ""
    before += r"(?<!\d[,.])" if wanted[0].isdigit() else ""
    after = "" if open_ended or not wanted[-1].isalnum() else r"(?![0-9a-z])"
    after += r"(?![,.]\d)" if wanted[-1].isdigit() else ""
    return re.search(before + wanted + after, _flat(answer)) is not None


def _flat(text: str) -> str:
    """Folded, without formatting, digits of thousands joined."""
    plain = fold(re.sub(r"[*_\\]", "", text))
    plain = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "", plain)
    return re.sub(r"(?<=\d) ?(?=m?\$|%)", " ", plain)


def by_kind(results: Mapping[Question, bool]) -> dict[str, tuple[int, int]]:
    """Right and all, for each kind."""
    table: dict[str, tuple[int, int]] = {}
    for question, right in results.items():
        good, total = table.get(question.kind, (0, 0))
        table[question.kind] = (good + right, total + 1)
    return table
