"""Which amounts a question speaks of, where it names them in words."""

import math
import re
from collections.abc import Callable, Mapping

from plan.money import Amount, Rhythm
from plan.questions.answering.money.givers import (
    is_given_so,
    not_given_by_recipients,
    received_as_asked,
)
from plan.questions.answering.money.links import amount_of, amounts_of, shares_of
from plan.questions.answering.money.marks import (
    of_as_many,
    of_before,
    of_so_many,
    tells_event,
    told_of_time,
)
from plan.questions.finding.choice import FLOOR, TIE, cover, covered, fits
from plan.questions.finding.finder import Finder
from plan.questions.finding.index import Match
from plan.questions.finding.record import Shelf
from plan.questions.reading.asked import Focus
from plan.questions.reading.vocabulary import alike, is_asking, root
from plan.text import fold

_EACH = re.compile(r"\bchaque ([a-z]{3,})")
_PER = re.compile(r"\bpar (?!an\b|annee|exercice|mois|quel|qui)([a-z]{3,})")
_COST_OF_ONE = re.compile(
    r"\b(?:coute\w*|vaut|revient) (?:a )?(?:une?|chaque) (?!an|mois|exercice)([a-z]{3,})"
)
_ONE = re.compile(r"\b(?:une?|chaque|par)(?: seule?)? ([a-z]{3,})")
_A_SINGLE = re.compile(r"\bune? seule? ([a-z]{3,})")
_MORE_PRECISE = 1.3  # how much more of a part than of its whole is asked, to mean the part

Matches = list[Match]


def amounts_named(finder: Finder) -> Matches:
    """The amounts that the words fit alike, best first; the whole in the place of its parts."""
    matches = finder.search(Shelf.AMOUNT, lambda each: _is_paid_as_asked(amount_of(each), finder))
    together = cover(matches, finder.terms) if _asks_for_several(finder) else []
    if len(together) > 1 and covered(together, finder.terms) >= FLOOR + 0.1:
        return together
    matches = of_as_many(not_given_by_recipients(matches, finder), finder)
    if not matches or not fits(matches[0]):
        return []
    for mark in (told_of_time, of_so_many, of_before):
        if marked := mark(matches, finder):
            return marked
    return _of_those_alike(matches, finder)


def _of_those_alike(matches: Matches, finder: Finder) -> Matches:
    """Of the amounts that fit alike, those received, given, lasting or told as asked."""
    fitting = [each for each in matches if each.coverage >= matches[0].coverage - TIE]
    fitting = received_as_asked(matches, finder) or fitting
    fitting = [each for each in fitting if is_given_so(each, finder)]
    if not fitting:
        return []
    if finder.asked.years:
        fitting = _kept(fitting, lambda amount: amount.years == finder.asked.years)
    of_one = [each for each in matches if _is_of_one(each, finder.asked.normal)]
    single = [each for each in of_one if each in fitting or _is_part_of(each, fitting)]
    if single or _asks_for_each(fitting, finder):
        return single
    own = max(len(each.own_found) for each in fitting)
    closest = [each for each in fitting if len(each.own_found) == own]
    several = len(finder.required) > 1
    return _wholes(closest, finder.index.containers, several_words=several)


def narrowed(matches: Matches, finder: Finder) -> Matches:
    """Of amounts that fit alike, those of the nature, the rhythm, the month or the payer asked."""
    asked = finder.asked
    found = matches
    if asked.natures:
        found = _of_natures(found, finder)
    found = [each for each in found if tells_event(each, finder)] or found
    best = amount_of(found[0].record) if found else None
    yearly = finder.wants(Focus.PER_YEAR) and not finder.wants(Focus.TOTAL)
    if yearly and best and best.rhythm is Rhythm.PER_YEAR:
        found = _kept(found, lambda amount: amount.rhythm is Rhythm.PER_YEAR)
    payers = tuple(each.acronym for each in asked.bodies)
    every = finder.snapshot.plan.amounts

    def is_paid_by_them(amount: Amount) -> bool:
        shares = (each.payers for each in shares_of(amount, every))
        return amount.payers == payers or payers in shares

    return _kept(found, is_paid_by_them) if payers else found


