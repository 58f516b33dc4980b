"""Québec's fiscal year, 1 April to 31 March, its quarters, and the ends of calendar years."""

import re
from datetime import date, timedelta
from typing import NoReturn

from plan.dates import Reason
from reminders.dates.asked import Asked, Rule, check_year, month_end, never
from reminders.dates.months import NTH, nth_of
from reminders.dates.open_days import open_day_in
from reminders.dates.refusal import refuse

# « l'exercice (financier)», « l'année financière »; the one we are in, the next, the last, or by
# its two years. A plain « année » is not fiscal.
_FISCAL = r"(?:exercice(?: (?:financier|budgetaire|fiscal))?|an (?:financier|budgetaire|fiscal))"
_YEARS = r"(?P<from>\d{4})-(?P<to>\d{4})"
_EXERCISE = (
    rf"(?:de )?(?:le |ce )?(?:(?P<ahead>prochain|present) )?{_FISCAL}"
    rf"(?: (?P<rel>prochain|dernier|precedent|courant|en cours))?(?: {_YEARS})?"
)
_QUARTER = rf"(?P<quarter>[1-4])(?:er|e)? trimestre (?:de )?(?:le )?(?:{_FISCAL} )?{_YEARS}"


def fiscal_start(day: date) -> date:
    """The 1 April that begins the fiscal year of a day."""
    return date(day.year - (day.month < 4), 4, 1)


def _exercise(found: re.Match[str], asked: Asked) -> tuple[date, date]:
    """First and last day of the fiscal year told; the one we are in where it is not."""
    if found["from"]:
        start = date(_first_year(found), 4, 1)
    else:
        told = found["ahead"] or found["rel"]
        step = {"prochain": 1, "dernier": -1, "precedent": -1}.get(told or "", 0)
        start = fiscal_start(asked.today).replace(year=fiscal_start(asked.today).year + step)
    return start, date(start.year + 1, 3, 31)


def _first_year(found: re.Match[str]) -> int:
    first, second = int(found["from"]), int(found["to"])
    if second != first + 1:
        refuse(Reason.NOT_A_DATE)
    return check_year(first)


def _end(found: re.Match[str], asked: Asked) -> date:
    """« fin de l'exercice »: 31 March. Looking back, an exercise still open has no end yet."""
    last = _exercise(found, asked)[1]
    if asked.side == "past" and not asked.fits(last) and not found["from"]:
        refuse(Reason.AMBIGUOUS, candidates=[last.replace(year=last.year - 1), last])
    return last


def _start(found: re.Match[str], asked: Asked) -> date:
    """« début de l'exercice »: the 1 April on the side asked for, where none is named."""
    first = _exercise(found, asked)[0]
    named = found["from"] or found["ahead"] or found["rel"]
    return first if named or asked.fits(first) else first.replace(year=first.year + 1)


def _open_day(found: re.Match[str], asked: Asked) -> date:
    """« dernier jour ouvrable de l'exercice »."""
    first, last = _exercise(found, asked)
    return open_day_in(first, last, nth_of(found), asked) or refuse(Reason.NO_SUCH_DAY)


def _quarter_end(found: re.Match[str], _asked: Asked) -> date:
    """« fin du T1 2026-2027 » is 30 June 2026: the first quarter begins in April."""
    return _quarter(found)[1]


def _quarter(found: re.Match[str]) -> tuple[date, date]:
    year, number = _first_year(found), int(found["quarter"])
    months = year * 12 + 3 * number  # of its first month, from 0
    first = date(months // 12, months % 12 + 1, 1)
    return first, month_end(first.year, first.month + 2)


def _this_quarter_end(found: re.Match[str], asked: Asked) -> date:
    """« fin du trimestre »: fiscal and calendar quarters end on the same days."""
    today = asked.today
    end = month_end(today.year, (today.month + 2) // 3 * 3)
    if found["rel"] == "prochain":
        after = end + timedelta(days=1)
        return month_end(after.year, after.month + 2)
    if not asked.fits(end):
        refuse(Reason.AMBIGUOUS, candidates=[end])
    return end


def _year_end(found: re.Match[str], asked: Asked) -> date:
    """« fin 2027 », « fin de l'année civile »: 31 December."""
    day = month_end(int(found["year"] or asked.today.year), 12)
    if not found["year"] and not asked.fits(day):
        refuse(Reason.AMBIGUOUS, candidates=[day.replace(year=day.year - 1), day])
    return day


def _some_year_end(_found: re.Match[str], asked: Asked) -> NoReturn:
    """« fin de l'année »: calendar or fiscal? Refused."""
    december = date(asked.today.year, 12, 31)
    march = date(fiscal_start(asked.today).year + 1, 3, 31)
    refuse(Reason.AMBIGUOUS, candidates=sorted({december, march}))


def _whole_exercise(found: re.Match[str], asked: Asked) -> NoReturn:
    first, last = _exercise(found, asked)
    refuse(Reason.PERIOD, first=first, last=last)


def _whole_quarter(found: re.Match[str], _asked: Asked) -> NoReturn:
    first, last = _quarter(found)
    refuse(Reason.PERIOD, first=first, last=last)


RULES: tuple[Rule, ...] = (
    (re.compile(rf"(?:fin|dernier jour) {_EXERCISE}"), _end),
    (re.compile(rf"(?:debut|1er jour) {_EXERCISE}"), _start),
    (re.compile(rf"{NTH} jour ouvrable {_EXERCISE}"), _open_day),
    (re.compile(_EXERCISE), _whole_exercise),
    (re.compile(rf"(?:fin|dernier jour) (?:de )?(?:le )?{_QUARTER}"), _quarter_end),
    (re.compile(_QUARTER), _whole_quarter),
    (
        re.compile(r"fin (?:de )?(?:le |ce )?trimestre(?: (?P<rel>prochain|courant|en cours))?"),
        _this_quarter_end,
    ),
    # « fin du T2 »: of which year, and counted from January or from April?
    (
        re.compile(r"fin (?:de )?(?:le )?[1-4](?:er|e) trimestre(?: .*)?"),
        never(Reason.AMBIGUOUS, missing="year"),
    ),
    (re.compile(r"fin (?:de )?(?:le an (?:civil )?)?(?P<year>\d{4})"), _year_end),
    (re.compile(r"fin (?:de )?le an civil(?P<year>)"), _year_end),
    (re.compile(r"fin (?:de )?(?:le |ce )?an"), _some_year_end),
)
