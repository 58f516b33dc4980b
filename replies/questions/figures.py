"""Dates, indicators and other facts in sentences; both sides where documents disagree."""

from decimal import Decimal

from plan.definition import PlanDefinition
from plan.indicator import Indicator
from plan.questions.answering.told.facts import (
    DayTold,
    FactTold,
    IndicatorTold,
    SaidTold,
    YearsTold,
)
from plan.questions.reading.asked import Focus, Kind
from plan.source import Document, Fact
from replies.questions.lines import told_lines
from replies.questions.voice import Voice
from replies.sources import source_text
from replies.typography import NBSP, capital, clip, days_away, number, plain

_NAMING = ("document", "organisme")  # kinds of fact whose value is a name


@told_lines.register
def indicator_lines(told: IndicatorTold, voice: Voice) -> list[str]:
    """« **13** sur 21, au 31 mars 2010 : ententes signées (mesure 2). Cible : 21… »"""
    each = told.indicator
    if each.reached is None:
        none = voice.say("Je ne trouve pas de valeur atteinte.", "No value reached is told.")
        return [f"{_target(each, voice)}{voice.colon} {_name(each, voice)}.", none]
    if Focus.REMAINING in told.focus and _whole(each) is not None:
        return [_left(each, each.reached, voice)]
    if Focus.TARGET in told.focus and each.target is not None:
        reached = number(each.reached, each.unit)
        if Focus.MET in told.focus:
            return [_met(each, each.reached >= each.target, voice)]
        return [
            f"{_target(each, voice)}{voice.colon} {_name(each, voice)}.",
            f"{voice.say('Atteint', 'Reached')}{voice.colon} {reached}{_when(each, voice)}.",
        ]
    percent = Focus.PERCENT in told.focus
    lines = [f"{_reached(each, voice, percent=percent)}{voice.colon} {_name(each, voice)}."]
    if each.target is not None:
        lines.append(f"{_target(each, voice, bold=False)}.")
    elif Focus.TARGET in told.focus:
        lines.append(voice.say("Je ne trouve pas de cible.", "No target is told."))
    return lines


def _met(each: Indicator, met: bool, voice: Voice) -> str:
    """« **Non** : **13** sur 21, en 16 mois : ententes signées (mesure 2). Cible : 21 au… »."""
    line = f"**{voice.yes(met)}**{voice.colon} {_reached(each, voice, percent=False)}"
    return f"{line}{voice.colon} {_name(each, voice)}. {_target(each, voice, bold=False)}."


def _name(each: Indicator, voice: Voice) -> str:
    return f"{plain(each.label)} ({voice.measure(each.measure)})"


def _whole(each: Indicator) -> Decimal | None:
    """What the value reached is out of."""
    return each.target if each.target is not None else each.out_of


def _reached(each: Indicator, voice: Voice, *, percent: bool) -> str:
    """« **13** sur 21 (62 %), au 31 mars 2010 »."""
    assert each.reached is not None
    whole = _whole(each)
    none = voice.say("Aucun (0)", "None (0)")
    line = f"**{number(each.reached, each.unit) if each.reached else none}**"
    if whole is not None:
        line += f" {voice.say('sur', 'of')} {number(whole, each.unit)}"
        if percent and whole and each.unit != "%":
            line += f" ({number(round(100 * each.reached / whole), '%')})"
    return f"{line}{_when(each, voice)}"


def _left(each: Indicator, reached: Decimal, voice: Voice) -> str:
    """« **8** de moins que 21 : ententes signées (mesure 2), 13 sur 21, au 31 mars 2010. »"""
    whole = _whole(each)
    assert whole is not None
    out_of = number(whole, each.unit)
    short = f"**{number(whole - reached, each.unit)}** {voice.say('de moins que', 'short of')}"
    so_far = f"{number(reached, each.unit)} {voice.say('sur', 'of')} {out_of}{_when(each, voice)}"
    return f"{short} {out_of}{voice.colon} {_name(each, voice)}, {so_far}."


