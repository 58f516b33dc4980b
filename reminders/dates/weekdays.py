"""Weekdays that count from today: « vendredi », « lundi prochain », « mardi en huit »."""

import re
from datetime import date, timedelta

from plan.dates import Reason
from reminders.dates.asked import Asked, Rule
from reminders.dates.refusal import refuse
from reminders.dates.vocabulary import WEEKDAY, WEEKDAYS

WEEK = timedelta(days=7)


def strictly_after(day: date, weekday: int) -> date:
    """The first such weekday (Monday is 0) after a day, which is not counted."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def strictly_before(day: date, weekday: int) -> date:
    """The last such weekday before a day, which is not counted."""
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)


def _bare(found: re.Match[str], asked: Asked) -> date:
    """« vendredi »: the nearest; typed on a Friday, today or a week away, and so refused."""
    weekday = _weekday(found)
    near = strictly_after if asked.side == "future" else strictly_before
    day = near(asked.today, weekday)
    if asked.today.weekday() == weekday:
        refuse(Reason.AMBIGUOUS, candidates=sorted((asked.today, day)))
    return day


def _this(found: re.Match[str], asked: Asked) -> date:
    """« ce vendredi »: as bare, but looking back only where it is of the week we are in."""
    day = _bare(found, asked)
    if asked.side == "past" and day < asked.today - timedelta(days=asked.today.weekday()):
        refuse(Reason.AMBIGUOUS, candidates=[day, day + WEEK])
    return day


def _next(found: re.Match[str], asked: Asked) -> date:
    """« vendredi prochain »: the first to come, as the dictionaries have it; never today."""
    return strictly_after(asked.today, _weekday(found))


def _last(found: re.Match[str], asked: Asked) -> date:
    """« vendredi dernier »: the last one gone by; never today."""
    return strictly_before(asked.today, _weekday(found))


def _in_eight(found: re.Match[str], asked: Asked) -> date:
    """« vendredi en huit », « en quinze »: a week, two weeks after the Friday to come."""
    weekday, weeks = _weekday(found), 1 if found["days"] == "8" else 2
    day = strictly_after(asked.today, weekday) + weeks * WEEK
    if asked.today.weekday() == weekday:
        refuse(Reason.AMBIGUOUS, candidates=[day - WEEK, day])
    return day


def _of_week(found: re.Match[str], asked: Asked) -> date:
    """« mardi de la semaine prochaine ». Weeks begin on Sunday for some, on Monday for others.

    A Sunday, and anything said on one, belongs to two different weeks: refused.
    """
    weekday = _weekday(found)
    week = {"ce": 0, "prochain": 1, "dernier": -1}[found["week"] or found["week2"] or "ce"]
    monday = asked.today - timedelta(days=asked.today.weekday()) + week * WEEK
    day = monday + timedelta(days=weekday)
    if asked.today.weekday() == 6 or weekday == 6:
        other = day + WEEK if asked.today.weekday() == 6 else day - WEEK
        refuse(Reason.AMBIGUOUS, candidates=sorted((day, other)))
    return day


def _habit(found: re.Match[str], asked: Asked) -> date:
    """« le lundi » is every Monday, or Monday."""
    refuse(Reason.AMBIGUOUS, candidates=[strictly_after(asked.today, _weekday(found))])


def _weekday(found: re.Match[str]) -> int:
    return WEEKDAYS.index(found["w"])


_W = rf"(?P<w>{WEEKDAY})"
_WEEK = r"(?:le semaine (?P<week>prochain|dernier)|ce semaine)"
_WEEK2 = r"(?:le semaine (?P<week2>prochain|dernier)|ce semaine)"
RULES: tuple[Rule, ...] = (
    (re.compile(_W), _bare),
    (re.compile(rf"ce {_W}"), _this),
    (re.compile(rf"{_W} prochain"), _next),
    (re.compile(rf"prochain {_W}"), _next),
    (re.compile(rf"{_W} dernier"), _last),
    (re.compile(rf"{_W} en (?P<days>8|15)"), _in_eight),
    (re.compile(rf"{_W} (?:de )?{_WEEK}(?P<week2>)"), _of_week),
    (re.compile(rf"{_WEEK2} (?:le )?{_W}(?P<week>)"), _of_week),
    (re.compile(rf"le {_W}"), _habit),
)
