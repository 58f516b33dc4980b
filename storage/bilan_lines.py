"""A bilan document's lines: headings, rows of tables, prose; their markup taken off.

Tables have a tab between cells, or the pipes of Markdown. Headings have the # of Markdown; in a
document that has none, a line in capitals, or one that begins with « Axe 1 », is a heading.
"""

import html
import re
import unicodedata
from dataclasses import dataclass, replace
from enum import Enum, auto

from plan.text import fold

_TAGS = re.compile(r"</?(?:i|b|u|em|strong|span|font|p|a|small|sub|mark)(?: [^<>]*)?>", re.I)
_SUPERSCRIPT = re.compile(r"[ \u00a0]?<sup>([^<>]*)</sup>", re.I)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_STARS = re.compile(r"(?<!\\)\*{1,3}(?=\S)|(?<=\S)(?<!\\)\*{1,3}")
_UNDERLINES = re.compile(r"(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!$%&~|<>])")
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CONTENTS = re.compile(r"\.{4,}|…{2,}|(?:\. ){4,}")  # dots that lead to a page number
_NAMED_HEADING = re.compile(r"(?:axe|orientation|chapitre|priorité)\s+(?:\d+|[ivx]+)\b.{3,}", re.I)


_GENERIC = re.compile(
    r"(?:actions?|mesures?)(?: detaillees?)?|faits saillants|tableaux?\b.*|table des matieres"
    r"|(?:etat d'avancement|suivi|bilan|detail)s? des (?:mesures|actions)\b.*"
)


class Kind(Enum):
    """What a line is."""

    BLANK = auto()
    HEADING = auto()
    ROW = auto()
    PROSE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document, counted from 1. `level` is a heading's; 1 is the highest."""

    number: int
    kind: Kind
    text: str = ""
    cells: tuple[str, ...] = ()
    level: int = 0


def plain(text: str) -> str:
    """A text without its markup: « 55 <sup>e</sup> » → « 55e », « 30 \\$ » → « 30 $ ».

    A number in superscript is a footnote's, and goes; but for that of m² and m³.
    """
    text = re.sub(r"<br ?/?>", " ", text, flags=re.I)
    text = re.sub(r"[ \t\f\v]+", " ", text)
    text = _TAGS.sub("", _SUPERSCRIPT.sub(_superscript, text))
    text = _LINK.sub(r"\1", text)
    text = _UNDERLINES.sub("", _STARS.sub("", text))
    text = html.unescape(_ESCAPE.sub(r"\1", text))
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    return re.sub(r" +", " ", text).strip()


def _superscript(found: re.Match[str]) -> str:
    raised, before = found[1].strip(), found.string[: found.start()][-8:]
    if raised in ("2", "3") and re.search(r"\d\s*[ck]?m$", before):
        return raised.translate(str.maketrans("23", "²³"))
    return "" if re.fullmatch(r"[\d,;\s*]*", raised) else raised


def read_lines(text: str) -> list[Line]:
    """All the lines of a document, in order. Tables of contents are blank."""
    raw = re.split(r"\r\n|\r|\n", text)
    marked = any(re.match(r"#{1,6}\s+\S", line) for line in raw)
    lines = [_line(number, line, marked) for number, line in enumerate(raw, 1)]
    return lines if marked else _joined(lines)


def _joined(lines: list[Line]) -> list[Line]:
    """The lines with headings in capitals that go on over several lines made one."""
    joined: list[Line] = []
    first: Line | None = None
    for line in lines:
        if line.kind is not Kind.HEADING or line.level > 1:
            first = None
        elif first is None:
            first = line
        else:
            text = f"{joined[first.number - 1].text} {line.text}"
            joined[first.number - 1] = replace(first, text=text)
            joined.append(Line(line.number, Kind.BLANK))
            continue
        joined.append(line)
    return joined


def is_generic(heading: str) -> bool:
    """Tell whether a heading names a part that every section has, « Actions détaillées »."""
    return _GENERIC.fullmatch(fold(heading)) is not None


def _line(number: int, raw: str, marked: bool) -> Line:
    cells = _cells(raw)
    if cells is not None:
        filled = any(cells) and not _CONTENTS.search(raw)
        return Line(number, Kind.ROW, cells=cells) if filled else Line(number, Kind.BLANK)
    text = plain(raw)
    heading = re.match(r"(#{1,6})\s+", raw)
    if heading:
        text = plain(raw[heading.end() :].rstrip("# "))
        return Line(number, Kind.HEADING if text else Kind.BLANK, text, level=len(heading[1]))
    if not text or _CONTENTS.search(raw):
        return Line(number, Kind.BLANK)
    if not marked and (_NAMED_HEADING.fullmatch(text) or _is_capitals(text)):
        return Line(number, Kind.HEADING, text, level=2 if is_generic(text) else 1)
    return Line(number, Kind.PROSE, text)


def _cells(raw: str) -> tuple[str, ...] | None:
    """The cells of a row, or None; a row of dashes under a header has none."""
    if "\t" in raw:
        return tuple(plain(cell) for cell in raw.split("\t"))
    bare = raw.strip()
    if len(bare) > 2 and bare[0] == bare[-1] == "|":
        if not bare.strip("|:- "):
            return ("",)
        return tuple(plain(cell) for cell in re.split(r"(?<!\\)\|", bare[1:-1]))
    return None


def _is_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 7 and " " in text and all(char.isupper() for char in letters)
