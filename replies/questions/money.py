"""Amounts in sentences: the sum first, then what it is, who pays and where it stands."""

from collections.abc import Sequence

from plan.money import Amount, Cents, Nature, Rhythm
from plan.questions.answering.measures_told import RankedTold
from plan.questions.answering.money_told import (
    AddedTold,
    AmountTold,
    AnnouncedTold,
    ComparedTold,
    DifferingTold,
    OverlapTold,
    PayersTold,
    ReconciliationTold,
    SpanTold,
    TotalsTold,
)
from plan.questions.reading.asked import Focus
from plan.state import State
from replies.amounts import NATURES
from replies.names import the
from replies.questions.lines import told_lines
from replies.questions.voice import Voice
from replies.typography import NBSP, capital, listing, money, plain

_ENGLISH = {
    Nature.ANNOUNCED: "announced",
    Nature.PLANNED: "planned or reserved",
    Nature.GRANTED: "granted",
    Nature.AUTHORISED: "authorised",
    Nature.SPENT: "spent or invested",
}
_STATES = {State.DONE: "réalisées", State.UNDER_WAY: "en cours", State.TO_COME: "à venir"}


def value(amount: Amount, voice: Voice, *, total_first: bool = False) -> str:
    """« **650 000 $ par année**, 5 ans (3,25 M$) »; the total first where it was asked."""
    told = f"**{money(amount.value)}**"
    years = f"{amount.years}{NBSP}{voice.say('ans', 'years')}"
    if amount.rhythm is Rhythm.PER_YEAR:
        per_year = voice.say("par année", "a year")
        if not amount.years or amount.years < 2:
            return f"**{money(amount.value)} {per_year}**"
        if total_first:
            return (
                f"**{money(amount.total)}** {voice.say('en tout', 'in all')}"
                f" ({money(amount.value)} {per_year} × {years})"
            )
        over = voice.say("en tout", "in all")
        return f"**{money(amount.value)} {per_year}**, {years} ({money(amount.total)} {over})"
    if amount.rhythm is Rhythm.OVER_PERIOD and amount.years:
        return f"{told} {voice.say('sur', 'over')} {years}"
    if amount.rhythm is Rhythm.UNTOLD:
        return f"{told} ({voice.say('durée non dite', 'for how long is not told')})"
    return told


@told_lines.register
def amount_lines(told: AmountTold, voice: Voice) -> list[str]:
    """« **650 000 $ par année**, 5 ans…, octroyés par le MAMROT : purpose (mesure 1). »"""
    amount = told.amount
    total_first = Focus.TOTAL in voice.focus and Focus.PER_YEAR not in voice.focus
    parts = [value(amount, voice, total_first=total_first), nature(amount, voice)]
    if amount.payers:
        parts[-1] += f" {voice.say('par', 'by')} {payers(amount, voice)}"
    if amount.recipient and amount.recipient not in amount.purpose:
        parts.append(f"{voice.say('pour', 'for')} {plain(amount.recipient)}")
    line = f"{', '.join(parts)}{voice.colon} {plain(amount.purpose)}"
    if amount.period and amount.period not in amount.purpose:
        line += f", {plain(amount.period)}"
    lines = [f"{line} ({voice.measure(amount.measure)})."]
    if amount.outside:
        lines.append(f"{capital(plain(amount.outside))}.")
    lines += [
        f"- {voice.say('dont', 'of which')} {value(each, voice)}{voice.colon} {plain(each.purpose)}"
        for each in told.parts
    ]
    lines += _within(told.containers, voice)
    if Focus.DETAIL in voice.focus and amount.note:
        lines.append(plain(amount.note))
    return lines


def _within(containers: Sequence[Amount], voice: Voice) -> list[str]:
    if not containers:
        return []
    told = [
        f"{money(each.value)}{_rhythm(each, voice)}"
        f"{f' ({plain(each.recipient)})' if each.recipient else ''}, {voice.measure(each.measure)}"
        for each in containers
    ]
    return [f"{voice.say('Partie de', 'Part of')} {listing(told, voice.say('et de', 'and of'))}."]


def _rhythm(amount: Amount, voice: Voice) -> str:
    return voice.say(" par année", " a year") if amount.rhythm is Rhythm.PER_YEAR else ""


def nature(amount: Amount, voice: Voice) -> str:
    """« prévu », « octroyé »…"""
    return voice.say(NATURES[amount.nature].lower(), _ENGLISH[amount.nature])


