"""What answers are looked for with: the question, the plan at a day, the index of its facts."""

import re
from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from functools import cached_property

from plan.measure import Measure
from plan.questions.finding.choice import TIE
from plan.questions.finding.ground import Ground
from plan.questions.finding.index import Index, Match
from plan.questions.finding.lexicon import Term
from plan.questions.finding.record import MeasureVolet, Record, Shelf
from plan.questions.finding.subjects import Subject, counted_as_well
from plan.questions.finding.terms import OF_THE_PLAN, numbers_of, terms_of
from plan.questions.finding.text_words import roots_of, words_of
from plan.questions.reading.asked import Asked, Focus
from plan.questions.reading.vocabulary import (
    SOFT_ROOTS,
    root,
)
from plan.snapshot import Snapshot

_MOST_READINGS = 5
_ITSELF = 0.9  # coverage of a word that a measure's own name holds, and not only one like it
_BETWEEN = re.compile(r" (?:ou|et|versus|vs|contre|que|additionne a|ainsi que|avec) ")


class Finder:
    """One question set against one plan."""

    def __init__(self, asked: Asked, ground: Ground, index: Index) -> None:
        self.asked = asked
        self.ground = ground
        self.index = index

    @property
    def snapshot(self) -> Snapshot:
        """The plan as last recorded."""
        return self.ground.snapshot

    def wants(self, *focuses: Focus) -> bool:
        """Tell whether one of these is asked for."""
        return bool(self.asked.focus & set(focuses))

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """What to look for. Words of asking count only where they are found."""
        return terms_of(self.asked, self.index)

    @property
    def required(self) -> list[Term]:
        """The words that say the subject."""
        return [each for each in self.terms if each.required]

    @property
    def unknown(self) -> list[Term]:
        """Those that nothing of the plan holds."""
        return [each for each in self.required if not each.is_known]

    @cached_property
    def numbers(self) -> frozenset[str]:
        """« Les 23 entreprises »: the numbers that what is found must hold as well."""
        return numbers_of(self.asked)

    @property
    def is_general(self) -> bool:
        """Tell whether it names no subject but the plan: nothing, or words that all share."""
        asked = self.asked
        if asked.measures or asked.unknown_measures or asked.axes or asked.unknown_axes:
            return False
        if asked.bodies or self.unknown or any(word.isdigit() for word in asked.words):
            return False
        of_plan = asked.says("plan")
        return all(
            each.weight < OF_THE_PLAN or (of_plan and root(each.word) in SOFT_ROOTS)
            for each in self.required
        )

    @property
    def is_vague(self) -> bool:
        """Tell whether the words that say its subject could be said of anything."""
        return all(root(each.word) in SOFT_ROOTS for each in self.required)

    def sides(self) -> "list[Finder]":
        """The two things that « X ou Y » sets side by side, each as a question of its own."""
        asked = self.asked
        required = {each.word for each in self.required}
        parts = [set(part.split()) & required for part in _BETWEEN.split(asked.normal)]
        groups = [part for part in parts if part]
        if len(groups) != 2:
            return []
        return [self.about(*(word for word in asked.words if word in group)) for group in groups]

    def asking(self, asked: Asked) -> "Finder":
        """Another question, set against the same plan."""
        return Finder(asked, self.ground, self.index)

    def about(self, *words: str) -> "Finder":
        """The same question, of these of its words alone."""
        return self.asking(replace(self.asked, words=words))

    def search(
        self, shelf: Shelf, accept: Callable[[Record], bool] = lambda _: True
    ) -> list[Match]:
        """The records of a shelf that fit, best first; of the measures named, where some are."""
        named = set(self.asked.measures)

        def fits(record: Record) -> bool:
            return (not named or record.measure in named) and accept(record)

        return self.index.search(self.terms, shelf, fits)

    def is_called(self, record: Record) -> bool:
        """Tell whether the words asked are one of a record's names, whole."""
        asked = [{each for each, worth in t.roots if worth > 0.9} for t in self.required]
        held = frozenset().union(*asked)
        for name in record.names:
            roots = roots_of(name)
            if roots and roots <= held and all(each & roots for each in asked):
                return True
        return False

    def is_in(self, text: str) -> bool:
        """Tell whether every word that says the subject is in a text."""
        return self.all_in(roots_of(text))

    def all_in(self, roots: Set[str]) -> bool:
        """Tell whether every word that says the subject is among some roots."""
        return all(any(each in roots for each, _ in term.roots) for term in self.required)

    def concerns_bodies(self, record: Record) -> bool:
        """Tell whether a record speaks of every MO named, or is of a measure that prints them."""
        if not self.asked.bodies:
            return True
        measure = self._by_number.get(record.measure or 0)
        printed = {each.acronym for each in measure.organisations} if measure else set()
        told = (record.own, record.near, record.far)
        return all(
            body.acronym in printed
            or any(body.acronym.casefold() in words_of(text).words for text in told)
            for body in self.asked.bodies
        )

    @cached_property
    def _by_number(self) -> Mapping[int, Measure]:
        return {each.number: each for each in self.snapshot.measures}

    def of_measures(self, shelf: Shelf) -> list[Record]:
        """The records of a shelf that belong to the measures named by number."""
        named = self.asked.measures
        return [each for each in self.index.of(shelf) if each.measure in named]

    @cached_property
    def subjects(self) -> list[Subject]:
        """The measures that the words may name, best first; with a volet where it fits better."""
        found: dict[int, Subject] = {}
        for match in self.search(Shelf.MEASURE):
            if isinstance(match.record.thing, Measure):
                measure = match.record.thing
                found[measure.number] = Subject(measure, match)
        for match in self.search(Shelf.VOLET):
            thing = match.record.thing
            if not isinstance(thing, MeasureVolet):
                continue
            standing = found.get(thing.measure.number)
            if standing is None or match.score > standing.match.score + 0.02:
                found[thing.measure.number] = Subject(thing.measure, match, thing)
        return sorted(found.values(), key=lambda each: -each.match.score)

    def named_measures(self) -> list[Measure]:
        """The measures named by number."""
        known = self._by_number
        return [known[number] for number in self.asked.measures if number in known]

    def measures_meant(self, floor: float = 0.55) -> list[Subject]:
        """The measures that the words fit alike, best first; none where none fits well."""
        best = [each for each in self.subjects if each.match.coverage >= floor]
        if not best:
            return []
        top = best[0].match
        alone = len(self.required) == 1
        if alone and (alike := counted_as_well(best, self.is_in)):
            return [best[0], *alike][:_MOST_READINGS]
        by_likeness = top.own_found and top.coverage < _ITSELF
        if by_likeness and len(self.required) == 1:
            return best[:_MOST_READINGS]  # none is called so: « la mesure autochtone »
        return [
            each
            for each in best
            if each.match.coverage >= top.coverage - TIE and each.match.score >= top.score - 2 * TIE
        ][:_MOST_READINGS]
