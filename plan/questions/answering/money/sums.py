"""Questions that name a sum: what it is for, and what several make together."""

from collections.abc import Sequence, Set

from plan.money import Amount
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.money.amounts import amount_told
from plan.questions.answering.money.links import (
    amount_of,
    amounts_of,
    shares_of,
    valued,
    wholes_of,
)
from plan.questions.answering.money.overlaps import reconciliation_answer
from plan.questions.answering.money.payers import payers_told
from plan.questions.answering.money.remainders import remainder, without_sums
from plan.questions.answering.money.several_sums import are_totals, multiplied, of_each, together
from plan.questions.answering.money.supposed_sums import no_such_sum, of_another
from plan.questions.answering.told.money import (
    AmountTold,
    AnnouncedTold,
    DifferingTold,
    OverlapTold,
)
from plan.questions.answering.told.told import Told
from plan.questions.finding.choice import TIE, fits
from plan.questions.finding.finder import Finder
from plan.questions.finding.record import Shelf
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.money_words import TypedSum

_MOST_READINGS = 5


def sum_answer(finder: Finder) -> Answer | None:
    """What the sums named are for; every amount that has the value, where several do."""
    asked = finder.asked
    if len(asked.sums) > 1 and are_totals(finder):
        return reconciliation_answer(finder)
    if less := remainder(finder) or without_sums(finder):
        return Answer(asked, Kind.SUM, less)
    if len(asked.sums) > 1:
        return together(finder) or of_each(finder)
    wanted = asked.sums[0]
    if whole := multiplied(finder):
        return Answer(asked, Kind.SUM, (whole,))
    return _of_announced(finder, wanted) or _of_amounts(finder, wanted)


def _of_announced(finder: Finder, wanted: TypedSum) -> Answer | None:
    """The sum is the plan's announced total: what became of it is told by no amount."""
    asked, plan = finder.asked, finder.snapshot.plan
    if plan.announced_total != wanted.cents or asked.measures:
        return None
    if finder.wants(Focus.REMAINING):
        return Answer(asked, Kind.SUM, missing=Missing(Gap.NOT_LEFT))
    if finder.wants(Focus.WHY):
        return Answer(asked, Kind.SUM, missing=Missing(Gap.NO_REASON))
    if asked.bodies:
        return Answer(asked, Kind.SUM, missing=Missing(Gap.NO_AMOUNT, body=asked.bodies[0]))
    if asked.natures or finder.wants(Focus.TO_DATE):
        nature = next(iter(asked.natures), None)
        return Answer(asked, Kind.SUM, missing=Missing(Gap.NOT_SPENT, nature=nature))
    told = AnnouncedTold(plan, per_year=finder.wants(Focus.PER_YEAR))
    return None if finder.required else Answer(asked, Kind.SUM, (told,))


def _of_amounts(finder: Finder, wanted: TypedSum) -> Answer | None:
    if finder.wants(Focus.REMAINING) and not finder.required:
        return Answer(finder.asked, Kind.SUM, missing=Missing(Gap.NOT_LEFT))
    fitting = _fitting(wanted, finder)
    if not fitting:
        return no_such_sum(finder, wanted)
    if part := _part_named(fitting, finder):
        return part
    if corrected := of_another(fitting, finder):
        return corrected
    if untold := _share_untold(fitting, finder):
        return untold
    told: tuple[Told, ...] = tuple(_as_asked(each, finder) for each in fitting)
    own = _own_share(fitting[0], finder) if len(fitting) == 1 else None
    told += (AmountTold(own),) if own else ()
    return Answer(finder.asked, Kind.SUM, told, readings=len(fitting) > 1)


def _fitting(wanted: TypedSum, finder: Finder) -> list[Amount]:
    """The amounts of a value; of these the one that the other words fit, where one does."""
    found = valued(wanted, finder.snapshot.plan.amounts, finder.asked.measures)
    found = [each for each in found if each.value == wanted.cents] or found
    if finder.required and not finder.is_vague:
        matches = [each for each in finder.search(Shelf.AMOUNT) if each.coverage >= 0.5]
        found = [each for each in amounts_of(matches) if each in found][:1] or found
    bodies = {each.acronym for each in finder.asked.bodies}
    return [each for each in found if bodies & set(each.payers)] or found


def _part_named(fitting: Sequence[Amount], finder: Finder) -> Answer | None:
    """« Les 5,25 M$ incluent-ils Montréal? »: the words name a part of the sum."""
    asks_what = finder.asked.says("quoi", "quels", "quelles")
    if not finder.required or not finder.wants(Focus.INCLUDES) or asks_what:
        return None
    keys = {each.key for each in fitting}
    if _is_itself_named(keys, finder):
        return None
    for match in finder.search(Shelf.AMOUNT):
        amount = amount_of(match.record) if fits(match) else None
        if amount and keys.intersection(amount.part_of):
            wholes = wholes_of(amount, finder.snapshot.plan.amounts)
            told = OverlapTold(amount, wholes, asked=fitting[0])
            return Answer(finder.asked, Kind.OVERLAP, (told,))
    return None


def _is_itself_named(keys: Set[str], finder: Finder) -> bool:
    """« Le 1 M$ de la métropole inclut quoi »: the words are those of the sum, not of a part."""
    matches = finder.search(Shelf.AMOUNT)
    best = max((each.coverage for each in matches), default=0.0)
    own = [e for e in matches if (amount := amount_of(e.record)) and amount.key in keys]
    several = len(finder.required) > 1
    return not several and any(each.coverage >= best - TIE for each in own)


def _share_untold(fitting: Sequence[Amount], finder: Finder) -> Answer | None:
    """« La part du MSSS dans les 40 000 $ », which it pays with others, nobody tells how."""
    asked = finder.asked
    bodies = {each.acronym for each in asked.bodies}
    if not bodies or Kind.AMOUNT not in asked.kinds or Kind.PAYER in asked.kinds:
        return None
    if not all(bodies < set(each.payers) and not _share(each, finder) for each in fitting):
        return None
    return Answer(asked, Kind.SUM, missing=Missing(Gap.NO_AMOUNT, body=asked.bodies[0]))


def _share(amount: Amount, finder: Finder) -> Amount | None:
    """What the MOs named pay of an amount that they share with others."""
    bodies = {each.acronym for each in finder.asked.bodies}
    shares = shares_of(amount, finder.snapshot.plan.amounts)
    return next((each for each in shares if set(each.payers) == bodies), None)


def _own_share(amount: Amount, finder: Finder) -> Amount | None:
    """« X a fourni 200 000 $? », which another did: what X gives of the same whole."""
    bodies = {each.acronym for each in finder.asked.bodies}
    if not bodies or bodies & set(amount.payers):
        return None
    wholes = wholes_of(amount, finder.snapshot.plan.amounts)
    return next((share for each in wholes if (share := _share(each, finder))), None)


def _as_asked(amount: Amount, finder: Finder) -> Told:
    bodies = {each.acronym for each in finder.asked.bodies}
    if Kind.PAYER in finder.asked.kinds or not bodies <= set(amount.payers):
        return payers_told(amount, finder)
    if became := _became(amount, finder):
        return DifferingTold(became, amount)
    return amount_told(_share(amount, finder) or amount, finder)


def _became(amount: Amount, finder: Finder) -> Amount | None:
    """« A-t-on dépensé le 40 000 $ »: the same money, of the nature asked about."""
    every, natures = finder.snapshot.plan.amounts, finder.asked.natures
    return next((e for e in every if e.same_as == amount.key and e.nature in natures), None)
