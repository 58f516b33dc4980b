"""« Quand… » of no subject but the plan: its launch, its end, what is due."""

import re

from plan.questions.answering.answer import Answer
from plan.questions.answering.told.facts import DayTold, YearsTold
from plan.questions.finding.finder import Finder
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.vocabulary import root
from plan.text import words

_LAUNCHING = frozenset(map(root, words("lance lancement debut debute commence annonce devoile")))
_SPEAKS_OF_LAUNCH = re.compile(r"\b(?:plan|lanc|debut|commenc|annonc|devoil)")
_MOST = 5  # dates told, at most


def of_no_subject(finder: Finder) -> Answer | None:
    """The end of the plan, the deadlines, or its launch, as the question speaks of them."""
    if finder.wants(Focus.END):
        return _end_of_plan(finder) or _ends(finder)
    if finder.is_general and _SPEAKS_OF_LAUNCH.search(finder.asked.normal):
        return launch(finder)
    return None


def launch(finder: Finder) -> Answer:
    """The day that the plan was launched."""
    plan = finder.snapshot.plan
    return Answer(finder.asked, Kind.DATE, (DayTold(plan.title, plan.starts_on, plan),))


def _end_of_plan(finder: Finder) -> Answer | None:
    """« Le plan finit quand »: how long it lasts, and from when."""
    plan = finder.snapshot.plan
    if plan.years is None or not finder.asked.says("plan"):
        return None
    return Answer(finder.asked, Kind.DURATION, (YearsTold(plan),))


def asks_of_launch(finder: Finder) -> bool:
    """« Quand le plan a-t-il été lancé »: nothing else is asked."""
    said = {root(each.word) for each in finder.required}
    return finder.asked.says("plan") and said <= _LAUNCHING


def _ends(finder: Finder) -> Answer | None:
    """The committee's deadlines, and the days that the indicators aim at."""
    ends = [DayTold(each.title, each.day) for each in finder.ground.deadlines]
    for each in finder.snapshot.plan.indicators:
        if each.target_on:
            ends.append(DayTold(each.label, each.target_on, each))
    if not ends:
        return None
    return Answer(finder.asked, Kind.DATE, tuple(ends[:_MOST]), readings=len(ends) > 1)
