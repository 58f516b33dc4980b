"""The kinds that a question asks for, tried in turn: the first that the plan can tell is told."""

from collections.abc import Callable

from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.comparing.comparisons import comparison_answer, counts_things
from plan.questions.answering.facts.anything import anything_answer
from plan.questions.answering.facts.contacts import contact_answer
from plan.questions.answering.facts.dates import date_answer
from plan.questions.answering.facts.directory import directory_answer
from plan.questions.answering.facts.durations import duration_answer
from plan.questions.answering.facts.figures import quantity_answer
from plan.questions.answering.facts.meaning import meaning_answer
from plan.questions.answering.facts.people import nobody, who_answer
from plan.questions.answering.facts.remarks import remark_answer
from plan.questions.answering.measures.bodies import bodies_answer
from plan.questions.answering.measures.changes import changes_answer
from plan.questions.answering.measures.committee import (
    deadline_answer,
    respondents_answer,
    unanswered_answer,
)
from plan.questions.answering.measures.lists import count_answer, list_answer
from plan.questions.answering.measures.parts import parts_answer
from plan.questions.answering.measures.states import state_answer, why_answer
from plan.questions.answering.money.amounts import amount_answer
from plan.questions.answering.money.overlaps import overlap_answer, reconciliation_answer
from plan.questions.answering.money.payers import payer_answer
from plan.questions.answering.money.sums import sum_answer
from plan.questions.finding.finder import Finder
from plan.questions.reading.asked import Asked, Focus, Kind

_HANDLERS: dict[Kind, Callable[[Finder], Answer | None]] = {
    Kind.STATE: state_answer,
    Kind.LIST: list_answer,
    Kind.COUNT: count_answer,
    Kind.PARTS: parts_answer,
    Kind.BODIES: bodies_answer,
    Kind.AMOUNT: amount_answer,
    Kind.PAYER: payer_answer,
    Kind.SUM: sum_answer,
    Kind.OVERLAP: overlap_answer,
    Kind.RECONCILIATION: reconciliation_answer,
    Kind.COMPARISON: comparison_answer,
    Kind.DATE: date_answer,
    Kind.DURATION: duration_answer,
    Kind.QUANTITY: quantity_answer,
    Kind.CONTACT: contact_answer,
    Kind.DIRECTORY: directory_answer,
    Kind.MEANING: meaning_answer,
    Kind.WHO: who_answer,
    Kind.RESPONDENTS: respondents_answer,
    Kind.CHANGES: changes_answer,
    Kind.UNANSWERED: unanswered_answer,
    Kind.DEADLINE: deadline_answer,
    Kind.ANYTHING: anything_answer,
}
# A question of one of these kinds that finds nothing is not answered by something else.
_EXACT = frozenset(
    {
        Kind.AMOUNT,
        Kind.QUANTITY,
        Kind.DATE,
        Kind.STATE,
        Kind.CONTACT,
        Kind.WHO,
        Kind.PAYER,
        Kind.DURATION,
        Kind.RECONCILIATION,
        Kind.COUNT,
    }
)
# What is asked of a plan that is only mentioned is not told; what its name means may be.
_OF_A_PLAN = frozenset(
    {Kind.AMOUNT, Kind.PAYER, Kind.SUM, Kind.QUANTITY, Kind.COUNT, Kind.DURATION}
)
_MAY_COUNT = (Kind.AMOUNT, Kind.SUM)  # « combien » alone, a number that no unit follows
_NEAR = 0.35  # coverage from which a measure is offered where nothing is found
_CLEARLY = 0.1  # score by which one answer fits better than another
_GAPS = {
    Kind.DATE: Gap.NO_DATE,
    Kind.QUANTITY: Gap.NO_FIGURE,
    Kind.CONTACT: Gap.NO_CONTACT,
}


def answer_of(finder: Finder) -> Answer:
    """The answer to a question set against a plan, or what is missing of it."""
    asked = finder.asked
    if missing := _nothing_to_look_for(asked):
        kind = asked.kinds[0] if asked.kinds else Kind.ANYTHING
        return Answer(asked, kind, missing=missing)
    if Focus.WHY in asked.focus and not asked.sums:
        return why_answer(finder)
    kinds = _kinds_to_try(asked)
    missed = None
    for place, kind in enumerate(kinds):
        found = _told_by(kind, finder)
        if kind in _MAY_COUNT and Kind.QUANTITY in kinds[place:]:
            counted = _told_by(Kind.QUANTITY, finder)
            found = counted if counted and _fits_better(counted, found) else found
        if found is not None and (found.is_found or Kind.ANYTHING not in asked.kinds):
            return found
        missed = missed or found
    return missed or _nothing_found(finder, kinds[0])


def _kinds_to_try(asked: Asked) -> list[Kind]:
    """The kinds asked for; a figure of each side, or anything that fits, where they may be more."""
    kinds = list(asked.kinds)
    if kinds == [Kind.COMPARISON] and counts_things(asked.normal):
        kinds.append(Kind.QUANTITY)
    return kinds if _EXACT & set(kinds) or asked.ranks else [*kinds, Kind.ANYTHING]


def _nothing_found(finder: Finder, kind: Kind) -> Answer:
    near = tuple(each.measure for each in finder.subjects[:2] if each.match.coverage >= _NEAR)
    missing = nobody(finder.asked) if kind is Kind.WHO else Missing(_GAPS.get(kind, Gap.NOTHING))
    return Answer(finder.asked, kind, missing=missing, near=near)


def _told_by(kind: Kind, finder: Finder) -> Answer | None:
    """What a kind of answer tells; else what a remark does."""
    found = _HANDLERS[kind](finder)
    if found is None or found.missing is not None:
        return remark_answer(finder, kind) or found
    return found


def _fits_better(counted: Answer, found: Answer | None) -> bool:
    """Tell whether things are counted rather than money: their figure holds more of the words."""
    if not counted.is_found or found is None:
        return counted.is_found
    if not (counted.matches and found.matches):
        return not found.is_found
    clearly = _CLEARLY if found.is_found else 0.0  # of what is refused, the subject is known too
    return counted.matches[0].score > found.matches[0].score + clearly


def _nothing_to_look_for(asked: Asked) -> Missing | None:
    """A number that the plan does not have, or no question at all."""
    if asked.unknown_measures and not asked.measures:
        return Missing(Gap.NO_MEASURE, numbers=asked.unknown_measures)
    if asked.unknown_axes and not asked.axes:
        return Missing(Gap.NO_AXIS, numbers=asked.unknown_axes)
    if Focus.OTHER_PLAN in asked.focus or (asked.other_plan and _OF_A_PLAN & set(asked.kinds)):
        return Missing(Gap.OTHER_PLAN)
    if asked.names_nothing and not (asked.kinds or asked.states or asked.periods):
        return Missing(Gap.NO_QUESTION)
    return None
