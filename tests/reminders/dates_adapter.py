"""Gives the reader of dates the shape that the scorer of shared cases calls."""

import datetime as dt
from typing import Literal

from reminders.dates import DateNotUnderstood, read_date, warm_up

warm_up()


def read_for_scorer(
    text: str, base: dt.datetime, prefer: Literal["future", "past"] = "future"
) -> dt.date | dt.datetime | None:
    """A date where no hour was typed, an aware moment where one was, None where it is refused."""
    try:
        read = read_date(text, base, prefer)
    except DateNotUnderstood:
        return None
    return read.day if read.time is None or base.tzinfo is None else read.at(base.tzinfo)
