"""« Quelles mesures… », « combien de mesures… »: the measures that fit, named or counted."""

import re
from collections.abc import Iterable

from plan.questions.answering.answer import Answer, Missing
from plan.questions.answering.measures.filter import MeasureFilter
from plan.questions.answering.measures.states import at_time, state_answer
from plan.questions.answering.told.measures import MeasuresTold, NameTold, TallyTold
from plan.questions.finding.finder import Finder
from plan.questions.finding.groups import measures_in, measures_of
from plan.questions.reading.asked import Kind
from plan.state import State
from plan.text import fold

_BY_AXIS = re.compile(r"\b(?:par|chaque|chacun des) axes?\b")


def list_answer(finder: Finder) -> Answer | None:
    """The measures that fit, by name."""
    return _answer(finder, Kind.LIST)


def count_answer(finder: Finder) -> Answer | None:
    """How many fit, and which."""
    return _by_axis(finder) or _answer(finder, Kind.COUNT)


def _by_axis(finder: Finder) -> Answer | None:
    """« Combien de mesures par axe », « dans les axes 2 et 3 »: of each of them."""
    asked = finder.asked
    if asked.bodies or finder.required or not (_BY_AXIS.search(asked.normal) or asked.axes[1:]):
        return None
    named, every = asked.axes[1:] and asked.axes, finder.snapshot.plan.axes
    if asked.axes and not named:
        return None
    axes = [each for each in every if not named or each.number in named]
    told = tuple(TallyTold(measures_in(each, finder.snapshot), each) for each in axes)
    return Answer(asked, Kind.COUNT, told)


def _answer(finder: Finder, kind: Kind) -> Answer | None:
    snapshot = at_time(finder, ())
    if isinstance(snapshot, Missing):
        return Answer(finder.asked, kind, missing=snapshot)
    if len(finder.asked.states) == len(State):
        return state_answer(finder)
    wanted = MeasureFilter(finder, snapshot)
    told = _measures_told(wanted)
    if not told.measures and wanted.words:
        return None
    if not told.measures and len(told.bodies) > 1:
        return _of_each(finder, kind)
    matches = tuple(each.match for each in finder.subjects[:5]) if wanted.words else ()
    return Answer(finder.asked, kind, (told,), matches=matches)


def _measures_told(wanted: MeasureFilter) -> MeasuresTold:
    """The measures that fit, with the filters that they went through."""
    asked, measures = wanted.finder.asked, wanted.fitting()
    return MeasuresTold(
        measures=measures,
        states=asked.states,
        bodies=asked.bodies,
        axes=wanted.axes,
        words=_as_typed(wanted.words, asked.text),
        everyone=wanted.of_everyone(measures),
        without=wanted.without,
        alone=wanted.alone,
        paying=wanted.paying,
        only_everyone=asked.everyone,
    )


def _of_each(finder: Finder, kind: Kind) -> Answer:
    """The measures of each of several MOs that have none in common."""
    told = tuple(NameTold(measures_of(each, finder.snapshot), each) for each in finder.asked.bodies)
    return Answer(finder.asked, kind, told)


def _as_typed(said: Iterable[str], text: str) -> tuple[str, ...]:
    """Words with the accents and the capitals that they were typed with."""
    typed = {fold(each): each for each in re.findall(r"\w+", text)}
    return tuple(typed.get(each, each) for each in said)
