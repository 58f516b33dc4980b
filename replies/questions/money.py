"""Amounts in sentences: the sum first, then what it is, who pays and where it stands."""

from collections.abc import Sequence

from plan.money import Amount, Rhythm
from plan.questions.answering.told.money import (
    AddedTold,
    AmountTold,
    AnnouncedTold,
    NoSuchSumTold,
    PayersTold,
    RemainderTold,
    SpanTold,
)
from plan.questions.reading.asked import Focus
from replies.questions.lines import told_lines
from replies.questions.sums import nature, payers, rhythm, value
from replies.questions.voice import Voice
from replies.typography import capital, listing, money, plain


@told_lines.register
def amount_lines(told: AmountTold, voice: Voice) -> list[str]:
    """« **650 000 $ par année**, 5 ans…, octroyés par le MAMROT : purpose (mesure 1). »"""
    amount = told.amount
    lines = [_sum_line(amount, voice)]
    if told.not_yearly:
        of_all = voice.say("au total et non par année", "in total, not a year")
        if amount.rhythm is Rhythm.PER_YEAR:
            of_all = f"{money(amount.total)} {of_all}"
        lines[0] = f"**{voice.yes(False)}**, {of_all}{voice.colon} {lines[0]}"
    if told.each_year is not None:
        yearly = f"**{money(told.each_year)}**"
        french, english = f"Soit {yearly} par année, en moyenne.", f"That is {yearly} a year on"
        lines.append(voice.say(french, f"{english} average."))
    if amount.outside:
        lines.append(f"{capital(plain(amount.outside))}.")
    lines += _parts(told, voice)
    lines += _within(told.containers, voice)
    if Focus.DETAIL in voice.focus and amount.note:
        lines.append(plain(amount.note))
    return lines


def _parts(told: AmountTold, voice: Voice) -> list[str]:
    """« - dont **150 000 $ par année**… », those of a part under it."""
    depths = told.depths or (0,) * len(told.parts)
    return [
        f"{'  ' * depth}- {voice.say('dont', 'of which')} {value(each, voice)}{voice.colon}"
        f" {plain(each.purpose)}"
        for each, depth in zip(told.parts, depths, strict=True)
    ]


def _sum_line(amount: Amount, voice: Voice) -> str:
    """The sum, what has become of it, who pays it, what it is for, whose it is."""
    total_first = Focus.TOTAL in voice.focus and Focus.PER_YEAR not in voice.focus
    first = amount.total if total_first else amount.value
    parts = [value(amount, voice, total_first=total_first), nature(amount.nature, first, voice)]
    if amount.payers:
        parts[-1] += f" {voice.say('par', 'by')} {payers(amount, voice)}"
    line = f"{', '.join(parts)}{voice.colon} {plain(amount.purpose)}"
    if amount.period and amount.period not in amount.purpose:
        line += f", {plain(amount.period)}"
    return f"{line} ({voice.measure(amount.measure)}).{_recipient(amount, voice)}"


def _recipient(amount: Amount, voice: Voice) -> str:
    """«  Bénéficiaire : RCAAQ. », or nothing where the purpose tells it."""
    if not amount.recipient or amount.recipient in amount.purpose:
        return ""
    return f" {voice.say('Bénéficiaire', 'Recipient')}{voice.colon} {plain(amount.recipient)}."


def _within(containers: Sequence[Amount], voice: Voice) -> list[str]:
    if not containers:
        return []
    told = [
        f"{money(each.value)}{rhythm(each, voice)}"
        f"{f' ({plain(each.recipient)})' if each.recipient else ''}, {voice.measure(each.measure)}"
        for each in containers
    ]
    return [f"{voice.say('Partie de', 'Part of')} {listing(told, voice.say('et de', 'and of'))}."]


@told_lines.register
def payers_lines(told: PayersTold, voice: Voice) -> list[str]:
    """« **Le MAMROT, 200 000 $**, et **le SAA, 100 000 $** : 300 000 $ sur 3 ans… »"""
    amount = told.amount
    who = _who_pays(told, voice)
    place = f"{plain(amount.purpose)} ({voice.measure(amount.measure)})"
    if told.denied:
        who = f"{voice.yes(False)}, {who}"
    line = f"{capital(who)}{voice.colon} {value(amount, voice, bold=False)}, {place}."
    lines = [line + _recipient(amount, voice)]
    if len(amount.payers) > 1 and not told.shares:
        lines.append(voice.say("La part de chacun n'est pas dite.", "The shares are not told."))
    return lines + _within(told.containers, voice)


