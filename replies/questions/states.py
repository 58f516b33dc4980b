"""The states of measures in sentences."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from plan.measure import Measure, Statement, Volet
from plan.questions.answering.told.measures import (
    MeasureTold,
    StateTold,
    TallyTold,
)
from plan.questions.reading.asked import Focus
from plan.state import State
from replies.questions.lines import told_lines
from replies.questions.voice import Voice, short_title
from replies.states import CAUSES, SYMBOLS
from replies.typography import NBSP, capital, clip, count, listing, plain

_OWN = 3  # remarks of MOs that an answer tells
_PLURALS = {State.DONE: "réalisées", State.UNDER_WAY: "en cours de réalisation"}


@told_lines.register
def state_lines(told: StateTold, voice: Voice) -> list[str]:
    """« Mesure 4 : **en cours de réalisation**, au 31 mars 2010. », then its remark."""
    measure, volet = told.measure, told.volet
    title = f"{capital(voice.measure(measure.number))} ({short_title(measure)})"
    if volet is not None and measure.is_mixed:
        return _volet_lines(measure, volet, voice)
    denial = f"**{voice.yes(False)}**{voice.colon} " if told.denies else ""
    lines = [
        f"{denial}{SYMBOLS[measure.state]} {title}{voice.colon} **{voice.state(measure.state)}**"
        f"{_when(measure, voice)}."
    ]
    if measure.is_mixed:
        lines += [
            f"{SYMBOLS[each.state]} {capital(voice.say('volet', 'part'))} {each.position}"
            f"{f', {_label(each)}' if each.label else ''}{voice.colon}"
            f" {of_volet(each.state, voice)}"
            for each in measure.volets
        ]
    elif not voice.brief:
        lines += _remark(told, voice)
    return lines + _causes(measure, voice)


def _causes(measure: Measure, voice: Voice) -> list[str]:
    """What slows each volet, where it was recorded."""
    causes = [CAUSES[each.cause] for each in measure.volets if each.cause]
    return [f"{voice.say('Frein', 'Obstacle')}{voice.colon} {each}" for each in causes]


def _volet_lines(measure: Measure, volet: Volet, voice: Voice) -> list[str]:
    """The volet that was meant, then the others, then what the measure is from them all."""
    part = voice.say("volet", "part")
    name = _label(volet) or f"{part} {volet.position}"
    others = [
        f"{part} {each.position}{f' ({_label(each)})' if each.label else ''}"
        f"{voice.colon} {of_volet(each.state, voice)}"
        for each in measure.volets
        if each.position != volet.position
    ]
    so = voice.say("La mesure est donc", "So the measure is")
    return [
        f"{SYMBOLS[volet.state]} **{capital(name)}**, {_rank(volet.position, voice)}"
        f" {voice.say('de la', 'of')} {voice.measure(measure.number)}{voice.colon}"
        f" **{of_volet(volet.state, voice)}**{_when(measure, voice)}.",
        f"{capital(listing(others))}. {so} {voice.state(measure.state)}.",
    ]


def _label(volet: Volet) -> str:
    """A volet's name, without the stop of one that is a sentence."""
    return plain(volet.label.rstrip("."))


def of_volet(state: State, voice: Voice) -> str:
    """A volet's state: « réalisé »."""
    if voice.english:
        return voice.state(state)
    return {State.DONE: "réalisé"}.get(state, voice.state(state))


def _rank(position: int, voice: Voice) -> str:
    ordinal = voice.say("1er" if position == 1 else f"{position}e", f"part {position}")
    return voice.say(f"{ordinal} volet", ordinal)


def _remark(told: StateTold, voice: Voice) -> list[str]:
    """What is said of the one volet: for the whole, then by the MOs that spoke last."""
    volets = [told.volet] if told.volet else told.measure.volets
    if len(volets) != 1:
        return []
    remarks = volets[0].remarks
    whole = [plain(clip(each.value, 420)) for each in remarks if each.organisation is None]
    last = sorted(remarks, key=lambda each: each.as_of, reverse=True)
    own = [_own_remark(each, voice) for each in last if each.organisation is not None]
    return whole + own[:_OWN]


