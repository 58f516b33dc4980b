"""What cannot be true of a plan's facts, and of the places it says things stand."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from plan.definition import PlanDefinition
from plan.problem import Problem
from plan.source import Fact, Source

FACT_KINDS = ("date", "document", "organisme", "chiffre", "autre")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?|(printemps|été|automne|hiver) \d{4}|années \d{4}")


def fact_problems(plan: PlanDefinition) -> Iterator[Problem]:
    """Unreadable dates, unknown kinds, contradictions told one way only."""
    by_key = {each.key: each for each in plan.facts}
    for fact in plan.facts:
        if fact.kind not in FACT_KINDS:
            yield Problem("unknown_kind", fact.key, fact.kind)
        if fact.date and not _is_date(fact.date):
            yield Problem("date_unreadable", fact.key, fact.date)
        if fact.kind == "date" and not fact.date:
            yield Problem("date_missing", fact.key)
        yield from _contradictions(fact, by_key)


def _contradictions(fact: Fact, by_key: Mapping[str, Fact]) -> Iterator[Problem]:
    for key in fact.contradicts:
        if key not in by_key or key == fact.key:
            yield Problem("contradicts_unknown", fact.key, key)
        elif fact.key not in by_key[key].contradicts:
            yield Problem("contradicts_one_way", fact.key, key)


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10] if text[0].isdigit() else "2000-01-01")
    except ValueError:
        return False
    return True


def source_problems(plan: PlanDefinition) -> Iterator[Problem]:
    """Each source names a known document, measure and row."""
    documents = {each.key for each in plan.documents}
    rows = {(each.number, volet.position) for each in plan.measures for volet in each.volets}
    numbers = {number for number, _ in rows}
    for about, measure, volet, source in _places(plan):
        if source is not None and source.document not in documents:
            yield Problem("unknown_document", about, source.document)
        for number in {measure, source.measure if source else None} - {None}:
            if number not in numbers:
                yield Problem("unknown_measure", about, str(number))
        for row in {volet, source.row if source else None} - {None}:
            if (measure, row) not in rows:
                yield Problem("unknown_row", about, f"{measure}, row {row}")


def _places(
    plan: PlanDefinition,
) -> Iterator[tuple[str, int | None, int | None, Source | None]]:
    yield "plan", None, None, plan.announced_source
    for each in plan.measures:
        for volet in each.volets:
            yield f"measure {each.number}", each.number, volet.position, volet.source
    for amount in plan.amounts:
        yield amount.key, amount.measure, amount.volet, amount.source
    for indicator in plan.indicators:
        yield indicator.key, indicator.measure, indicator.volet, indicator.source
    for fact in plan.facts:
        yield fact.key, fact.measure, None, fact.source
