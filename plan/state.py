"""The three states of a measure, and how a whole's state follows from its parts."""

from collections.abc import Iterable
from enum import StrEnum


class State(StrEnum):
    """What the bilan's fourth column can say, and nothing else."""

    TO_COME = "a_venir"
    UNDER_WAY = "en_cours"
    DONE = "realisee"

    @property
    def rank(self) -> int:
        """0, 1 or 2: a change to a lower rank goes backwards and needs a reason."""
        return list(State).index(self)


class Cause(StrEnum):
    """Why a measure stalls; at most one at a time."""

    FUNDING = "financement"
    RESOURCES = "ressources"
    PRIORITIES = "priorites"
    APPROVALS = "approbations"
    DEPENDENCY = "dependance"
    OTHER = "autre"


def combined_state(states: Iterable[State]) -> State:
    """The state of a whole: all done → done, all to come → to come, otherwise under way.

    The rule gives the bilan's own count at 31 March 2010: 5, 13 and 4 of 22 measures.

    Raises:
        ValueError: there is no part.
    """
    distinct = set(states)
    if not distinct:
        raise ValueError("a state needs at least one part")
    return distinct.pop() if len(distinct) == 1 else State.UNDER_WAY
