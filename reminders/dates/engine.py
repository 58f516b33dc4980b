"""dateparser, kept to what it reads well, and the guard around it.

It is given canonical French only (« 31 mars », « dans 2 semaines »), and its answer is kept only
where what was asked comes back: alone it also reads « 32 mars » as March 2032 and « un » as a day.
It costs about 300 ms the first time, and is imported then.
"""

from datetime import date, datetime, time, timedelta

from plan.dates import Reason
from reminders.dates.asked import Asked, Side, nearest_month_end
from reminders.dates.refusal import refuse
from reminders.dates.vocabulary import MONTHS

_DAYS = {"jour": (1, 1), "semaine": (7, 7), "mois": (28, 31), "an": (365, 366)}  # least, most
MOST_DAYS = 200 * 366  # beyond, a count is too far to be meant


def month_day(day: int, month: int, asked: Asked, strictly: bool = False) -> date:
    """The nearest such day on the side asked for; today counts unless `strictly`."""
    base = asked.today
    # dateparser's future begins tomorrow, and its past ends today.
    if (asked.side == "future") != strictly:
        base -= timedelta(days=1)
    found = _parse(f"{day} {MONTHS[month - 1]}", base, asked.side)
    if found is None or (found.day, found.month) != (day, month):
        refuse(Reason.NO_SUCH_DAY, last=nearest_month_end(asked, month))
    # It goes as far as the next leap year; whoever typed it meant the next February.
    if (day, month) == (29, 2) and abs((found - asked.today).days) > 365:
        refuse(Reason.NO_SUCH_DAY, last=nearest_month_end(asked, month))
    return found


def shifted(anchor: date, count: int, unit: str, forward: bool = True) -> date:
    """`anchor` moved by days, weeks, months or years; a day that a month lacks is its last.

    Raises RefusalError (too far) where the count is beyond what anyone means.
    """
    least, most = _DAYS[unit]
    if count * most > MOST_DAYS:
        refuse(Reason.TOO_FAR)
    words = f"dans {count} {unit}" if forward else f"il y a {count} {unit}"
    found = _parse(words, anchor, "future" if forward else "past")
    moved = abs((found - anchor).days) if found else -1
    if found is None or (found > anchor) != forward or not count * least <= moved <= count * most:
        refuse(Reason.NOT_A_DATE)
    return found


def warm_up() -> None:
    """Pay for the first parse now (about 300 ms), and not while somebody waits for an answer."""
    _parse("31 mars", date(2027, 1, 1), "future")


def _parse(words: str, base: date, side: Side) -> date | None:
    import dateparser

    found = dateparser.parse(
        words,
        languages=["fr"],
        settings={
            "DATE_ORDER": "DMY",
            "PREFER_DATES_FROM": side,
            "REQUIRE_PARTS": ["day", "month"],
            "RELATIVE_BASE": datetime.combine(base, time()),  # naive: the zone's wall time
        },
    )
    return found.date() if found else None
