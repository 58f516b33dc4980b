"""Who and what: the MOs of a measure, what an acronym stands for, a person, a part of the plan."""

import re

from plan.definition import Axis
from plan.directory import DirectoryEntry, EntryKind
from plan.organisation import Organisation, OrganisationKind
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.dates import fact_told
from plan.questions.answering.measure_lists import list_answer
from plan.questions.answering.told import (
    BodiesTold,
    ContactTold,
    CoordinatorTold,
    EntryTold,
    ListTold,
    MeasureTold,
    NameTold,
    Told,
)
from plan.questions.finding.choice import best_of, fits
from plan.questions.finding.facts import Record, Shelf
from plan.questions.finding.finder import Finder, Subject
from plan.questions.finding.lexicon import roots_of
from plan.questions.reading.asked import Focus, Kind
from plan.source import Fact

_ACRONYM = re.compile(r"\([A-Z][A-Z-]+\)")
_PERSON_NAME = re.compile(r"[A-ZÉÈ][\w-]+ [A-ZÉÈ][\w-]+(?:,|$)")
_MEMBERS = re.compile(r"\b(?:membre|siege|font partie|fait partie|compose)\w*")
_PARTS = (
    ("axes", ("axe", "axes", "section", "sections")),
    ("volets", ("volet", "volets")),
    ("secteurs", ("secteur", "secteurs")),
    ("organismes", ("ministere", "ministeres", "organisme", "organismes", "mo")),
)


def bodies_answer(finder: Finder) -> Answer | None:
    """The MOs of what is named; the plan's own ministry where nothing is."""
    asked = finder.asked
    named = finder.named_measures()
    if not named and not finder.required:
        if asked.bodies:
            return list_answer(finder)
        return _coordinator(finder) if _asks_who_leads(finder) else None
    if not named and asked.bodies and not finder.measures_meant():
        return None
    subjects = [] if named else finder.measures_meant()
    if not named and not subjects:
        return None
    if subjects and (told_elsewhere := _fact_on_bodies(finder, subjects[0])):
        return told_elsewhere
    members = _MEMBERS.search(asked.normal) is not None
    told: list[Told] = []
    for measure in named:
        volet = next((v for v in measure.volets if v.position == asked.volet), None)
        told.append(BodiesTold(measure, volet, asked.bodies, members))
    for subject in subjects:
        own = subject.volet.volet if subject.volet else None
        same = own is None or own.organisations == subject.measure.organisations
        volet = None if same else own
        told.append(BodiesTold(subject.measure, volet, asked.bodies, members))
    matches = tuple(each.match for each in subjects)
    return Answer(asked, Kind.BODIES, tuple(told), readings=len(subjects) > 1, matches=matches)


def _fact_on_bodies(finder: Finder, subject: Subject) -> Answer | None:
    """A figure that speaks of the MOs themselves, where it fits better than any measure."""
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


def _asks_who_leads(finder: Finder) -> bool:
    words = finder.asked.normal.split()
    return any(
        word.startswith(start)
        for word in words
        for start in ("coordonn", "pilot", "responsable", "dirig", "mene", "gere", "charge")
    )


def _coordinator(finder: Finder) -> Answer:
    plan = finder.snapshot.plan
    found = next((o for o in plan.organisations if o.acronym == plan.coordinator), None)
    return Answer(finder.asked, Kind.BODIES, (CoordinatorTold(found, plan.coordinator),))


def parts_answer(finder: Finder) -> Answer | None:
    """The axes, a measure's volets, the MOs or the sectors: named, or counted."""
    asked = finder.asked
    words = asked.normal.split()
    what = next((name for name, nouns in _PARTS if any(noun in words for noun in nouns)), "")
    counted = any(word in words for word in ("combien", "nombre", "quantite"))
    others = [each for each in finder.required if each.word not in ("strategiques", "strategique")]
    plan = finder.snapshot.plan
    if what == "organismes" and asked.measures:
        return bodies_answer(finder)
    if others and what != "volets":
        return None
    if what == "axes" and not asked.axes:
        return _listed(finder, what, plan.axes, counted)
    if what == "volets":
        meant = finder.named_measures() or [each.measure for each in finder.measures_meant()[:1]]
        if meant:
            told = ListTold(what, meant[0].volets, counted, measure=meant[0])
            return Answer(asked, Kind.PARTS, (told,))
    if what == "organismes" and not asked.bodies and not asked.states and not asked.axes:
        named = tuple(o for o in plan.organisations if o.kind is OrganisationKind.NAMED)
        return _listed(finder, what, named, counted)
    if what == "secteurs" and not finder.wants(Focus.CARRIER, Focus.PARTNERS, Focus.ISSUES):
        sectors = tuple(each for each in plan.directory if each.kind is EntryKind.SECTOR)
        return _listed(finder, what, sectors, counted) if sectors else None
    return None


def _listed(
    finder: Finder,
    what: str,
    things: tuple[Axis, ...] | tuple[Organisation, ...] | tuple[DirectoryEntry, ...],
    counted: bool,
) -> Answer:
    return Answer(finder.asked, Kind.PARTS, (ListTold(what, things, counted),))


