"""The directory: whom to ask, who carries a sector, its partners and issues, a list it tells."""

import re

from plan.directory import DirectoryEntry, EntryKind, Section, carried_by, joined_by
from plan.questions.answering.answer import Answer
from plan.questions.answering.facts.contacts import entry_of
from plan.questions.answering.told.facts import EntryTold
from plan.questions.answering.told.measures import ListTold
from plan.questions.answering.told.told import Told
from plan.questions.finding.choice import best_of
from plan.questions.finding.finder import Finder
from plan.questions.finding.record import EntrySection, Record, Shelf
from plan.questions.finding.text_words import roots_of
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.vocabulary import is_asking
from plan.text import number_in_words

_KINDS_OF = re.compile(r"\b(?:types?|genres?|sortes?|categories|familles|volets|champs)\b")
_SO_MANY = re.compile(
    r"\b(?:les|ses|leurs) (?P<many>deux|trois|quatre|cinq|six|sept|huit|\d) [a-z]{3}"
)
_CALLS = re.compile(r"\b(?:appel|contact|joindre|joins|ecri)\w*|\bla personne\b")
_NUMBERED = re.compile(r"\d+\. ")
_SECTION_FLOOR = 0.7  # coverage under which a list is not the one asked for


def directory_answer(finder: Finder) -> Answer | None:
    """What an entry tells: carrier, partners, issues, or one of its lists."""
    if not finder.snapshot.plan.directory or not finder.required:
        return None
    for answer in (_of_organisation, _of_sector, _of_kinds, _of_section, _of_entry):
        if found := answer(finder):
            return found
    return None


def _of_organisation(finder: Finder) -> Answer | None:
    """The sectors that an organisation carries, or takes part in."""
    if not finder.wants(Focus.CARRIER, Focus.PARTNERS):
        return None
    return organisation_answer(finder)


def organisation_answer(finder: Finder) -> Answer | None:
    """The sectors that an organisation named by the directory carries, else takes part in."""
    directory = finder.snapshot.plan.directory
    carriers = [each.carrier for each in directory if each.carrier]
    names = dict.fromkeys([*carriers, *(p for each in directory for p in each.all_partners)])
    found = [name for name in names if _is_all_of(finder, name)]
    if not found:
        return None
    carries = finder.wants(Focus.CARRIER) or set(found) & set(carriers)
    group = carried_by if carries else joined_by
    sectors: dict[str, DirectoryEntry] = {}
    for name in found:
        holder = DirectoryEntry(name, EntryKind.ORGANISATION, name, ())
        sectors.update({each.key: each for each in group(holder, directory)})
    if not sectors:
        return None
    by = next((each.name for each in directory if _is_all_of(finder, each.name)), found[0])
    told = ListTold("secteurs", tuple(sectors.values()), by=by)
    return Answer(finder.asked, Kind.DIRECTORY, (told,))


def _is_all_of(finder: Finder, name: str) -> bool:
    """Tell whether the words that say the subject are an organisation's name, or most of it.

    Its acronym is enough, and so is another name that the directory gives it.
    """
    wanted = [{each for each, worth in term.roots if worth >= 1} for term in finder.required]
    if not wanted:
        return False
    own = next((each for each in finder.snapshot.plan.directory if each.name == name), None)
    names = [name, *(own.aliases if own else ()), *re.findall(r"\(([^()]+)\)", name)]
    for each in names:
        held = roots_of(each)
        said = [term for term in finder.terms if any(r in held for r, w in term.roots if w >= 1)]
        if all(roots & held for roots in wanted) and 2 * len(said) >= len(held):
            return True
    return False


