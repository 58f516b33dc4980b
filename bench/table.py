"""Medians, ratios, and lines in columns."""

from collections.abc import Iterable, Sequence
from statistics import median, quantiles

Row = Sequence[str]


def p50(samples: Sequence[float]) -> float:
    """The median."""
    return median(samples)


def p95(samples: Sequence[float]) -> float:
    """The value that 95 of 100 samples stay below."""
    return quantiles(samples, n=20, method="inclusive")[-1]


def ms(seconds: float) -> str:
    """« 3.21 » for 0.00321 s."""
    return f"{seconds * 1000:.2f}"


def times(value: float, base: float) -> str:
    """« 1.31 × »."""
    return f"{value / base:.2f} ×"


def table(title: str, heads: Row, rows: Iterable[Row]) -> str:
    """A Markdown table whose columns also line up on a terminal."""
    whole = [list(heads), *(list(row) for row in rows)]
    widths = [max(len(row[place]) for row in whole) for place in range(len(heads))]

    def line(row: Row) -> str:
        first, *others = row
        cells = [first.ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        return f"| {' | '.join(cells)} |"

    dashes = [f"{'-' * widths[0]}", *(f"{'-' * (width - 1)}:" for width in widths[1:])]
    return "\n".join([f"### {title}", "", line(whole[0]), line(dashes), *map(line, whole[1:]), ""])
