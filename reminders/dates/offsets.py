"""Days counted from another: « dans deux semaines », « la veille de Noël », « J-7 avant … »."""

import re
from datetime import date, timedelta

from plan.dates import Reason
from reminders.dates.asked import Asked, Meaning, Rule, both_ways
from reminders.dates.engine import shifted
from reminders.dates.open_days import open_day_from
from reminders.dates.refusal import refuse
from reminders.dates.vocabulary import UNIT, WEEKDAY, WEEKDAYS
from reminders.dates.weekdays import strictly_after, strictly_before

_NEAR = {
    "avanthier": -2,
    "hier": -1,
    "aujourdhui": 0,
    "demain": 1,
    "apresdemain": 2,
}
_NEIGHBOURS = {"avant veille": -2, "veille": -1, "lendemain": 1, "surlendemain": 2}

# « 2 semaines », « 1 an et demi » (of no other unit: half a month is not a number of days),
# « 2 semaines et 3 jours ».
_SPAN = (
    rf"(?P<n>\d{{1,9}}) (?P<unit>{UNIT})"
    rf"(?:(?P<half> et demi)| et (?P<n2>\d{{1,9}}) (?P<unit2>{UNIT}))?"
)
_AFTER = r"apres|suivant|qui suit"
_BEFORE = r"avant|precedant|qui precede"


def _moved(anchor: date, found: re.Match[str], forward: bool) -> date:
    """`anchor` moved by the span that the phrase tells. « Dans 0 jour » is refused."""
    spans = [(int(found["n"]), found["unit"])]
    if found["half"]:
        if found["unit"] != "an":
            refuse(Reason.PERIOD)
        spans.append((6, "mois"))
    if found["n2"]:
        spans.append((int(found["n2"]), found["unit2"]))
    for count, unit in spans:
        if count == 0:
            refuse(Reason.NOT_A_DATE)
        anchor = shifted(anchor, count, "jour" if unit == "journee" else unit, forward)
    return anchor


def _ahead(found: re.Match[str], asked: Asked) -> date:
    return _moved(asked.today, found, forward=True)


def _ago(found: re.Match[str], asked: Asked) -> date:
    return _moved(asked.today, found, forward=False)


def _near(found: re.Match[str], asked: Asked) -> date:
    """« demain », and « demain en huit », a week later; « en quinze » is two weeks."""
    weeks = {"8": 1, "15": 2, None: 0}[found["days"]]
    return asked.today + timedelta(days=_NEAR[found["near"]], weeks=weeks)


def _span_from(found: re.Match[str], asked: Asked) -> date:
    """« deux semaines avant le 31 mars », « 31 mars + 10 jours »."""
    forward = found["way"] in ("apres", "plus", "+")
    return both_ways(asked, lambda way: _moved(way.phrase(found["rest"]), found, forward))


def _days_from(found: re.Match[str], asked: Asked) -> date:
    """« J-7 avant le 31 mars », « J+3 après le 31 mars »; the sign and the word agree."""
    forward = found["sign"] == "plus"
    if forward != (found["way"] == "apres"):
        refuse(Reason.NOT_A_DATE)
    count = int(found["n"])
    return both_ways(asked, lambda way: shifted(way.phrase(found["rest"]), count, "jour", forward))


def _neighbour(found: re.Match[str], asked: Asked) -> date:
    """« la veille du 31 mars », « le lendemain de Noël »."""
    days = timedelta(days=_NEIGHBOURS[found["which"]])
    return both_ways(asked, lambda way: way.phrase(found["rest"]) + days)


def _weekday_from(found: re.Match[str], asked: Asked) -> date:
    """« le lundi suivant le 31 mars »; the day told is never the answer."""
    weekday = WEEKDAYS.index(found["w"])
    near = strictly_after if re.fullmatch(_AFTER, found["way"]) else strictly_before
    return both_ways(asked, lambda way: near(way.phrase(found["rest"]), weekday))


def _open_days_ahead(found: re.Match[str], asked: Asked) -> date:
    """« dans 10 jours ouvrables », « le prochain jour ouvrable »."""
    return open_day_from(asked.today, int(found["n"] or 1), asked)


def _open_days_from(found: re.Match[str], asked: Asked) -> date:
    """« cinq jours ouvrables avant le 31 mars », « le dernier jour ouvrable avant Noël »."""
    count = int(found["n"] or 1) * (1 if re.fullmatch(_AFTER, found["way"]) else -1)
    return both_ways(asked, lambda way: open_day_from(way.phrase(found["rest"]), count, asked))


def _since(found: re.Match[str], asked: Asked) -> date:
    """« depuis deux semaines », « depuis lundi »: looks back whatever was asked."""
    back = asked.leaning("past")
    span = re.fullmatch(_SPAN, found["rest"])
    return _ago(span, back) if span else back.phrase(found["rest"])


def _from_on(found: re.Match[str], asked: Asked) -> date:
    """« à compter du 1er avril » names a day to look back to; ahead, it is no deadline."""
    if asked.side == "future":
        refuse(Reason.PERIOD)
    return asked.phrase(found["rest"])


_REST = r"(?P<rest>.+)"
_LAST_BEFORE = rf"(?:dernier )?{{what}} (?P<way>{_BEFORE})"
_FIRST_AFTER = rf"(?:(?:1er|prochain) )?{{what}} (?P<way>{_AFTER})"


def _beside(what: str, meaning: Meaning) -> tuple[Rule, ...]:
    """« (dernier) … avant X » and « (premier) … après X »; the other pairs mean nothing."""
    return tuple(
        (re.compile(rf"{shape.format(what=what)} {_REST}"), meaning)
        for shape in (_LAST_BEFORE, _FIRST_AFTER)
    )


RULES: tuple[Rule, ...] = (
    (
        re.compile(rf"(?:de )?(?P<near>{'|'.join(_NEAR)})(?: en (?P<days>8|15))?"),
        _near,
    ),
    (re.compile(rf"(?:dans|d'ici(?: a)?) {_SPAN}"), _ahead),
    (re.compile(rf"il y a {_SPAN}"), _ago),
    (re.compile(rf"depuis {_REST}"), _since),
    (re.compile(rf"(?:a partir de|a compter de|de les) {_REST}"), _from_on),
    (re.compile(r"(?:dans|d'ici(?: a)?) (?P<n>\d{1,9}) jour ouvrable"), _open_days_ahead),
    (re.compile(r"prochain jour ouvrable(?P<n>)"), _open_days_ahead),
    (re.compile(rf"{_SPAN} (?P<way>avant|apres) {_REST}"), _span_from),
    (re.compile(rf"(?P<rest>.+?) (?P<way>plus|moins|\+|-) {_SPAN}"), _span_from),
    (
        re.compile(rf"j(?P<sign>moins|plus) (?P<n>\d{{1,4}}) (?P<way>avant|apres) {_REST}"),
        _days_from,
    ),
    (re.compile(rf"(?P<which>{'|'.join(_NEIGHBOURS)}) de {_REST}"), _neighbour),
    (
        re.compile(rf"(?P<n>\d{{1,9}}) jour ouvrable (?P<way>avant|apres) {_REST}"),
        _open_days_from,
    ),
    *_beside(rf"(?P<w>{WEEKDAY})", _weekday_from),
    *_beside(r"jour ouvrable(?P<n>)", _open_days_from),
)
