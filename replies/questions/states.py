"""States and lists of measures in sentences."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from plan.measure import Measure
from plan.questions.answering.measures_told import (
    BodiesTold,
    MeasuresTold,
    MeasureTold,
    StateTold,
    TallyTold,
)
from plan.questions.reading.asked import Focus
from plan.state import State
from replies.names import full_name
from replies.questions.lines import told_lines
from replies.questions.voice import Voice, short_title
from replies.states import CAUSES, SYMBOLS
from replies.typography import NBSP, capital, clip, count, listing, plain

_MANY = 14  # measures from which a list keeps to numbers
_PLURALS = {State.DONE: "réalisées", State.UNDER_WAY: "en cours de réalisation"}


@told_lines.register
def state_lines(told: StateTold, voice: Voice) -> list[str]:
    """« Mesure 4 : **en cours de réalisation**, au 31 mars 2010. », then its remark."""
    measure, volet = told.measure, told.volet
    title = f"{capital(voice.measure(measure.number))} ({short_title(measure)})"
    if volet is not None and measure.is_mixed:
        name = volet.label or f"{voice.say('volet', 'part')} {volet.position}"
        others = [
            f"{voice.say('volet', 'part')} {each.position}"
            f"{f' ({plain(each.label)})' if each.label else ''}"
            f"{voice.colon} {_of_volet(each.state, voice)}"
            for each in measure.volets
            if each.position != volet.position
        ]
        lines = [
            f"{SYMBOLS[volet.state]} **{capital(plain(name))}**, {_rank(volet.position, voice)}"
            f" {voice.say('de la', 'of')} {voice.measure(measure.number)}{voice.colon}"
            f" **{_of_volet(volet.state, voice)}**{_when(measure, voice)}.",
            f"{capital(listing(others))}. {voice.say('La mesure est donc', 'So the measure is')}"
            f" {voice.state(measure.state)}.",
        ]
        return lines
    lines = [
        f"{SYMBOLS[measure.state]} {title}{voice.colon} **{voice.state(measure.state)}**"
        f"{_when(measure, voice)}."
    ]
    if measure.is_mixed:
        lines += [
            f"{SYMBOLS[each.state]} {capital(voice.say('volet', 'part'))} {each.position}"
            f"{f', {plain(each.label)}' if each.label else ''}{voice.colon}"
            f" {_of_volet(each.state, voice)}"
            for each in measure.volets
        ]
    elif not voice.brief:
        lines += _remark(told)
    lines += [
        f"{voice.say('Frein', 'Obstacle')}{voice.colon} {CAUSES[each.cause]}"
        for each in measure.volets
        if each.cause
    ]
    return lines


def _of_volet(state: State, voice: Voice) -> str:
    if voice.english:
        return voice.state(state)
    return {State.DONE: "réalisé"}.get(state, voice.state(state))


def _rank(position: int, voice: Voice) -> str:
    ordinal = voice.say("1er" if position == 1 else f"{position}e", f"part {position}")
    return voice.say(f"{ordinal} volet", ordinal)


def _remark(told: StateTold) -> list[str]:
    volets = [told.volet] if told.volet else told.measure.volets
    if len(volets) != 1:
        return []
    return [plain(clip(each.value, 420)) for each in volets[0].remarks[:1]]


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
            parts.append(f"**{states[state]} {_plural(state, len(numbers), voice)}** ({listed})")
    about = ""
    if told.axis:
        about = f" · {voice.say('axe', 'axis')} {told.axis.number}, {plain(told.axis.title)}"
    elif told.body:
        about = f" · {plain(told.body.acronym)}"
    total = count(len(told.measures), voice.say("mesure", "measure"))
    lines = [f"{total}{about}{_at(told.measures, voice)}{voice.colon} {', '.join(parts)}."]
    return lines + _mixed(told.measures, voice)


def _plural(state: State, quantity: int, voice: Voice) -> str:
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


def _mixed(measures: Sequence[Measure], voice: Voice) -> list[str]:
    lines = []
    for each in measures:
        if not each.is_mixed:
            continue
        volets = [f"volet {v.position} {_of_volet(v.state, voice)}" for v in each.volets]
        lines.append(
            voice.say(
                f"La mesure {each.number} est comptée en cours{NBSP}: {listing(volets)}.",
                f"Measure {each.number} counts as under way: {listing(volets, 'and')}.",
            )
        )
    return lines


@told_lines.register
def measures_lines(told: MeasuresTold, voice: Voice) -> list[str]:
    """« **5 mesures** à venir : 6, 8, 9, 15 et 21. », then their names."""
    measures = told.measures
    heading = _heading(told, voice)
    if not measures:
        return [f"{heading}.", *_everyone(told, voice)]
    numbers = listing([str(each.number) for each in measures], voice.say("et", "and"))
    lines = [f"{heading}{voice.colon} {numbers}."]
    if told.states:
        lines += _mixed(measures, voice)
    if len(measures) < _MANY:
        lines += [
            f"**{each.number}** · {short_title(each)}{_state_of(each, told, voice)}"
            for each in measures
        ]
    return lines + _everyone(told, voice)


def _state_of(measure: Measure, told: MeasuresTold, voice: Voice) -> str:
    if len(told.states) == 1:
        return ""
    return f" · {SYMBOLS[measure.state]} {voice.state(measure.state)}"


def _heading(told: MeasuresTold, voice: Voice) -> str:
    quantity = len(told.measures)
    noun = voice.say("mesure", "measure")
    if quantity:
        parts = [f"**{count(quantity, noun)}**"]
    else:
        parts = [f"**{voice.say('Aucune mesure', 'No measure')}**"]
    if told.states:
        states = [_plural(each, quantity, voice) for each in reversed(State) if each in told.states]
        parts.append(listing(states, voice.say("ou", "or")))
    parts += [
        f"{voice.say('de l’axe', 'of axis').replace('’', chr(39))} {each.number} ({plain(each.short or each.title)})"
        for each in told.axes
    ]
    if told.bodies:
        names = listing([plain(each.acronym) for each in told.bodies], voice.say("et", "and"))
        parts.append(f"{voice.say('avec', 'with')} {names}")
    if told.only_everyone:
        parts.append(voice.say("de tous les ministères et organismes", "of every ministry"))
    if told.words:
        words = listing([plain(each) for each in told.words])
        parts.append(f"{voice.say('sur', 'about')} «{NBSP}{words}{NBSP}»")
    day = as_of(told.measures)
    if told.states and day:
        parts.append(f"{voice.say('au', 'as of')} {voice.day(day)}")
    return " ".join(parts)


def _everyone(told: MeasuresTold, voice: Voice) -> list[str]:
    if not told.everyone:
        return []
    numbers = listing([str(each.number) for each in told.everyone], voice.say("et", "and"))
    return [
        voice.say(
            f"Aussi, pour tous les ministères et organismes{NBSP}: {numbers}.",
            f"Also, for every ministry and agency: {numbers}.",
        )
    ]


@told_lines.register
def bodies_lines(told: BodiesTold, voice: Voice) -> list[str]:
    """« Mesure 10 : MAMROT (…) et MFQ (…). »"""
    known = {each.acronym: each for each in voice.plan.organisations}
    shown = told.volet.organisations if told.volet else told.measure.organisations
    names = []
    for each in shown:
        organisation = known[each.acronym]
        printed = ""
        if each.printed != each.acronym and each.printed not in organisation.name:
            printed = f", {voice.say('imprimé', 'printed')} «{NBSP}{plain(each.printed)}{NBSP}»"
        names.append(full_name(organisation) + printed)
    part = ""
    if told.volet:
        part = f", {voice.say('volet', 'part')} {told.volet.position}"
        part += f" ({plain(told.volet.label)})" if told.volet.label else ""
    where = f"{voice.measure(told.measure.number)} ({short_title(told.measure)}{part})"
    lines = []
    if told.members:
        lines.append(
            voice.say(
                "Les documents ne nomment pas les membres; voici les MO concernés.",
                "The documents do not name the members; these are the ministries concerned.",
            )
        )
    if told.asked:
        lines += _whether(told, [each.acronym for each in shown], voice)
    if len(names) == 1:
        return [*lines, f"{capital(where)}{voice.colon} {names[0]}."]
    return [*lines, f"{capital(where)}, {len(names)} MO{voice.colon}", *(f"- {n}" for n in names)]


def _whether(told: BodiesTold, shown: Sequence[str], voice: Voice) -> list[str]:
    lines = []
    for body in told.asked:
        is_there = body.acronym in shown
        yes = voice.say("Oui", "Yes") if is_there else voice.say("Non", "No")
        among = voice.say("y est", "is there") if is_there else voice.say("n'y est pas", "is not")
        lines.append(f"**{yes}**{voice.colon} {plain(body.acronym)} {among}.")
    return lines


@told_lines.register
def measure_lines(told: MeasureTold, voice: Voice) -> list[str]:
    """A measure in brief: title, state, MOs, remark where it has one volet."""
    measure = told.measure
    bodies = listing(
        [plain(each.acronym) for each in measure.organisations], voice.say("et", "and")
    )
    return [
        f"**{capital(voice.measure(measure.number))}** · {plain(measure.title)}",
        f"{SYMBOLS[measure.state]} {capital(voice.state(measure.state))}{_when(measure, voice)}"
        f" · MO{voice.colon} {bodies}",
        *(_mixed([measure], voice) or _remark(StateTold(measure))),
    ]
