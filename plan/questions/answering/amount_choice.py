"""Which amounts a question is about, and how they stand to one another."""

import re
from collections.abc import Iterable, Sequence

from plan.containment import containers
from plan.measure import Measure
from plan.money import Amount
from plan.organisation import Organisation
from plan.questions.finding.facts import Record, Shelf
from plan.questions.finding.finder import FLOOR, Finder, cover, covered, fits
from plan.questions.finding.index import Match
from plan.questions.reading.asked import Asked, Focus
from plan.questions.reading.periods import Period, told_periods
from plan.questions.reading.vocabulary import root
from plan.text import fold

_TIE = 0.06
_RECEIVES = re.compile(
    r"(?P<who>(?:\S+ ){1,4})(?:a |ont |va |vont )?(?:recu|recoi\w*|obtenu|touche)\b"
)
_GIVES_FOR = re.compile(
    r"\b(?:donn|vers|pay|octroy|accord|mis|met|fourni)\w* .*?\b(?:pour|au|aux|a) (?P<what>.+)"
)
_PER = re.compile(r"\bpar (?!an\b|annee|exercice|mois|quel|qui)([a-z]{3,})")
_ONE = re.compile(r"\b(?:une?|chaque|par) ([a-z]{3,})")


def amounts_named(finder: Finder) -> list[Match]:
    """The amounts that the words fit alike, best first; the whole in the place of its parts."""
    matches = [each for each in finder.search(Shelf.AMOUNT) if _paid_as_asked(each, finder.asked)]
    if not matches:
        return []
    together = cover(matches, finder.terms) if _asks_for_several(finder) else []
    if len(together) > 1 and covered(together, finder.terms) >= FLOOR + 0.1:
        return together
    top = matches[0]
    if not fits(top):
        return []
    alike = [each for each in matches if each.coverage >= top.coverage - _TIE]
    alike = _received_as_asked(matches, finder) or _for_what(matches, finder) or alike
    lasting = [
        each
        for each in alike
        if (amount := amount_of(each.record)) and amount.years == finder.asked.years
    ]
    alike = lasting if finder.asked.years and lasting else alike
    single = [each for each in alike if _is_of_one(each, finder.asked.normal)]
    if single or _PER.search(finder.asked.normal) and _per_something(finder):
        return single
    own = max(len(each.own_found) for each in alike)
    closest = [each for each in alike if len(each.own_found) == own]
    return _wholes(closest, finder.snapshot.plan.amounts)


def _received_as_asked(matches: Sequence[Match], finder: Finder) -> list[Match]:
    """« X a reçu… »: of the amounts that fit, those that X receives."""
    said = _RECEIVES.search(finder.asked.normal)
    if said is None:
        return []
    wanted = {root(word) for word in said["who"].split()}
    names = {each for t in finder.required if root(t.word) in wanted for each, _ in t.roots}
    return [
        each
        for each in matches
        if fits(each)
        and (amount := amount_of(each.record))
        and names & set(finder.index.roots_in(amount.recipient))
    ]


def _for_what(matches: Sequence[Match], finder: Finder) -> list[Match]:
    """« Combien X a donné pour Y »: of the amounts that fit, those that are for Y."""
    said = _GIVES_FOR.search(finder.asked.normal)
    if said is None:
        return []
    wanted = {root(word) for word in said["what"].split()}
    asked = {t.word for t in finder.required if root(t.word) in wanted and t.weight > 1.2}
    before = {t.word for t in finder.required} - asked
    return [m for m in matches if before and asked and asked <= m.own_found and fits(m)]


def _per_something(finder: Finder) -> bool:
    """« Combien par région »: an amount for each was asked, and no other is an answer."""
    asked = {root(word) for word in _PER.findall(finder.asked.normal)}
    return bool(asked & {root(each.word) for each in finder.required})


def _is_of_one(match: Match, normal: str) -> bool:
    """Tell whether both speak of one thing among several: « une entente », « chaque CRE »."""
    amount = amount_of(match.record)
    asked = set(_ONE.findall(normal))
    told = set(_ONE.findall(fold(f"{amount.purpose} {amount.recipient}"))) if amount else set()
    return bool({root(word) for word in asked} & {root(word) for word in told})


