"""Finding a measure or an organisation by what a person typed."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from plan.definition import Axis, MeasureDefinition, PlanDefinition
from plan.errors import AmbiguousError, NotFoundError
from plan.likeness import Same, WordIndex, holds_words, keywords, stems_of
from plan.organisation import Organisation
from plan.text import fold, number_in_words

_Thing = TypeVar("_Thing")
_AROUND = "«»“”\"'()[] "  # what a number is quoted in


def measure_label(number: int, title: str) -> str:
    """« 4. Intervenir… »: what autocomplete shows and a refusal lists."""
    return f"{number}. {title}"


def find_measure(typed: str, plan: PlanDefinition) -> MeasureDefinition:
    """The one measure that `typed` names: its number, or words that fit only one.

    The title decides; the rest of a measure is looked at only where no title fits. A word that
    stands anywhere in the plan is taken as it is, and for no misspelling of another.

    Raises:
        NotFoundError: none fits; the nearest titles are told.
        AmbiguousError: several fit; all are told.
    """
    number = _typed_number(typed)
    if number is not None:
        for measure in plan.measures:
            if measure.number == number:
                return measure
        raise NotFoundError("mesure", typed, numbers=[each.number for each in plan.measures])
    spelt = stems_of(map(_whole_text, plan.measures))
    for text_of in (_title_text, _whole_text):
        fitting = _fitting(typed, plan.measures, text_of, spelt)
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            labels = [measure_label(each.number, each.title) for each in fitting]
            raise AmbiguousError("mesure", typed, labels)
    near = ranked_measures(typed, plan)[:3] if keywords(typed) else []
    raise NotFoundError("mesure", typed, [measure_label(each.number, each.title) for each in near])


def ranked_measures(typed: str, plan: PlanDefinition) -> list[MeasureDefinition]:
    """The measures most like what is typed so far, most likely first; all where it is empty."""
    typed = typed.strip()
    if not typed:
        return list(plan.measures)
    number = _typed_number(typed)
    if number is not None:
        digits = str(number)
        starting = [each for each in plan.measures if str(each.number).startswith(digits)]
        return sorted(starting, key=lambda each: each.number != number)
    likeness = _measure_words(Same(plan.measures)).likeness(typed)
    titles, wholes = likeness[: len(plan.measures)], likeness[len(plan.measures) :]
    scored = [
        (max(title, 0.9 * whole), each)
        for title, whole, each in zip(titles, wholes, plan.measures, strict=True)
    ]
    kept = [pair for pair in scored if pair[0] >= 60]
    return [each for _, each in sorted(kept, key=lambda pair: (-pair[0], pair[1].number))]


def find_axis(typed: str, plan: PlanDefinition) -> Axis:
    """The one axis that `typed` names: its number, or words of its name.

    Raises:
        NotFoundError, AmbiguousError: as `find_measure`.
    """
    number = number_in_words(re.sub(r"^(?:l'|l )?axe", "", fold(typed)))
    for axis in plan.axes:
        if axis.number == number:
            return axis
    fitting = _fitting(typed, plan.axes, lambda axis: f"{axis.short} {axis.title}")
    if len(fitting) == 1:
        return fitting[0]
    labels = [axis_label(axis) for axis in fitting or plan.axes]
    if fitting:
        raise AmbiguousError("axe", typed, labels)
    raise NotFoundError("axe", typed, labels)


def axis_label(axis: Axis) -> str:
    """« 1. Mise en réseau »."""
    return f"{axis.number}. {axis.short or axis.title}"


def find_organisation(typed: str, organisations: Sequence[Organisation]) -> Organisation:
    """The one organisation that `typed` names: acronym, alias, full name, or words of it.

    Raises:
        NotFoundError, AmbiguousError: as `find_measure`.
    """
    wanted = fold(typed)
    for each in organisations:
        if wanted in map(fold, each.names):
            return each
    fitting = _fitting(typed, organisations, _organisation_text)
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise AmbiguousError("organisme", typed, [organisation_label(each) for each in fitting])
    near = ranked_organisations(typed, organisations)[:3] if wanted else []
    raise NotFoundError("organisme", typed, [organisation_label(each) for each in near])


def organisation_label(organisation: Organisation) -> str:
    """« MAMROT, ministère… », or the name alone where it has no acronym of its own."""
    if organisation.acronym == organisation.name:
        return organisation.name
    return f"{organisation.acronym}, {organisation.name}"


def ranked_organisations(typed: str, organisations: Sequence[Organisation]) -> list[Organisation]:
    """The organisations most like what is typed so far, most likely first."""
    query = fold(typed)
    if not query:
        return list(organisations)
    scores = _organisation_words(Same(organisations)).likeness(typed)
    scored = []
    for score, each in zip(scores, organisations, strict=True):
        starts = any(fold(name).startswith(query) for name in (each.acronym, *each.aliases))
        scored.append((101 if starts else score, each))
    kept = [pair for pair in scored if pair[0] >= 60]
    return [each for _, each in sorted(kept, key=lambda pair: (-pair[0], pair[1].acronym))]


@lru_cache(maxsize=16)
def _measure_words(measures: Same[MeasureDefinition]) -> WordIndex:
    """The titles, then all that is told of each."""
    told = [text_of(each) for text_of in (_title_text, _whole_text) for each in measures.things]
    return WordIndex(told)


@lru_cache(maxsize=16)
def _organisation_words(organisations: Same[Organisation]) -> WordIndex:
    return WordIndex([_organisation_text(each) for each in organisations.things])


def _typed_number(typed: str) -> int | None:
    """« 4 », « m4 », « mesure quatre », « la 4 », « n° 4 », or a label chosen from the list."""
    if typed.isdecimal() and len(typed) <= 4:  # what a choice of the list sends
        return int(typed)
    text = fold(typed).strip(_AROUND)
    label = re.match(r"(\d{1,4})\s*[.·:)-]\s", text)
    if label:
        return int(label[1])
    bare = re.sub(r"^(?:la |le )?(?:mesure|mes|m|no|n°|nº|numero|#)?[\s.°#]*", "", text)
    bare = re.sub(r"^(?:no|n°|nº|numero|#)[\s.]*", "", bare)
    number = number_in_words(bare) if "%" not in bare else None
    return -number if number and bare.startswith("-") else number


def _title_text(measure: MeasureDefinition) -> str:
    return f"{measure.title} {measure.short}"


def _whole_text(measure: MeasureDefinition) -> str:
    volets = " ".join(f"{each.label} {each.remark} {each.printed}" for each in measure.volets)
    return f"{_title_text(measure)} {volets}"


def _organisation_text(organisation: Organisation) -> str:
    return " ".join((organisation.acronym, organisation.name, *organisation.aliases))


def _fitting(
    typed: str,
    things: Iterable[_Thing],
    text_of: Callable[[_Thing], str],
    spelt: frozenset[str] = frozenset(),
) -> list[_Thing]:
    """The things whose text holds every word typed, a misspelt word counting for its like."""
    if not keywords(typed):
        return []
    return [each for each in things if holds_words(typed, text_of(each), spelt)]
