"""Which measures a question asks for: by their states, MOs, axes, money and words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from plan.definition import Axis
from plan.measure import Measure
from plan.organisation import OrganisationKind
from plan.questions.finding.choice import FLOOR, best_of
from plan.questions.finding.finder import Finder
from plan.questions.finding.record import Shelf
from plan.questions.finding.text_words import roots_of
from plan.questions.reading.asked import Focus
from plan.questions.reading.vocabulary import root
from plan.snapshot import Snapshot

_MEASURE_ROOTS = frozenset(map(root, ("mesures", "actions")))
_BOTH = re.compile(r" (?:ou|et) ")
_EITHER = re.compile(r" ou | et (?:les|la|le|l|des|aux) ")  # the measures of one, and of the other
_OF_MONEY = r"(?:montants?|argent|budgets?|sommes?|financement|dollars?|enveloppes?|sous)\b"
_UNFUNDED = re.compile(rf"\b(?:sans|ni|aucune?|pas (?:de|d|un|une)) (?:aucune? )?{_OF_MONEY}")
_FUNDED = re.compile(
    r"\b(?:avec|ont|recoivent|comportent|possedent) (?:un |une |des |de l |du |de |leur )?"
    rf"{_OF_MONEY}|\b(?:chiffrees?|financees|budgetees?)\b"
)
_PAID = re.compile(
    r"\b(?:argent|montants?|sommes?|financement|(?:payee?s?|financee?s?|subventionnee?s?) par)\b"
)


@dataclass(frozen=True)
class MeasureFilter:
    """A question that asks for measures, set against the plan at the time that it asks about."""

    finder: Finder
    snapshot: Snapshot

    @property
    def without(self) -> bool:
        """« Sauf le MESS »: the MOs named are those that the measures are not to have."""
        return self.finder.wants(Focus.NEGATED, Focus.EXCEPT) and not self.finder.asked.states

    @property
    def alone(self) -> bool:
        """« Seulement le MESS »: the measures are to have no other MO."""
        return self.finder.wants(Focus.ONLY)

    @property
    def paying(self) -> bool:
        """« L'argent du MESS »: the MOs named are to pay for the measures."""
        asked = self.finder.asked
        return bool(asked.bodies) and _PAID.search(asked.normal) is not None

    @cached_property
    def axes(self) -> tuple[Axis, ...]:
        """The axes named, by number or by words."""
        asked = self.finder.asked
        if asked.axes:
            return tuple(each for each in self.snapshot.plan.axes if each.number in asked.axes)
        speaks_of_axes = asked.says("axe", "axes", "section")
        if not self.finder.required or not (speaks_of_axes or self._bears_an_axis()):
            return ()
        found = best_of(self.finder.search(Shelf.AXIS))
        return tuple(each.record.thing for each in found if isinstance(each.record.thing, Axis))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that the measures are to hold: those that say no other filter."""
        asked = self.finder.asked
        narrowed = asked.bodies or self.axes or asked.states or asked.everyone
        if self.finder.is_vague and narrowed:
            return ()
        words = tuple(each.word for each in self.finder.required)
        if self.axes and not asked.axes:
            return ()
        return tuple(each for each in words if not _is_of_axes(each, self.axes))

    def _bears_an_axis(self) -> bool:
        """« Les mesures particulières aux régions »: the whole short name of an axis is said."""
        said = {each for term in self.finder.terms for each, worth in term.roots if worth > 0.9}
        return any(
            roots_of(axis.short) - _MEASURE_ROOTS <= said
            and self.finder.all_in(roots_of(f"{axis.short} {axis.title}"))
            for axis in self.snapshot.plan.axes
        )

    def fitting(self) -> tuple[Measure, ...]:
        """The measures that every filter lets through."""
        found = (each for each in self.snapshot.measures if self._lets_through(each))
        if not self.words:
            return tuple(found)
        holding = self._holding_words()
        return tuple(each for each in found if each.number in holding)

    def _holding_words(self) -> set[int]:
        """The measures that hold enough of the words; of those of either side where two are."""
        finder, normal = self.finder, self.finder.asked.normal
        sides = finder.sides() if _EITHER.search(normal) else []
        holding = set() if sides else _holding(finder)
        if not holding and not finder.unknown and _BOTH.search(normal):
            sides = sides or [finder.about(each.word) for each in finder.required]
            holding = {number for side in sides for number in _holding(side)}
        return holding

    def of_everyone(self, already: Iterable[Measure]) -> tuple[Measure, ...]:
        """The measures of every MO that the filters let through, told on a line of their own."""
        if not self.finder.asked.bodies or self.without or self.alone or self.paying:
            return ()
        numbers = {each.number for each in already}
        return tuple(
            each
            for each in self.snapshot.measures
            if self._is_for_all(each)
            and each.number not in numbers
            and self._is_in_state(each)
            and (not self.axes or each.axis in self.axes)
        )

    def _lets_through(self, measure: Measure) -> bool:
        return (
            self._is_in_state(measure)
            and self._has_bodies(measure)
            and (not self.axes or measure.axis in self.axes)
            and (not self.finder.asked.everyone or self._is_for_all(measure))
            and self._has_money(measure)
            and self._has_so_many_bodies(measure)
        )

    def _is_in_state(self, measure: Measure) -> bool:
        states = self.finder.asked.states
        return not states or measure.state in states

    def _has_bodies(self, measure: Measure) -> bool:
        wanted = {each.acronym for each in self.finder.asked.bodies}
        own = {each.acronym for each in measure.organisations}
        if not wanted:
            return True
        if self.without:
            return wanted.isdisjoint(own)
        if self.alone:
            return own == wanted
        if self.paying:
            return wanted <= {key for amount in measure.amounts for key in amount.payers}
        return wanted <= own

    def _has_money(self, measure: Measure) -> bool:
        """« Sans montant », « avec un montant »; every measure where neither is said."""
        if _UNFUNDED.search(self.finder.asked.normal):
            return not measure.amounts
        return bool(measure.amounts) or _FUNDED.search(self.finder.asked.normal) is None

    def _has_so_many_bodies(self, measure: Measure) -> bool:
        """« Plus de cinq ministères »; every measure where no number is said."""
        wanted = self.finder.asked.number_of_bodies
        if wanted is None:
            return True
        named = self._acronyms(OrganisationKind.NAMED)
        return wanted[0] <= sum(o.acronym in named for o in measure.organisations) <= wanted[1]

    def _is_for_all(self, measure: Measure) -> bool:
        everyone = self._acronyms(OrganisationKind.EVERYONE)
        return any(each.acronym in everyone for each in measure.organisations)

    def _acronyms(self, kind: OrganisationKind) -> set[str]:
        return {each.acronym for each in self.snapshot.plan.organisations if each.kind is kind}


def _holding(finder: Finder) -> set[int]:
    """The measures that hold enough of the words."""
    return {each.measure.number for each in finder.subjects if each.match.coverage >= FLOOR - 0.05}


def _is_of_axes(word: str, axes: Iterable[Axis]) -> bool:
    """« La mise en réseau (le 1er axe) »: a word of the axis's own title."""
    return any(root(word) in roots_of(f"{axis.short} {axis.title}") for axis in axes)