def payers(amount: Amount, voice: Voice) -> str:
    """« le MAMROT et le MESS »."""
    if voice.english:
        return listing([plain(each) for each in amount.payers], "and")
    return listing([the(each, voice.plan) for each in amount.payers])


@told_lines.register
def payers_lines(told: PayersTold, voice: Voice) -> list[str]:
    """« Le **MAMROT, 200 000 $**, et le **SAA, 100 000 $** : 300 000 $ sur 3 ans (mesure 14). »"""
    amount = told.amount
    total = value(amount, voice).replace("**", "")
    place = f"{plain(amount.purpose)} ({voice.measure(amount.measure)})"
    if told.shares:
        ordered = sorted(told.shares, key=lambda each: -each.total)
        shares = [f"**{payers(each, voice)}, {money(each.value)}**" for each in ordered]
        line = f"{capital(listing(shares, voice.say('et', 'and')))}{voice.colon} {total}, {place}."
    elif amount.payers:
        line = f"**{capital(payers(amount, voice))}**{voice.colon} {total}, {place}."
    else:
        line = f"{capital(voice.say('payeur non dit', 'payer not told'))}{voice.colon} {total}, {place}."
    lines = [line]
    if amount.recipient and amount.recipient not in amount.purpose:
        through = voice.say("Par ou pour", "Through or for")
        lines.append(f"{through}{voice.colon} {plain(amount.recipient)}.")
    if len(amount.payers) > 1 and not told.shares:
        lines.append(voice.say("La part de chacun n'est pas dite.", "The shares are not told."))
    return lines + _within(told.containers, voice)


@told_lines.register
def totals_lines(told: TotalsTold, voice: Voice) -> list[str]:
    """Totals by nature, each with the amounts that make it."""
    about = plain(told.label)
    if told.axis:
        about = f"{voice.say('axe', 'axis')} {told.axis.number}, {about}"
    if told.body:
        about = voice.say(f"payé par {the(told.body.acronym, voice.plan)}", f"paid by {about}")
    if not told.totals and not told.shared:
        return [
            f"{capital(about)}{voice.colon} {voice.say('aucun montant n’est dit', 'no amount is told').replace('’', chr(39))}."
        ]
    sums = [
        f"**{money(found.cents)}** {voice.say(NATURES[kind].lower(), _ENGLISH[kind])}"
        for kind, found in told.totals.items()
        if found.counted
    ]
    lines = [f"{capital(about)}{voice.colon} {', '.join(sums)}."] if sums else []
    if len(sums) > 1:
        lines.append(
            voice.say(
                "Ces natures d'argent ne s'additionnent pas.", "These natures are never added up."
            )
        )
    for found in told.totals.values():
        for twice in found.doubled:
            once = voice.say("Compté une seule fois", "Counted once")
            lines.append(
                f"{once}{voice.colon} {money(twice.cents)}, {plain(twice.amount.purpose)}."
            )
    for found in told.totals.values():
        for each in found.counted:
            amount = each.amount
            lines.append(
                f"- {voice.measure(amount.measure)}{voice.colon} {value(amount, voice).replace('**', '')}"
                f" · {plain(amount.purpose)}"
            )
        for left in found.left_out:
            if left.of is None:
                lines.append(
                    f"- {voice.measure(left.amount.measure)}{voice.colon}"
                    f" {money(left.amount.value)} · {plain(left.amount.purpose)}"
                    f" · {plain(left.amount.outside) or voice.say('non compté', 'not counted')}"
                )
    for amount in told.shared:
        who = payers(amount, voice)
        lines.append(
            f"- {voice.measure(amount.measure)}{voice.colon} {money(amount.value)}"
            f" {voice.say('payés ensemble par', 'paid together by')} {who}"
            f" · {plain(amount.purpose)}"
        )
    return lines


@told_lines.register
def added_lines(told: AddedTold, voice: Voice) -> list[str]:
    """« **165 900 $** en tout : 65 225 $ (mesure 19) + 100 675 $ (mesure 20). »"""
    parts = [f"{money(each.total)} ({voice.measure(each.measure)})" for each in told.amounts]
    lines = [
        f"**{money(told.cents)}** {voice.say('en tout', 'in all')}{voice.colon} {' + '.join(parts)}."
    ]
    return lines + [
        f"- {plain(each.purpose)}{voice.colon} {value(each, voice)}" for each in told.amounts
    ]


