"""The reader against what people type: every line of `date_cases*.txt`."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple, cast
from zoneinfo import ZoneInfo

import pytest

from reminders.dates import DateNotUnderstood, read_date

TORONTO = ZoneInfo("America/Toronto")
CASES = sorted(Path(__file__).parent.glob("date_cases*.txt"))


class Case(NamedTuple):
    place: str
    text: str
    now: dt.datetime
    prefer: Literal["future", "past"]
    answer: str


def cases() -> Iterator[Case]:
    now, prefer = dt.datetime.now(TORONTO), "future"
    for path in CASES:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("@"):
                _, base, prefer = line.split()
                now = dt.datetime.fromisoformat(base).replace(tzinfo=TORONTO)
            elif line and not line.startswith("#"):
                _, text, answer = line.split(" | ")
                place = f"{path.stem}:{number}"
                yield Case(place, text, now, cast(Literal["future", "past"], prefer), answer)


def told(case: Case) -> str:
    """The answer in the file's own words."""
    try:
        read = read_date(case.text, case.now, case.prefer)
    except DateNotUnderstood as refused:
        return f"-{refused.reason}"
    return f"{read.day} {read.time:%H:%M}" if read.time else str(read.day)


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.place} {case.text}")
def test_case(case: Case) -> None:
    answer = told(case)
    if case.answer == "-":
        assert answer.startswith("-"), f"{case.text} at {case.now} must be refused"
    else:
        assert answer == case.answer
