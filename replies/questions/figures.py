"""Dates, indicators and other facts in sentences; both sides where documents disagree."""

from plan.definition import PlanDefinition
from plan.indicator import Indicator
from plan.questions.answering.told import DayTold, FactTold, IndicatorTold, YearsTold
from plan.questions.reading.asked import Focus, Kind
from plan.source import Document, Fact
from replies.questions.lines import told_lines
from replies.questions.voice import Voice
from replies.sources import source_text
from replies.typography import capital, days_away, number, plain


@told_lines.register
def indicator_lines(told: IndicatorTold, voice: Voice) -> list[str]:
    """« **13** sur 21, au 31 mars 2010 : ententes signées (mesure 2). Cible : 21 au 31 mars 2011. »"""
    each = told.indicator
    name = f"{plain(each.label)} ({voice.measure(each.measure)})"
    whole = each.target if each.target is not None else each.out_of
    if each.reached is None:
        return [f"{_target(each, voice)}{voice.colon} {name}.",
                voice.say("Je ne trouve pas de valeur atteinte.", "No value reached is told.")]  # fmt: skip
    if Focus.REMAINING in told.focus and whole is not None:
        left = number(whole - each.reached, each.unit)
        line = f"**{left}** {voice.say('de moins que', 'short of')} {number(whole, each.unit)}"
        reached = (
            f"{number(each.reached, each.unit)} {voice.say('sur', 'of')} {number(whole, each.unit)}"
        )
        return [f"{line}{voice.colon} {name}, {reached}{_when(each, voice)}."]
    if Focus.TARGET in told.focus and each.target is not None:
        reached = (
            f"{voice.say('Atteint', 'Reached')}{voice.colon} {number(each.reached, each.unit)}"
        )
        return [f"{_target(each, voice)}{voice.colon} {name}.", f"{reached}{_when(each, voice)}."]
    line = f"**{_value(each, voice)}**"
    if whole is not None:
        line += f" {voice.say('sur', 'of')} {number(whole, each.unit)}"
        if Focus.PERCENT in told.focus and whole and each.unit != "%":
            line += f" ({number(round(100 * each.reached / whole), '%')})"
    lines = [f"{line}{_when(each, voice)}{voice.colon} {name}."]
    if each.target is not None:
        lines.append(f"{_target(each, voice).replace('**', '')}.")
    return lines


def _value(each: Indicator, voice: Voice) -> str:
    assert each.reached is not None
    if each.reached == 0:
        return voice.say("Aucun (0)", "None (0)")
    return number(each.reached, each.unit)


def _target(each: Indicator, voice: Voice) -> str:
    assert each.target is not None
    told = f"{voice.say('Cible', 'Target')}{voice.colon} **{number(each.target, each.unit)}**"
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
        return [f"{_fact(told.fact, told.kind, voice)} ; {elsewhere}."]
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
def day_lines(told: DayTold, voice: Voice) -> list[str]:
    """A deadline, an indicator's target, a document's date, the plan's start."""
    thing = told.thing
    if isinstance(thing, Document):
        return [f"**{capital(plain(thing.date))}**{voice.colon} {plain(thing.title)}."]
    if isinstance(thing, Indicator):
        target = _target(thing, voice).replace("**", "")
        place = voice.measure(thing.measure)
        return [
            f"**{capital(voice.day(told.day))}**{voice.colon} {plain(told.label)}, {target} ({place})."
        ]
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
