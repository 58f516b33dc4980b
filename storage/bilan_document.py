"""A bilan document → the plan it reports on, whole or not at all.

Its tables tell the measures, its headings the axes, its sentences the rest. What they do not tell
stays empty: amounts, indicators and facts are not read out of sentences.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from plan.definition import PlanDefinition
from plan.organisation import Organisation
from storage.bilan_assembly import assemble
from storage.bilan_front import sentences, stated_on
from storage.bilan_lines import read_lines
from storage.bilan_table import BilanProblem, TableReader
from storage.decoding import UnknownEncodingError, decode
from storage.shipped import shipped_plan, shipped_plans

__all__ = ["BilanMalformed", "BilanProblem", "read_bilan", "read_bilan_bytes", "read_bilan_file"]

MAX_BYTES = 1_000_000
MAX_LINE = 20_000  # characters
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


class BilanMalformed(Exception):  # noqa: N818  the domain's word for it
    """A document that cannot be imported; `problems` has every reason, in the order of lines."""

    def __init__(self, problems: Sequence[BilanProblem]) -> None:
        super().__init__("; ".join(str(each) for each in problems))
        self.problems = list(problems)


def read_bilan_file(path: Path, *, fallback: date | None = None) -> PlanDefinition:
    """`read_bilan` for a file in UTF-8, or in Windows-1252 beyond doubt.

    Raises:
        BilanMalformed, OSError
    """
    return read_bilan_bytes(path.read_bytes(), fallback=fallback)[0]


def read_bilan_bytes(data: bytes, *, fallback: date | None = None) -> tuple[PlanDefinition, str]:
    """`read_bilan` for an attachment; the name of its encoding comes with the plan.

    Raises:
        BilanMalformed: also for « encoding » and « too_large ».
    """
    if len(data) > MAX_BYTES:
        raise BilanMalformed([BilanProblem(1, "too_large", {"limit": str(MAX_BYTES)})])
    try:
        text, encoding = decode(data)
    except UnknownEncodingError:
        raise BilanMalformed([BilanProblem(1, "encoding", {})]) from None
    return read_bilan(text, fallback=fallback), encoding


def read_bilan(
    text: str, *, known: Iterable[Organisation] | None = None, fallback: date | None = None
) -> PlanDefinition:
    """Read a bilan document.

    `known` are MOs with their names and aliases (None: those of the plans that ship); another MO is
    called what is printed. `fallback` is the date of the states where the document tells none.

    Raises:
        BilanMalformed: nothing is imported; all problems are told at once.
    """
    _check_text(text)
    lines = read_lines(text)
    table = TableReader()
    table.read(lines)
    written = sentences(lines)
    first_state_on = stated_on(table.headers, written) or fallback
    if first_state_on is None and table.measures:
        table.problems.insert(0, BilanProblem(1, "state_date_missing", {}))
    if table.problems or first_state_on is None:
        raise BilanMalformed(table.problems)
    if known is None:
        known = [each for key in shipped_plans() for each in shipped_plan(key).organisations]
    return assemble(lines, table.measures, list(known), first_state_on)


def _check_text(text: str) -> None:
    """Refuse what is no text before anything is read of it."""
    if not text.strip("\ufeff \t\r\n"):
        raise BilanMalformed([BilanProblem(1, "empty", {})])
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if _CONTROL.search(line):
            raise BilanMalformed([BilanProblem(number, "binary", {})])
        if len(line) > MAX_LINE:
            facts = {"found": str(len(line)), "limit": str(MAX_LINE)}
            raise BilanMalformed([BilanProblem(number, "line_too_long", facts)])
