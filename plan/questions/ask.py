"""The front door: a question, a plan, an answer."""

from dataclasses import dataclass, replace

from plan.questions.answering.answer import Answer
from plan.questions.answering.answers import answer_of
from plan.questions.finding.finder import Finder
from plan.questions.finding.ground import Ground
from plan.questions.finding.index import Index
from plan.questions.finding.other_plans import OtherPlans
from plan.questions.finding.records import records_of
from plan.questions.reading.asked import Asked
from plan.questions.reading.bodies import Bodies
from plan.questions.reading.clauses import split_questions, without_asides
from plan.questions.reading.follow_up import continued
from plan.questions.reading.initials import Initials
from plan.questions.reading.understand import understand
from plan.snapshot import Snapshot
from plan.text import fold

MOST_QUESTIONS = 3  # of one message, that are answered
_KEPT = 8  # snapshots whose words are kept


@dataclass(frozen=True, slots=True)
class _Known:
    """What was worked out of a snapshot: the names of its MOs, the words of its facts."""

    snapshot: Snapshot
    bodies: Bodies
    index: Index
    others: OtherPlans
    initials: Initials


class Asker:
    """Answers questions. What a plan's words are is worked out once for each snapshot."""

    def __init__(self) -> None:
        self._known: list[_Known] = []

    def knows(self, snapshot: Snapshot) -> bool:
        """Tell whether a snapshot's words are worked out already."""
        return any(known.snapshot is snapshot for known in self._known)

    def learn(self, snapshot: Snapshot) -> None:
        """Work out a snapshot's words: tens of milliseconds, which another thread may spend."""
        self._of(snapshot)

    def understand(self, text: str, ground: Ground) -> Asked:
        """Read a question without answering it."""
        known = self._of(ground.snapshot)

        def read(part: str) -> Asked:
            asked = understand(known.initials.in_full(part), ground.snapshot.plan, known.bodies)
            return replace(asked, text=part)

        asked = without_asides(text, read, known.index.lexicon.has_like)
        return replace(asked, other_plan=known.others.named_in(text))

    def read(self, text: str, ground: Ground, topic: Asked | None = None) -> Asked:
        """Read a question that may go on from another, without answering it."""
        asked = self.understand(text, ground)
        return asked if topic is None else continued(asked, topic)

    def answers(self, text: str, ground: Ground) -> tuple[list[Answer], int]:
        """The answers to the questions of a message, with how many more of them there are."""
        parts = split_questions(text, lambda part: self.understand(part, ground))
        found = [self.answer(part, ground) for part in parts[:MOST_QUESTIONS]]
        return found, len(parts) - len(found)

    def answer(self, text: str, ground: Ground, topic: Asked | None = None) -> Answer:
        """Answer a question.

        Args:
            topic: the question that this one goes on from (« pis la 5? »).
        """
        asked = self.read(text, ground, topic)
        return answer_of(Finder(asked, ground, self._of(ground.snapshot).index))

    def _of(self, snapshot: Snapshot) -> _Known:
        for known in self._known:
            if known.snapshot is snapshot:
                return known
        records, plan = records_of(snapshot), snapshot.plan
        index = Index(records)
        names = (name for each in plan.organisations for name in (each.acronym, *each.aliases))
        initials = Initials((each.own for each in records), frozenset(map(fold, names)))
        bodies = Bodies(plan, index.lexicon.knows)
        made = _Known(snapshot, bodies, index, OtherPlans(records, plan), initials)
        self._known = [*self._known[1 - _KEPT :], made]
        return made
