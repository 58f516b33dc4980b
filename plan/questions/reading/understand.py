"""From a typed sentence to what it asks and names."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from plan.definition import PlanDefinition
from plan.questions.reading.ago import typed_ago
from plan.questions.reading.asked import Asked, Focus
from plan.questions.reading.bodies import Bodies
from plan.questions.reading.filters import (
    named_natures,
    named_states,
    names_everyone,
    number_of_bodies,
)
from plan.questions.reading.focus import focus_of
from plan.questions.reading.kinds import kinds_of
from plan.questions.reading.light_words import light_words
from plan.questions.reading.money_words import typed_sums
from plan.questions.reading.normalise import normalise
from plan.questions.reading.numbered import (
    NamedNumber,
    named_axes,
    named_lengths,
    named_measures,
    named_volets,
)
from plan.questions.reading.order.in_order import in_order
from plan.questions.reading.periods import Period, typed_periods
from plan.questions.reading.posts import without_offices
from plan.questions.reading.ranks import named_ranks
from plan.questions.reading.word_lists import STOP
from plan.text import fold

MOST_WORDS = 24  # of a sentence, that are looked for: a whole page is no question
_HEAD = re.compile(
    r"\b(?:combien|nombre|quantite|liste|noms?)\b(?: moyen)?(?: il)?(?: y a)?(?: tu| t il)?"
    r"(?: de| d| des| du| les| la| l)+"
    r"(?: \d+)? (?P<head>(?!pas\b)[a-z]+)"
)
# « combien le Chantier a de membres »: the members are counted
_HELD = re.compile(r"\bcombien .*?\b(?:a|ont|comptent?) (?:tu )?(?:de|d) (?P<head>[a-z]{3,})\b")
_OF_PLAN = re.compile(r"\bplan (?:d action )?(?:gouvernemental )?(?:de |d )?$")
_SECOND = ("deuxieme", "second", "2e")
_LATER_REPORT = re.compile(rf"\b(?:{'|'.join(_SECOND)}|2 e) (?P<report>bilan|rapport)\b")
_ACRONYM = re.compile(r"\b[A-Z]{2,}\b")
_CONTENT = re.compile(r"[a-z]+\d*|\d+(?:[.,]\d+)?")


def understand(text: str, plan: PlanDefinition, bodies: Bodies) -> Asked:
    """Read a question; nothing is looked up but the numbers and names of the plan."""
    normal, language = normalise(text)
    head = _HELD.search(normal) or _HEAD.search(normal)
    asked = Asked(
        text=text,
        normal=normal,
        language=language,
        kinds=tuple(kinds_of(without_offices(normal))),
        words=(),
        head=head["head"] if head else "",
        light=light_words(text, normal),
        everyone=names_everyone(normal),
        states=named_states(normal),
        natures=named_natures(normal),
        focus=focus_of(normal) | _of_another_report(normal, plan),
        number_of_bodies=number_of_bodies(normal),
    )
    asked = _with_names(asked, plan, bodies)
    return replace(asked, kinds=in_order(asked))


class _Placed(Protocol):
    """What has a place in the sentence."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_Found = TypeVar("_Found", bound=_Placed)


@dataclass
class _Rest:
    """What is left to read of a sentence: what was read is blanked, and is read only once."""

    text: str

    def without(self, found: Iterable[_Found]) -> list[_Found]:
        """The things found, blanked."""
        found = list(found)
        for each in found:
            blank = " " * (each.end - each.start)
            self.text = self.text[: each.start] + blank + self.text[each.end :]
        return found


def _with_names(asked: Asked, plan: PlanDefinition, bodies: Bodies) -> Asked:
    """The question with what it names: times, sums, numbers, MOs; the words left say the rest."""
    rest = _Rest(asked.normal)
    periods = rest.without(typed_periods(asked.normal))
    ago = rest.without(each for each in [typed_ago(asked.normal)] if each)
    asked = replace(
        asked,
        periods=tuple(each for each in periods if not _names_plan(each, asked.normal, plan)),
        ago=ago[0] if ago else None,
        sums=tuple(rest.without(typed_sums(rest.text))),
    )
    asked = _with_numbers(asked, rest, plan)
    named = rest.without(bodies.named(rest.text))
    return replace(
        asked,
        bodies=tuple({each.organisation.acronym: each.organisation for each in named}.values()),
        words=tuple(dict.fromkeys(_content(rest.text, acronyms_in(asked.text))))[:MOST_WORDS],
    )


def _with_numbers(asked: Asked, rest: _Rest, plan: PlanDefinition) -> Asked:
    """The question with the measures, axes and volets named by number, a length, a rank."""
    ranks = rest.without(named_ranks(rest.text))
    lengths = rest.without(named_lengths(rest.text))
    known, known_axes = ({each.number for each in found} for found in (plan.measures, plan.axes))
    measures = list(named_measures(rest.text, known))
    axes, volets = list(named_axes(rest.text)), list(named_volets(rest.text))
    rest.without([*axes, *volets, *measures])
    numbers, of_axes = _numbers(measures), sorted(_numbers(axes))
    return replace(
        asked,
        measures=tuple(number for number in numbers if number in known),
        unknown_measures=tuple(number for number in numbers if number not in known),
        axes=tuple(number for number in of_axes if number in known_axes),
        unknown_axes=tuple(number for number in of_axes if number not in known_axes),
        volet=volets[0].number if volets else None,
        years=lengths[0].number if lengths else None,
        ranks=ranks[0] if ranks else None,
    )


def _numbers(named: Iterable[NamedNumber]) -> list[int]:
    return list(dict.fromkeys(each.number for each in named))


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


def _content(rest: str, acronyms: Collection[str]) -> list[str]:
    found = _CONTENT.findall(rest.replace(" en moyenne", " "))  # how it is told, and not of what
    return [word for word in found if word not in STOP or word in acronyms]


def acronyms_in(text: str) -> frozenset[str]:
    """What stands in capitals, folded: « CAR » is no « car »; none where everything does."""
    return frozenset() if text.isupper() else frozenset(map(fold, _ACRONYM.findall(text)))