def _own_remark(remark: Statement, voice: Voice) -> str:
    """« MDEIE, au 22 novembre 2026 : … »"""
    day = f"{voice.say('au', 'as of')} {voice.day(remark.as_of)}"
    said = plain(clip(remark.value, 300))
    return f"**{plain(remark.organisation or '')}**, {day}{voice.colon} {said}"


def _remarks(measure: Measure, voice: Voice) -> list[str]:
    """What was last said of each volet, a line each."""
    return [
        f"- {voice.say('Volet', 'Part')} {volet.position}{voice.colon}"
        f" {plain(clip(each.value, 220))}"
        for volet in measure.volets
        for each in sorted(volet.remarks, key=lambda each: each.as_of)[-1:]
    ]


def _when(measure: Measure, voice: Voice) -> str:
    """« , au 31 mars 2010 »; what was recorded since decides, and its absence is told."""
    days = [state.as_of for volet in measure.volets for state in volet.states]
    day = max(days, default=measure.first_state_on)
    told = f", {voice.say('au', 'as of')} {voice.day(day)}"
    if measure.last_change is None and measure.at is None and Focus.NOW in voice.focus:
        told += voice.say(
            f"{NBSP}; je ne trouve aucune mise à jour depuis", "; no update since is recorded"
        )
    return told


@told_lines.register
def tally_lines(told: TallyTold, voice: Voice) -> list[str]:
    """« 22 mesures : 4 réalisées, 13 en cours de réalisation, 5 à venir. »"""
    states = Counter(each.state for each in told.measures)
    parts = []
    for state in reversed(State):
        numbers = [each.number for each in told.measures if each.state is state]
        if numbers:
            listed = listing([str(each) for each in numbers])
            parts.append(f"**{states[state]} {plural(state, len(numbers), voice)}** ({listed})")
    about = ""
    if told.axis:
        about = f" · {voice.say('axe', 'axis')} {told.axis.number}, {plain(told.axis.title)}"
    elif told.body:
        about = f" · {plain(told.body.acronym)}"
    total = count(len(told.measures), voice.say("mesure", "measure"))
    lines = [f"{total}{about}{_at(told.measures, voice)}{voice.colon} {', '.join(parts)}."]
    return lines + mixed_lines(told.measures, voice)


def plural(state: State, quantity: int, voice: Voice) -> str:
    """« 2 réalisées », without its number."""
    if voice.english or quantity < 2:
        return voice.state(state)
    return _PLURALS.get(state, voice.state(state))


def _at(measures: Sequence[Measure], voice: Voice) -> str:
    day = as_of(measures)
    return f", {voice.say('au', 'as of')} {voice.day(day)}" if day else ""


def as_of(measures: Sequence[Measure]) -> date | None:
    """The last day that their states speak of."""
    days = [s.as_of for each in measures for v in each.volets for s in v.states]
    return max(days, default=None)


def mixed_lines(measures: Sequence[Measure], voice: Voice) -> list[str]:
    """Why a measure whose volets differ counts as under way."""
    lines = []
    for each in measures:
        if not each.is_mixed:
            continue
        volets = [f"volet {v.position} {of_volet(v.state, voice)}" for v in each.volets]
        lines.append(
            voice.say(
                f"La mesure {each.number} est comptée en cours{NBSP}: {listing(volets)}.",
                f"Measure {each.number} counts as under way: {listing(volets, 'and')}.",
            )
        )
    return lines


@told_lines.register
def measure_lines(told: MeasureTold, voice: Voice) -> list[str]:
    """A measure in brief: title, state, MOs, remark where it has one volet."""
    measure = told.measure
    of = measure.axis
    axis = f"{voice.say('axe', 'axis')} {of.number}, {plain(of.short or of.title)}"
    bodies = listing(
        [plain(each.acronym) for each in measure.organisations], voice.say("et", "and")
    )
    return [
        f"**{capital(voice.measure(measure.number))}** · {plain(measure.title)}",
        f"{SYMBOLS[measure.state]} {capital(voice.state(measure.state))}{_when(measure, voice)}"
        f" · {axis} · MO{voice.colon} {bodies}",
        *mixed_lines([measure], voice),
        *(_remark(StateTold(measure), voice) or (_remarks(measure, voice) if told.whole else [])),
    ]
