"""« Quelles mesures… », « combien de mesures… »: the measures that fit, named or counted."""

import re
from collections.abc import Iterable

from plan.definition import Axis
from plan.measure import Measure
from plan.organisation import Organisation, OrganisationKind
from plan.questions.answering.answer import Answer, Missing
from plan.questions.answering.states import at_time, state_answer
from plan.questions.answering.told.measures import MeasuresTold, NameTold, TallyTold
from plan.questions.finding.choice import FLOOR, best_of
from plan.questions.finding.finder import Finder
from plan.questions.finding.record import Shelf
from plan.questions.finding.text_words import roots_of
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.vocabulary import root
from plan.snapshot import Snapshot
from plan.state import State
from plan.text import fold

_MEASURE_ROOTS = frozenset(map(root, ("mesures", "actions")))
_BY_AXIS = re.compile(r"\b(?:par|chaque|chacun des) axes?\b")
_EITHER = re.compile(r" (?:ou|et) ")
_OF_MONEY = r"(?:montants?|argent|budgets?|sommes?|financement|dollars?|enveloppes?|sous)\b"
_UNFUNDED = re.compile(rf"\b(?:sans|ni|aucune?|pas (?:de|d|un|une)) (?:aucune? )?{_OF_MONEY}")
_FUNDED = re.compile(
    r"\b(?:avec|ont|recoivent|comportent|possedent) (?:un |une |des |de l |du |de |leur )?"
    rf"{_OF_MONEY}|\b(?:chiffrees?|financees|budgetees?)\b"
)


_PAID = re.compile(
    r"\b(?:argent|montants?|sommes?|financement|(?:payee?s?|financee?s?|subventionnee?s?) par)\b"
)


def list_answer(finder: Finder) -> Answer | None:
    """The measures that fit, by name."""
    return _answer(finder, Kind.LIST)


def count_answer(finder: Finder) -> Answer | None:
    """How many fit, and which."""
    return _by_axis(finder) or _answer(finder, Kind.COUNT)


def _by_axis(finder: Finder) -> Answer | None:
    """« Combien de mesures par axe »: of each of them."""
    asked = finder.asked
    if not _BY_AXIS.search(asked.normal) or asked.axes or asked.bodies or finder.required:
        return None
    axes = finder.snapshot.plan.axes
    told = tuple(TallyTold(finder.measures_in(each), each) for each in axes)
    return Answer(asked, Kind.COUNT, told)


def _answer(finder: Finder, kind: Kind) -> Answer | None:
    snapshot = at_time(finder, ())
    if isinstance(snapshot, Missing):
        return Answer(finder.asked, kind, missing=snapshot)
    if len(finder.asked.states) == len(State):
        return state_answer(finder)
    bodies = finder.asked.bodies
    axes = tuple(each for each in snapshot.plan.axes if each.number in finder.asked.axes)
    words = tuple(each.word for each in finder.required)
    if axes:
        words = tuple(each for each in words if not _is_of_axes(each, axes))
    elif words and (_speaks_of_axes(finder) or _bear_an_axis(finder)):
        axes, words = _axes_named(finder), ()
    if not bodies and finder.asked.maybe_bodies and words:
        bodies, words = finder.asked.maybe_bodies, ()
    if finder.is_vague and (bodies or axes or finder.asked.states or finder.asked.everyone):
        words = ()
    fitting = [each for each in snapshot.measures if _fits(each, finder, bodies, axes)]
    if words:
        holding = _holding(finder)
        if not holding and not finder.unknown and _EITHER.search(finder.asked.normal):
            holding = {each for side in finder.each_word() for each in _holding(side)}
        fitting = [each for each in fitting if each.number in holding]
    if not fitting and (words or len(bodies) > 1):
        return None if words else _of_each(finder, kind, bodies)
    narrow = finder.wants(Focus.NEGATED, Focus.EXCEPT, Focus.ONLY)
    return Answer(
        finder.asked,
        kind,
        (
            MeasuresTold(
                measures=tuple(fitting),
                states=finder.asked.states,
                bodies=bodies,
                axes=axes,
                words=_as_typed(words, finder.asked.text),
                everyone=_of_everyone(finder, snapshot, fitting, axes)
                if bodies and not narrow and not _PAID.search(finder.asked.normal)
                else (),
                without=finder.wants(Focus.NEGATED, Focus.EXCEPT) and not finder.asked.states,
                alone=finder.wants(Focus.ONLY),
                paying=bool(bodies) and _PAID.search(finder.asked.normal) is not None,
                only_everyone=finder.asked.everyone,
            ),
        ),
        matches=tuple(each.match for each in finder.subjects[:5]) if words else (),
    )


