"""Days told from today on: « hier », « la semaine passée », « il y a trois mois », « ce mois »."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from plan.text import number_in_words


class Unit(StrEnum):
    """What is counted back."""

    DAY = "jour"
    WEEK = "semaine"
    MONTH = "mois"
    YEAR = "an"


_UNITS = r"jours?|semaines?|mois|ans?|annees?"
_AGO = re.compile(
    r"\b(?:il y a|y a|ca fait) (?P<number>\d{1,2}|une?|deux|trois|quatre|cinq|six)"
    rf" (?P<unit>{_UNITS})\b"
    r"|\b(?P<yesterday>avant )?hier\b"
    r"|\b(?:la|le|l) ?(?P<last>semaine|mois|an|annee) (?:passee?|derniere?|precedente?)\b"
    r"|\b(?:cette|ce|dans la|depuis le debut (?:de la|du|de l)) (?P<this>semaine|mois|annee)\b"
)


@dataclass(frozen=True, slots=True)
class Ago:
    """So many units before today; with `number` 0, the beginning of the one today is in.

    `start` and `end` are its place in the sentence.
    """

    number: int
    unit: Unit
    start: int
    end: int

    def day(self, today: date) -> date:
        """The day that is meant."""
        if self.unit is Unit.DAY:
            return today - timedelta(days=self.number)
        if self.unit is Unit.WEEK:
            back = 7 * self.number or today.weekday()
            return today - timedelta(days=back)
        if not self.number:
            return today.replace(day=1, month=1 if self.unit is Unit.YEAR else today.month)
        months = self.number * (12 if self.unit is Unit.YEAR else 1)
        year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
        return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def typed_ago(normal: str) -> Ago | None:
    """The first such day of a normalised sentence."""
    found = _AGO.search(normal)
    if found is None:
        return None
    if found["number"]:
        return Ago(number_in_words(found["number"]) or 1, _unit(found["unit"]), *found.span())
    if found["last"]:
        return Ago(1, _unit(found["last"]), *found.span())
    if found["this"]:
        return Ago(0, _unit(found["this"]), *found.span())
    return Ago(2 if found["yesterday"] else 1, Unit.DAY, *found.span())


def _unit(word: str) -> Unit:
    return next(each for each in Unit if word.startswith(each))
