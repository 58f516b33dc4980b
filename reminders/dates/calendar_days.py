"""Days told by their number and month, in words or in figures, with or without weekday and year."""

import re
from datetime import date, timedelta

from plan.dates import Reason
from reminders.dates import engine
from reminders.dates.asked import (
    WHICH,
    Asked,
    Meaning,
    Rule,
    check_year,
    each_year,
    month_end,
    nearest_month_end,
    never,
    year_typed,
)
from reminders.dates.refusal import refuse
from reminders.dates.vocabulary import MONTH, MONTHS, WEEKDAY, WEEKDAYS


def _in_words(found: re.Match[str], asked: Asked) -> date:
    """« 31 mars », « 1er avril 2027 », « 31 mars de l'an prochain »."""
    number, month = int(found["day"].removesuffix("er")), MONTHS.index(found["month"]) + 1
    return _day_of(number, month, found["which"], asked)


def _day_of(number: int, month: int, which: str | None, asked: Asked) -> date:
    longest = month_end(2000, month).day  # a leap year
    year = year_typed(asked, which)
    if not 1 <= number <= longest:
        last = month_end(year, month) if year else nearest_month_end(asked, month)
        refuse(Reason.NO_SUCH_DAY, last=last)
    if year is not None:
        return each_year(asked, which, month, lambda year: _day_or_none(year, month, number))
    if which:
        asked = asked.leaning("past" if which == "dernier" else "future")
    return engine.month_day(number, month, asked, strictly=bool(which))


def _iso(found: re.Match[str], _asked: Asked) -> date:
    """« 2027-03-31 », « 2027/3/31 »: year first, so month next."""
    year, month, number = check_year(int(found["year"])), int(found["month"]), int(found["day"])
    if not 1 <= month <= 12:
        refuse(Reason.NO_SUCH_DAY)
    return _day_or_none(year, month, number) or refuse(
        Reason.NO_SUCH_DAY, last=month_end(year, month)
    )


def _figures(found: re.Match[str], asked: Asked) -> date:
    """« 31/03/2027 », « 31-03 »: day first, refused where the month could come first as well.

    Both orders are in use in Québec. A first figure over 12 can only be a day; twice the same
    figure is one day either way.
    """
    first, second, year = int(found["day"]), int(found["month"]), found["year"]
    if first <= 12 and second > 12:
        refuse(Reason.NO_SUCH_DAY)  # month first: not an order that we read
    if not 1 <= second <= 12:
        refuse(Reason.NO_SUCH_DAY)
    day = _day_of(first, second, year, asked)
    if first <= 12 and first != second:
        refuse(Reason.AMBIGUOUS, candidates=sorted({day, _day_of(second, first, year, asked)}))
    return day


def _weekday_and_number(found: re.Match[str], asked: Asked) -> date:
    """« mercredi 24 »: said where the next 24th is a Wednesday; « lundi 9 » may be 9 o'clock."""
    number, weekday = int(found["day"].removesuffix("er")), WEEKDAYS.index(found["w"])
    if number <= 12 and not found["the"]:
        refuse(Reason.AMBIGUOUS, missing="month")
    step = timedelta(days=1 if asked.side == "future" else -1)
    for distance in range(31):
        day = asked.today + distance * step
        if (day.day, day.weekday()) == (number, weekday):
            return day
    return refuse(Reason.AMBIGUOUS, missing="month")


def _day_or_none(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _with_weekday(meaning: Meaning) -> Meaning:
    """Check the weekday typed before or after the date, and refuse the date it is not."""

    def checked(found: re.Match[str], asked: Asked) -> date:
        day = meaning(found, asked)
        for typed in filter(None, (found["before"], found["after"])):
            if WEEKDAYS.index(typed) != day.weekday():
                refuse(Reason.WEEKDAY_MISMATCH, day=day, weekday=WEEKDAYS.index(typed))
        return day

    return checked


def _dated(shape: str, meaning: Meaning) -> Rule:
    around = rf"(?:(?P<before>{WEEKDAY}) (?:le )?)?{shape}(?: (?P<after>{WEEKDAY}))?"
    return re.compile(around), _with_weekday(meaning)


_DAY = r"(?P<day>1er|\d{1,2})"
_TWO = r"\d{1,2}"
RULES: tuple[Rule, ...] = (
    _dated(rf"{_DAY} (?:de )?(?:le mois de )?(?P<month>{MONTH})(?: {WHICH})?", _in_words),
    _dated(rf"(?P<which>prochain|dernier) {_DAY} (?P<month>{MONTH})", _in_words),
    _dated(rf"(?P<year>\d{{4}})(?P<s>[-/.])(?P<month>{_TWO})(?P=s)(?P<day>{_TWO})", _iso),
    _dated(rf"(?P<day>{_TWO})(?P<s>[-/. ])(?P<month>{_TWO})(?P=s)(?P<year>\d{{4}})", _figures),
    _dated(rf"(?P<day>{_TWO})[-/](?P<month>{_TWO})(?P<year>)", _figures),
    # 2027, the 27th, 27 hours?
    (
        re.compile(rf"{_DAY} (?:{MONTH}) '?\d\d|{_TWO}([-/.]){_TWO}\2{_TWO}"),
        never(Reason.AMBIGUOUS, missing="year"),
    ),
    (re.compile(rf"(?P<w>{WEEKDAY}) (?P<the>le )?{_DAY}"), _weekday_and_number),
    (re.compile(r"le (?:1er|\d{1,2})"), never(Reason.AMBIGUOUS, missing="month")),
)