def _target(each: Indicator, voice: Voice, *, bold: bool = True) -> str:
    assert each.target is not None
    mark = "**" if bold else ""
    aim = f"{mark}{number(each.target, each.unit)}{mark}"
    told = f"{voice.say('Cible', 'Target')}{voice.colon} {aim}"
    if each.target_on:
        told += f" {voice.say('au', 'by')} {voice.day(each.target_on)}"
    return told


def _when(each: Indicator, voice: Voice) -> str:
    if each.period:
        return f", {plain(each.period)}"
    if each.reached_on:
        return f", {voice.say('au', 'as of')} {voice.day(each.reached_on)}"
    return ""


@told_lines.register
def fact_lines(told: FactTold, voice: Voice) -> list[str]:
    """« **Octobre 2011** : forum… (mesure 12). »; with its place where another contradicts it."""
    if voice.brief and told.others:
        others = [voice.partial(each.date) or plain(each.value) for each in told.others]
        elsewhere = f"{voice.say('ailleurs', 'elsewhere')}{voice.colon} {', '.join(others)}"
        return [f"{_fact(told.fact, told.kind, voice)}; {elsewhere}."]
    if not told.others:
        return [f"{_fact(told.fact, told.kind, voice)}."]
    heading = voice.say("Les documents ne disent pas la même chose", "The documents disagree")
    lines = [f"{heading}{voice.colon}"]
    for each in (told.fact, *told.others):
        place = source_text(each.source, voice.plan.documents)
        lines.append(f"- {_fact(each, told.kind, voice)} · {plain(place)}")
    return lines


def _fact(fact: Fact, kind: Kind, voice: Voice) -> str:
    when = voice.partial(fact.date) if fact.date else ""
    label = plain(fact.label)
    place = f" ({voice.measure(fact.measure)})" if fact.measure else ""
    if kind in (Kind.DATE, Kind.DURATION) and when and fact.kind != "chiffre":
        if fact.kind in _NAMING and fact.value:
            return f"**{capital(when)}**{voice.colon} {plain(fact.value)}{place}. {capital(label)}"
        value = f", {plain(fact.value)}" if fact.value else ""
        return f"**{capital(when)}**{voice.colon} {label}{value}{place}"
    if fact.value:
        dated = f", {when}" if when else ""
        value = plain(fact.value)
        value = capital(value) if " " in value else value  # an address stays as it is
        return f"**{value}**{voice.colon} {label}{dated}{place}"
    dated = f"{voice.colon} **{when}**" if when else ""
    return f"{capital(label)}{dated}{place}"


@told_lines.register
def said_lines(told: SaidTold, voice: Voice) -> list[str]:
    """« La remarque de la mesure 4 dit : « … », au 31 mars 2027. »"""
    said = told.said
    place = voice.measure(said.measure.number)
    if len(said.measure.volets) > 1:
        place += f", {voice.say('volet', 'part')} {said.volet.position}"
    day = f"{voice.say('au', 'as of')} {voice.day(said.statement.as_of)}"
    return [f"«{NBSP}{plain(clip(said.sentence, 400))}{NBSP}» ({place}, {day})."]


@told_lines.register
def day_lines(told: DayTold, voice: Voice) -> list[str]:
    """A deadline, an indicator's target, a document's date, the plan's start."""
    thing = told.thing
    if isinstance(thing, Document):
        return [f"**{capital(plain(thing.date))}**{voice.colon} {plain(thing.title)}."]
    if isinstance(thing, Indicator):
        target = _target(thing, voice, bold=False)
        about = f"{plain(told.label)}, {target} ({voice.measure(thing.measure)})"
        return [f"**{capital(voice.day(told.day))}**{voice.colon} {about}."]
    if isinstance(thing, PlanDefinition):
        return [f"**{capital(voice.day(told.day))}**{voice.colon} {plain(told.label)}."]
    away = days_away(told.day, voice.today)
    return [f"**{capital(voice.day(told.day))}** ({away}){voice.colon} {plain(told.label)}."]


@told_lines.register
def years_lines(told: YearsTold, voice: Voice) -> list[str]:
    """How long the plan lasts."""
    plan = told.plan
    assert plan.years is not None
    start = voice.day(plan.starts_on)
    return [
        f"**{plan.years} {voice.say('ans', 'years')}**, {voice.say('à partir du', 'from')} {start}."
    ]
