"""What was recorded since a day, and who has still to answer."""

import re
from datetime import date, timedelta

from plan.history import ChangeKind
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.measures_told import ChangesTold
from plan.questions.finding.finder import Finder
from plan.questions.reading.asked import Kind

_SINCE = re.compile(r"\bdepuis(?: le| la| l| les)? (?P<when>.+)$")
_MOST = 8


def changes_answer(finder: Finder) -> Answer | None:
    """What people recorded since the day asked, newest first; of the measures named, where any."""
    since = _since(finder)
    numbers = set(finder.asked.measures)
    bodies = {each.acronym for each in finder.asked.bodies}
    fitting = [
        change
        for change in finder.ground.changes
        if change.kind is not ChangeKind.IMPORT
        and (since is None or change.recorded_at.date() >= since)
        and (not numbers or any(event.measure in numbers for event in change.events))
        and (not bodies or change.organisation in bodies)
    ]
    told = ChangesTold(
        tuple(reversed(fitting[-_MOST:])), since, finder.snapshot.plan.first_state_on
    )
    return Answer(finder.asked, Kind.CHANGES, (told,))


def _since(finder: Finder) -> date | None:
    """The day after « depuis »; a day, a month or a year told in full, or read as a date."""
    today = finder.ground.today
    if finder.asked.periods:
        period = finder.asked.periods[-1]
        if period.has_year:
            return period.first
        this_year = period.first.replace(year=today.year)
        return this_year if this_year <= today else period.first.replace(year=today.year - 1)
    found = _SINCE.search(finder.asked.normal)
    if not found:
        return None
    when = found["when"]
    for words, days in (
        ("hier", 1),
        ("avant hier", 2),
        ("semaine", 7),
        ("mois", 30),
        ("annee", 365),
    ):
        if words in when:
            return today - timedelta(days=days)
    return finder.ground.read_day(when)


def unanswered_answer(finder: Finder) -> Answer | None:
    """Who has not answered the collecte: none is open as long as the plan follows none."""
    return Answer(finder.asked, Kind.UNANSWERED, missing=Missing(Gap.NO_COLLECTION))
