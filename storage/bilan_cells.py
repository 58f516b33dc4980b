"""What the cells of a bilan's table are: a header's roles, a measure's number, a state."""

import re
from collections.abc import Mapping, Sequence

from plan.state import State
from plan.text import fold

ROLES = {  # what a header's cell says of its column, the most telling first
    "etat": re.compile(r"avancement|\betat|statut"),
    "organismes": re.compile(r"minist|organism|responsab|porteu|partenaire"),
    "remarques": re.compile(r"remarque|commentaire|observation|precision"),
    "mesure": re.compile(r"mesure|action|engagement|objectif"),
}
PRINTED_ORDER = ("mesure", "remarques", "organismes", "etat")
_NUMBERED = re.compile(
    r"(?:(?:mesure|action)\s+)?(?:n[o°º]\s*)?(\d{1,3})(?!\.\d)\s*[.):–—-]+\s*(.*)", re.I | re.S
)
_STATE = re.compile(
    r"(?:(?:mesure|action|engagement|volet|projet)s? )?"
    r"(?:(a venir)|(en cours(?: de realisation)?)|(realisee?s?))\.?"
)


def state_of(cell: str) -> State | None:
    """The state a cell says, « Mesure en cours de réalisation » or « En cours », or None."""
    found = _STATE.fullmatch(fold(cell))
    if found is None:
        return None
    return (State.TO_COME, State.UNDER_WAY, State.DONE)[(found.lastindex or 1) - 1]


def numbered(cell: str) -> tuple[int, str] | None:
    """The number and title of « 4. Intervenir… », « 4) … » or « Mesure 4 : … »."""
    found = _NUMBERED.fullmatch(cell)
    return (int(found[1]), found[2]) if found else None


def roles_of(cells: Sequence[str]) -> dict[str, int]:
    """Which cell of a header has which role; empty for a row with a number or a state.

    A cell that says nothing known has the one role that is left.
    """
    if not cells or numbered(cells[0]) or any(map(state_of, cells)):
        return {}
    free = {at: fold(cell) for at, cell in enumerate(cells) if cell and len(cell) < 80}
    found: dict[str, int] = {}
    for role, pattern in ROLES.items():
        at = next((at for at, cell in free.items() if pattern.search(cell)), None)
        if at is not None:
            found[role] = at
            del free[at]
    if len(found) == len(ROLES) - 1 and len(free) == 1:
        (found[next(role for role in ROLES if role not in found)],) = free
    return found


def is_surely_a_row(cells: Sequence[str]) -> bool:
    """Tell whether a row of a table with an unknown header can only be a measure's."""
    return bool(cells) and numbered(cells[0]) is not None and any(map(state_of, cells))


def looks_like_a_row(cells: Sequence[str], columns: Mapping[str, int] | None) -> bool:
    """Tell whether a row that follows no other is one of a measure."""
    if len(cells) < len(ROLES) - 1:
        return False
    named = numbered(cells[0])
    goes_on = not cells[0] and columns is not None and len(cells) > max(columns.values())
    return bool(named and named[1]) or goes_on or any(map(state_of, cells))
