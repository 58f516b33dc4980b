"""A sum that is wrongly supposed: no amount has it, or that of something else."""

import re
from collections.abc import Sequence

from plan.money import Amount
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.money.choice import amounts_named
from plan.questions.answering.money.links import (
    amounts_of,
)
from plan.questions.answering.told.money import (
    AmountTold,
    AnnouncedTold,
    NoSuchSumTold,
)
from plan.questions.answering.told.told import Told
from plan.questions.finding.finder import Finder
from plan.questions.finding.record import Shelf
from plan.questions.finding.text_words import roots_of
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.money_words import TypedSum

_ASKS_WHAT = ("quoi", "qui", "quel", "quelle", "quels", "quelles")
_SOME = 0.3  # coverage of an amount that may still be meant
_OF_PLAN = re.compile(r"\b(?:plan|annonc\w*|au total|en tout)\b")


def no_such_sum(finder: Finder, wanted: TypedSum) -> Answer | None:
    """No amount has the sum: say so, with the real one of what is named."""
    if wanted.bare:
        return None
    if real := real_amount(finder):
        return Answer(finder.asked, Kind.SUM, (NoSuchSumTold((wanted,)), real))
    return Answer(finder.asked, Kind.SUM, missing=Missing(Gap.NO_SUM, sums=(wanted,)))


def of_another(fitting: Sequence[Amount], finder: Finder) -> Answer | None:
    """« L'étude a coûté 40 000 $? »: that is told of something else, and another sum of it."""
    asked, plan = finder.asked, finder.snapshot.plan
    if finder.unknown or asked.measures or _is_of_it(fitting, finder):
        return None
    named = amounts_of(amounts_named(finder))
    real = AmountTold(named[0]) if len(named) == 1 else None
    of_plan = finder.is_general and asked.says("plan") and plan.announced_total is not None
    if told := real or (AnnouncedTold(plan) if of_plan else None):
        return Answer(asked, Kind.SUM, (NoSuchSumTold(asked.sums, elsewhere=True), told))
    subjects = [] if finder.is_vague else finder.measures_meant()
    meant = tuple(each.measure for each in subjects[:1])
    return Answer(asked, Kind.SUM, missing=Missing(Gap.NO_AMOUNT, measures=meant))


def _is_of_it(fitting: Sequence[Amount], finder: Finder) -> bool:
    """Tell whether one of the amounts that have the sum may be of what it is said of."""
    if finder.required:
        matches = finder.search(Shelf.AMOUNT)
        return any(
            each in fitting for each in amounts_of(m for m in matches if m.coverage >= _SOME)
        )
    if not finder.wants(Focus.COST) or finder.asked.says(*_ASKS_WHAT):
        return True
    said = {each for term in finder.terms for each, _ in term.roots}
    told = [roots_of(f"{each.purpose} {each.recipient}") for each in fitting]
    return not (said or finder.asked.says("plan")) or any(said & each for each in told)


def real_amount(finder: Finder) -> Told | None:
    """The one amount of what a sum was wrongly said of: the subject named, else the plan."""
    asked, plan = finder.asked, finder.snapshot.plan
    if finder.required and not finder.unknown and not asked.measures:
        named = amounts_of(amounts_named(finder))
        return AmountTold(named[0]) if len(named) == 1 else None
    of_plan = _OF_PLAN.search(asked.normal) and finder.is_general
    return AnnouncedTold(plan) if of_plan and plan.announced_total is not None else None
