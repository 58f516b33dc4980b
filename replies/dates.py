"""Why a text was not taken for a date, with examples of what would be."""

from collections.abc import Sequence

from plan.dates import DateNotUnderstood, Reason
from replies.typography import NBSP, day_text, full_day, listing, quoted

_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_EXAMPLES = {
    "future": ("31 mars", "dans deux semaines", "vendredi prochain", "2027-03-31"),
    "past": ("31 mars", "il y a deux semaines", "vendredi dernier", "2010-03-31"),
}
_MISSING = {"hour": "l'heure", "day": "le jour", "month": "le mois", "year": "l'année"}


def date_refusal(error: DateNotUnderstood) -> str:
    """What was wrong, then examples between « »."""
    examples = listing([f"«{NBSP}{each}{NBSP}»" for each in _examples(error)], "ou")
    return f"Je ne comprends pas {quoted(error.text)}{_why(error)} Par exemple{NBSP}: {examples}."


def _examples(error: DateNotUnderstood) -> Sequence[str]:
    """Of a day whose weekday is another: that day first, as it can be typed."""
    usual = _EXAMPLES[error.side]
    if error.reason is Reason.WEEKDAY_MISMATCH and "day" in error.detail:
        return (day_text(error.detail["day"]), full_day(error.detail["day"]), usual[1])
    return usual


def _why(error: DateNotUnderstood) -> str:
    detail = error.detail
    if error.reason is Reason.WEEKDAY_MISMATCH and "day" in detail:
        weekday = _WEEKDAYS[detail["day"].weekday()]
        return f"{NBSP}: le {day_text(detail['day'])} est un {weekday}."
    if error.reason is Reason.NO_SUCH_DAY:
        last = f", qui finit le {day_text(detail['last'])}" if "last" in detail else ""
        return f"{NBSP}: ce jour n'existe pas dans ce mois{last}."
    if error.reason is Reason.AMBIGUOUS:
        return f"{NBSP}: {_ambiguous(error)}."
    reasons = {
        Reason.NO_SUCH_TIME: "cette heure n'existe pas ce jour-là",
        Reason.SEVERAL: "j'y vois plusieurs dates, et il en faut une seule",
        Reason.RECURRENCE: "c'est une répétition, et il faut une date",
        Reason.PERIOD: "c'est une période, et il faut un jour",
        Reason.TOO_FAR: "cette date est trop loin d'aujourd'hui",
    }
    return f"{NBSP}: {reasons[error.reason]}." if error.reason in reasons else "."


def _ambiguous(error: DateNotUnderstood) -> str:
    candidates = error.detail.get("candidates", [])
    if candidates:
        either = listing([f"le {full_day(day)}" for day in candidates], "ou")
        return f"ce peut être {either}"
    if "missing" in error.detail:
        return f"il manque {_MISSING[error.detail['missing']]}"
    return "ce peut être plusieurs dates"
