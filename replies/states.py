"""The states in words and symbols: a symbol or a colour never stands without the word."""

from collections import Counter
from collections.abc import Iterable

from plan.measure import Measure
from plan.state import Cause, State
from replies.typography import capital, count

WORDS = {
    State.TO_COME: "à venir",
    State.UNDER_WAY: "en cours de réalisation",
    State.DONE: "réalisée",
}
SYMBOLS = {State.TO_COME: "○", State.UNDER_WAY: "◐", State.DONE: "●"}
COLOURS = {State.TO_COME: 0x8A8F98, State.UNDER_WAY: 0xB7791F, State.DONE: 0x2F7D4F}
CAUSES = {
    Cause.FUNDING: "financement",
    Cause.RESOURCES: "ressources",
    Cause.PRIORITIES: "priorités",
    Cause.APPROVALS: "approbations",
    Cause.DEPENDENCY: "dépendance",
    Cause.OTHER: "autre",
}


def with_symbol(state: State) -> str:
    """« ◐ en cours de réalisation »."""
    return f"{SYMBOLS[state]} {WORDS[state]}"


def measure_state(measure: Measure) -> str:
    """« ◐ En cours de réalisation (1 volet réalisé, 1 volet en cours) »: the derived state.

    The volets' are told where they differ (measure 19), else how many there are.
    """
    text = f"{SYMBOLS[measure.state]} {capital(WORDS[measure.state])}"
    total = len(measure.volets)
    if measure.is_mixed:
        return f"{text} ({volets_tally(measure)})"
    return f"{text} ({total} volets sur {total})" if total > 1 else text


def volets_tally(measure: Measure) -> str:
    """« 1 volet réalisé, 1 volet en cours »."""
    by_state = Counter(volet.state for volet in measure.volets)
    parts = [_of_volets(by_state[state], state) for state in reversed(State) if by_state[state]]
    return ", ".join(parts)


def bar(states: Iterable[State]) -> str:
    """One symbol a measure, done first: ●●◐◐○."""
    counted = Counter(states)
    return "".join(SYMBOLS[state] * counted[state] for state in reversed(State))


def tally(states: Iterable[State]) -> str:
    """« 4 réalisées, 13 en cours, 5 à venir »; a state nobody has is left out."""
    counted = Counter(states)
    words = {
        State.DONE: ("réalisée", "réalisées"),
        State.UNDER_WAY: ("en cours", "en cours"),
        State.TO_COME: ("à venir", "à venir"),
    }
    told = [count(counted[state], *words[state]) for state in reversed(State) if counted[state]]
    return ", ".join(told)


def states_heading(state: State) -> str:
    """« Réalisées », over the measures of a state."""
    plural = f"{WORDS[state]}s" if state is State.DONE else WORDS[state]
    return f"**{capital(plural)}**"


def _of_volets(quantity: int, state: State) -> str:
    word = {State.DONE: "réalisé", State.UNDER_WAY: "en cours", State.TO_COME: "à venir"}[state]
    plural = f"{word}s" if quantity > 1 and state is State.DONE else word
    return f"{count(quantity, 'volet')} {plural}"
