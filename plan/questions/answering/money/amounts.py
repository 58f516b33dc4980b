"""« Combien… »: the amounts that a question names, or that none is told of it."""

import re
from collections.abc import Sequence

from plan.money import Amount, Cents, Nature, Rhythm
from plan.questions.answering.answer import Answer
from plan.questions.answering.money.choice import amounts_named, asks_for_each, narrowed
from plan.questions.answering.money.lacking import is_spent, lack_of, no_amount
from plan.questions.answering.money.links import (
    added_up,
    amount_of,
    amounts_of,
    is_of_time,
    leaves_of,
    parts_of,
    shares_of,
    wholes_of,
)
from plan.questions.answering.money.marks import things_counted
from plan.questions.answering.money.remainders import remainder
from plan.questions.answering.money.scopes import (
    any_amount,
    of_axes,
    of_bodies,
    of_measures,
    of_plan,
    over_years,
)
from plan.questions.answering.told.money import AmountTold
from plan.questions.answering.told.told import Told
from plan.questions.finding.finder import Finder
from plan.questions.finding.index import Match
from plan.questions.finding.record import Shelf
from plan.questions.finding.text_words import roots_of
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.focus import focus_of

_MOST_READINGS = 5
_FURTHER = 0.05  # of score, by which an amount fits less
_MEAN = re.compile(r"\b(?:en moyenne|moyenne|(?:cout|montant|prix) moyen)\b")  # told of nothing
# « ça revient à combien par année », « divisé sur trois ans »
_YEARLY_MEAN = re.compile(
    r"\b(?:revien\w*|revenai\w*|en moyenne|moyenne (?:annuelle|par an\w*)|divis\w*|repart\w*"
    r"|etal\w*|(?:fait|donne|represente)\w* (?:combien|quoi|environ))\b"
)
# « le budget du ministère »: its own, of which a plan tells nothing
_ITS_BUDGET = re.compile(
    r"\bbudgets? (?:total |annuel )?(?:du|de la|de l|des|d)\b(?! plan)(?!.*\bplan\b)"
)


def amount_answer(finder: Finder) -> Answer | None:
    """The amount of what is named; a refusal where it is known but no amount of it is told."""
    if not finder.required or finder.is_general:
        return _of_scope(finder)
    if finder.is_vague and (lasting := over_years(finder)):
        return lasting
    if told := remainder(finder) or _by_side(finder) or _from_one_payer(finder):
        return Answer(finder.asked, Kind.AMOUNT, told)
    matches = narrowed(amounts_named(finder), finder)
    if _MEAN.search(finder.asked.normal):
        matches = [each for each in matches if _has_yearly_mean(each, finder)]
    if matches and not _is_its_budget(matches, finder):
        return _of_words(finder, matches)
    return no_amount(finder)


def _of_scope(finder: Finder) -> Answer | None:
    """No word says a subject: what is named by number or acronym, else the plan."""
    asked = finder.asked
    if finder.is_general and (asks_for_each(asked.normal) or asked.sums):
        return None if asked.sums else no_amount(finder)
    if finder.is_general:
        any_of_them = None if finder.required else any_amount(finder)
        return over_years(finder) or any_of_them or of_plan(finder)
    if asked.measures:
        return of_measures(finder)
    if asked.axes:
        return of_axes(finder)
    if asked.bodies and not _ITS_BUDGET.search(asked.normal):
        return of_bodies(finder)
    return None


def _by_side(finder: Finder) -> tuple[Told, ...]:
    """« Combien pour X et pour Y »: the amounts of each, where no amount is of both."""
    if finder.asked.measures or any(each.coverage > 0.9 for each in amounts_named(finder)):
        return ()
    sides = [_by_year(amounts_of(amounts_named(side)), finder) for side in finder.sides()]
    if len(sides) != 2 or not all(sides):
        return ()
    found = list(dict.fromkeys(each for side in sides for each in side))
    if finder.wants(Focus.TOTAL) and (added := added_up(found, as_asked=True)):
        return (added,)
    return tuple(AmountTold(each) for each in found[:_MOST_READINGS])


def _by_year(amounts: list[Amount], finder: Finder) -> list[Amount]:
    """Those told by the year, where that was asked; all of them where none is."""
    yearly = [each for each in amounts if each.rhythm is Rhythm.PER_YEAR]
    return yearly if yearly and finder.wants(Focus.PER_YEAR) else amounts