def meaning_answer(finder: Finder) -> Answer | None:
    """What a name or an acronym stands for."""
    asked = finder.asked
    bodies = asked.bodies or (() if finder.required else asked.maybe_bodies)
    if bodies and not finder.required and not asked.measures:
        told = tuple(NameTold(each, _measures_of(finder, each)) for each in bodies)
        return Answer(asked, Kind.MEANING, told)
    if asked.measures and not finder.required:
        return Answer(
            asked, Kind.MEANING, tuple(MeasureTold(each) for each in finder.named_measures())
        )
    if not finder.required or asked.measures:
        return None
    facts = finder.search(Shelf.FACT, _names_a_body)
    entries = finder.search(Shelf.ENTRY)
    named = [each for each in facts if each.own_found >= {t.word for t in finder.required}]
    named = [each for each in named if _bears_the_name(each.record, finder)] or named
    if named:
        close = [each for each in named if each.precision >= named[0].precision * 0.6]
        plan = finder.snapshot.plan
        told_facts = [
            fact_told(each.record.thing, plan, Kind.MEANING)
            for each in close[:5]
            if isinstance(each.record.thing, Fact)
        ]
        return Answer(
            asked,
            Kind.MEANING,
            tuple(told_facts),
            readings=len(told_facts) > 1,
            matches=tuple(close),
        )
    best = best_of([each for each in entries if each.own_found], 0.75)
    told_entries = [
        EntryTold(each.record.thing)
        for each in best
        if isinstance(each.record.thing, DirectoryEntry)
    ]
    if not told_entries:
        return None
    return Answer(
        asked,
        Kind.MEANING,
        tuple(told_entries[:4]),
        readings=len(told_entries) > 1,
        matches=tuple(best),
    )


def _measures_of(finder: Finder, body: Organisation) -> tuple:  # type: ignore[type-arg]
    return tuple(
        each
        for each in finder.snapshot.measures
        if any(o.acronym == body.acronym for o in each.organisations)
    )


def _names_a_body(record: Record) -> bool:
    thing = record.thing
    return isinstance(thing, Fact) and (
        thing.kind in ("organisme", "document") or bool(_ACRONYM.search(thing.value))
    )


def _bears_the_name(record: Record, finder: Finder) -> bool:
    """Tell whether the name itself, not what is said of it, holds every word asked."""
    held = roots_of(record.thing.value) if isinstance(record.thing, Fact) else ()
    return all(any(each in held for each, _ in term.roots) for term in finder.required)


def who_answer(finder: Finder) -> Answer | None:
    """A person: the one a fact names in the role asked, or the one who is named."""
    asked = finder.asked
    if not finder.required or finder.unknown or asked.bodies or asked.measures or _is_dated(finder):
        return (
            Answer(asked, Kind.WHO, missing=Missing(Gap.NO_PERSON)) if _a_person(finder) else None
        )
    facts = best_of(finder.search(Shelf.FACT, _tells_people), 0.8)
    entries = [
        each
        for each in finder.search(Shelf.ENTRY)
        if isinstance(each.record.thing, DirectoryEntry)
        and each.record.thing.contact
        and each.own_found >= {t.word for t in finder.required}
        and _is_named(each.record.thing, finder)
    ]
    plan = finder.snapshot.plan
    told: list[Told] = [
        ContactTold(each.record.thing)
        for each in entries
        if isinstance(each.record.thing, DirectoryEntry)
    ]
    if not told:
        told = [
            fact_told(each.record.thing, plan, Kind.WHO)
            for each in facts
            if isinstance(each.record.thing, Fact)
            and (_PERSON_NAME.match(each.record.thing.value) or not _asks_a_name(finder))
        ]
    if not told:
        return None
    matches = tuple([*entries, *facts][:6])
    return Answer(asked, Kind.WHO, tuple(told[:4]), readings=len(told) > 1, matches=matches)


def _is_dated(finder: Finder) -> bool:
    """Tell whether who holds a post today is asked: the documents tell who held it then."""
    return finder.wants(Focus.NOW) and _a_person(finder)


def _asks_a_name(finder: Finder) -> bool:
    return bool({"nom", "noms", "nomme", "appelle"} & set(finder.asked.normal.split()))


def _is_named(entry: DirectoryEntry, finder: Finder) -> bool:
    held = roots_of(entry.contact.name) if entry.contact else set()
    return any(each in held for term in finder.required for each, _ in term.roots)


def _tells_people(record: Record) -> bool:
    thing = record.thing
    if not isinstance(thing, Fact):
        return False
    return thing.kind == "organisme" or bool(_PERSON_NAME.match(thing.value))


def _a_person(finder: Finder) -> bool:
    """Tell whether a person was asked for, rather than a ministry."""
    starts = ("president", "directeur", "directrice", "ministre", "auteur", "maire", "repondant")
    return any(word.startswith(starts) for word in finder.asked.normal.split())
