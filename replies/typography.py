"""Money, dates, numbers and quoted words as Québec French prints them: nothing else formats."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import ParamSpec, cast
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal
from discord.utils import escape_markdown, escape_mentions

from plan.money import Cents
from plan.text import unhidden, without_hidden

NBSP = "\u00a0"
_LOCALE = "fr_CA"
_MILLION = 100_000_000  # in cents
_WORD = 30  # characters: a longer word may be cut
_Given = ParamSpec("_Given")


def _once(function: Callable[_Given, str]) -> Callable[_Given, str]:
    """Remember what was worded: Babel takes 50 µs a sum, and a plan's are in every answer."""
    return cast(Callable[_Given, str], lru_cache(maxsize=2048)(function))


def warm_up() -> None:
    """Load Babel's French, and use it once."""
    number(1)
    money(100)
    full_day(date(2027, 3, 31))


@_once
def money(cents: Cents) -> str:
    """« 650 000 $ », « 5,25 M$ », « 1 234,50 $ »: never rounded.

    A round number of ten thousands from a million on is told in millions.
    """
    if abs(cents) >= _MILLION and cents % 1_000_000 == 0:
        millions = format_decimal(Decimal(cents) / _MILLION, "0.##", locale=_LOCALE)
        return f"{millions}{NBSP}M$"
    pattern = "#,##0.00\u00a0¤" if cents % 100 else "#,##0\u00a0¤"
    text = format_currency(
        Decimal(cents) / 100, "CAD", pattern, locale=_LOCALE, currency_digits=False
    )
    return text.replace("\u202f", NBSP)


@_once
def number(value: Decimal | int, unit: str = "") -> str:
    """« 1 234,5 », « 4,5 % »: every decimal kept."""
    text = format_decimal(value, "#,##0.######", locale=_LOCALE).replace("\u202f", NBSP)
    return f"{text}{NBSP}{unit}" if unit else text


@_once
def day_text(day: date) -> str:
    """« 31 mars 2027 », « 1er avril 2027 »."""
    return _first(day, format_date(day, "d MMMM yyyy", locale=_LOCALE))


@_once
def full_day(day: date) -> str:
    """« mercredi 31 mars 2027 »."""
    return _first(day, format_date(day, "EEEE d MMMM yyyy", locale=_LOCALE))


def hour_text(at: time) -> str:
    """« 9 h », « 9 h 30 »."""
    hours = f"{at.hour}{NBSP}h"
    return f"{hours}{NBSP}{at.minute:02}" if at.minute else hours


def full_moment(day: date, at: time | None) -> str:
    """« mercredi 31 mars 2027 », and « à 9 h 30 » only where an hour was typed."""
    return f"{full_day(day)} à {hour_text(at)}" if at else full_day(day)


def moment_text(moment: datetime, zone: ZoneInfo) -> str:
    """« 22 novembre 2026 à 9 h 30 », in the committee's zone."""
    local = moment.astimezone(zone)
    return f"{day_text(local.date())} à {hour_text(local.time())}"


def zone_text(zone: ZoneInfo) -> str:
    """« heure de Toronto », « heure d'Edmonton », « heure UTC »: said once beside the hours."""
    place = zone.key.rpartition("/")[2].replace("_", " ")
    if "/" not in zone.key:
        return f"heure {place}"
    return f"heure d'{place}" if place[:1] in "AEIOUY" else f"heure de {place}"


@_once
def partial_date(text: str) -> str:
    """A date as a document gives it: « 2009-08 » → « août 2009 »; what is not ISO stays."""
    parts = text.split("-")
    if not all(part.isdigit() for part in parts):
        return text
    if len(parts) == 3:
        return day_text(date.fromisoformat(text))
    if len(parts) == 2:
        return format_date(date(int(parts[0]), int(parts[1]), 1), "MMMM yyyy", locale=_LOCALE)
    return text


def days_away(day: date, today: date) -> str:
    """« dans 30 jours », « demain », « aujourd'hui », « hier », « il y a 3 jours »."""
    days = (day - today).days
    near = {0: "aujourd'hui", 1: "demain", -1: "hier"}
    if days in near:
        return near[days]
    return f"dans {days} jours" if days > 0 else f"il y a {-days} jours"


def count(quantity: int, singular: str, plural: str = "") -> str:
    """« 1 mesure », « 22 mesures »; in French zero is singular."""
    word = singular if abs(quantity) < 2 else plural or f"{singular}s"
    return f"{number(quantity)} {word}"


def in_words(quantity: int) -> str:
    """« trois », for a few that a sentence begins with; « 12 »."""
    words = ("zéro", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")
    return words[quantity] if 0 <= quantity < len(words) else number(quantity)


def agreed(cents: Cents, participle: str) -> str:
    """« comptés » of a sum, « compté » of one below two dollars."""
    return f"{participle}s" if abs(cents) >= 200 else participle


def listing(items: Sequence[str], last: str = "et") -> str:
    """« a, b et c »."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def quoted(text: str) -> str:
    """« … », with the spaces that French wants, around what somebody typed."""
    return f"«{NBSP}{plain(clip(unhidden(text), 100))}{NBSP}»"


@_once
def plain(text: str) -> str:
    """Somebody's words shown as they are: no formatting, no mention, nothing that turns a line."""
    escaped = escape_mentions(escape_markdown(without_hidden(text)))
    return re.sub(r"(\n\s*\d+)\. ", r"\1\\. ", escaped)  # what would begin a list


def clip(text: str, limit: int) -> str:
    """The text cut at `limit` characters, between two words, the cut shown by an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    if not text[limit - 1].isspace():  # the cut falls within a word: leave it out, where short
        before = cut.rpartition(" ")[0]
        cut = before if len(cut) - len(before) <= _WORD else cut
    return f"{cut.rstrip(' ,;:' + NBSP)}…"


def capital(text: str) -> str:
    """The text with a capital first, the rest as it is."""
    return text[:1].upper() + text[1:]


def _first(day: date, text: str) -> str:
    return text.replace("1 ", "1er ", 1) if day.day == 1 else text
