"""An hour of the day that somebody typed: « 9 h », « 8 h 30 », « 08:30 »."""

import re
from datetime import time

from plan.option_errors import Form, UnreadableError

_HOUR = re.compile(r"(\d{1,2})\s*(?:h|:|heures?)\s*(\d{2})?", re.IGNORECASE)


def read_hour(typed: str) -> time:
    """The hour typed.

    Raises:
        UnreadableError: it is none, or there is none such in a day.
    """
    found = _HOUR.fullmatch(typed.strip())
    try:
        if found is None:
            raise ValueError(typed)
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        raise UnreadableError("heure", typed, Form.HOUR) from None
