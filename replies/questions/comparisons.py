"""Two amounts set side by side, and what has the most of something, in sentences."""

from functools import singledispatch

from plan.definition import Axis
from plan.measure import Measure
from plan.money import Amount, Cents
from plan.organisation import Organisation
from plan.questions.answering.told.measures import RankedTold, Unit
from plan.questions.answering.told.money import ComparedTold, DifferingTold, OverlapTold
from plan.questions.reading.asked import Focus
from plan.state import State
from replies.names import the
from replies.questions.lines import told_lines
from replies.questions.states import plural
from replies.questions.sums import nature, payers, rhythm, value
from replies.questions.voice import Voice
from replies.typography import capital, listing, money, plain


@told_lines.register
def differing_lines(told: DifferingTold, voice: Voice) -> list[str]:
    """Two natures of one money: they are told side by side, and are not the same figure."""
    amount, other = told.amount, told.other
    same = amount.total == other.total
    lines = [
        f"**{voice.yes(same)}**{voice.colon} {_as_told(other, voice)},"
        f" {voice.say('contre', 'against')} {_as_told(amount, voice)}"
        f" ({voice.measure(amount.measure)}).",
    ]
    if not same:
        two = "Ce sont deux natures du même argent, qui ne s'additionnent pas. L'écart n'est pas"
        english = (
            "They are two natures of the same money, never added up. The gap is not explained."
        )
        lines.append(voice.say(f"{two} expliqué.", english))
    return lines


def _as_told(amount: Amount, voice: Voice) -> str:
    period = f" ({plain(amount.period)})" if amount.period else ""
    return f"{value(amount, voice)} {nature(amount.nature, amount.value, voice)}{period}"


@told_lines.register
def overlap_lines(told: OverlapTold, voice: Voice) -> list[str]:
    """Whether an amount is counted in others."""
    asked = told.asked
    beside = Focus.BESIDE in voice.focus  # « est-ce en plus »: yes where it is counted in none
    if asked is not None and asked.key not in {each.key for each in told.wholes}:
        return [_apart(told.amount, asked, voice)]
    amount = told.amount
    named = f"{value(amount, voice)}{voice.colon} {plain(amount.purpose)}"
    named = f"{named} ({voice.measure(amount.measure)})."
    if told.wholes:
        return [f"**{voice.yes(not beside)}**{voice.colon} {named}", *_counted_in(told, voice)]
    alone = "cet argent n'est compté dans aucun autre montant"
    counted = voice.say(alone, "it is counted in no other amount")
    why = f" {capital(plain(amount.outside))}." if amount.outside else ""
    return [f"**{voice.yes(beside)}**{voice.colon} {counted}.{why}", named]


def _counted_in(told: OverlapTold, voice: Voice) -> list[str]:
    """« Compté dans 1 M$ par année (…) et aussi dans… »"""
    wholes = [
        f"{money(each.value)}{rhythm(each, voice)}"
        f" ({plain(each.purpose)}; {voice.measure(each.measure)})"
        for each in told.wholes
    ]
    listed = listing(wholes, voice.say("et aussi dans", "and also in"))
    lines = [f"{voice.say('Compté dans', 'Counted in')} {listed}."]
    if len(told.wholes) > 1:
        lines.append(voice.say("Un total ne le compte qu'une fois.", "A total counts it once."))
    return lines


def _apart(amount: Amount, asked: Amount, voice: Voice) -> str:
    """« **Non** : 30 000 $ (mesure 4), en dehors de 1 M$ par année (mesure 4)… »"""
    why = f"{voice.colon} {plain(amount.outside)}" if amount.outside else ""
    first, second = (
        f"{money(each.value)}{rhythm(each, voice)} ({voice.measure(each.measure)})"
        for each in (amount, asked)
    )
    apart = voice.say("en dehors de", "apart from")
    said = voice.yes(Focus.BESIDE in voice.focus)
    return f"**{said}**{voice.colon} {first}, {apart} {second}{why}."


