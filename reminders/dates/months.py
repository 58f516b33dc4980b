"""Days found inside a month: its end, its nth Monday, its last working day."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from plan.dates import Reason
from reminders.dates.asked import WHICH, Asked, Rule, each_year, month_end
from reminders.dates.open_days import open_day_in
from reminders.dates.refusal import refuse
from reminders.dates.vocabulary import MONTH, MONTHS, WEEKDAY, WEEKDAYS
from reminders.dates.weekdays import WEEK, strictly_after, strictly_before

DAY = timedelta(days=1)

# « d'avril », « du mois de mars 2027 », « de mai prochain »; « du mois », « du mois prochain ».
_THE_MONTH = r"(?:de )?(?:le |ce )?mois(?: (?P<rel>prochain|dernier|ci|courant|en cours))?"
_OF_MONTH = (
    rf"(?:(?:de )?(?:le )?(?:mois de )?(?P<month>{MONTH})(?: (?:de )?{WHICH})?|{_THE_MONTH})"
)
NTH = r"(?P<nth>1er|2e|3e|4e|5e|avant dernier|dernier)"
_BY_NTH = {"1er": 1, "2e": 2, "3e": 3, "4e": 4, "5e": 5, "avant dernier": -2, "dernier": -1}


def nth_of(found: re.Match[str]) -> int:
    """1 for the first, -1 for the last."""
    return _BY_NTH[found["nth"]]


def _in_month(found: re.Match[str], asked: Asked, make: Callable[[int, int], date | None]) -> date:
    """The day that `make` finds in the month told; it is given a year and a month.

    A month by its name is the nearest that fits the side asked for. « Du mois » is the one we are
    in: where its day is over (or, looking back, still to come) the phrase is refused.
    """
    if found["month"]:
        month = MONTHS.index(found["month"]) + 1
        return each_year(asked, found["which"], month, lambda year: make(year, month))
    step = {"prochain": 1, "dernier": -1}.get(found["rel"] or "", 0)
    year, month = _month_away(asked.today, step)
    day = make(year, month) or refuse(Reason.NO_SUCH_DAY, last=month_end(year, month))
    if step == 0 and not asked.fits(day):
        other = make(*_month_away(asked.today, 1 if asked.side == "future" else -1))
        refuse(Reason.AMBIGUOUS, candidates=sorted(filter(None, {day, other})))
    return day


def _end(found: re.Match[str], asked: Asked) -> date:
    """« fin mars », « fin du mois prochain », « dernier jour d'avril »."""
    return _in_month(found, asked, month_end)


def _first(found: re.Match[str], asked: Asked) -> date:
    """« premier jour du mois prochain »."""
    return _in_month(found, asked, lambda year, month: date(year, month, 1))


def _numbered(found: re.Match[str], asked: Asked) -> date:
    """« le 15 du mois prochain »."""
    number = int(found["day"].removesuffix("er"))

    def numbered(year: int, month: int) -> date | None:
        return date(year, month, number) if 1 <= number <= month_end(year, month).day else None

    return _in_month(found, asked, numbered)


def _nth_weekday(found: re.Match[str], asked: Asked) -> date:
    """« premier lundi d'avril », « avant-dernier vendredi du mois »; a month may lack its fifth."""
    nth, weekday = nth_of(found), WEEKDAYS.index(found["w"])

    def nth_weekday(year: int, month: int) -> date | None:
        if nth > 0:
            day = strictly_after(date(year, month, 1) - DAY, weekday) + (nth - 1) * WEEK
        else:
            day = strictly_before(month_end(year, month) + DAY, weekday) + (nth + 1) * WEEK
        return day if day.month == month else None

    return _in_month(found, asked, nth_weekday)


def _open_day(found: re.Match[str], asked: Asked) -> date:
    """« dernier jour ouvrable de mars »."""
    return _in_month(
        found,
        asked,
        lambda year, month: open_day_in(
            date(year, month, 1), month_end(year, month), nth_of(found), asked
        ),
    )


def _whole(found: re.Match[str], asked: Asked) -> date:
    """« avril », « mars 2027 », « le mois prochain » are periods: refused with their two ends."""
    last = _in_month(found, asked.leaning("future") if not found["month"] else asked, month_end)
    refuse(Reason.PERIOD, first=last.replace(day=1), last=last)


def _numeric_month(found: re.Match[str], _asked: Asked) -> date:
    """« 2027-03 »."""
    month = int(found["number"])
    if not 1 <= month <= 12:
        refuse(Reason.NOT_A_DATE)
    last = month_end(int(found["year"]), month)
    refuse(Reason.PERIOD, first=last.replace(day=1), last=last)


def _month_away(day: date, months: int) -> tuple[int, int]:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1


_DAY = r"(?P<day>1er|\d{1,2})"
_ROUGHLY = r"(?:en |dans |mi |milieu |debut |courant |durant |pendant |a )?"
RULES: tuple[Rule, ...] = (
    (re.compile(rf"fin (?:de )?{_OF_MONTH}"), _end),
    (re.compile(rf"dernier jour {_OF_MONTH}"), _end),
    (re.compile(rf"1er jour {_OF_MONTH}"), _first),
    # « 3 mois » is a length of time, not the third of the month.
    (re.compile(rf"{_DAY} (?=de |ce ){_THE_MONTH}(?P<month>)(?P<which>)"), _numbered),
    (re.compile(rf"{NTH} (?P<w>{WEEKDAY}) {_OF_MONTH}"), _nth_weekday),
    (re.compile(rf"{NTH} jour ouvrable {_OF_MONTH}"), _open_day),
    (re.compile(rf"{_ROUGHLY}{_OF_MONTH}"), _whole),
    (re.compile(r"(?P<year>\d{4})[-/](?P<number>\d\d)"), _numeric_month),
)