@told_lines.register
def announced_lines(told: AnnouncedTold, voice: Voice) -> list[str]:
    """« **16,7 M$** annoncés pour le plan, sur 5 ans. »"""
    plan = told.plan
    assert plan.announced_total is not None
    over = (
        f" {voice.say('sur', 'over')} {plan.years} {voice.say('ans', 'years')}"
        if plan.years
        else ""
    )
    lines = [
        f"**{money(plan.announced_total)}** {voice.say('annoncés pour tout le plan', 'announced for the whole plan')}{over}."
    ]
    if told.per_year:
        lines.append(
            voice.say(
                "Je ne trouve pas de montant par année pour le plan entier.",
                "I cannot find a yearly amount for the whole plan.",
            )
        )
    return lines


@told_lines.register
def reconciliation_lines(told: ReconciliationTold, voice: Voice) -> list[str]:
    """Whether the amounts told make the announced total: said, not forced."""
    found = told.found
    committed = f"**{money(found.committed.cents)}**"
    if found.others.cents:
        committed += voice.say(
            f" ({money(found.everything)} avec ce qui n'est dit que dépensé)",
            f" ({money(found.everything)} with what is told only as spent)",
        )
    if found.announced is None:
        return [voice.say(f"Aucun total n'est annoncé ; les montants dits font {committed}.",
                          f"No total is announced; the amounts told make {committed}.")]  # fmt: skip
    announced = money(found.announced)
    if not found.gap:
        return [voice.say(f"**Oui**{NBSP}: les montants dits font {committed}, comme le total annoncé.",
                          f"**Yes**: the amounts told make {committed}, as announced.")]  # fmt: skip
    lines = [
        voice.say(
            f"**Non**{NBSP}: les montants que les documents disent font {committed} sans double"
            f" compte, et non les {announced} annoncés. L'écart de {money(abs(found.gap))} n'y est"
            " pas expliqué.",
            f"**No**: the amounts told make {committed} without double counting, not the"
            f" {announced} announced. The documents do not explain the gap of"
            f" {money(abs(found.gap))}.",
        )
    ]
    for each in found.committed.doubled:
        numbers = sorted({w.measure for w in each.wholes if w.measure is not None})
        lines.append(
            voice.say(
                f"Compté une seule fois{NBSP}: {money(each.cents)}, {plain(each.amount.purpose)}"
                f" ({voice.measures(numbers)}).",
                f"Counted once: {money(each.cents)}, {plain(each.amount.purpose)}"
                f" ({voice.measures(numbers)}).",
            )
        )
    return lines


@told_lines.register
def differing_lines(told: DifferingTold, voice: Voice) -> list[str]:
    """Two natures of one money: they are told side by side, and are not the same figure."""
    amount, other = told.amount, told.other
    same = amount.total == other.total
    start = voice.say("Oui", "Yes") if same else voice.say("Non", "No")
    lines = [
        f"**{start}**{voice.colon} {value(other, voice)} {nature(other, voice)}"
        f"{_period(other)}, {voice.say('contre', 'against')} {value(amount, voice)}"
        f" {nature(amount, voice)}{_period(amount)} ({voice.measure(amount.measure)}).",
    ]
    if not same:
        lines.append(
            voice.say(
                "Ce sont deux natures du même argent, qui ne s'additionnent pas. L'écart n'est pas"
                " expliqué.",
                "They are two natures of the same money, never added up. The gap is not explained.",
            )
        )
    return lines


def _period(amount: Amount) -> str:
    return f" ({plain(amount.period)})" if amount.period else ""