def _of_natures(matches: Matches, finder: Finder) -> Matches:
    """The matches of the natures asked; else the other amounts of their measures that are."""
    wanted = finder.asked.natures
    found = [m for m in matches if (a := amount_of(m.record)) and a.nature in wanted]
    if found or not matches:
        return found or matches
    measures = {each.record.measure for each in matches}
    beside = [
        each
        for each in finder.search(Shelf.AMOUNT)
        if each.record.measure in measures
        and (amount := amount_of(each.record))
        and amount.nature in wanted
        and each.coverage >= matches[0].coverage - 2.5 * TIE
    ]
    return beside or matches


def _kept(matches: Matches, wanted: Callable[[Amount], bool]) -> Matches:
    """The matches whose amount is wanted; all of them where none is."""
    found = [each for each in matches if (amount := amount_of(each.record)) and wanted(amount)]
    return found or matches


def _is_paid_as_asked(amount: Amount | None, finder: Finder) -> bool:
    wanted = {each.acronym for each in finder.asked.bodies}
    return amount is not None and (not wanted or bool(wanted & set(amount.payers)))


def _asks_for_several(finder: Finder) -> bool:
    return finder.wants(
        Focus.SEVERAL, Focus.DIFFERENCE, Focus.MOST, Focus.LEAST
    ) or finder.asked.says("et", "ou", "versus", "vs")


def _is_of_one(match: Match, normal: str) -> bool:
    """Tell whether both speak of one thing among several: « une entente », « chaque CRE »."""
    amount = amount_of(match.record)
    if amount is None:
        return False
    told = fold(f"{amount.purpose} {amount.recipient}")
    asked = set(map(root, _ONE.findall(normal)))
    alone = map(root, _A_SINGLE.findall(normal))
    return not asked.union(*map(alike, alone)).isdisjoint(map(root, _ONE.findall(told)))


def _is_part_of(match: Match, wholes: Matches) -> bool:
    amount = amount_of(match.record)
    keys = {each.key for each in amounts_of(wholes)}
    return amount is not None and fits(match) and not keys.isdisjoint(amount.part_of)


def asks_for_each(normal: str) -> bool:
    """« Combien à chaque entreprise », « par région »: more than one amount is asked for."""
    each = {*_PER.findall(normal), *_EACH.findall(normal)}
    return any(not is_asking(one) for one in each)


def _asks_for_each(matches: Matches, finder: Finder) -> bool:
    """« Combien par région »: an amount for each was asked, and no other is an answer.

    « Chaque projet »: nor is one that is told of several.
    """
    normal = finder.asked.normal
    asked = set(map(root, [*_PER.findall(normal), *_COST_OF_ONE.findall(normal)]))
    if asked & {root(each) for each in finder.asked.words}:
        return True
    each = {*_PER.findall(normal), *_EACH.findall(normal)}
    told = " ".join(fold(f"{a.purpose} {a.recipient}") for a in amounts_of(matches))
    return any(f"{one.removesuffix('s')}s" in told.split() for one in each)


def _wholes(
    matches: Matches, above: Mapping[str, tuple[str, ...]], *, several_words: bool
) -> Matches:
    """Leave out what is a part of, or the same money as, another that fits as well.

    The part is kept rather, where several words asked say much more of it than of the whole.
    """
    much_more = _MORE_PRECISE if several_words else math.inf
    precisions = {a.key: each.precision for each in matches if (a := amount_of(each.record))}

    def stands_for_others(match: Match) -> bool:
        amount = amount_of(match.record)
        if amount is None:
            return False
        wholes = [precisions[key] for key in above[amount.key] if key in precisions]
        parts = [p for key, p in precisions.items() if amount.key in above[key]]
        is_held = any(match.precision < much_more * each for each in wholes)
        return not is_held and not any(each >= much_more * match.precision for each in parts)

    return list(filter(stands_for_others, matches)) or matches[:1]