@told_lines.register
def compared_lines(told: ComparedTold, voice: Voice) -> list[str]:
    """« Le plus : 100 675 $ (mesure 20). Contre 65 225 $ (mesure 19). Écart : 35 450 $. »"""
    larger, smaller = told.larger, told.smaller
    gap: Cents = abs(larger.total - smaller.total if told.totals else larger.value - smaller.value)
    first, second = (_worth(each, told, voice) for each in (larger, smaller))
    if gap == 0:
        return [f"**{voice.say('Égalité', 'Equal')}**{voice.colon} {first}; {second}."]
    whether = [] if told.exceeds is None else [f"**{voice.yes(told.exceeds)}**."]
    return [
        *whether,
        f"{voice.say('Le plus', 'The larger')}{voice.colon} {first}.",
        f"{voice.say('Contre', 'Against')} {second}.",
        f"{voice.say('Écart', 'Difference')}{voice.colon} {money(gap)}.",
    ]


def _worth(amount: Amount, told: ComparedTold, voice: Voice) -> str:
    worth = money(amount.total) if told.totals else f"{money(amount.value)}{rhythm(amount, voice)}"
    alone = f", {payers(amount, voice)}" if len(amount.payers) == 1 else ""
    return f"**{worth}**, {plain(amount.purpose)} ({voice.measure(amount.measure)}{alone})"


@told_lines.register
def ranked_lines(told: RankedTold, voice: Voice) -> list[str]:
    """What has the most, or the least: those of the places asked for, then those after them."""
    if told.last > 1:
        return [*_places(told, voice), *_on_what_footing(told, voice)]
    best = told.values[0][1]
    first, *others = [_name(thing, voice) for thing, number in told.values if number == best]
    firsts = [f"**{each}**" for each in (capital(first), *others)]
    after = [
        f"{_name(thing, voice)} ({_number(number, told)})"
        for thing, number in told.values
        if number != best
    ]
    lines = [
        f"{listing(firsts, voice.say('et', 'and'))}{voice.colon}"
        f" **{_number(best, told)}{_unit(best, told, voice)}**."
    ]
    if after:
        lines.append(f"{voice.say('Ensuite', 'Next')}{voice.colon} {', '.join(after)}.")
    return lines + _on_what_footing(told, voice)


def _places(told: RankedTold, voice: Voice) -> list[str]:
    """« 2. **Mesure 1** : **3,25 M$**. », a line each; those with as much share a place."""
    numbers = [number for _, number in told.values]
    lines = []
    for number in dict.fromkeys(numbers[told.first - 1 : told.last]):
        first, *others = [_name(thing, voice) for thing, worth in told.values if worth == number]
        names = [f"**{each}**" for each in (capital(first), *others)]
        listed = listing(names, voice.say("et", "and"))
        worth = f"{_number(number, told)}{_unit(number, told, voice)}"
        lines.append(f"{numbers.index(number) + 1}. {listed}{voice.colon} **{worth}**.")
    return lines


def _unit(number: int, told: RankedTold, voice: Voice) -> str:
    measures = voice.say("mesure", "measure") + ("s" if number > 1 else "")
    return {Unit.MEASURES: f" {measures}", Unit.BODIES: " MO"}.get(told.unit, "")


def _on_what_footing(told: RankedTold, voice: Voice) -> list[str]:
    """The gap where it was asked, and by which amounts things were ranked."""
    lines = []
    if told.difference and len(told.values) == 2:
        gap = abs(told.values[0][1] - told.values[1][1])
        lines.append(f"{voice.say('Écart', 'Difference')}{voice.colon} {gap}.")
    if told.unit is Unit.MONEY:
        largest = "Plus grand montant dit de chaque mesure, sur toutes ses années."
        english = "The largest amount told of each measure, over all its years."
        lines.append(voice.say(largest, english))
    if told.unit is Unit.PAID:
        once = "Chaque argent compté une fois, sur toutes ses années, d'après les montants dits"
        english = "Each money counted once, over all its years, by the amounts told"
        lines.append(f"{voice.say(once, english)}.")
    return lines


def _number(number: int, told: RankedTold) -> str:
    return money(number) if told.unit in (Unit.MONEY, Unit.PAID) else str(number)


@singledispatch
def _name(thing: object, _voice: Voice) -> str:
    raise TypeError(f"no name for {type(thing).__name__}")


@_name.register
def _measure(thing: Measure, voice: Voice) -> str:
    return voice.measure(thing.number)


@_name.register
def _body(thing: Organisation, voice: Voice) -> str:
    return plain(thing.acronym) if voice.english else the(thing.acronym, voice.plan)


@_name.register
def _axis(thing: Axis, voice: Voice) -> str:
    return f"{voice.say('axe', 'axis')} {thing.number}"


@_name.register
def _state(thing: State, voice: Voice) -> str:
    return plural(thing, 2, voice)
