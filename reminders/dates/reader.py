"""Reads one French date. What no rule knows is refused: nothing is guessed."""

import re
from datetime import date, datetime

from plan.dates import DateNotUnderstood, ReadDate, Reason
from reminders.dates import calendar_days, feasts, fiscal, months, offsets, weekdays
from reminders.dates.asked import Asked, Rule, Side, check_year, first_fit
from reminders.dates.clock import check_exists, elapsed, split_clock
from reminders.dates.normalise import normalise
from reminders.dates.refusal import RefusalError, refuse, why_not
from reminders.working_days import Calendar

MOST_YEARS_AHEAD = 20

# The most particular shapes first: « lundi de Pâques » is no Monday.
_RULES: tuple[Rule, ...] = (
    *feasts.RULES,
    *calendar_days.RULES,
    *weekdays.RULES,
    *months.RULES,
    *fiscal.RULES,
    *offsets.RULES,
)
_LEAD = re.compile(
    r"(?:(?:a le plus tard|jusqu'a|d'ici(?: a)?|avant|pour|en date de|a|de)(?: le)?"
    r"|le|ce(?= \d)|en(?= fin)) (?!plus tot|plus tard)"
)
_TRAIL = re.compile(r" (?:a le plus tard|inclus|inclusivement)$")


def read_date(
    text: str,
    now: datetime,
    prefer: Side = "future",
    working_days: Calendar | None = None,
) -> ReadDate:
    """Read what was typed as one day, with an hour only where one was typed.

    `now` is aware, in the committee's zone: the answer is wall time there. A date without a year
    is the nearest on the side of `prefer`, today included; one that names its year, or its side
    (« lundi dernier »), may lie on the other: the caller says what it accepts. `working_days` is
    the committee's calendar, for « jours ouvrables ».

    Raises DateNotUnderstood, with the reason and what is known, for all that is not one date.
    """
    try:
        asked = Asked(now, prefer, _read_day, working_days)
        phrase = _TRAIL.sub("", normalise(text))
        read = elapsed(phrase, asked) or _read_moment(phrase, asked)
        _check_window(read.day, asked)
    except RefusalError as refusal:
        raise DateNotUnderstood(text, refusal.reason, refusal.facts, prefer) from None
    return read


def _read_moment(phrase: str, asked: Asked) -> ReadDate:
    clock = split_clock(phrase)
    day = _read_day(_TRAIL.sub("", clock.day_phrase), asked)
    if clock.time is not None:
        check_exists(day, clock.time, asked)
    return ReadDate(day, clock.time)


def _read_day(phrase: str, asked: Asked) -> date:
    """The day of a canonical phrase without an hour, as typed first, then without « avant le »."""
    day = first_fit(_RULES, phrase, asked)
    if day is None and (lead := _LEAD.match(phrase)):
        day = first_fit(_RULES, phrase[lead.end() :], asked)
    return day or refuse(why_not(phrase))


def _check_window(day: date, asked: Asked) -> None:
    check_year(day.year)
    if day.year > asked.today.year + MOST_YEARS_AHEAD:
        refuse(Reason.TOO_FAR, day=day)
