"""What was recorded since a day."""

import re
from collections.abc import Set
from datetime import date

from plan.history import Change, ChangeKind
from plan.questions.answering.answer import Answer
from plan.questions.answering.told.measures import ChangesTold, StateTold
from plan.questions.finding.finder import Finder
from plan.questions.reading.asked import Kind
from plan.questions.reading.vocabulary import SOFT_ROOTS, root

_SINCE = re.compile(r"\bdepuis(?: le| la| l| les)? (?P<when>.+)$")
_MOST = 8


def changes_answer(finder: Finder) -> Answer | None:
    """What people recorded since the day asked, newest first; of the measures named, where any."""
    since = _since(finder)
    about = finder.named_measures() or [each.measure for each in finder.measures_meant(0.7)]
    others = [e for e in finder.required if root(e.word) not in SOFT_ROOTS]
    if others and not about:
        return None
    numbers = frozenset(each.number for each in about)
    fitting = _recorded(finder, since, numbers)
    told = ChangesTold(
        changes=tuple(reversed(fitting[-_MOST:])),
        since=since,
        first=finder.snapshot.plan.first_state_on,
        measures=tuple(sorted(numbers)),
        total=len(fitting),
    )
    if fitting or len(about) != 1:
        return Answer(finder.asked, Kind.CHANGES, (told,))
    return Answer(finder.asked, Kind.CHANGES, (told, StateTold(about[0])))


def _recorded(finder: Finder, since: date | None, measures: Set[int]) -> list[Change]:
    """What people recorded since a day, of the measures and by the MOs named where some are."""
    bodies = {each.acronym for each in finder.asked.bodies}
    return [
        change
        for change in finder.ground.changes
        if change.kind is not ChangeKind.IMPORT
        and (since is None or change.recorded_at.date() >= since)
        and (not measures or any(event.measure in measures for event in change.events))
        and (not bodies or change.organisation in bodies)
    ]


def _since(finder: Finder) -> date | None:
    """The day after « depuis »; a day, a month or a year told in full, or read as a date."""
    today = finder.ground.today
    if finder.asked.ago:
        return finder.asked.ago.day(today)
    if finder.asked.periods:
        period = finder.asked.periods[-1]
        if period.has_year:
            return period.first
        this_year = period.first.replace(year=today.year)
        return this_year if this_year <= today else period.first.replace(year=today.year - 1)
    found = _SINCE.search(finder.asked.normal)
    return finder.ground.read_day(found["when"]) if found else None
