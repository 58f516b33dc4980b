"""« Qui paie… »: the payers of what is named, with their shares where they are told."""

from dataclasses import replace

from plan.money import Amount
from plan.questions.answering.answer import Answer
from plan.questions.answering.money.amounts import amount_answer
from plan.questions.answering.money.choice import amounts_named
from plan.questions.answering.money.links import amounts_of, roots_among, shares_of, wholes_of
from plan.questions.answering.told.money import PayersTold
from plan.questions.finding.finder import Finder
from plan.questions.reading.asked import Kind

_MOST_READINGS = 5


def payer_answer(finder: Finder) -> Answer | None:
    """Who pays for what is named; another than the MO named, where it was asked of that one."""
    asked, every = finder.asked, finder.snapshot.plan.amounts
    if finder.is_general:
        return None
    if finder.required:
        whoever = finder.asking(replace(asked, bodies=()))
        found = amounts_of(amounts_named(finder) or amounts_named(whoever))
    else:
        found = roots_among([each for each in every if each.measure in asked.measures])
    if not found:
        return amount_answer(finder) if asked.measures or not finder.unknown else None
    told = tuple(payers_told(each, finder) for each in found[:_MOST_READINGS])
    return Answer(asked, Kind.PAYER, told, readings=len(told) > 1 and not asked.measures)


def payers_told(amount: Amount, finder: Finder) -> PayersTold:
    """Who pays an amount, and which of the MOs named do not."""
    every = finder.snapshot.plan.amounts
    denied = tuple(each for each in finder.asked.bodies if each.acronym not in amount.payers)
    return PayersTold(amount, shares_of(amount, every), wholes_of(amount, every), denied)
