"""« Qui s'occupe de… »: the MOs of what is named, or the plan's own ministry."""

import re

from plan.measure import Measure, Volet
from plan.questions.answering.answer import Answer
from plan.questions.answering.facts.directory import directory_answer
from plan.questions.answering.facts.disagreements import fact_told
from plan.questions.answering.measures.lists import list_answer
from plan.questions.answering.told.measures import BodiesTold, CoordinatorTold
from plan.questions.finding.choice import TIE, fits
from plan.questions.finding.finder import Finder
from plan.questions.finding.record import Shelf
from plan.questions.finding.subjects import Subject
from plan.questions.reading.asked import Kind
from plan.source import Fact
from plan.text import fold

_MEMBERS = re.compile(r"\b(?:membre|siege|font partie|fait partie|compose)\w*")
_COORDINATES = re.compile(r"\b(?:coordonn|pilot|responsable|dirig)\w*")
_LEADS = re.compile(r"\b(?:coordonn|pilot|responsable|dirig|mene|gere|charge)\w*")


def bodies_answer(finder: Finder) -> Answer | None:
    """The MOs of what is named; the plan's own ministry where nothing is."""
    asked = finder.asked
    if named := finder.named_measures():
        parts = [(each, _volet(each, asked.volet)) for each in named]
        return _answer(finder, parts, [])
    if not finder.required:
        of_plan = asked.says("plan") and _COORDINATES.search(asked.normal)
        if asked.bodies and not of_plan:
            return list_answer(finder)
        return _coordinator(finder) if _LEADS.search(asked.normal) else None
    subjects, members = finder.measures_meant(), _members_told(finder)
    if members or not subjects:
        return members
    if told_elsewhere := _of_a_sector(finder, subjects[0]) or _fact_on_bodies(finder, subjects[0]):
        return told_elsewhere
    return _answer(finder, [(each.measure, _own_volet(each)) for each in subjects], subjects)


def _answer(
    finder: Finder, parts: list[tuple[Measure, Volet | None]], subjects: list[Subject]
) -> Answer:
    asked = finder.asked
    members = _MEMBERS.search(asked.normal) is not None
    return Answer(
        asked,
        Kind.BODIES,
        tuple(BodiesTold(measure, volet, asked.bodies, members) for measure, volet in parts),
        readings=len(subjects) > 1,
        matches=tuple(each.match for each in subjects),
    )


def _volet(measure: Measure, position: int | None) -> Volet | None:
    return next((each for each in measure.volets if each.position == position), None)


def _own_volet(subject: Subject) -> Volet | None:
    """The volet that is meant, where its MOs are not those of the whole measure."""
    own = subject.volet.volet if subject.volet else None
    same = own is None or own.organisations == subject.measure.organisations
    return None if same else own


def _of_a_sector(finder: Finder, subject: Subject) -> Answer | None:
    """« Qui porte la reprise collective »: what the directory names better than any measure."""
    if Kind.DIRECTORY not in finder.asked.kinds:
        return None
    entries = finder.search(Shelf.ENTRY)[:1]
    better = [e for e in entries if fits(e) and e.coverage > subject.match.coverage + TIE]
    return directory_answer(finder) if better else None


def _members_told(finder: Finder) -> Answer | None:
    """« Qui siège à la table »: the body's own fact, where it says who its members are."""
    if _MEMBERS.search(finder.asked.normal) is None:
        return None
    asked = {term.word for term in finder.required}
    for match in finder.search(Shelf.FACT):
        fact = match.record.thing
        if isinstance(fact, Fact) and fact.kind == "organisme" and match.own_found >= asked:
            if _MEMBERS.search(fold(fact.label)) is None:
                return None
            told = fact_told(fact, finder.snapshot.plan, Kind.WHO)
            return Answer(finder.asked, Kind.WHO, (told,), matches=(match,))
    return None


def _fact_on_bodies(finder: Finder, subject: Subject) -> Answer | None:
    """A figure that speaks of the MOs themselves, where it fits better than any measure."""
    if finder.asked.says("quels", "quelles") and not finder.asked.says("combien"):
        return None  # names are asked
    facts = finder.search(
        Shelf.FACT, lambda each: isinstance(each.thing, Fact) and each.thing.kind == "chiffre"
    )
    best = next((each for each in facts if fits(each)), None)
    if best is None or len(best.found) <= len(subject.match.found):
        return None
    if not {"ministeres", "organismes", "mo"} & best.own_found:
        return None
    assert isinstance(best.record.thing, Fact)
    told = fact_told(best.record.thing, finder.snapshot.plan, Kind.QUANTITY)
    return Answer(finder.asked, Kind.QUANTITY, (told,), matches=tuple(facts[:6]))


def _coordinator(finder: Finder) -> Answer:
    plan = finder.snapshot.plan
    found = next((o for o in plan.organisations if o.acronym == plan.coordinator), None)
    return Answer(finder.asked, Kind.BODIES, (CoordinatorTold(found, plan.coordinator),))
