"""A sum that is wrongly supposed: no amount has it, or that of something else."""

import re
from collections.abc import Sequence

from plan.money import Amount
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.money.choice import amounts_named, narrowed
from plan.questions.answering.money.links import (
    amounts_of,
)
from plan.questions.answering.told.money import (
    AmountTold,
    AnnouncedTold,
    NoSuchSumTold,
)
from plan.questions.answering.told.told import Told
from plan.questions.finding.choice import fits
from plan.questions.finding.finder import Finder
from plan.questions.finding.index import Match
from plan.questions.finding.record import Shelf
from plan.questions.finding.text_words import roots_of
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.money_words import TypedSum

_ASKS_WHAT = ("quoi", "qui", "quel", "quelle", "quels", "quelles")
_SOME = 0.3  # coverage of an amount that may still be meant
_FEW = 2  # amounts of what is named, that are told together
_SURELY = 0.85  # coverage of an amount that is surely meant
_MUCH = 0.25  # coverage by which another is surely not
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
    named = amounts_of(narrowed(amounts_named(finder), finder))
    real: tuple[Told, ...] = tuple(map(AmountTold, named)) if len(named) <= _FEW else ()
    of_plan = finder.is_general and asked.says("plan") and plan.announced_total is not None
    if told := real or ((AnnouncedTold(plan),) if of_plan else ()):
        owners = tuple(map(AmountTold, fitting)) if len(fitting) == 1 else ()
        not_so = NoSuchSumTold(asked.sums, elsewhere=True)
        return Answer(asked, Kind.SUM, (not_so, *told, *owners))
    subjects = [] if finder.is_vague else finder.measures_meant()
    meant = tuple(each.measure for each in subjects[:1])
    return Answer(asked, Kind.SUM, missing=Missing(Gap.NO_AMOUNT, measures=meant))


def _is_of_it(fitting: Sequence[Amount], finder: Finder) -> bool:
    """Tell whether one of the amounts that have the sum may be of what it is said of."""
    if finder.required:
        matches = finder.search(Shelf.AMOUNT)
        floor = max([_SOME, *(m.coverage - _MUCH for m in matches[:1] if _is_sure(m, finder))])
        return any(
            each in fitting for each in amounts_of(m for m in matches if m.coverage >= floor)
        )
    if not finder.wants(Focus.COST) or finder.asked.says(*_ASKS_WHAT):
        return True
    said = {each for term in finder.terms for each, _ in term.roots}
    told = [roots_of(f"{each.purpose} {each.recipient}") for each in fitting]
    return not (said or finder.asked.says("plan")) or any(said & each for each in told)


def _is_sure(match: Match, finder: Finder) -> bool:
    """Tell whether an amount is just what the words name, where they are not asking what is."""
    return fits(match, _SURELY) and bool(match.own_found) and not finder.asked.says(*_ASKS_WHAT)


def real_amount(finder: Finder) -> Told | None:
    """The one amount of what a sum was wrongly said of: the subject named, else the plan."""
    asked, plan = finder.asked, finder.snapshot.plan
    if finder.required and not finder.unknown and not asked.measures:
        named = amounts_of(amounts_named(finder))
        return AmountTold(named[0]) if len(named) == 1 else None
    of_plan = _OF_PLAN.search(asked.normal) and finder.is_general
    return AnnouncedTold(plan) if of_plan and plan.announced_total is not None else None
