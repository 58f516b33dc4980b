"""« Où en est… »: the state of a measure, of a volet, of all, today or at a date."""

import re
from collections.abc import Sequence
from datetime import date

from plan.history import ChangeKind
from plan.indicator import Indicator
from plan.measure import Measure
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.facts.counted import remaining
from plan.questions.answering.told.facts import IndicatorTold
from plan.questions.answering.told.measures import StateTold, TallyTold
from plan.questions.answering.told.told import Told
from plan.questions.finding.choice import best_of
from plan.questions.finding.finder import Finder
from plan.questions.finding.groups import measures_in, measures_of
from plan.questions.finding.index import things
from plan.questions.finding.record import Record, Shelf
from plan.questions.finding.subjects import Subject
from plan.questions.finding.text_words import roots_of
from plan.questions.reading.asked import Kind
from plan.questions.reading.periods import Period
from plan.questions.reading.vocabulary import root
from plan.snapshot import Snapshot

_SURELY = 0.7  # coverage from which a measure is the one whose reason is asked
_MOST = 3  # measures told, at most
_ALL = re.compile(
    r"\b(?:plan|mesures?|actions?|tout|ensemble|etats?|avancement|bilan|ou en|en est|statuts?)\b"
)


def state_answer(finder: Finder) -> Answer | None:
    """The state of what is named; of the whole plan where nothing is."""
    asked = finder.asked
    subjects = finder.measures_meant() if finder.terms else []
    if asked.axes:
        subjects = [each for each in subjects if each.measure.axis.number in asked.axes]
    named = finder.named_measures()
    if not named and not subjects and not _speaks_of_all(finder):
        return None
    about = named or [each.measure for each in subjects]
    snapshot = at_time(finder, about)
    if isinstance(snapshot, Missing):
        return Answer(asked, Kind.STATE, missing=snapshot, near=tuple(about[:3]))
    matches = tuple(each.match for each in subjects)
    if named:
        told = tuple(_named_state(finder, each, snapshot) for each in named)
        return Answer(asked, Kind.STATE, told, matches=matches)
    if not subjects:
        return Answer(asked, Kind.STATE, _tallies(finder, snapshot))
    if done := _as_far_as(finder, subjects, snapshot):
        return Answer(asked, Kind.STATE, done, matches=matches)
    states = tuple(_subject_state(each, snapshot) for each in subjects)
    return Answer(asked, Kind.STATE, states, readings=len(states) > 1, matches=matches)


def _as_far_as(finder: Finder, subjects: Sequence[Subject], snapshot: Snapshot) -> tuple[Told, ...]:
    """« Les ententes sont-elles signées »: the state, and how many of them are."""
    last = root(finder.asked.normal.split()[-1])
    about = {each.measure.number: each for each in subjects}

    def counts(record: Record) -> bool:
        thing = record.thing
        return record.measure in about and isinstance(thing, Indicator) and remaining(thing)

    matches = finder.search(Shelf.INDICATOR, counts)
    found = best_of([each for each in matches if last in roots_of(each.record.own)])
    if len(found) != 1 or snapshot is not finder.snapshot:
        return ()
    subject = about[found[0].record.measure or 0]
    indicators = (IndicatorTold(each) for each in things(found, Indicator))
    return (_subject_state(subject, snapshot), *indicators)


def at_time(finder: Finder, about: Sequence[Measure]) -> Snapshot | Missing:
    """The plan at the time asked about; what is missing where nothing is recorded then.

    A time after the documents' own is answered only where something was recorded since: their
    state is not known to have lasted.
    """
    period = _time_asked(finder, about) or _days_ago(finder)
    if period is None:
        return finder.snapshot
    first = finder.snapshot.plan.first_state_on
    today = finder.ground.today
    if period.last < first:
        return Missing(Gap.NO_STATE, day=period.last, first=first)
    if period.first <= first or period.first <= today <= period.last:
        if period.first <= first and finder.ground.at is not None:
            return finder.ground.at(min(max(period.last, first), today) if period.is_day else first)
        return finder.snapshot
    if finder.ground.at is None or not _recorded(finder, about, period.last):
        return Missing(Gap.NO_STATE, day=period.last, first=first)
    return finder.ground.at(min(period.last, today))


def _time_asked(finder: Finder, about: Sequence[Measure]) -> Period | None:
    """The last period that is no part of a measure's own words (« Stratégie 2009-2014 »)."""
    own = " ".join(f"{each.title} {each.definition.short}" for each in about)
    texts = [own, *(f"{fact.label} {fact.value}" for each in about for fact in each.facts)]
    years = {year for text in texts for year in text.replace("-", " ").split() if year.isdigit()}
    free = [
        each
        for each in finder.asked.periods
        if each.has_year
        and (each.is_day or not {str(each.first.year), str(each.last.year)} <= years)
    ]
    return free[-1] if free else None


def _days_ago(finder: Finder) -> Period | None:
    """« Hier », « il y a un mois »: the day meant."""
    ago = finder.asked.ago
    day = ago.day(finder.ground.today) if ago and ago.number else None
    return Period(day, day) if day else None


def _recorded(finder: Finder, about: Sequence[Measure], until: date) -> bool:
    numbers = {each.number for each in about}
    first = finder.snapshot.plan.first_state_on
    return any(
        first < event.as_of <= until and (not numbers or event.measure in numbers)
        for change in finder.ground.changes
        if change.kind is not ChangeKind.IMPORT
        for event in change.events
    )


def _speaks_of_all(finder: Finder) -> bool:
    said = _ALL.search(finder.asked.normal) is not None
    return (finder.is_general and said) or bool(
        finder.asked.axes or (finder.asked.bodies and not finder.required)
    )


def _named_state(finder: Finder, measure: Measure, snapshot: Snapshot) -> Told:
    here = snapshot.measure(measure.number)
    return StateTold(here, next((v for v in here.volets if v.position == finder.asked.volet), None))


def _subject_state(subject: Subject, snapshot: Snapshot) -> StateTold:
    measure = snapshot.measure(subject.measure.number)
    if subject.volet is None:
        return StateTold(measure)
    position = subject.volet.volet.position
    return StateTold(measure, next(v for v in measure.volets if v.position == position))


def _tallies(finder: Finder, snapshot: Snapshot) -> tuple[Told, ...]:
    asked = finder.asked
    axes = [each for each in snapshot.plan.axes if each.number in asked.axes]
    if axes:
        return tuple(TallyTold(measures_in(axis, snapshot), axis) for axis in axes)
    if asked.bodies:
        return tuple(TallyTold(measures_of(each, snapshot), body=each) for each in asked.bodies)
    return (TallyTold(snapshot.measures),)


def why_answer(finder: Finder) -> Answer:
    """Why a measure stands where it does: what slows it, where that was recorded.

    A state that it is wrongly supposed to be in is denied: it has no reason.
    """
    asked = finder.asked
    of_plan = asked.says("plan")
    subjects = finder.measures_meant(_SURELY) if finder.terms and not of_plan else []
    about = (finder.named_measures() or [each.measure for each in subjects])[:_MOST]
    if about and asked.states and all(each.state not in asked.states for each in about):
        return Answer(asked, Kind.STATE, tuple(StateTold(each, denies=True) for each in about))
    told = tuple(StateTold(each) for each in about if any(volet.cause for volet in each.volets))
    if told:
        return Answer(asked, Kind.STATE, told)
    missing = Missing(Gap.NO_REASON, measures=tuple(about[:2]))
    return Answer(asked, Kind.STATE, missing=missing, near=tuple(about[:2]))
