"""Days with a name: Québec's holidays, and the feasts that people date things by."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from reminders.dates.asked import WHICH, Asked, Rule, each_year
from reminders.dates.weekdays import strictly_after, strictly_before
from reminders.working_days import easter_sunday

_MONDAY, _SUNDAY = 0, 6


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(nth: int, weekday: int, month: int) -> Callable[[int], date]:
    """The nth such weekday of a month."""
    return lambda year: (
        strictly_after(date(year, month, 1) - timedelta(days=1), weekday) + timedelta(weeks=nth - 1)
    )


def _easter(offset: int) -> Callable[[int], date]:
    return lambda year: easter_sunday(year) + timedelta(days=offset)


def _before_25_may(year: int) -> date:
    return strictly_before(date(year, 5, 25), _MONDAY)


# In canonical form; « fête du Travail » is Québec's, the first Monday of September.
_FEASTS: dict[str, Callable[[int], date]] = {
    r"jour de le an|nouvel an|1er de le an(?! prochain| dernier)": _fixed(1, 1),
    r"(?:fete de les |fete de |jour de les )?rois?|epiphanie": _fixed(1, 6),
    r"saint valentin": _fixed(2, 14),
    r"jeudi saint": _easter(-3),
    r"vendredi saint": _easter(-2),
    r"(?:dimanche de |fete de )?paques": _easter(0),
    r"lundi de paques": _easter(1),
    r"ascension": _easter(39),
    r"(?:dimanche de le )?pentecote": _easter(49),
    r"fete de les meres?": _nth(2, _SUNDAY, 5),
    r"(?:journee nationale|journee|fete) de les patriotes?|fete de (?:le reine|dollard)": (
        _before_25_may
    ),
    r"fete de les peres?": _nth(3, _SUNDAY, 6),
    r"(?:fete de le )?saint jean(?: baptiste)?|fete nationale(?: de le quebec)?": _fixed(6, 24),
    r"fete de le canada": _fixed(7, 1),
    r"fete de le travail": _nth(1, _MONDAY, 9),
    r"(?:jour de le |fete de le )?action de grace": _nth(2, _MONDAY, 10),
    r"halloween": _fixed(10, 31),
    r"toussaint": _fixed(11, 1),
    r"jour de le souvenir": _fixed(11, 11),
    r"(?:jour de |fete de )?noel": _fixed(12, 25),
    r"saint sylvestre": _fixed(12, 31),
}


def _rule(names: str, of_year: Callable[[int], date]) -> Rule:
    def feast(found: re.Match[str], asked: Asked) -> date:
        return each_year(asked, found["which"], 1, of_year)

    return re.compile(rf"(?:{names})(?: {WHICH})?"), feast


RULES: tuple[Rule, ...] = tuple(_rule(names, of_year) for names, of_year in _FEASTS.items())
