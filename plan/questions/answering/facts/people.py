"""« Qui préside… »: a person, or the body that a fact names in the role asked."""

import re
from collections.abc import Sequence

from plan.directory import DirectoryEntry, EntryKind
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.facts.disagreements import fact_told
from plan.questions.answering.told.facts import ContactTold
from plan.questions.answering.told.told import Told
from plan.questions.finding.choice import best_of, speaks_of
from plan.questions.finding.finder import Finder
from plan.questions.finding.index import Match, things
from plan.questions.finding.record import Record, Shelf
from plan.questions.finding.text_words import roots_of
from plan.questions.reading.asked import Asked, Focus, Kind
from plan.questions.reading.posts import names_post
from plan.questions.reading.vocabulary import root
from plan.source import Fact

_PERSON_NAME = re.compile(r"[A-ZÉÈ][\w-]+ [A-ZÉÈ][\w-]+(?:,|$)")
_OFFICE = re.compile(
    r"\b(?:ministre|president\w*|direct\w+|maire)(?: \w+)? (?:des|de la|de l|du|de|d) (?!ce|cette)"
    r"(?P<office>\w{4,})"
)
# « qui est la ministre »: a name; « qui préside la table » may be told by a post
_HOLDS_POST = re.compile(
    r"\bqui (?:est|etait|sont) (?:le|la|l|les) (?:\w+ )?(?:ministre|president|direct|maire)\w*"
)
_NAME = re.compile(r"\b(?:noms?|nomme|appelle)\b")
_MOST = 4  # people told, at most


def who_answer(finder: Finder) -> Answer | None:
    """The contact who is named, else whom a fact names in the role asked.

    Who holds a post today is not told: the documents tell who held it then.
    """
    asked = finder.asked
    a_person = finder.wants(Focus.PERSON)
    today = a_person and finder.wants(Focus.NOW)
    if not finder.required or finder.unknown or asked.bodies or asked.measures or today:
        return Answer(asked, Kind.WHO, missing=nobody(asked)) if a_person else None
    return _contacts(finder) or _told_by_facts(finder) or _of_actors(finder)


def nobody(asked: Asked) -> Missing:
    """What is missing where nobody is told: a person, or whoever holds a post."""
    return Missing(Gap.NO_HOLDER if names_post(asked.normal) else Gap.NO_PERSON)


def _contacts(finder: Finder) -> Answer | None:
    wanted = {term.word for term in finder.required}
    found = [each for each in finder.search(Shelf.ENTRY) if each.own_found >= wanted]
    found = [each for each in found if _names_its_contact(each.record, finder)]
    return _answer(finder, [ContactTold(each) for each in things(found, DirectoryEntry)], found)


def _told_by_facts(finder: Finder) -> Answer | None:
    facts = best_of(finder.search(Shelf.FACT, _tells_people), 0.8)
    facts = [each for each in facts if finder.numbers <= each.own_found]
    said = finder.asked.normal
    a_name = _NAME.search(said) is not None or _HOLDS_POST.search(said) is not None
    told = [
        fact_told(each, finder.snapshot.plan, Kind.WHO)
        for each in things(facts, Fact)
        if (_PERSON_NAME.match(each.value) or not a_name) and _is_the_one(each, finder)
    ]
    return _answer(finder, told, facts)


def _of_actors(finder: Finder) -> Answer | None:
    """« À qui a-t-on remis l'étude »: a fact that says the very act, and names a body."""
    acts = {each.word for each in finder.required if each.word in finder.asked.light}
    if not acts or finder.numbers or finder.wants(Focus.PERSON, Focus.NAMES):
        return None

    def names_one(record: Record) -> bool:
        return isinstance(record.thing, Fact) and _names_a_body(record.own, finder)

    best = best_of(finder.search(Shelf.FACT, names_one))
    facts = [each for each in best if acts <= each.own_found]
    told = [fact_told(each, finder.snapshot.plan, Kind.WHO) for each in things(facts, Fact)]
    return _answer(finder, told[:1], facts)


def _names_a_body(text: str, finder: Finder) -> bool:
    """Tell whether it names an MO, or an organisation of the directory, that was not asked."""
    plan = finder.snapshot.plan
    names = [each.acronym for each in plan.organisations]
    names += [each.name for each in plan.directory if each.kind is not EntryKind.SECTOR]
    said = set(map(root, finder.asked.normal.split()))
    return any(name in text and not roots_of(name) <= said for name in names)


def _is_the_one(fact: Fact, finder: Finder) -> bool:
    """Tell whether a fact is of the time asked, and of the office that the post is of."""
    told = f"{fact.label} {fact.value} {fact.date}"
    office = _OFFICE.search(finder.asked.normal)
    of_it = office is None or root(office["office"]) in roots_of(told)
    return of_it and speaks_of(told, [each for each in finder.asked.periods if each.has_year])


def _answer(finder: Finder, told: Sequence[Told], matches: list[Match]) -> Answer | None:
    if not told:
        return None
    several = len(told) > 1
    return Answer(finder.asked, Kind.WHO, tuple(told[:_MOST]), several, matches=tuple(matches[:6]))


def _names_its_contact(record: Record, finder: Finder) -> bool:
    thing = record.thing
    if not isinstance(thing, DirectoryEntry) or thing.contact is None:
        return False
    held = roots_of(thing.contact.name)
    return any(each in held for term in finder.required for each, _ in term.roots)


def _tells_people(record: Record) -> bool:
    thing = record.thing
    if not isinstance(thing, Fact):
        return False
    return thing.kind == "organisme" or bool(_PERSON_NAME.match(thing.value))
