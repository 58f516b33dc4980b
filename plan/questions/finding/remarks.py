"""Remarks, sentence by sentence, where nobody took out what they tell."""

import re
from collections.abc import Iterator

from plan.history import ChangeKind
from plan.measure import Measure
from plan.questions.finding.record import Record, Said, Shelf

_ENDS = re.compile(r"(?<=[^\W_][^\W_][.!?])\s+|\n+")


def remark_records(measure: Measure) -> Iterator[Record]:
    """The sentences of the remarks recorded since the documents, and of those without facts.

    What a document's remark tells stands in the plan's facts where it has any for the measure:
    these are told instead, each with its meaning.
    """
    has_facts = bool(measure.facts or measure.amounts or measure.indicators)
    name = f"{measure.definition.short} {measure.title}"
    for volet in measure.volets:
        for statement in volet.remarks:
            if has_facts and statement.change.kind is ChangeKind.IMPORT:
                continue
            for sentence in _ENDS.split(statement.value):
                said = Said(measure, volet, sentence.strip(), statement)
                near = f"{name} {volet.label}"
                yield Record(Shelf.REMARK, said, sentence, near, measure.number)
