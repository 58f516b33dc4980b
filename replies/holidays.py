"""The days off that a committee adds, and those it works all the same."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from plan.deadline import MovedNotice
from plan.holiday import Holiday
from replies.deadlines import step_text
from replies.layout import Reply, note
from replies.typography import NBSP, count, full_day, hour_text, plain

_SHOWN = 10


def day_set(holiday: Holiday, moved: Sequence[MovedNotice], now: datetime, zone: ZoneInfo) -> Reply:
    """The day as understood, then the notices that change days because of it, one a line."""
    lines = [f"{_what(holiday)}{NBSP}: **{full_day(holiday.day)}**{_named(holiday)}."]
    if moved:
        lines.append(f"{count(len(moved), 'avis déplacé', 'avis déplacés')}{NBSP}:")
        lines += [f"- {_moved_line(each, now, zone)}" for each in moved[:_SHOWN]]
    else:
        lines.append("Aucun avis n'est déplacé.")
    if len(moved) > _SHOWN:
        lines.append(f"… et {count(len(moved) - _SHOWN, 'autre')}.")
    return note("\n".join(lines))


def holiday_lines(holidays: Sequence[Holiday], today: date) -> list[str]:
    """The corrections to come, for `/reglages voir`: one line for each of the two kinds."""
    coming = [each for each in holidays if each.day >= today]
    kinds = (("Congés ajoutés", False), ("Jours ouvrables ajoutés", True))
    return [
        f"**{name}**{NBSP}: {'; '.join(_listed(each) for each in coming if each.opens is opens)}"
        for name, opens in kinds
        if any(each.opens is opens for each in coming)
    ]


def _what(holiday: Holiday) -> str:
    return "Jour ouvrable" if holiday.opens else "Congé"


def _named(holiday: Holiday) -> str:
    return f" · {plain(holiday.title)}" if holiday.title else ""


def _listed(holiday: Holiday) -> str:
    title = f" ({plain(holiday.title)})" if holiday.title else ""
    return f"{full_day(holiday.day)}{title}"


def _moved_line(moved: MovedNotice, now: datetime, zone: ZoneInfo) -> str:
    what = f"{plain(moved.deadline.title)}, {step_text([moved.step])}"
    to = "maintenant" if moved.after <= now else _when(moved.after, zone)
    return f"{what}{NBSP}: {_when(moved.before, zone)} → {to}"


def _when(moment: datetime, zone: ZoneInfo) -> str:
    local = moment.astimezone(zone)
    return f"{full_day(local.date())} à {hour_text(local.time())}"