def _from_one_payer(finder: Finder) -> tuple[Told, ...]:
    """« Combien X a donné en tout à Y »: all that one MO pays to the one named."""
    if len(finder.asked.bodies) != 1 or not finder.wants(Focus.TOTAL):
        return ()
    payer = (finder.asked.bodies[0].acronym,)
    found = [
        amount
        for each in finder.search(Shelf.AMOUNT)
        if (amount := amount_of(each.record))
        and amount.payers == payer
        and finder.all_in(roots_of(amount.recipient))
    ]
    added = added_up(found, as_asked=True) if len(found) > 1 else None
    return (added,) if added else ()


def _of_words(finder: Finder, matches: Sequence[Match]) -> Answer:
    asked, plan = finder.asked, finder.snapshot.plan
    shares = [share for each in amounts_of(matches) for share in _share_asked(each, finder)]
    found = [each for each in shares if is_of_time(each, asked.periods, plan)]
    if found and shares[0] not in found and matches[0].score > matches[-1].score + _FURTHER:
        found = []  # what fits best is of another time: its neighbours are no answer
    if missing := lack_of(finder, found):
        return Answer(asked, Kind.AMOUNT, missing=missing, matches=tuple(matches))
    if Nature.SPENT in asked.natures:
        found = [each for each in found if is_spent(each, finder)]
    together = finder.wants(Focus.TOTAL) and _are_those_asked(matches, finder)
    added = added_up(found) if len(found) > 1 and together else None
    told = (added,) if added else tuple(amount_told(each, finder) for each in found)
    readings = len(told) > 1 and not asked.bodies
    return Answer(asked, Kind.AMOUNT, told[:_MOST_READINGS], readings, matches=tuple(matches))


def _are_those_asked(matches: Sequence[Match], finder: Finder) -> bool:
    """« Les deux études, au total »: all are called alike, and are as many as were told."""
    many = {number for number, _ in things_counted(finder.asked.normal)}
    return len({each.own_found for each in matches}) == 1 and (not many or len(matches) in many)


def amount_told(amount: Amount, finder: Finder) -> AmountTold:
    """An amount, with what it is made of and part of where that is wanted."""
    every = finder.snapshot.plan.amounts
    if finder.wants(Focus.ORIGIN):
        return AmountTold(amount, containers=wholes_of(amount, every))
    if not finder.wants(Focus.DETAIL, Focus.REMAINING):
        each_year = _each_year(amount, finder) if finder.wants(Focus.PER_YEAR) else None
        return AmountTold(amount, each_year=each_year, not_yearly=_is_not_yearly(amount, finder))
    return AmountTold(amount, leaves_of(amount, every), wholes_of(amount, every))


def _is_not_yearly(amount: Amount, finder: Finder) -> bool:
    """« Les 300 000 $, c'est par année? »: no, for all of its years."""
    whether = finder.asked.sums and finder.wants(Focus.PER_YEAR)
    whether = whether and not asks_yearly_mean(finder.asked.normal)
    if not whether:
        return False
    is_its_total = any(each.cents == amount.total != amount.value for each in finder.asked.sums)
    return is_its_total or amount.rhythm in (Rhythm.OVER_PERIOD, Rhythm.ONCE)


def _each_year(amount: Amount, finder: Finder) -> Cents | None:
    """What an amount of several years makes in one: its parts do so, or that was asked."""
    every = finder.snapshot.plan.amounts
    yearly = any(each.rhythm is Rhythm.PER_YEAR for each in parts_of(amount, every))
    yearly = yearly or asks_yearly_mean(finder.asked.normal)
    if amount.rhythm is not Rhythm.OVER_PERIOD or not amount.years or not yearly:
        return None
    return amount.value // amount.years


def _share_asked(amount: Amount, finder: Finder) -> tuple[Amount, ...]:
    """What the MOs named pay of an amount that several share; else the amount."""
    wanted = {each.acronym for each in finder.asked.bodies}
    shares = shares_of(amount, finder.snapshot.plan.amounts)
    return tuple(each for each in shares if wanted & set(each.payers)) or (amount,)


def asks_yearly_mean(normal: str) -> bool:
    """« 150 000 $ sur 3 ans, ça revient à combien par année? »: a division, and no premise."""
    return _YEARLY_MEAN.search(normal) is not None and Focus.PER_YEAR in focus_of(normal)


def _has_yearly_mean(match: Match, finder: Finder) -> bool:
    """Tell whether the mean asked is that of a year, and the amount tells over how many."""
    amount, normal = amount_of(match.record), finder.asked.normal
    return amount is not None and bool(amount.years) and asks_yearly_mean(normal)


def _is_its_budget(matches: Sequence[Match], finder: Finder) -> bool:
    """« Budget du comité »: a body's own, where no amount says its name itself."""
    of_one = _ITS_BUDGET.search(finder.asked.normal) is not None
    return of_one and not any(each.own_found for each in matches)
