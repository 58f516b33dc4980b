"""Where a fact comes from, in a few small words."""

from collections.abc import Sequence

from plan.source import Document, Source
from replies.typography import listing


def source_text(source: Source, documents: Sequence[Document]) -> str:
    """« Premier bilan…, Actions détaillées, mesure 4, rangée 2 »."""
    title = next((each.title for each in documents if each.key == source.document), "")
    parts = [_short(title), source.section]
    if source.heading:
        parts.append(source.heading)
    if source.measure is not None:
        parts.append(f"mesure {source.measure}")
    if source.row is not None:
        parts.append(f"rangée {source.row}")
    return ", ".join(part for part in parts if part)


def place_text(source: Source) -> str:
    """« Actions détaillées, rangée 2 »: where in its document."""
    row = f"rangée {source.row}" if source.row is not None else ""
    return ", ".join(part for part in (source.section, source.heading, row) if part)


def sources_text(sources: Sequence[Source], documents: Sequence[Document]) -> str:
    """The places of several facts, each document and section once, in the order first met."""
    sections: dict[str, list[str]] = {}
    for source in sources:
        if not source.document:
            continue  # recorded in chat, not told by a document
        title = next((each.title for each in documents if each.key == source.document), "")
        found = sections.setdefault(_short(title), [])
        if source.section and source.section not in found:
            found.append(source.section)
    told = [
        ", ".join(part for part in (title, listing(names)) if part)
        for title, names in sections.items()
    ]
    return "; ".join(told)


def _short(title: str) -> str:
    """A document's title without its « de la mise en œuvre du plan… »."""
    return title.split(" de la mise en œuvre", maxsplit=1)[0]
