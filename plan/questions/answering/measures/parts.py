"""« Quels sont les axes », « combien de volets… »: parts of the plan, named and counted."""

import re
from collections.abc import Callable, Collection

from plan.definition import Axis
from plan.directory import EntryKind
from plan.organisation import OrganisationKind
from plan.questions.answering.answer import Answer
from plan.questions.answering.measures.bodies import bodies_answer
from plan.questions.answering.told.measures import ListTold, MeasureTold, TallyTold
from plan.questions.answering.told.told import Told
from plan.questions.finding.choice import best_of
from plan.questions.finding.finder import Finder
from plan.questions.finding.groups import measures_in
from plan.questions.finding.index import things
from plan.questions.finding.record import Shelf
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.patterns import pattern_of
from plan.questions.reading.vocabulary import SOFT_ROOTS, root

_WHICH = re.compile(r"\bquel(?:le)? (?:axe|section)\b")
_STRUCTURED = pattern_of("<STRUCTURED>")


def parts_answer(finder: Finder) -> Answer | None:
    """The axes, a measure's volets, the MOs or the sectors."""
    listed = next((each for nouns, each in _PARTS if finder.asked.says(*nouns)), None)
    if listed is None and _STRUCTURED.search(finder.asked.normal):
        return _axes(finder)
    return listed(finder) if listed else None


def _axes(finder: Finder) -> Answer | None:
    light = finder.asked.light  # « structuré en combien d'axes »
    if finder.asked.axes:
        return None
    if _WHICH.search(finder.asked.normal) and (found := _axis_of(finder)):
        return found
    if not _is_of_the_plan(finder, light):
        return None
    return _answer(finder, ListTold("axes", finder.snapshot.plan.axes))


def _axis_of(finder: Finder) -> Answer | None:
    """« Dans quel axe est la mesure sur X », « quel axe parle de X »."""
    meant = finder.named_measures() or [each.measure for each in finder.measures_meant()]
    found = best_of([each for each in finder.search(Shelf.AXIS) if each.own_found])
    told: tuple[Told, ...] = tuple(
        TallyTold(measures_in(each, finder.snapshot), each) for each in things(found, Axis)
    )
    if meant and (finder.asked.says("mesure", "action") or not told):
        told = tuple(map(MeasureTold, meant))
    return Answer(finder.asked, Kind.PARTS, told, readings=len(told) > 1) if told else None


def _is_of_the_plan(finder: Finder, light: Collection[str] = ()) -> bool:
    """Tell whether no word but the plan's own (« du bilan »), and those that are light, is said."""
    said = (each.word for each in finder.required if each.word not in light)
    return all(root(each) in SOFT_ROOTS for each in said)


def _volets(finder: Finder) -> Answer | None:
    """Those of the measure that is named, by its number or by words; none where one is named."""
    if finder.asked.volet is not None:
        return None
    if not finder.asked.measures and _is_of_the_plan(finder):
        every = tuple(volet for each in finder.snapshot.measures for volet in each.volets)
        return _answer(finder, ListTold("volets", every))
    meant = finder.named_measures() or [each.measure for each in finder.measures_meant()[:1]]
    if not meant:
        return None
    return _answer(finder, ListTold("volets", meant[0].volets, measure=meant[0]))


def _organisations(finder: Finder) -> Answer | None:
    asked = finder.asked
    if asked.measures:
        return bodies_answer(finder)
    if not _is_of_the_plan(finder) or asked.bodies or asked.states or asked.axes:
        return None
    every = finder.snapshot.plan.organisations
    named = tuple(each for each in every if each.kind is OrganisationKind.NAMED)
    return _answer(finder, ListTold("organismes", named))


def _sectors(finder: Finder) -> Answer | None:
    entries = finder.snapshot.plan.directory
    sectors = tuple(each for each in entries if each.kind is EntryKind.SECTOR)
    if finder.wants(Focus.ISSUES) and finder.required:
        sectors = tuple(each for each in sectors if any(map(finder.is_in, each.issues)))
    elif not _is_of_the_plan(finder) or finder.wants(Focus.CARRIER, Focus.PARTNERS, Focus.ISSUES):
        return None
    return _answer(finder, ListTold("secteurs", sectors)) if sectors else None


def _answer(finder: Finder, told: ListTold) -> Answer:
    return Answer(finder.asked, Kind.PARTS, (told,))


_PARTS: tuple[tuple[tuple[str, ...], Callable[[Finder], Answer | None]], ...] = (
    (("axe", "axes", "section", "sections"), _axes),
    (("volet", "volets"), _volets),
    (("secteur", "secteurs"), _sectors),
    (("ministere", "ministeres", "organisme", "organismes", "mo"), _organisations),
)
