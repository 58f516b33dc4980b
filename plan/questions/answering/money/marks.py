"""What tells one amount from those that fit alike: how many, when, before what."""

import re
from collections.abc import Sequence

from plan.money import Amount
from plan.questions.answering.facts.durations import UNITS
from plan.questions.answering.money.links import amount_of
from plan.questions.finding.choice import fits
from plan.questions.finding.finder import Finder
from plan.questions.finding.index import Match
from plan.questions.reading.periods import Period, told_periods
from plan.questions.reading.vocabulary import root
from plan.text import fold, number_in_words, words

_SO_MANY = re.compile(r"\b(?:les|des|ces|ses|leurs|aux|a|avec) (\w+) ([a-z]{3,})")
_BEFORE = re.compile(r"\b(avant|apres) (?:l[ea]?|son|sa|ses|leurs?|ce|cet|cette|notre) [a-z]")

_FEW = 4  # « les deux », « les trois » may stand for what was spoken of before
_LONGEST_EXACT = 95  # days of a period that names an event: a season at most

Matches = list[Match]


def of_so_many(matches: Sequence[Match], finder: Finder) -> Matches:
    """« Les neuf projets »: of the amounts that fit, those told of just as many."""
    wanted = things_counted(finder.asked.normal)
    return [m for m in matches if wanted and fits(m) and wanted & things_counted(_text(m))]


def of_as_many(matches: Sequence[Match], finder: Finder) -> Matches:
    """« Les 23 entreprises »: the amounts around which as many are told of; none is neighbour."""
    many = {n for n, _ in things_counted(finder.asked.normal) if n > _FEW}
    if not many:
        return list(matches)
    return [m for m in matches if many <= _numbers_told(m)]


def _numbers_told(match: Match) -> set[int]:
    record = match.record
    said = words(f"{record.own} {record.near} {record.far}")
    return {n for word in said if (n := number_in_words(word)) is not None}


def of_before(matches: Sequence[Match], finder: Finder) -> Matches:
    """« Reçue avant son projet »: those told apart from what came after them."""
    said = _BEFORE.search(finder.asked.normal)
    if said is None:
        return []
    return [m for m in matches if fits(m) and said[1] in fold(_outside(m)).split()]


def _text(match: Match) -> str:
    amount = amount_of(match.record)
    return fold(f"a {amount.recipient} {amount.purpose}") if amount else ""


def _outside(match: Match) -> str:
    amount = amount_of(match.record)
    return amount.outside if amount else ""


def things_counted(text: str) -> set[tuple[int, str]]:
    """« neuf projets » → (9, « projet »); lengths of time aside."""
    pairs = ((number_in_words(number), noun) for number, noun in _SO_MANY.findall(text))
    return {(n, root(noun)) for n, noun in pairs if n and n > 1 and noun not in UNITS}


def told_of_time(matches: Matches, finder: Finder) -> Matches:
    """Of the amounts that fit, the first that tells itself of the very time asked about."""
    periods = [each for each in finder.asked.periods if each.has_year]
    fitting = [each for each in matches if fits(each)] if periods else []
    told = [each for each in fitting if (a := amount_of(each.record)) and _is_of(a, periods)]
    return told[:1]


def _is_of(amount: Amount, periods: Sequence[Period]) -> bool:
    own = [(each.first, each.last) for each in told_periods(amount.period)]
    return bool(own) and all((each.first, each.last) in own for each in periods)


def tells_event(match: Match, finder: Finder) -> bool:
    """Tell whether its measure tells an event of the month asked about (« l'étude d'août »)."""
    exact = [
        each
        for each in finder.asked.periods
        if each.has_year and (each.last - each.first).days < _LONGEST_EXACT
    ]
    if not exact:
        return False
    dates = [
        period
        for fact in finder.snapshot.plan.facts
        if fact.measure == match.record.measure and fact.date
        for period in told_periods(fact.date)
    ]
    return all(any(each.overlaps(day) for day in dates) for each in exact)
