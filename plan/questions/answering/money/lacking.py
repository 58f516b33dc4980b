"""Why no amount is told: none is of what is named, or not of what is asked of it."""

from collections.abc import Sequence

from plan.money import Amount, Nature, Rhythm
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.finding.finder import Finder
from plan.questions.reading.asked import Focus, Kind


def lack_of(finder: Finder, found: Sequence[Amount]) -> Missing | None:
    """What the amounts named do not tell of what is asked of them."""
    asked = finder.asked
    if not found:
        return Missing(Gap.OTHER_PERIOD)
    if finder.wants(Focus.REMAINING):
        return Missing(Gap.NOT_LEFT)
    if finder.wants(Focus.NEGATED):  # « les projets refusés »: what is told is of the others
        return Missing(Gap.OTHER_AMOUNT)
    wanted = {each.acronym for each in asked.bodies}
    if wanted and all(len(e.payers) > 1 and not wanted >= set(e.payers) for e in found):
        return Missing(Gap.NO_AMOUNT, body=asked.bodies[0])
    if Nature.SPENT in asked.natures and not any(is_spent(each, finder) for each in found):
        return Missing(Gap.NOT_SPENT, nature=Nature.SPENT)
    return None


def is_spent(amount: Amount, finder: Finder) -> bool:
    """Tell whether an amount is money spent; what was granted once is, in everyday words."""
    loosely = amount.rhythm is Rhythm.ONCE and not finder.wants(Focus.TO_DATE)
    return amount.nature is Nature.SPENT or loosely


def no_amount(finder: Finder) -> Answer | None:
    """What is named has no amount: say so, unless another kind of figure may be meant."""
    asked = finder.asked
    meant = [each.measure for each in finder.measures_meant()]
    subjects = tuple(finder.named_measures() or meant)[:3]
    if Kind.QUANTITY in asked.kinds and (asked.kinds[0] is not Kind.AMOUNT or not subjects):
        return None
    gap = Gap.NOTHING
    if subjects and not finder.unknown:
        told = any(each.amounts for each in subjects)
        gap = Gap.OTHER_AMOUNT if told else Gap.NO_AMOUNT
    about = () if gap is Gap.NOTHING else subjects
    return Answer(asked, Kind.AMOUNT, missing=Missing(gap, measures=about), near=subjects)