def _of_each(finder: Finder, kind: Kind, bodies: Iterable[Organisation]) -> Answer:
    """The measures of each of several MOs that have none in common."""
    told = tuple(NameTold(finder.measures_of(each), each) for each in bodies)
    return Answer(finder.asked, kind, told)


def _as_typed(said: Iterable[str], text: str) -> tuple[str, ...]:
    """Words with the accents and the capitals that they were typed with."""
    typed = {fold(each): each for each in re.findall(r"\w+", text)}
    return tuple(typed.get(each, each) for each in said)


def _holding(finder: Finder) -> set[int]:
    """The measures that hold enough of the words."""
    return {each.measure.number for each in finder.subjects if each.match.coverage >= FLOOR - 0.05}


def _speaks_of_axes(finder: Finder) -> bool:
    return any(word in finder.asked.normal.split() for word in ("axe", "axes", "section"))


def _is_of_axes(word: str, axes: Iterable[Axis]) -> bool:
    """« La mise en réseau (le 1er axe) »: a word of the axis's own title."""
    return any(root(word) in roots_of(f"{axis.short} {axis.title}") for axis in axes)


def _bear_an_axis(finder: Finder) -> bool:
    """« Les mesures particulières aux régions »: the whole short name of an axis is said."""
    said = {each for term in finder.terms for each, worth in term.roots if worth > 0.9}
    for axis in finder.snapshot.plan.axes:
        named = roots_of(axis.short) - _MEASURE_ROOTS
        if named <= said and finder.all_in(roots_of(f"{axis.short} {axis.title}")):
            return True
    return False


def _axes_named(finder: Finder) -> tuple[Axis, ...]:
    found = best_of(finder.search(Shelf.AXIS))
    return tuple(each.record.thing for each in found if isinstance(each.record.thing, Axis))


def _fits(
    measure: Measure, finder: Finder, bodies: Iterable[Organisation], axes: tuple[Axis, ...]
) -> bool:
    asked = finder.asked
    return (
        (not asked.states or measure.state in asked.states)
        and _has_bodies(measure, finder, bodies)
        and (not axes or measure.axis in axes)
        and (not asked.everyone or _is_for_all(measure, finder.snapshot))
        and _has_money(measure, asked.normal)
        and _has_so_many_bodies(measure, finder)
    )


def _has_money(measure: Measure, normal: str) -> bool:
    """« Sans montant », « avec un montant »; every measure where neither is said."""
    if _UNFUNDED.search(normal):
        return not measure.amounts
    return bool(measure.amounts) or _FUNDED.search(normal) is None


def _has_so_many_bodies(measure: Measure, finder: Finder) -> bool:
    """« Plus de cinq ministères »; every measure where no number is said."""
    wanted, every = finder.asked.number_of_bodies, finder.snapshot.plan.organisations
    if wanted is None:
        return True
    named = {each.acronym for each in every if each.kind is OrganisationKind.NAMED}
    return wanted[0] <= sum(each.acronym in named for each in measure.organisations) <= wanted[1]


def _has_bodies(measure: Measure, finder: Finder, bodies: Iterable[Organisation]) -> bool:
    bodies = list(bodies)
    if bodies and finder.wants(Focus.NEGATED, Focus.EXCEPT) and not finder.asked.states:
        return not any(_concerns(measure, body) for body in bodies)
    if bodies and finder.wants(Focus.ONLY):
        wanted = {each.acronym for each in bodies}
        return {each.acronym for each in measure.organisations} == wanted
    if bodies and _PAID.search(finder.asked.normal):
        payers = {key for amount in measure.amounts for key in amount.payers}
        return all(body.acronym in payers for body in bodies)
    return all(_concerns(measure, body) for body in bodies)


def _concerns(measure: Measure, body: Organisation) -> bool:
    return any(each.acronym == body.acronym for each in measure.organisations)


def _is_for_all(measure: Measure, snapshot: Snapshot) -> bool:
    phrases = [o for o in snapshot.plan.organisations if o.kind is OrganisationKind.EVERYONE]
    return any(_concerns(measure, phrase) for phrase in phrases)


def _of_everyone(
    finder: Finder, snapshot: Snapshot, already: Iterable[Measure], axes: tuple[Axis, ...]
) -> tuple[Measure, ...]:
    """The measures of every MO that the other filters let through, told on a line of their own."""
    numbers = {each.number for each in already}
    return tuple(
        each
        for each in snapshot.measures
        if _is_for_all(each, snapshot)
        and each.number not in numbers
        and (not finder.asked.states or each.state in finder.asked.states)
        and (not axes or each.axis in axes)
    )