@told_lines.register
def overlap_lines(told: OverlapTold, voice: Voice) -> list[str]:
    """Whether an amount is counted in others."""
    amount = told.amount
    named = f"{value(amount, voice)}{voice.colon} {plain(amount.purpose)}"
    place = f"({voice.measure(amount.measure)})"
    asked = told.asked
    if asked is not None and asked.key not in {each.key for each in told.wholes}:
        why = f", {plain(amount.outside)}" if amount.outside else ""
        return [
            f"**{voice.say('Non', 'No')}**{voice.colon} {voice.say('les', 'the')}"
            f" {money(amount.value)} {place} {voice.say('ne font pas partie de', 'are not part of')}"
            f" {money(asked.value)}{why}."
        ]
    if not told.wholes:
        why = f" {capital(plain(amount.outside))}." if amount.outside else ""
        return [
            f"**{voice.say('Non', 'No')}**{voice.colon}"
            f" {voice.say('cet argent n’est compté dans aucun autre montant', 'it is counted in no other amount').replace('’', chr(39))}."
            f"{why}",
            f"{named} {place}.",
        ]
    wholes = [
        f"{money(each.value)}{_rhythm(each, voice)} ({voice.measure(each.measure)})"
        for each in told.wholes
    ]
    lines = [f"**{voice.say('Oui', 'Yes')}**{voice.colon} {named} {place}."]
    lines.append(
        f"{voice.say('Compté dans', 'Counted in')}"
        f" {listing(wholes, voice.say('et aussi dans', 'and also in'))}."
    )
    if len(told.wholes) > 1:
        lines.append(voice.say("Un total ne le compte qu'une fois.", "A total counts it once."))
    return lines


@told_lines.register
def compared_lines(told: ComparedTold, voice: Voice) -> list[str]:
    """« La plus grande : 100 675 $ (mesure 20), contre 65 225 $ (mesure 19). »"""
    larger, smaller = told.larger, told.smaller

    def named(amount: Amount) -> str:
        alone = f", {payers(amount, voice)}" if len(amount.payers) == 1 else ""
        return f"{plain(amount.purpose)} ({voice.measure(amount.measure)}{alone})"

    def worth(amount: Amount) -> str:
        cents = amount.total if told.totals else amount.value
        return f"**{money(cents)}{'' if told.totals else _rhythm(amount, voice)}**"

    gap: Cents = abs(larger.total - smaller.total if told.totals else larger.value - smaller.value)
    if gap == 0:
        first = voice.say("Égalité", "Equal")
        return [f"**{first}**{voice.colon} {worth(larger)}, {named(larger)} ; {named(smaller)}."]
    return [
        f"{capital(voice.say('le plus', 'the larger'))}{voice.colon} {worth(larger)},"
        f" {named(larger)}.",
        f"{voice.say('Contre', 'Against')} {worth(smaller)}, {named(smaller)}.",
        f"{voice.say('Écart', 'Difference')}{voice.colon} {money(gap)}.",
    ]


@told_lines.register
def ranked_lines(told: RankedTold, voice: Voice) -> list[str]:
    """What has the most, or the least: the first, and those after it."""
    values = [
        (_ranked_name(label, voice), money(number) if told.money else str(number))
        for label, number in told.values
    ]
    unit = {"mesures": voice.say(" mesures", " measures"), "organismes": " MO"}.get(told.what, "")
    best = told.values[0][1]
    first = [
        f"**{name}**"
        for (name, _), (_, number) in zip(values, told.values, strict=True)
        if number == best
    ]
    lines = [f"{capital(listing(first))}{voice.colon} **{values[0][1]}{unit}**."]
    rest = [
        f"{name} {text}"
        for (name, text), (_, number) in zip(values, told.values, strict=True)
        if number != best
    ]
    if rest:
        lines.append(f"{voice.say('Ensuite', 'Next')}{voice.colon} {', '.join(rest)}.")
    if told.difference and len(told.values) == 2:
        lines.append(
            f"{voice.say('Écart', 'Difference')}{voice.colon} {abs(told.values[0][1] - told.values[1][1])}."
        )
    if told.money:
        lines.append(
            voice.say(
                "Plus grand montant dit de chaque mesure, sur toutes ses années.",
                "The largest amount told of each measure, over all its years.",
            )
        )
    return lines


def _ranked_name(label: str, voice: Voice) -> str:
    kind, _, rest = label.partition(":")
    if kind == "mesure":
        return voice.measure(int(rest))
    if kind == "etat":
        return voice.say(_STATES[State(rest)], voice.state(State(rest)))
    return plain(label)


@told_lines.register
def span_lines(told: SpanTold, voice: Voice) -> list[str]:
    """How long an amount runs."""
    amount = told.amount
    parts = []
    if amount.years:
        parts.append(f"**{amount.years} {voice.say('ans', 'years')}**")
    if amount.period:
        parts.append(f"**{plain(amount.period)}**")
    return [
        f"{capital(', '.join(parts))}{voice.colon} {plain(amount.purpose)},"
        f" {value(amount, voice).replace('**', '')} ({voice.measure(amount.measure)})."
    ]
