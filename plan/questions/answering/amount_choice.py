"""Which amounts a question speaks of, where it names them in words."""

import math
import re
from collections.abc import Callable, Mapping, Sequence

from plan.money import Amount, Rhythm
from plan.questions.answering.amount_links import amount_of, amounts_of, shares_of
from plan.questions.finding.choice import FLOOR, TIE, cover, covered, fits
from plan.questions.finding.finder import Finder
from plan.questions.finding.index import Match
from plan.questions.finding.lexicon import roots_of
from plan.questions.finding.record import Shelf
from plan.questions.reading.asked import Focus
from plan.questions.reading.periods import Period, told_periods
from plan.questions.reading.vocabulary import is_asking, root
from plan.text import fold

_RECEIVES = re.compile(
    r"(?P<who>(?:\S+ ){1,4})(?:a |ont |va |vont )?(?:recu|recoi\w*|obtenu|touche)\b"
)
_GIVES_FOR = re.compile(
    r"\b(?:donn|vers|pay|octroy|accord|mis|met|fourni)\w* .*?\b(?:pour|au|aux|a) (?P<what>.+)"
)
_EACH = re.compile(r"\bchaque ([a-z]{3,})")
_GIVER = re.compile(
    r"\bcombien (?:est ce )?(?:que |qu )?(?P<who>(?:(?!est\b|ete\b|recoi|on\b)\S+ ){1,5}?)"
    r"(?:a |ont |va )?(?:verse|donne|paie|paye|octroie|octroye|contribue)(?:nt)?(?: elle| il)?\b"
)
_PER = re.compile(r"\bpar (?!an\b|annee|exercice|mois|quel|qui)([a-z]{3,})")
_COST_OF_ONE = re.compile(
    r"\b(?:coute\w*|vaut|revient) (?:a )?(?:une?|chaque) (?!an|mois|exercice)([a-z]{3,})"
)
_ONE = re.compile(r"\b(?:une?|chaque|par)(?: seule?)? ([a-z]{3,})")
_SEVERAL = re.compile(r", | et ")
_MORE_PRECISE = 1.3  # how much more of a part than of its whole is asked, to mean the part
_LONGEST_EXACT = 95  # days of a period that names an event: a season at most

Matches = list[Match]


def amounts_named(finder: Finder) -> Matches:
    """The amounts that the words fit alike, best first; the whole in the place of its parts."""
    matches = finder.search(Shelf.AMOUNT, lambda each: _is_paid_as_asked(amount_of(each), finder))
    together = cover(matches, finder.terms) if _asks_for_several(finder) else []
    if len(together) > 1 and covered(together, finder.terms) >= FLOOR + 0.1:
        return together
    matches = _not_given_by_recipients(matches, finder)
    if not matches or not fits(matches[0]):
        return []
    if timely := _told_of_time(matches, finder):
        return timely
    alike = [each for each in matches if each.coverage >= matches[0].coverage - TIE]
    alike = _received_as_asked(matches, finder) or _given_for(matches, finder) or alike
    alike = [each for each in alike if _is_given_so(each, finder)]
    if not alike:
        return []
    if finder.asked.years:
        alike = _kept(alike, lambda amount: amount.years == finder.asked.years)
    single = [each for each in alike if _is_of_one(each, finder.asked.normal)]
    if single or _asks_for_each(alike, finder):
        return single
    own = max(len(each.own_found) for each in alike)
    closest = [each for each in alike if len(each.own_found) == own]
    several = len(finder.required) > 1
    return _wholes(closest, finder.index.containers, several_words=several)


def narrowed(matches: Matches, finder: Finder) -> Matches:
    """Of amounts that fit alike, those of the nature, the rhythm, the month or the payer asked."""
    asked = finder.asked
    found = matches
    if asked.natures:
        found = _of_natures(found, finder)
    found = [each for each in found if _tells_event(each, finder)] or found
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


def _told_of_time(matches: Matches, finder: Finder) -> Matches:
    """Of the amounts that fit, the first that tells itself of the very time asked about."""
    periods = [each for each in finder.asked.periods if each.has_year]
    fitting = [each for each in matches if fits(each)] if periods else []
    told = [each for each in fitting if (a := amount_of(each.record)) and _is_of(a, periods)]
    return told[:1]


def _is_of(amount: Amount, periods: Sequence[Period]) -> bool:
    own = [(each.first, each.last) for each in told_periods(amount.period)]
    return bool(own) and all((each.first, each.last) in own for each in periods)