def _who_pays(told: PayersTold, voice: Voice) -> str:
    ordered = sorted(told.shares, key=lambda each: -each.total)
    if ordered:
        shares = [f"{payers(each, voice)}, {money(each.value)}" for each in ordered]
        shares[0] = capital(shares[0])
        return listing([f"**{each}**" for each in shares], voice.say("et", "and"))
    if told.amount.payers:
        return f"**{capital(payers(told.amount, voice))}**"
    return voice.say("Payeur non dit", "Payer not told")


@told_lines.register
def added_lines(told: AddedTold, voice: Voice) -> list[str]:
    """« **165 900 $** en tout : 65 225 $ (mesure 19) + 100 675 $ (mesure 20). »"""
    in_all = voice.say("en tout", "in all")
    parts = [f"{money(each.total)} ({voice.measure(each.measure)})" for each in told.amounts]
    lines = [f"**{money(told.cents)}** {in_all}{voice.colon} {' + '.join(parts)}."]
    if told.yearly is not None and Focus.PER_YEAR in voice.focus:
        yearly = f"{money(told.yearly)}{rhythm(told.amounts[0], voice)}"
        lines = [
            f"**{yearly}** ({money(told.cents)} {in_all}){voice.colon} {_yearly(told, voice)}."
        ]
    lines += [f"- {plain(each.purpose)}{voice.colon} {value(each, voice)}" for each in told.amounts]
    if told.is_mixed:
        natures = [nature(each.nature, each.total, voice) for each in told.amounts]
        kinds = listing(list(dict.fromkeys(natures)), voice.say("et", "and"))
        french = "ajoutés parce que vous le demandez; un total du plan ne les mêle pas"
        english = "added because you ask; no total of the plan mixes them"
        lines.append(f"{capital(kinds)}{voice.colon} {voice.say(french, english)}.")
    return lines


def _yearly(told: AddedTold, voice: Voice) -> str:
    return " + ".join(f"{money(e.value)} ({voice.measure(e.measure)})" for e in told.amounts)


@told_lines.register
def remainder_lines(told: RemainderTold, voice: Voice) -> list[str]:
    """« **850 000 $ par année** : 1 M$ moins 150 000 $. »"""
    rhythm_told = "" if told.totals else rhythm(told.whole, voice)
    whole, *off = [_worth(each, totals=told.totals) for each in (told.whole, *told.off)]
    less, also = voice.say("moins", "less"), voice.say("et", "and")
    place = f"({voice.measure(told.whole.measure)})"
    return [
        f"**{money(told.cents)}{rhythm_told}**{voice.colon}"
        f" {whole} {less} {listing(off, also)} {place}."
    ]


def _worth(amount: Amount, *, totals: bool) -> str:
    return f"{money(amount.total if totals else amount.value)} ({plain(amount.purpose)})"


@told_lines.register
def announced_lines(told: AnnouncedTold, voice: Voice) -> list[str]:
    """« **16,7 M$** annoncés pour tout le plan sur 5 ans. »"""
    plan = told.plan
    assert plan.announced_total is not None
    told_for = voice.say("annoncés pour tout le plan", "announced for the whole plan")
    line = f"**{money(plan.announced_total)}** {told_for}"
    if plan.years:
        line += f" {voice.say('sur', 'over')} {plan.years} {voice.say('ans', 'years')}"
    if not told.per_year:
        return [f"{line}."]
    none = voice.say(
        "Je ne trouve pas de montant par année pour le plan entier.",
        "I cannot find a yearly amount for the whole plan.",
    )
    return [f"{line}.", none]


@told_lines.register
def no_such_sum_lines(told: NoSuchSumTold, voice: Voice) -> list[str]:
    """« **Non** : aucun montant de 17,6 M$ n'est dit. »"""
    sums = listing([money(each.cents) for each in told.sums], voice.say("ni de", "or"))
    if told.elsewhere:
        return [f"**{voice.yes(False)}**, {voice.say('pas', 'not')} {sums}."]
    none = voice.say(f"aucun montant de {sums} n'est dit", f"no amount of {sums} is told")
    return [f"**{voice.yes(False)}**{voice.colon} {none}."]


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
        f" {value(amount, voice, bold=False)} ({voice.measure(amount.measure)})."
    ]
