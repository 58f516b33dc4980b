"""The rows of a bilan's tables → measures, and every reason why they cannot be.

A table may go on over pages: its header repeated, its rows without a title. A row without a title
belongs to the measure above. Tables of another form are passed over.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from plan.errors import ForbiddenTextError, TooLongError
from plan.organisation import split_printed
from plan.state import State
from plan.text import MAX_REMARK, clean, fold
from storage.bilan_cells import (
    PRINTED_ORDER,
    ROLES,
    is_surely_a_row,
    looks_like_a_row,
    numbered,
    roles_of,
    state_of,
)
from storage.bilan_lines import Kind, Line, is_generic

MAX_TITLE = 500  # characters


class BilanProblem(NamedTuple):
    """Why a line cannot be read: its number from 1, a code, and what was found there."""

    line: int
    code: str
    facts: dict[str, str]

    def __str__(self) -> str:
        facts = ", ".join(f"{key}: {value}" for key, value in self.facts.items())
        return f"line {self.line}: {self.code}" + (f" ({facts})" if facts else "")


@dataclass(frozen=True, slots=True)
class ReadVolet:
    """A row: its cells without markup, and the names its MO cell prints."""

    remark: str
    printed: str
    names: tuple[str, ...]
    state: State


@dataclass(slots=True)
class ReadMeasure:
    """A measure with its rows so far; `section` is the heading it stands under."""

    line: int
    number: int
    title: str
    section: str
    volets: list[ReadVolet] = field(default_factory=list)


@dataclass(slots=True)
class TableReader:
    """Reads a document's lines in order; `problems` has all that is wrong with them."""

    measures: list[ReadMeasure] = field(default_factory=list)
    problems: list[BilanProblem] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)  # the text of the state column's headers
    _columns: dict[str, int] | None = None
    _inside: bool = False  # in a block of rows that we read
    _foreign: bool = False  # in a block of rows of another form
    _lost: bool = False  # a table of ours was passed over for its header
    _headings: list[Line] = field(default_factory=list)
    _current: ReadMeasure | None = None

    def read(self, lines: Iterable[Line]) -> None:
        """Read all the lines of a document."""
        for line in lines:
            if line.kind is Kind.ROW:
                self._row(line)
                continue
            self._inside = self._foreign = False
            if line.kind is Kind.HEADING:
                self._heading(line)
        if not self.measures and not self.problems:
            self._tell(1, "no_measure" if self._columns else "no_table")
        self._gaps()
        self.problems.sort(key=lambda each: (each.line, each.code))

    def _heading(self, line: Line) -> None:
        above = [each for each in self._headings if each.level < line.level]
        before = self._section()
        self._headings = [*above, line]
        if self._section() != before:
            self._current = None  # no row of one section goes on in the next

    def _section(self) -> str:
        """The heading above « Actions détaillées », or the nearest one without such a heading."""
        named: list[str] = []
        for each in self._headings:
            if is_generic(each.text):
                break
            named.append(re.sub(r"(?i)\s*\(suite\)$", "", each.text))
        return named[-1] if named else ""

    def _row(self, line: Line) -> None:
        roles = roles_of(line.cells)
        if len(roles) == len(ROLES):
            self._columns, self._inside, self._foreign = roles, True, False
            self.headers.append(line.cells[roles["etat"]])
        elif self._inside:
            self._measure_row(line)
        elif not self._foreign or (not self._lost and is_surely_a_row(line.cells)):
            self._first_row(line, roles)

    def _first_row(self, line: Line, roles: dict[str, int]) -> None:
        """A row that follows no other: of our table, of one whose header fails, or of another."""
        if looks_like_a_row(line.cells, self._columns):
            if self._columns is None:
                self._tell(line.number, "row_before_header")
                self._columns = {role: at for at, role in enumerate(PRINTED_ORDER)}
            self._inside = True
            self._measure_row(line)
            return
        self._foreign = True
        if len(roles) == len(ROLES) - 1:
            (missing,) = set(ROLES) - set(roles)
            self._tell(line.number, "header_column_missing", column=missing)
            self._lost = True

    def _measure_row(self, line: Line) -> None:
        assert self._columns is not None
        width = max(self._columns.values()) + 1
        cells = list(line.cells)
        while len(cells) > width and not cells[-1]:
            cells.pop()
        self._title(line.number, cells[self._columns["mesure"]] if cells else "")
        if len(cells) != width:
            code = "missing_cell" if len(cells) < width else "extra_cell"
            self._tell(line.number, code, found=str(len(cells)), expected=str(width))
            return
        volet = self._volet(line.number, {role: cells[at] for role, at in self._columns.items()})
        if volet and self._current:
            self._current.volets.append(volet)

    def _title(self, number: int, cell: str) -> None:
        """Open the measure that a first cell names, or go on with the one above."""
        if not cell:
            if self._current is None and not self._lost:
                self._tell(number, "continuation_before_measure")
            return
        named = numbered(cell)
        if named is None:
            self._tell(number, "number_missing", title=cell)
            named = self._last + 1, cell
        if not self._is_current(*named):
            self._open(number, *named)

    def _is_current(self, number: int, title: str) -> bool:
        """Tell whether a title only repeats that of the measure above, on a new page."""
        if self._current is None or self._current.number != number:
            return False
        return fold(re.sub(r"(?i)\(suite\)$", "", title)) in ("", fold(self._current.title))

    def _open(self, line: int, number: int, title: str) -> None:
        if not title:
            self._tell(line, "title_missing", measure=str(number))
        if any(each.number == number for each in self.measures):
            self._tell(line, "number_twice", measure=str(number))
        elif number < self._last:
            self._tell(line, "number_out_of_order", measure=str(number), after=str(self._last))
        title = self._fit(line, title, "mesure", MAX_TITLE)
        self._current = ReadMeasure(line, number, title, self._section())
        self.measures.append(self._current)

    @property
    def _last(self) -> int:
        return self.measures[-1].number if self.measures else 0

    def _gaps(self) -> None:
        """Tell each run of numbers that no measure has, unless a table could not be read."""
        if self._lost:
            return
        before = 0
        for each in sorted(self.measures, key=lambda each: each.number):
            if each.number > before + 1:
                first, last = str(before + 1), str(each.number - 1)
                self._tell(each.line, "measure_missing", first=first, last=last)
            before = each.number

    def _volet(self, line: int, cells: dict[str, str]) -> ReadVolet | None:
        printed = self._fit(line, cells["organismes"], "organismes", MAX_TITLE)
        remark = self._fit(line, cells["remarques"], "remarques", MAX_REMARK)
        state = state_of(cells["etat"])
        names = split_printed(printed)
        if not names:
            self._tell(line, "organisation_missing")
        if state is None:
            self._tell(line, "state_unknown", found=cells["etat"])
        return ReadVolet(remark, printed, names, state) if state and names else None

    def _fit(self, line: int, text: str, column: str, limit: int) -> str:
        """A cell that may be recorded, as if a person had typed it."""
        try:
            return clean(text, column, limit)
        except TooLongError as error:
            self._tell(line, "too_long", column=column, found=str(error.length), limit=str(limit))
        except ForbiddenTextError as error:
            self._tell(line, "forbidden_text", column=column, why=error.why)
        return ""

    def _tell(self, line: int, code: str, **facts: str) -> None:
        self.problems.append(BilanProblem(line, code, facts))
