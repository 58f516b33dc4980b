"""From a typed sentence to what it asks and names."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from plan.definition import PlanDefinition
from plan.organisation import Organisation
from plan.questions.reading import entities
from plan.questions.reading.ago import Ago, typed_ago
from plan.questions.reading.asked import Asked, Focus
from plan.questions.reading.bodies import Bodies, NamedBody
from plan.questions.reading.focus import focus_of
from plan.questions.reading.kinds import kinds_of
from plan.questions.reading.light_words import light_words
from plan.questions.reading.money_words import TypedSum, typed_sums
from plan.questions.reading.normalise import normalise
from plan.questions.reading.order import in_order
from plan.questions.reading.periods import Period, typed_periods
from plan.questions.reading.word_lists import STOP
from plan.text import fold, number_in_words

MOST_WORDS = 24  # of a sentence, that are looked for: a whole page is no question
_HEAD = re.compile(
    r"\b(?:combien|nombre|quantite|liste|noms?)\b(?: moyen)?(?: il)?(?: y a)?(?: tu| t il)?"
    r"(?: de| d| des| du| les| la| l)+"
    r"(?: \d+)? (?P<head>(?!pas\b)[a-z]+)"
)
# « combien le Chantier a de membres »: the members are counted
_HELD = re.compile(r"\bcombien .*?\b(?:a|ont|comptent?) (?:tu )?(?:de|d) (?P<head>[a-z]{3,})\b")
_LENGTH = re.compile(
    r"\b(?:(?:sur|pour|pendant|en|durant|over) )?(?:les )?"
    r"(?P<years>\d{1,2}|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) (?:ans|annees)\b"
)
_OF_PLAN = re.compile(r"\bplan (?:d action )?(?:gouvernemental )?(?:de |d )?$")
_SECOND = ("deuxieme", "second", "2e")
_LATER_REPORT = re.compile(rf"\b(?:{'|'.join(_SECOND)}|2 e) (?P<report>bilan|rapport)\b")
_ACRONYM = re.compile(r"\b[A-Z]{2,}\b")
_CONTENT = re.compile(r"[a-z]+\d*|\d+(?:[.,]\d+)?")


def understand(text: str, plan: PlanDefinition, bodies: Bodies) -> Asked:
    """Read a question; nothing is looked up but the numbers and names of the plan."""
    normal, language = normalise(text)
    periods = typed_periods(normal)
    ago = typed_ago(normal)
    rest = _blank(normal, [*periods, *([ago] if ago else [])])
    sums = typed_sums(rest)
    rest = _blank(rest, sums)
    lengths = list(_LENGTH.finditer(rest))
    for each in lengths:
        rest = rest[: each.start()] + " " * len(each.group()) + rest[each.end() :]
    known = {each.number for each in plan.measures}
    measures = list(entities.named_measures(rest, known))
    axes, volets = list(entities.named_axes(rest)), list(entities.named_volets(rest))
    rest = _blank(rest, [*axes, *volets, *measures])
    named = bodies.named(rest)
    rest = _blank(rest, [each for each in named if each.plainly])
    known_axes = {each.number for each in plan.axes}
    of_axes = {each.number for each in axes}
    numbers = list(dict.fromkeys(each.number for each in measures))
    head = _HELD.search(normal) or _HEAD.search(normal)
    asked = Asked(
        text=text,
        normal=normal,
        language=language,
        kinds=tuple(kinds_of(normal)),
        words=tuple(dict.fromkeys(_content(rest, acronyms_in(text))))[:MOST_WORDS],
        head=head["head"] if head else "",
        light=light_words(text, normal),
        measures=tuple(number for number in numbers if number in known),
        unknown_measures=tuple(number for number in numbers if number not in known),
        axes=tuple(sorted(of_axes & known_axes)),
        unknown_axes=tuple(sorted(of_axes - known_axes)),
        volet=volets[0].number if volets else None,
        years=number_in_words(lengths[0]["years"]) if lengths else None,
        bodies=_unique(named, plainly=True),
        maybe_bodies=_unique(named, plainly=False),
        everyone=entities.names_everyone(normal),
        states=entities.named_states(normal),
        natures=entities.named_natures(normal),
        sums=tuple(sums),
        periods=tuple(each for each in periods if not _names_plan(each, normal, plan)),
        ago=ago,
        focus=focus_of(normal) | _of_another_report(normal, plan),
        number_of_bodies=entities.number_of_bodies(normal),
    )
    return replace(asked, kinds=in_order(asked))


def _names_plan(period: Period, normal: str, plan: PlanDefinition) -> bool:
    """« Le plan de 2008 »: the year tells which plan, not as of when."""
    is_its_year = period.first == date(plan.starts_on.year, 1, 1) and (
        period.last == date(plan.starts_on.year, 12, 31)
    )
    return is_its_year and _OF_PLAN.search(normal[: period.start]) is not None


def _of_another_report(normal: str, plan: PlanDefinition) -> frozenset[Focus]:
    """« Le deuxième bilan »: a report that comes after those that the plan has."""
    named = _LATER_REPORT.search(normal)
    titles = " ".join(fold(each.title) for each in plan.documents)
    if named is None or any(f"{rank} {named['report']}" in titles for rank in _SECOND):
        return frozenset()
    return frozenset({Focus.OTHER_PLAN})


def _blank(text: str, spans: Iterable[entities.Span | Period | TypedSum | Ago]) -> str:
    for span in spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _content(rest: str, acronyms: Collection[str]) -> list[str]:
    found = _CONTENT.findall(rest)
    return [word for word in found if word not in STOP or word in acronyms]


def acronyms_in(text: str) -> frozenset[str]:
    """What stands in capitals, folded: « CAR » is no « car »; none where everything does."""
    return frozenset() if text.isupper() else frozenset(map(fold, _ACRONYM.findall(text)))


def _unique(named: Sequence[NamedBody], *, plainly: bool) -> tuple[Organisation, ...]:
    found = (each.organisation for each in named if each.plainly is plainly)
    return tuple({each.acronym: each for each in found}.values())
