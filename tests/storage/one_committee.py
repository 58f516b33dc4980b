"""Changes of the plan that ships, made without a chat."""

from plan.history import Change, ChangeKind, Event, EventField
from plan.state import State
from tests.support.house import START


def a_change(state: State) -> Change:
    """A state of the measure 6, which is « à venir » in the plan that ships."""
    event = Event(0, 6, 1, EventField.STATE, State.TO_COME.value, state.value, START.date())
    return Change(0, ChangeKind.MODIFY, "Nadia", 7, START, (event,))
