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
from plan.questions.reading.asked import Kind
from plan.questions.reading.money_words import TypedSum

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
    if finder.unknown or finder.asked.measures:
        return None
    matches = finder.search(Shelf.AMOUNT)
    if any(each in fitting for each in amounts_of(m for m in matches if m.coverage >= _SOME)):
        return None
    named = amounts_of(amounts_named(finder))
    if len(named) != 1:
        return None
    told = (NoSuchSumTold(finder.asked.sums, elsewhere=True), AmountTold(named[0]))
    return Answer(finder.asked, Kind.SUM, told)


def real_amount(finder: Finder) -> Told | None:
    """The one amount of what a sum was wrongly said of: the subject named, else the plan."""
    asked, plan = finder.asked, finder.snapshot.plan
    if finder.required and not finder.unknown and not asked.measures:
        named = amounts_of(amounts_named(finder))
        return AmountTold(named[0]) if len(named) == 1 else None
    of_plan = _OF_PLAN.search(asked.normal) and finder.is_general
    return AnnouncedTold(plan) if of_plan and plan.announced_total is not None else None
