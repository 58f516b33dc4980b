"""Whom to ask, with the very thing that was wanted: an address, a number."""

from collections.abc import Callable, Sequence

from plan.directory import DirectoryEntry
from plan.organisation import Organisation
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.told.facts import ContactTold, EntryTold
from plan.questions.answering.told.told import Told
from plan.questions.finding.choice import best_of
from plan.questions.finding.finder import Finder
from plan.questions.finding.index import Match
from plan.questions.finding.record import Record, Shelf
from plan.questions.finding.text_words import roots_of
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.vocabulary import SOFT_ROOTS, root

_FIELDS: dict[Focus, Callable[[DirectoryEntry], str]] = {
    Focus.EMAIL: lambda entry: entry.contact.email if entry.contact else "",
    Focus.TOLL_FREE: lambda entry: entry.contact.toll_free if entry.contact else "",
    Focus.PHONE: lambda entry: entry.contact.phone if entry.contact else "",
    Focus.ADDRESS: lambda entry: entry.contact.address if entry.contact else "",
}


def contact_answer(finder: Finder) -> Answer | None:
    """Whom to ask, with the very thing that was wanted: an address, a number."""
    asked = finder.asked
    wanted = frozenset(_FIELDS) & asked.focus
    if Focus.TOLL_FREE in wanted:
        wanted -= {Focus.PHONE}
    if not finder.required:
        return _only_one(finder, wanted)
    matches = finder.search(Shelf.ENTRY, _has_contact)
    best = best_of(matches)
    if not best and all(root(each.word) in SOFT_ROOTS for each in finder.required):
        return _only_one(finder, wanted)
    if not best:
        return Answer(asked, Kind.CONTACT, missing=Missing(Gap.NO_CONTACT), near=_near(matches))
    entries = [each for match in best if (each := entry_of(match))]
    lacking = [each for each in entries if any(not _FIELDS[field](each) for field in wanted)]
    if lacking and len(lacking) == len(entries):
        missing = Missing(Gap.NO_CONTACT, entry=lacking[0])
        return Answer(asked, Kind.CONTACT, missing=missing, near=tuple(lacking[:1]))
    told: tuple[Told, ...] = tuple(ContactTold(each, wanted) for each in entries[:5])
    if len(entries) == 1:  # the contact tells who carries it
        others = [f for f in (Focus.PARTNERS, Focus.ISSUES) if finder.wants(f)]
        told += tuple(EntryTold(entries[0], each) for each in others)
        return Answer(asked, Kind.CONTACT, told, matches=tuple(matches[:6]))
    return Answer(asked, Kind.CONTACT, told, readings=len(told) > 1, matches=tuple(matches[:6]))


def _only_one(finder: Finder, wanted: frozenset[Focus]) -> Answer | None:
    """No name is given: answered where one entry alone, or one office, has what is wanted."""
    entries = [
        each
        for each in finder.snapshot.plan.directory
        if each.contact and all(_FIELDS[field](each) for field in wanted or {Focus.PHONE})
    ]
    if len(entries) > 1:
        entries = [each for each in entries if each.contact and not each.contact.name]
    named = finder.asked.measures or not all(
        _is_of(each, finder, entries) for each in finder.asked.bodies
    )
    if named or len(entries) != 1:
        return Answer(finder.asked, Kind.CONTACT, missing=Missing(Gap.NO_CONTACT))
    return Answer(finder.asked, Kind.CONTACT, (ContactTold(entries[0], wanted),))


def _is_of(body: Organisation, finder: Finder, entries: Sequence[DirectoryEntry]) -> bool:
    """« Le ministère de l'Économie »: an office's, whose address says so, whatever its acronym."""
    typed = {root(each) for each in finder.asked.normal.split()} & roots_of(body.name)
    office = " ".join(
        f"{each.name} {' '.join(each.aliases)} {each.contact.email if each.contact else ''}"
        for each in entries
    )
    return bool(typed) and typed <= roots_of(office.replace(".", " "))


def _has_contact(record: Record) -> bool:
    return isinstance(record.thing, DirectoryEntry) and record.thing.contact is not None


def entry_of(match: Match) -> DirectoryEntry | None:
    """The entry that was found, where it is one."""
    thing = match.record.thing
    return thing if isinstance(thing, DirectoryEntry) else None


def _near(matches: list[Match]) -> tuple[DirectoryEntry, ...]:
    found = (entry_of(each) for each in matches if each.coverage >= 0.35)
    return tuple(each for each in found if each)[:2]
