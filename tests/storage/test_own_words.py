"""What ships is told in our own words: compared with the documents where they are."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from plan.source import Fact
from plan.text import fold
from storage.shipped import shipped_plan

PLAN = shipped_plan()
_WORD = re.compile(r"[\w'-]+")
OTHER_NAMES = (
    "autochtones en milieu urbain",  # of a sub-heading
    "Bibliothèque et Archives nationales du Québec",
    "en cours de réalisation",
    "organismes à but non lucratif",
    "sous-ministre adjointe aux territoires",
    "www.mamrot.gouv.qc.ca",
)


@pytest.fixture
def documents(shared: Path) -> list[str]:
    """The five source documents."""
    return [path.read_text(encoding="utf-8") for path in sorted(shared.glob("seeds/*.txt"))]


def test_no_sentence_is_the_documents_own(documents: list[str]) -> None:
    """Figures, names and titles apart, we share no run of five words with any document."""
    theirs = {run for text in documents for run in _runs(text)}
    names = [f" {' '.join(_words(name))} " for name in _names()]
    copied = [
        " ".join(run)
        for text in _our_prose()
        for run in _runs(text)
        if run in theirs and not _is_mostly_a_name(run, names)
    ]
    assert copied == []


def _our_prose() -> Iterator[str]:
    yield from (volet.remark for each in PLAN.measures for volet in each.volets)
    yield from (text for each in PLAN.amounts for text in (each.purpose, each.note, each.outside))
    yield from (text for each in PLAN.indicators for text in (each.label, each.note))
    yield from (each.label for each in PLAN.facts)
    yield from (each.value for each in PLAN.facts if _is_worded(each))
    for entry in PLAN.directory:
        yield entry.summary
        yield from (text for each in entry.sections for text in (each.intro, *each.items))


def _is_worded(fact: Fact) -> bool:
    """Tell whether a fact's value is worded by us: it names no document, body or person."""
    return fact.kind in ("autre", "chiffre") and not fact.value[:1].isupper()


def _names() -> Iterator[str]:
    yield from (each.title for each in PLAN.measures)
    yield from (each.title for each in PLAN.axes)
    yield from (each.name for each in PLAN.organisations)
    yield from (each.value for each in PLAN.facts if not _is_worded(each))
    for entry in PLAN.directory:
        yield from (entry.name, entry.carrier, *entry.all_partners, *entry.aliases)
    yield from OTHER_NAMES


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Five words in a row, no figure or acronym among them; « l'économie » is one word."""
    words = _WORD.findall(_made_regular(text))
    runs = (words[start : start + 5] for start in range(len(words) - 4))
    for run in runs:
        if not any(re.search(r"\d|[A-Z]{2}", word) for word in run):
            yield tuple(fold(word) for word in run)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(_made_regular(text)))


def _made_regular(text: str) -> str:
    """One apostrophe, and « l' » where the leaflet's copy reads « I' »."""
    return re.sub(r"\b[Il]['\"]+", "l'", text.replace("’", "'"))


def _is_mostly_a_name(run: tuple[str, ...], names: list[str]) -> bool:
    """Tell whether three words in a row of a run stand in an official name."""
    parts = [f" {' '.join(run[start : start + 3])} " for start in range(len(run) - 2)]
    return any(part in name for part in parts for name in names)
