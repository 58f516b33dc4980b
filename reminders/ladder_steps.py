"""The ladder as somebody types it: « mo 14, remplaçants 3, coordination 1 »."""

import re
from dataclasses import replace

from plan.deadline import MAX_NOTICE
from plan.ladder import Ladder
from plan.option_errors import Form, UnreadableError
from plan.text import fold

_STEP = re.compile(r"(mo|remplacants?|coordination|coordinateurs?)\s*:?\s*(?:j\s*-?\s*)?(\d{1,3})")
_FIELDS = {"mo": "by_organisation", "remp": "substitutes", "coor": "coordinators"}


def read_ladder(typed: str, ladder: Ladder) -> Ladder:
    """The ladder with the steps typed; those not typed stay as they are.

    Raises:
        UnreadableError: it is not understood, a step is told twice, or one that goes with the MO's
            messages would come before them.
    """
    given: dict[str, int] = {}
    for part in re.split(r"\s*[,;]\s*|\s+et\s+", fold(typed).strip()):
        found = _STEP.fullmatch(part)
        field = _FIELDS[found[1][:4]] if found else ""
        if found is None or field in given or int(found[2]) > MAX_NOTICE:
            raise UnreadableError("etapes", typed, Form.LADDER)
        given[field] = int(found[2])
    changed = replace(ladder, **given)
    if max(changed.substitutes, changed.coordinators) > changed.by_organisation:
        raise UnreadableError("etapes", typed, Form.LADDER)
    return changed