def _kept(matches: Matches, wanted: Callable[[Amount], bool]) -> Matches:
    """The matches whose amount is wanted; all of them where none is."""
    found = [each for each in matches if (amount := amount_of(each.record)) and wanted(amount)]
    return found or matches


def _is_paid_as_asked(amount: Amount | None, finder: Finder) -> bool:
    wanted = {each.acronym for each in finder.asked.bodies}
    return amount is not None and (not wanted or bool(wanted & set(amount.payers)))


def _asks_for_several(finder: Finder) -> bool:
    return finder.wants(Focus.SEVERAL, Focus.DIFFERENCE, Focus.MOST, Focus.LEAST) or any(
        word in finder.asked.normal.split() for word in ("et", "ou", "versus", "vs")
    )


def _received_as_asked(matches: Matches, finder: Finder) -> Matches:
    """« X a reçu… »: of the amounts that fit, those that X receives."""
    said = _RECEIVES.search(finder.asked.normal)
    if said is None:
        return []
    wanted = {root(word) for word in said["who"].split()}
    asked = [term for term in finder.required if root(term.word) in wanted]
    names = {each for term in asked for each, _ in term.roots}
    found = [
        each
        for each in matches
        if fits(each) and (amount := amount_of(each.record)) and names & roots_of(amount.recipient)
    ]
    most = max((len(each.own_found) for each in found), default=0)
    found = [each for each in found if len(each.own_found) == most]
    recipients = [amount.recipient for amount in filter(None, map(_amount, found))]
    if len(asked) == 1 and all(map(_SEVERAL.search, recipients)):
        return []  # « A, B et C » receive it together: it is not what A alone receives
    return found


def _amount(match: Match) -> Amount | None:
    return amount_of(match.record)


def _not_given_by_recipients(matches: Matches, finder: Finder) -> Matches:
    """« Combien X a versé »: what X receives is no answer."""
    said = _GIVER.search(finder.asked.normal)
    if said is None:
        return matches
    words = {root(word) for word in said["who"].split()}
    terms = [term for term in finder.required if root(term.word) in words]
    givers = {each for term in terms for each, worth in term.roots if worth >= 1}
    return [
        each
        for each in matches
        if not ((amount := amount_of(each.record)) and givers & roots_of(amount.recipient))
    ]


def _given_for(matches: Matches, finder: Finder) -> Matches:
    """« Combien X a donné pour Y »: of the amounts that fit, those that are for Y."""
    said = _GIVES_FOR.search(finder.asked.normal)
    if said is None:
        return []
    wanted = {root(word) for word in said["what"].split()}
    asked = {t.word for t in finder.required if root(t.word) in wanted and t.weight > 1.2}
    giver = {t.word for t in finder.required} - asked
    return [m for m in matches if giver and asked and asked <= m.own_found and fits(m)]


def _is_given_so(match: Match, finder: Finder) -> bool:
    """Leave out what is only said, along the way, to have gone to what was asked."""
    said = _GIVES_FOR.search(finder.asked.normal)
    if said is None:
        return True
    wanted = {root(word) for word in said["what"].split()}
    asked = {t.word for t in finder.required if root(t.word) in wanted}
    giver = {t.word for t in finder.required} - asked
    return not giver or not asked or bool(asked & match.near_found)


def _is_of_one(match: Match, normal: str) -> bool:
    """Tell whether both speak of one thing among several: « une entente », « chaque CRE »."""
    amount = amount_of(match.record)
    if amount is None:
        return False
    told = fold(f"{amount.purpose} {amount.recipient}")
    return not set(map(root, _ONE.findall(normal))).isdisjoint(map(root, _ONE.findall(told)))


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

    def is_held(match: Match, amount: Amount) -> bool:
        wholes = [precisions[key] for key in above[amount.key] if key in precisions]
        return any(match.precision < much_more * each for each in wholes)

    def holds_more(match: Match, amount: Amount) -> bool:
        parts = [p for key, p in precisions.items() if amount.key in above[key]]
        return any(each >= much_more * match.precision for each in parts)

    found = [
        each
        for each in matches
        if (amount := amount_of(each.record))
        and not is_held(each, amount)
        and not holds_more(each, amount)
    ]
    return found or matches[:1]


def _tells_event(match: Match, finder: Finder) -> bool:
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
