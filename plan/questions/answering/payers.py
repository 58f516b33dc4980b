"""« Qui paie… »: the payers of what is named, with their shares where they are told."""

from plan.questions.answering.amount_choice import amounts_named
from plan.questions.answering.amount_links import amounts_of, roots_among, shares_of, wholes_of
from plan.questions.answering.amounts import amount_answer
from plan.questions.answering.answer import Answer
from plan.questions.answering.money_told import PayersTold
from plan.questions.finding.finder import Finder
from plan.questions.reading.asked import Kind

_MOST_READINGS = 5


def payer_answer(finder: Finder) -> Answer | None:
    """Who pays for what is named."""
    asked, every = finder.asked, finder.snapshot.plan.amounts
    if finder.is_general:
        return None
    if finder.required:
        found = amounts_of(amounts_named(finder))
    else:
        found = roots_among([each for each in every if each.measure in asked.measures])
    if not found:
        return amount_answer(finder) if asked.measures or not finder.unknown else None
    told = tuple(
        PayersTold(each, shares_of(each, every), wholes_of(each, every))
        for each in found[:_MOST_READINGS]
    )
    return Answer(asked, Kind.PAYER, told, readings=len(told) > 1 and not asked.measures)
