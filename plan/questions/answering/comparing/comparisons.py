"""« Lequel coûte le plus », « la différence entre… »: two amounts compared."""

import re
from collections.abc import Sequence
from itertools import product

from plan.money import Amount
from plan.questions.answering.answer import Answer
from plan.questions.answering.comparing.exceeding import exceeding
from plan.questions.answering.comparing.rankings import is_of_money, most_of, two_groups
from plan.questions.answering.comparing.side_by_side import EARLIER, side_by_side
from plan.questions.answering.money.choice import amounts_named
from plan.questions.answering.money.links import alike, amount_of, amounts_of, shares_of, valued
from plan.questions.answering.told.money import ComparedTold, DifferingTold
from plan.questions.finding.choice import fits
from plan.questions.finding.finder import Finder
from plan.questions.finding.record import Shelf
from plan.questions.reading.asked import Focus, Kind

_GIVES = re.compile(
    r"\b(?:qui|lequel|laquelle) .*?\b(?:(?:donne|verse|paie|paye|contribue)\w*|met\b)"
)
_MORE_OF = re.compile(r"\b(?:plus|moins|autant) (?:de|d) (?!argent|sous|dollars)")


def comparison_answer(finder: Finder) -> Answer | None:
    """Two amounts side by side; else what has the most, or the least, of something."""
    if finder.asked.ranks:
        return most_of(finder)
    if exceeds := exceeding(finder):
        return exceeds
    of_money = is_of_money(finder) and not EARLIER.search(finder.asked.normal)
    either = (_two_amounts, side_by_side) if of_money else (side_by_side, _two_amounts)
    for compare in (two_groups, *either, most_of):
        if found := compare(finder):
            return found
    return None


def _beside_a_sum(finder: Finder) -> Answer | None:
    """« L'écart entre les 700 000 $ et ce qui est accepté »: the same money, another sum."""
    every = finder.snapshot.plan.amounts
    pairs = [
        (other, amount)
        for amount in valued(finder.asked.sums[0], every, finder.asked.measures)
        for other in every
        if amount.key == other.same_as or other.key == amount.same_as
    ]
    told = tuple(DifferingTold(*pair) for pair in pairs[:1])
    return Answer(finder.asked, Kind.COMPARISON, told) if told else None


def _of_two_natures(finder: Finder) -> Answer | None:
    """« Les projets: prévu vs investi »: one money, as it was planned and as it became."""
    if not finder.asked.natures:
        return None
    fitting = amounts_of(each for each in finder.search(Shelf.AMOUNT) if fits(each))
    pairs = [(e, other) for e in fitting for other in fitting if e.same_as == other.key]
    told = tuple(DifferingTold(*pair) for pair in pairs[:1])
    return Answer(finder.asked, Kind.COMPARISON, told) if told else None


def _two_amounts(finder: Finder) -> Answer | None:
    asked = finder.asked
    if len(asked.sums) == 1:
        return _beside_a_sum(finder)
    by_words = finder.required and not asked.measures and not asked.sums
    if by_words and not _by_payers(finder) and (twins := _of_two_natures(finder)):
        return twins
    pair = _pair(finder)
    if len(pair) != 2:
        return None
    if pair[0].key == pair[1].same_as or pair[1].key == pair[0].same_as:
        later, first = sorted(pair, key=lambda each: not each.same_as)
        return Answer(asked, Kind.COMPARISON, (DifferingTold(later, first),))
    same_rhythm = pair[0].rhythm is pair[1].rhythm and not finder.wants(Focus.TOTAL)
    first, second = sorted(
        pair, key=lambda each: each.value if same_rhythm else each.total, reverse=True
    )
    return Answer(asked, Kind.COMPARISON, (ComparedTold(first, second, totals=not same_rhythm),))


def _pair(finder: Finder) -> Sequence[Amount]:
    """The two amounts to compare: of two sums, two measures, two payers, or by words."""
    asked = finder.asked
    if len(asked.sums) == 2:
        return _of_sums(finder)
    if len(asked.measures) == 2:
        main = (_main_amount(finder, number) for number in asked.measures)
        return [each for each in main if each is not None]
    if _by_payers(finder):
        return _by_payer(finder)
    if not finder.required or asked.measures or counts_things(asked.normal):
        return []
    return _shares(finder) or _by_side(finder) or _named_together(finder)


def _by_payers(finder: Finder) -> bool:
    return len(finder.asked.bodies) == 2 and is_of_money(finder)


def _of_sums(finder: Finder) -> list[Amount]:
    """« 700 000 $ et 650 000 $, l'écart »: an amount of each value, of one measure where it can."""
    every, measures = finder.snapshot.plan.amounts, finder.asked.measures
    return alike([valued(each, every, measures) for each in finder.asked.sums])


def _shares(finder: Finder) -> list[Amount]:
    """« Qui paie le plus »: the two largest shares of the one amount named."""
    if Kind.PAYER not in finder.asked.kinds and not _GIVES.search(finder.asked.normal):
        return []
    for amount in _named_together(finder):
        shares = shares_of(amount, finder.snapshot.plan.amounts)
        if len(shares) < 2:
            continue
        return sorted(shares, key=lambda each: -each.total)[:2]
    return []


def counts_things(normal: str) -> bool:
    """« Plus d'entreprises… »: things are counted, not money."""
    return _MORE_OF.search(normal) is not None


def _named_together(finder: Finder) -> list[Amount]:
    return amounts_of(amounts_named(finder))


def _by_side(finder: Finder) -> list[Amount]:
    """« X ou Y »: the largest amount of each."""
    if not is_of_money(finder) and not finder.wants(Focus.MOST, Focus.LEAST):
        return []
    named = [_named_together(side) for side in finder.sides()]
    return [max(each, key=lambda amount: amount.total) for each in named] if all(named) else []


def _main_amount(finder: Finder, number: int) -> Amount | None:
    """The amount of a measure that the words fit, else the largest of it."""
    amounts = [a for m in finder.snapshot.measures if m.number == number for a in m.amounts]
    if finder.terms:
        matches = finder.index.search(
            finder.terms, Shelf.AMOUNT, lambda record: record.measure == number
        )
        if matches and matches[0].coverage >= 0.5:
            return amount_of(matches[0].record)
    return max(amounts, key=lambda each: each.total, default=None)


def _by_payer(finder: Finder) -> list[Amount]:
    """For each MO named, what it alone pays for what the words name."""
    every = amounts_of(finder.index.search(finder.terms, Shelf.AMOUNT))
    groups = [
        [each for each in every if each.payers == (body.acronym,)] for body in finder.asked.bodies
    ]
    shares = [pair for pair in product(*groups) if set(pair[0].part_of) & set(pair[1].part_of)]
    return list(shares[0]) if shares else [group[0] for group in groups if group]
