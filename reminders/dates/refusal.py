"""How a rule says no; the reader turns it into the domain's error, with the text as typed."""

import re
from typing import NoReturn, Unpack

from plan.dates import DateFacts, Reason
from reminders.dates.vocabulary import MONTH, WEEKDAY


class RefusalError(Exception):
    """Raised by a rule that recognises a phrase and refuses it."""

    def __init__(self, reason: Reason, facts: DateFacts) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


def refuse(reason: Reason, **facts: Unpack[DateFacts]) -> NoReturn:
    """Stop here: no other rule may try the phrase."""
    raise RefusalError(reason, facts)


_RECURRENCE = re.compile(
    rf"chaque|tou(?:te)?s les|aux \d+|les (?:{WEEKDAY})s?|(?:{WEEKDAY})s|fois par"
    r"|par (?:jour|semaine|mois|trimestre|an)"
    r"|(?:annuel|mensuel|trimestriel|hebdomadaire|quotidien)(?:le)?(?:ment)?"
)
_SEVERAL = re.compile(r"ou|et|soit|entre|a le|jusqu'a|-")
_PERIOD = re.compile(
    r"week ?ends?|semaine|mois|an|trimestre|exercice|printemps|ete|automne|hiver|saison"
    rf"|fin|debut|mi|courant|milieu|\d+ (?:jour|journee|minute|h)|{MONTH}|\d{{4}}|\d{{4}}-\d{{4}}"
)


def why_not(phrase: str) -> Reason:
    """The likeliest reason why no rule fits a normalised phrase. It words a refusal, no more.

    >>> [why_not(phrase).value for phrase in ("chaque lundi", "semaine prochain", "bientot")]
    ['recurrence', 'period', 'not_a_date']
    """
    if _has(_RECURRENCE, phrase):
        return Reason.RECURRENCE
    dated = len(re.findall(rf"\d+|\b(?:{MONTH}|{WEEKDAY})\b", phrase)) > 1
    if phrase.startswith("entre ") or (dated and _has(_SEVERAL, phrase)):
        return Reason.SEVERAL
    if _has(_PERIOD, phrase) and not re.search(rf"\d (?:{MONTH})\b", phrase):
        return Reason.PERIOD
    return Reason.NOT_A_DATE


def _has(words: re.Pattern[str], phrase: str) -> bool:
    return re.search(rf"(?:^| )(?:{words.pattern})(?: |$)", phrase) is not None
