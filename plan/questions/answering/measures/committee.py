"""What the committee itself knows: who answers for an MO, who has answered, what is due."""

import re
from collections.abc import Iterable

from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.told.committee import AccountTold, NoneOpenTold, RespondentsTold
from plan.questions.answering.told.facts import DayTold
from plan.questions.finding.finder import Finder
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.vocabulary import TELLING_APART, is_asking, root
from plan.questions.reading.word_lists import STOP
from plan.text import words

_DUE = re.compile(
    r"\b(?:prochain\w*|limite|echean\w*|rendre|remettre|produire|avant quand|d ici|venir|reddition)"
)


def respondents_answer(finder: Finder) -> Answer:
    """Those who answer for the MOs named; for all of them where none is."""
    asked, team = finder.asked, finder.ground.team()
    acronyms = [each.acronym for each in asked.bodies] or [each.organisation for each in team]
    told = tuple(
        RespondentsTold(each, tuple(one for one in team if one.organisation == each))
        for each in dict.fromkeys(acronyms)
        if any(one.organisation == each for one in team)
    )
    if told:
        return Answer(asked, Kind.RESPONDENTS, told)
    body = next(iter(asked.bodies), None)
    return Answer(asked, Kind.RESPONDENTS, missing=Missing(Gap.NO_RESPONDENT, body=body))


def deadline_answer(finder: Finder) -> Answer:
    """The committee's own deadlines."""
    told = tuple(DayTold(each.title, each.day) for each in finder.ground.deadlines[:3])
    if not told:
        return Answer(finder.asked, Kind.DEADLINE, missing=Missing(Gap.NO_DEADLINE))
    return Answer(finder.asked, Kind.DEADLINE, told)


def named_deadlines(finder: Finder) -> Answer | None:
    """« Quand faut-il remettre le bilan annuel »: the deadlines that are called so."""
    asked = _roots(each for each in finder.asked.words if not is_asking(each))
    due = _DUE.search(finder.asked.normal) or finder.wants(Focus.END)
    fitting = []
    for each in finder.ground.deadlines:
        titled = _roots(words(each.title))
        if titled <= asked or (due and asked and asked <= titled):
            fitting.append(DayTold(each.title, each.day))
    return Answer(finder.asked, Kind.DATE, tuple(fitting[:3])) if fitting else None


def _roots(said: Iterable[str]) -> set[str]:
    return {root(each) for each in said if each not in STOP and each not in TELLING_APART}


def unanswered_answer(finder: Finder) -> Answer:
    """Whether the MOs named have answered the collecte that is open.

    Where every MO stands is the collecte's own card: nothing is told of it here.
    """
    ground = finder.ground
    accounts = {each.organisation: each for each in ground.accounts()}
    if not accounts:
        coming = next(iter(ground.deadlines), None)
        return Answer(finder.asked, Kind.UNANSWERED, (NoneOpenTold(coming),))
    told = tuple(AccountTold(e.acronym, accounts.get(e.acronym)) for e in finder.asked.bodies)
    return Answer(finder.asked, Kind.UNANSWERED, told)
