"""The directory: rows ⇄ `DirectoryEntry`."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from plan.directory import Contact, DirectoryEntry, EntryKind, Section
from storage.rows import Row, known_source, source_to_json, to_json


def directory_row(rank: int, entry: DirectoryEntry) -> Row:
    """The row of an entry, all but its plan."""
    contact = entry.contact or Contact()
    return {
        "rank": rank,
        "key": entry.key,
        "kind": entry.kind.value,
        "name": entry.name,
        "summary": entry.summary,
        "carrier": entry.carrier,
        "contact_name": contact.name,
        "contact_email": contact.email,
        "contact_phone": contact.phone,
        "contact_toll_free": contact.toll_free,
        "contact_address": contact.address,
        "aliases_json": to_json(entry.aliases),
        "issues_json": to_json(entry.issues),
        "sections_json": _sections_json(entry.sections),
        "partners_json": to_json(entry.partners),
        "partner_groups_json": _sections_json(entry.partner_groups),
        "measures_json": to_json(entry.measures),
        "related_json": to_json(entry.related),
        "sources_json": to_json([source_to_json(each) for each in entry.sources]),
    }


def directory_entry(row: Row) -> DirectoryEntry:
    """The inverse of `directory_row`."""
    contact = Contact(
        name=row["contact_name"],
        email=row["contact_email"],
        phone=row["contact_phone"],
        toll_free=row["contact_toll_free"],
        address=row["contact_address"],
    )
    return DirectoryEntry(
        key=row["key"],
        kind=EntryKind(row["kind"]),
        name=row["name"],
        summary=row["summary"],
        carrier=row["carrier"],
        contact=None if contact == Contact() else contact,
        aliases=tuple(json.loads(row["aliases_json"])),
        issues=tuple(json.loads(row["issues_json"])),
        sections=_sections(row["sections_json"]),
        partners=tuple(json.loads(row["partners_json"])),
        partner_groups=_sections(row["partner_groups_json"]),
        measures=tuple(json.loads(row["measures_json"])),
        related=tuple(json.loads(row["related_json"])),
        sources=tuple(known_source(each) for each in json.loads(row["sources_json"])),
    )


def _sections_json(sections: Sequence[Section]) -> str:
    return to_json([asdict(each) for each in sections])


def _sections(text: str) -> tuple[Section, ...]:
    return tuple(
        Section(each["title"], tuple(each["items"]), each["intro"]) for each in json.loads(text)
    )
