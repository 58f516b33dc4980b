"""The hour in a phrase: « à 9 h 30 », « vers 14:00 », « midi et demi », « 2 h de l'après-midi »."""

import datetime as dt
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from plan.dates import ReadDate, Reason
from reminders.dates.asked import Asked
from reminders.dates.refusal import refuse

_UTC = ZoneInfo("UTC")
_PART = r"(?:(?:de |en |dans )?(?:le )?{name}matin|soir|apres midi|avant midi|nuit))"
_INTRO = r"(?:(?:a le plus tard(?: a)?|a|vers|avant|pour|jusqu'a|d'ici(?: a)?) )?"
_CLOCK = (
    r"(?:(?P<hour>\d{1,2})(?: h(?: (?P<minute>\d{1,2})(?: minute)?)?|:(?P<colon>\d\d)(?::\d\d)?)?"
    r"|(?P<noon>midi|minuit)(?: (?P<past>\d{1,2}))?)"
    r"(?: et (?P<fraction>demi|quart)| moins (?:le )?(?P<less>quart|\d{1,2}))?"
    r"(?: (?P<half>am|pm))?(?: (?:pile|precis|tapant))?"
)
_PART_BEFORE, _PART_AFTER = (_PART.format(name=f"(?P<{name}>") for name in ("before", "after"))
_AT_END = re.compile(rf"(?P<day>.+?)(?: {_PART_BEFORE})? {_INTRO}{_CLOCK}(?: {_PART_AFTER})?")
# An hour first is followed by a word: « 9 h 31 mars » could be 9:31.
_AT_START = re.compile(rf"{_INTRO}{_CLOCK}(?: {_PART_AFTER})? (?P<day>(?!\d).+)(?P<before>)")
_ALONE = re.compile(rf"{_INTRO}{_CLOCK}(?: {_PART_AFTER})?")
_ONLY_PART = re.compile(rf"(?P<day>.+?) {_PART.format(name='(?:')}")
_HOUR = re.compile(r"\d h\b|\d:\d|\d (?:am|pm)\b")
_ALL_DAY = re.compile(r"(?P<day>.+?) (?:en |a le |le )?fin de (?:le )?journee")

_SPAN = re.compile(
    r"(?P<lead>dans|il y a|d'ici(?: a)?|depuis) (?:"
    r"(?P<hours>\d{1,4}) h"
    r"(?:(?: et)? (?P<minutes>\d{1,3})(?: minute)?| et (?P<fraction>demi|quart))?"
    r"|(?P<alone>\d{1,5}) minute|(?P<parts>[1-3]) (?P<part>demi|quart)(?: de)? h)"
)


@dataclass(frozen=True)
class Clock:
    """An hour read, and the rest of the phrase, which is to be a day."""

    day_phrase: str
    time: dt.time | None


def elapsed(phrase: str, asked: Asked) -> ReadDate | None:
    """« dans 2 heures », « il y a 90 minutes »: time that passes, whatever the clocks do."""
    found = _SPAN.fullmatch(phrase)
    if not found:
        return None
    minutes = _minutes(found)
    if minutes == 0:
        refuse(Reason.NOT_A_DATE)
    if found["lead"] not in ("dans", "il y a") and found["hours"] and minutes < 24 * 60:
        refuse(Reason.AMBIGUOUS, missing="day")  # « d'ici 17 h », « depuis 9 h »: a time of day?
    back = found["lead"] in ("il y a", "depuis")
    moment = asked.now.astimezone(_UTC) + dt.timedelta(minutes=-minutes if back else minutes)
    local = moment.astimezone(asked.now.tzinfo).replace(second=0, microsecond=0)
    return ReadDate(local.date(), local.time())


def _minutes(found: re.Match[str]) -> int:
    if found["alone"]:
        return int(found["alone"])
    quarters = {"quart": 15, "demi": 30}
    if found["part"]:
        return int(found["parts"]) * quarters[found["part"]]
    minutes = int(found["hours"]) * 60 + int(found["minutes"] or 0)
    return minutes + quarters.get(found["fraction"], 0)


def split_clock(phrase: str) -> Clock:
    """Cut the hour off a phrase. Raises RefusalError where it is no hour, or could be two."""
    phrase = re.sub(r"^ce (?=(?:matin|soir|apres midi|avant midi|midi)\b)", "aujourdhui ", phrase)
    if found := _ALL_DAY.fullmatch(phrase):
        return Clock(found["day"], None)
    if (part := _ONLY_PART.fullmatch(phrase)) and not _HOUR.search(part["day"]):
        refuse(Reason.AMBIGUOUS, missing="hour")
    if (alone := _ALONE.fullmatch(phrase)) and _says_hour(alone):
        _time(alone, None)
        refuse(Reason.AMBIGUOUS, missing="day")
    for shape in (_AT_END, _AT_START):
        found = shape.fullmatch(phrase)
        if found and _says_hour(found):
            return Clock(found["day"], _time(found, found["before"]))
    return Clock(phrase, None)


def _says_hour(found: re.Match[str]) -> bool:
    """« 31 mars 17 » has a bare number: nobody knows that it is an hour."""
    return bool(found["noon"] or _HOUR.search(found.group(0)))


def _time(found: re.Match[str], before: str | None) -> dt.time:
    part = before or found["after"]
    if part and (found["noon"] or (before and found["after"])):
        refuse(Reason.NO_SUCH_TIME)
    if found["noon"] == "minuit":
        refuse(Reason.AMBIGUOUS, missing="hour")  # the start of that day, or its end
    hour = 12 if found["noon"] else _hour(int(found["hour"]), part, found["half"])
    minute = int(found["minute"] or found["colon"] or found["past"] or 0)
    if minute > 59 or hour > 23:
        refuse(Reason.NO_SUCH_TIME)
    total = hour * 60 + minute + {"demi": 30, "quart": 15}.get(found["fraction"], 0)
    less = found["less"]
    total -= 15 if less == "quart" else int(less or 0)
    if not 0 <= total < 24 * 60:
        refuse(Reason.NO_SUCH_TIME)
    return dt.time(total // 60, total % 60)


def _hour(hour: int, part: str | None, half: str | None) -> int:
    """The hour of 24 that « 8 h du soir », « 2 h de l'après-midi » or « 9 pm » stand for."""
    if half:
        part = {"am": "matin", "pm": "apres midi"}[half]
        if not 1 <= hour <= 12:
            refuse(Reason.NO_SUCH_TIME)
        return hour % 12 + (12 if half == "pm" else 0)
    ranges = {
        "matin": range(12),
        "avant midi": range(12),
        "apres midi": range(12, 19),
        "soir": range(17, 24),
        None: range(100),
    }
    hours = ranges.get(part, range(0))
    fitting = [candidate for candidate in (hour, hour + 12) if candidate in hours]
    return fitting[0] if fitting else refuse(Reason.NO_SUCH_TIME)


def check_exists(day: dt.date, at: dt.time, asked: Asked) -> None:
    """Refuse an hour that the clocks skip that day, as 2:30 on the night they go forward."""
    moment = dt.datetime.combine(day, at, tzinfo=asked.now.tzinfo)
    back = moment.astimezone(_UTC).astimezone(asked.now.tzinfo)
    if (back.hour, back.minute) != (at.hour, at.minute):
        refuse(Reason.NO_SUCH_TIME)