def _of_sector(finder: Finder) -> Answer | None:
    focus = next(
        (f for f in (Focus.CARRIER, Focus.PARTNERS, Focus.ISSUES) if finder.wants(f)), None
    )
    if focus is None:
        return None
    best = [m for m in best_of(finder.search(Shelf.ENTRY, _is_sector)) if m.own_found]
    entries = [each for match in best if (each := entry_of(match))]
    if Kind.CONTACT in finder.asked.kinds or _CALLS.search(finder.asked.normal):
        focus = None  # the whole entry tells whom to call as well
    told = tuple(EntryTold(each, focus) for each in entries[:4])
    if not told:
        return None
    if len(told) == 1 and focus is not None:
        others = (f for f in (Focus.PARTNERS, Focus.ISSUES) if finder.wants(f) and f is not focus)
        told += tuple(EntryTold(entries[0], each) for each in others)
        return Answer(finder.asked, Kind.DIRECTORY, told, matches=tuple(best))
    return Answer(finder.asked, Kind.DIRECTORY, told, readings=len(told) > 1, matches=tuple(best))


def _of_kinds(finder: Finder) -> Answer | None:
    """« Les quatre genres d'action de X »: only X is named, and its lists have numbered titles."""
    typed = _SO_MANY.search(finder.asked.normal)
    many = number_in_words(typed["many"]) if typed else None
    if not many and not _KINDS_OF.search(finder.asked.normal):
        return None
    for entry in finder.snapshot.plan.directory:
        numbered = [each for each in entry.sections if _NUMBERED.match(each.title)]
        if many and len(numbered) != many:
            continue
        titles = [f"{each.title.split('. ', 1)[1]}. {each.intro}".strip() for each in numbered]
        if titles and any(map(finder.is_in, (entry.name, *entry.aliases))):
            told = EntryTold(entry, items=tuple(titles))
            return Answer(finder.asked, Kind.DIRECTORY, (told,))
    return None


def _of_section(finder: Finder) -> Answer | None:
    """A list of an entry whose title, items and name hold what was asked."""
    matches = finder.search(Shelf.SECTION, lambda each: _title_asked(each, finder))
    best = best_of(matches, _SECTION_FLOOR)
    told: dict[str, Told] = {}
    for match in best:
        thing = match.record.thing
        if isinstance(thing, EntrySection):
            told.setdefault(
                f"{thing.entry.key} {thing.section.title}",
                EntryTold(thing.entry, section=_whole(thing) or thing.section),
            )
    if not told:
        return None
    return Answer(
        finder.asked,
        Kind.DIRECTORY,
        tuple(told.values())[:3],
        readings=len(told) > 1,
        matches=tuple(best),
    )


def _of_entry(finder: Finder) -> Answer | None:
    """« La mission de X »: no list is called so, but X is an entry."""
    hard = [each for each in finder.required if not is_asking(each.word)]
    named = [
        each.record.thing
        for each in finder.search(Shelf.ENTRY)
        if isinstance(each.record.thing, DirectoryEntry)
        and any(_is_name_in(name, finder) for name in each.record.names)
    ]
    if len(named) != 1 or not hard:
        return None
    return Answer(finder.asked, Kind.DIRECTORY, (EntryTold(named[0]),))


def _is_name_in(name: str, finder: Finder) -> bool:
    """Tell whether the words asked hold the whole of a name."""
    held = {each for term in finder.terms for each, worth in term.roots if worth > 0.9}
    roots = roots_of(name)
    return bool(roots) and roots <= held


def _whole(thing: EntrySection) -> Section | None:
    sections = thing.entry.sections
    return next((each for each in sections if each.title == thing.section.title), None)


def _title_asked(record: Record, finder: Finder) -> bool:
    thing = record.thing
    if not isinstance(thing, EntrySection):
        return False
    groups = {each.title for each in thing.entry.partner_groups}
    if finder.wants(Focus.ISSUES) and thing.section.title in groups:
        return False
    titled = roots_of(thing.section.title)
    terms = [each for each in finder.terms if not each.word.isdigit()]
    return any(each in titled for term in terms for each, _ in term.roots)


def _is_sector(record: Record) -> bool:
    return isinstance(record.thing, DirectoryEntry) and record.thing.kind is EntryKind.SECTOR
