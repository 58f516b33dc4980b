"""Sums over many amounts in sentences: by nature, and against the total announced."""

from collections.abc import Iterator

from plan.money import Amount
from plan.questions.answering.told.money import ReconciliationTold, TotalsTold
from plan.sums import Doubled, Sum
from plan.totals import Reconciliation
from replies.names import the
from replies.questions.lines import told_lines
from replies.questions.sums import nature, payers, value
from replies.questions.voice import Voice
from replies.typography import NBSP, capital, money, plain


@told_lines.register
def totals_lines(told: TotalsTold, voice: Voice) -> list[str]:
    """Totals by nature, each with the amounts that make it."""
    about = capital(_about(told, voice))
    if not told.totals and not told.shared:
        none = voice.say("aucun montant n'est dit", "no amount is told")
        return [f"{about}{voice.colon} {none}."]
    sums = [
        f"**{money(found.cents)}** {nature(kind, found.cents, voice)}"
        for kind, found in told.totals.items()
        if found.counted
    ]
    none = voice.say("aucun montant n'est dit payé sans un autre", "no amount is told paid alone")
    lines = [f"{about}{voice.colon} {', '.join(sums) or none}."]
    if len(sums) > 1:
        apart = "Ces natures d'argent ne s'additionnent pas."
        lines.append(voice.say(apart, "These natures are never added up."))
    for found in told.totals.values():
        lines += _doubled(found, voice)
    for found in told.totals.values():
        lines += _parts(found, voice)
    return lines + [_shared(each, voice) for each in told.shared]


def _about(told: TotalsTold, voice: Voice) -> str:
    """What the totals are of: « axe 2, … », « payé par le MAMROT »."""
    if told.body:
        paid_by = f"payés par {the(told.body.acronym, voice.plan)}"
        return voice.say(paid_by, f"paid by {plain(told.body.acronym)}")
    if told.axis:
        return f"{voice.say('axe', 'axis')} {told.axis.number}, {plain(told.label)}"
    return plain(told.label)


def _doubled(found: Sum, voice: Voice) -> Iterator[str]:
    once = voice.say("Compté une seule fois", "Counted once")
    for each in found.doubled:
        yield f"{once}{voice.colon} {money(each.cents)}, {plain(each.amount.purpose)}."


def _parts(found: Sum, voice: Voice) -> Iterator[str]:
    """The amounts counted, then those that stand outside, with why."""
    for each in found.counted:
        yield _line(each.amount, value(each.amount, voice, bold=False), voice)
    for left in found.left_out:
        if left.of is None:
            why = plain(left.amount.outside) or voice.say("non compté", "not counted")
            yield f"{_line(left.amount, money(left.amount.value), voice)} · {why}"


def _line(amount: Amount, told: str, voice: Voice) -> str:
    return f"- {voice.measure(amount.measure)}{voice.colon} {told} · {plain(amount.purpose)}"


def _shared(amount: Amount, voice: Voice) -> str:
    together = f"{voice.say('payés ensemble par', 'paid together by')} {payers(amount, voice)}"
    return _line(amount, f"{money(amount.value)} {together}", voice)


@told_lines.register
def reconciliation_lines(told: ReconciliationTold, voice: Voice) -> list[str]:
    """Whether the amounts told make the announced total: said, not forced."""
    found = told.found
    committed = _committed(found, voice)
    if found.announced is None:
        french = f"Aucun total n'est annoncé; les montants dits font {committed}."
        return [voice.say(french, f"No total is announced; the amounts told make {committed}.")]
    if not found.gap:
        french = f"**Oui**{NBSP}: les montants dits font {committed}, comme le total annoncé."
        return [voice.say(french, f"**Yes**: the amounts told make {committed}, as announced.")]
    announced, gap = money(found.announced), money(abs(found.gap))
    line = voice.say(
        f"**Non**{NBSP}: les montants que les documents disent font {committed} sans double"
        f" compte, et non les {announced} annoncés. L'écart de {gap} n'y est pas expliqué.",
        f"**No**: the amounts told make {committed} without double counting, not the {announced}"
        f" announced. The documents do not explain the gap of {gap}.",
    )
    return [line, *(_once(each, voice) for each in found.committed.doubled)]


def _committed(found: Reconciliation, voice: Voice) -> str:
    told = f"**{money(found.committed.cents)}**"
    if not found.others.cents:
        return told
    everything = money(found.everything)
    return told + voice.say(
        f" ({everything} avec ce qui n'est dit que dépensé)",
        f" ({everything} with what is told only as spent)",
    )


def _once(each: Doubled, voice: Voice) -> str:
    numbers = sorted({whole.measure for whole in each.wholes if whole.measure is not None})
    once = voice.say("Compté une seule fois", "Counted once")
    place = voice.measures(numbers)
    return f"{once}{voice.colon} {money(each.cents)}, {plain(each.amount.purpose)} ({place})."