def _asks_for_several(finder: Finder) -> bool:
    return finder.wants(Focus.SEVERAL, Focus.DIFFERENCE, Focus.MOST, Focus.LEAST) or any(
        f" {word} " in f" {finder.asked.normal} " for word in ("et", "ou", "versus", "vs")
    )


def amount_of(record: Record) -> Amount | None:
    """The amount of a record."""
    return record.thing if isinstance(record.thing, Amount) else None


def _paid_as_asked(match: Match, asked: Asked) -> bool:
    amount = amount_of(match.record)
    wanted = {each.acronym for each in asked.bodies}
    return amount is not None and (not wanted or bool(wanted & set(amount.payers)))


def _wholes(matches: Sequence[Match], every: Sequence[Amount]) -> list[Match]:
    """Leave out what is a part of, or the same money as, another that fits as well."""
    above = containers(every)
    keys = {each.key for match in matches if (each := amount_of(match.record))}

    def stands(match: Match) -> bool:
        amount = amount_of(match.record)
        return amount is not None and not keys.intersection(above[amount.key])

    return [each for each in matches if stands(each)] or list(matches[:1])


def _is_dated(match: Match, asked: Asked, finder: Finder) -> bool:
    """Tell whether its measure tells an event of the month asked about (« l'étude d'août »)."""
    exact = [each for each in asked.periods if each.has_year and (each.last - each.first).days < 95]
    dates = [
        period
        for fact in finder.snapshot.plan.facts
        if fact.measure == match.record.measure and fact.date
        for period in told_periods(fact.date.replace("-", " "))
    ]
    return bool(exact) and all(any(each.overlaps(d) for d in dates) for each in exact)


def narrowed(matches: Sequence[Match], asked: Asked, finder: Finder) -> list[Match]:
    """Of amounts that fit alike, those of the nature, the rhythm or the one payer asked for."""
    found = list(matches)
    if asked.natures:
        found = [m for m in found if (a := amount_of(m.record)) and a.nature in asked.natures]
    found = [m for m in found if _is_dated(m, asked, finder)] or found
    payers = tuple(each.acronym for each in asked.bodies)
    alone = [m for m in found if (a := amount_of(m.record)) and a.payers == payers]
    return (alone if payers and alone else found) or list(matches)


def is_of_time(amount: Amount, periods: Iterable[Period], finder: Finder) -> bool:
    """Tell whether an amount is of the time asked about.

    Its own period decides where it tells one; else it stands for the years of the plan that the
    documents report on.
    """
    told = list(told_periods(f"{amount.period} {amount.purpose}"))
    plan = finder.snapshot.plan
    for period in periods:
        if not period.has_year:
            continue
        if told:
            if not any(each.overlaps(period) for each in told):
                return False
        elif period.first > amount.as_of or period.last < plan.starts_on:
            return False
    return True


def wholes_of(amount: Amount, every: Sequence[Amount]) -> tuple[Amount, ...]:
    """The amounts told that contain it directly."""
    return tuple(each for each in every if each.key in amount.part_of)


def parts_of(amount: Amount, every: Sequence[Amount]) -> tuple[Amount, ...]:
    """The amounts that it contains directly, of its own measure."""
    return tuple(
        each for each in every if amount.key in each.part_of and each.measure == amount.measure
    )


def leaves_of(amount: Amount, every: Sequence[Amount]) -> tuple[Amount, ...]:
    """The amounts that make it up, those with parts of their own replaced by these."""
    found: list[Amount] = []
    for part in parts_of(amount, every):
        found += leaves_of(part, every) or (part,)
    return tuple(dict.fromkeys(found))


def shares_of(amount: Amount, every: Sequence[Amount]) -> tuple[Amount, ...]:
    """The parts of one payer each that make it up; none where they do not add up to it."""
    parts = [each for each in parts_of(amount, every) if len(each.payers) == 1]
    total = sum(each.total for each in parts)
    return tuple(parts) if len(amount.payers) > 1 and total == amount.total else ()


def paid_by(body: Organisation, every: Iterable[Amount]) -> tuple[Amount, ...]:
    """What an MO pays, alone or with others."""
    return tuple(each for each in every if body.acronym in each.payers)


def of_measures(measures: Iterable[Measure]) -> tuple[Amount, ...]:
    """The amounts of several measures."""
    return tuple(amount for each in measures for amount in each.amounts)
