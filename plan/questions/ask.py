"""The front door: a question, a plan, an answer."""

import re
from collections.abc import Callable
from dataclasses import replace

from plan.questions.amounts import amount_answer
from plan.questions.answer import Answer, Gap, Missing
from plan.questions.anything import anything_answer
from plan.questions.asked import Asked, Kind
from plan.questions.changes import changes_answer, unanswered_answer
from plan.questions.comparisons import comparison_answer, counts_things
from plan.questions.dates import date_answer, deadline_answer, duration_answer
from plan.questions.directory_answers import contact_answer, directory_answer
from plan.questions.entities import Bodies
from plan.questions.facts import records_of
from plan.questions.figures import quantity_answer
from plan.questions.finder import Finder, Ground
from plan.questions.index import Index
from plan.questions.measure_lists import count_answer, list_answer
from plan.questions.names import bodies_answer, meaning_answer, parts_answer, who_answer
from plan.questions.states import state_answer
from plan.questions.sums import overlap_answer, payer_answer, reconciliation_answer, sum_answer
from plan.questions.understand import understand
from plan.snapshot import Snapshot

Handler = Callable[[Finder], Answer | None]
_KEPT = 8
_CLAUSES = re.compile(r"(?<!\d)[:;.!?,]+|[:;.!?,]+(?!\d)|\s[–—-]\s")
_HANDLERS: dict[Kind, Handler] = {
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
    Kind.CHANGES: changes_answer,
    Kind.UNANSWERED: unanswered_answer,
    Kind.DEADLINE: deadline_answer,
    Kind.ANYTHING: anything_answer,
}
# A question of one of these kinds that finds nothing is not answered by something else.
_EXACT = frozenset(
    {Kind.AMOUNT, Kind.QUANTITY, Kind.DATE, Kind.STATE, Kind.CONTACT, Kind.WHO, Kind.PAYER,
     Kind.DURATION, Kind.RECONCILIATION, Kind.COUNT}
)  # fmt: skip
_GAPS = {
    Kind.AMOUNT: Gap.NOTHING,
    Kind.DATE: Gap.NO_DATE,
    Kind.QUANTITY: Gap.NO_FIGURE,
    Kind.WHO: Gap.NO_PERSON,
    Kind.CONTACT: Gap.NO_CONTACT,
}


class Asker:
    """Answers questions. What a plan's words are is worked out once for each snapshot."""

    def __init__(self) -> None:
        self._known: list[tuple[Snapshot, Bodies, Index]] = []

    def understand(self, text: str, ground: Ground) -> Asked:
        """Read a question without answering it."""
        bodies, index = self._of(ground.snapshot)
        plan = ground.snapshot.plan
        asked = understand(text, plan, bodies)
        clauses = [each for each in _CLAUSES.split(text) if each.strip()]
        if len(clauses) < 2:
            return asked
        read = [understand(each, plan, bodies) for each in clauses]
        kept = [
            each
            for each, clause in zip(read, clauses, strict=True)
            if clause and (each.kinds or not each.names_nothing) and _is_of_plan(each, index)
        ]
        if len(kept) == len(clauses) or not any(_has_subject(each, index) for each in kept):
            return asked
        return replace(understand(", ".join(each.text for each in kept), plan, bodies), text=text)

    def answer(self, text: str, ground: Ground, topic: Asked | None = None) -> Answer:
        """Answer a question.

        Args:
            topic: the question that this one goes on from (« pis la 5? »).
        """
        asked = self.understand(text, ground)
        if topic is not None:
            asked = continued(asked, topic)
        _, index = self._of(ground.snapshot)
        return _answer(Finder(asked, ground, index))

    def _of(self, snapshot: Snapshot) -> tuple[Bodies, Index]:
        for known, bodies, index in self._known:
            if known is snapshot:
                return bodies, index
        bodies, index = Bodies(snapshot.plan), Index(records_of(snapshot))
        self._known = [*self._known[1 - _KEPT :], (snapshot, bodies, index)]
        return bodies, index


def _has_subject(asked: Asked, index: Index) -> bool:
    """Tell whether a clause names something of the plan."""
    named = asked.measures or asked.unknown_measures or asked.axes or asked.bodies or asked.sums
    return bool(named or asked.states or any(index.knows(word) for word in asked.words))


def _is_of_plan(asked: Asked, index: Index) -> bool:
    """Tell whether a clause asks or names something; « je suis journaliste » does neither."""
    return bool(asked.kinds) or _has_subject(asked, index)


def continued(asked: Asked, topic: Asked) -> Asked:
    """A question with what it leaves unsaid taken from the one before."""
    kinds = [each for each in asked.kinds if each not in (Kind.MEANING, Kind.DIRECTORY)]
    filled = asked if kinds else replace(asked, kinds=topic.kinds, focus=topic.focus)
    if asked.names_nothing:
        return replace(
            filled,
            words=topic.words,
            head=filled.head or topic.head,
            measures=topic.measures,
            axes=topic.axes,
            bodies=topic.bodies,
            sums=topic.sums,
            volet=filled.volet or topic.volet,
            states=filled.states or topic.states,
        )
    if not kinds:
        return replace(filled, states=asked.states or topic.states, head=topic.head)
    return filled


def _answer(finder: Finder) -> Answer:
    asked = finder.asked
    if asked.unknown_measures and not asked.measures:
        missing = Missing(Gap.NO_MEASURE, numbers=asked.unknown_measures)
        return Answer(asked, Kind.ANYTHING, missing=missing)
    if asked.unknown_axes and not asked.axes:
        missing = Missing(Gap.NO_AXIS, numbers=asked.unknown_axes)
        return Answer(asked, Kind.ANYTHING, missing=missing)
    kinds = list(asked.kinds)
    if kinds == [Kind.COMPARISON] and counts_things(asked.normal):
        kinds.append(Kind.QUANTITY)
    if not _EXACT & set(kinds):
        kinds.append(Kind.ANYTHING)
    for kind in kinds:
        if found := _HANDLERS[kind](finder):
            return found
    return _not_found(finder, kinds[0])


def _not_found(finder: Finder, kind: Kind) -> Answer:
    near = tuple(each.measure for each in finder.subjects[:2] if each.match.coverage >= 0.35)
    missing = Missing(_GAPS.get(kind, Gap.NOTHING))
    return Answer(finder.asked, kind, missing=missing, near=near)
