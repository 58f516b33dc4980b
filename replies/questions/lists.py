"""Lists of measures, and the MOs of one, in sentences."""

from collections.abc import Iterator, Sequence

from plan.measure import Measure
from plan.organisation import Organisation, PrintedOrganisation
from plan.questions.answering.told.measures import BodiesTold, MeasuresTold
from plan.state import State
from replies.names import full_name, the
from replies.questions.lines import told_lines
from replies.questions.states import as_of, mixed_lines, plural
from replies.questions.voice import Voice, short_title
from replies.states import SYMBOLS
from replies.typography import NBSP, capital, count, listing, plain

_MANY = 14  # measures from which a list keeps to numbers


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
        lines += mixed_lines(measures, voice)
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
        states = [plural(each, quantity, voice) for each in reversed(State) if each in told.states]
        parts.append(listing(states, voice.say("ou", "or")))
    of_axis = voice.say("de l'axe", "of axis")
    parts += [f"{of_axis} {axis.number} ({plain(axis.short or axis.title)})" for axis in told.axes]
    if told.bodies:
        parts.append(_with_bodies(told, voice))
    if told.only_everyone:
        parts.append(voice.say("de tous les ministères et organismes", "of every ministry"))
    if told.words:
        words = listing([plain(each) for each in told.words])
        parts.append(f"{voice.say('sur', 'about')} «{NBSP}{words}{NBSP}»")
    day = as_of(told.measures)
    if told.states and day:
        parts.append(f"{voice.say('au', 'as of')} {voice.day(day)}")
    return " ".join(parts)


def _with_bodies(told: MeasuresTold, voice: Voice) -> str:
    names = _named(told.bodies, voice)
    if told.without:
        return f"{voice.say('sans', 'without')} {names}"
    if told.alone:
        alone = voice.say("sans autre MO", "alone")
        return f"{voice.say('avec', 'with')} {names}, {alone}"
    if told.paying:
        return f"{voice.say('avec un montant payé par', 'with an amount paid by')} {names}"
    return f"{voice.say('avec', 'with')} {names}"


def _named(bodies: Sequence[Organisation], voice: Voice) -> str:
    """« le MAMROT et le MESS », « MAMROT and MESS »."""
    if voice.english:
        return listing([plain(each.acronym) for each in bodies], "and")
    called = [
        plain(each.name)
        if each.name == each.acronym and each.name[:1].isupper()
        else the(each.acronym, voice.plan)
        for each in bodies
    ]
    return listing(called)


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
    """« Mesure 10 (…), 2 MO : », then each in full; whether one is there first, where asked."""
    shown = told.volet.organisations if told.volet else told.measure.organisations
    names = [_printed(each, voice) for each in shown]
    lines = []
    if told.members:
        none = "Les documents ne nomment pas les membres; voici les MO concernés."
        english = "The documents do not name the members; these are the ministries concerned."
        lines.append(voice.say(none, english))
    lines += _whether(told, [each.acronym for each in shown], voice)
    where = capital(_where(told, voice))
    if len(names) == 1:
        return [*lines, f"{where}{voice.colon} {names[0]}."]
    return [*lines, f"{where}, {len(names)} MO{voice.colon}", *(f"- {each}" for each in names)]


def _printed(printed: PrintedOrganisation, voice: Voice) -> str:
    """The MO's name; as the document prints it too, where that is another."""
    every = voice.plan.organisations
    organisation = next(each for each in every if each.acronym == printed.acronym)
    name = full_name(organisation)
    if printed.printed == printed.acronym or printed.printed in organisation.name:
        return name
    said = voice.say("imprimé", "printed")
    return f"{name}, {said} «{NBSP}{plain(printed.printed)}{NBSP}»"


def _where(told: BodiesTold, voice: Voice) -> str:
    part = ""
    if told.volet:
        part = f", {voice.say('volet', 'part')} {told.volet.position}"
        part += f" ({plain(told.volet.label)})" if told.volet.label else ""
    return f"{voice.measure(told.measure.number)} ({short_title(told.measure)}{part})"


def _whether(told: BodiesTold, shown: Sequence[str], voice: Voice) -> Iterator[str]:
    for body in told.asked:
        is_there = body.acronym in shown
        among = voice.say("y est", "is there") if is_there else voice.say("n'y est pas", "is not")
        name = plain(body.acronym) if voice.english else the(body.acronym, voice.plan)
        yield f"**{voice.yes(is_there)}**{voice.colon} {name} {among}."
