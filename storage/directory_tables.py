"""The `[[entries]]` of a plan's `repertoire*.toml` files → the directory.

An entry says where it stands with `sources`, each a document and a section of it.
"""

from plan.directory import Contact, DirectoryEntry, EntryKind, Section
from plan.source import Source
from storage.plan_tables import PlanReader
from storage.strict_toml import Table


def read_entries(reader: PlanReader, file: Table) -> list[DirectoryEntry]:
    """Read a file's entries; the measures, documents and entries they name are noted to check."""
    return [_entry(reader, each) for each in file.tables("entries")]


def _entry(reader: PlanReader, table: Table) -> DirectoryEntry:
    with table:
        entry = DirectoryEntry(
            key=reader.key(table, "entry"),
            kind=table.member("kind", EntryKind),
            name=table.take("name", str),
            sources=tuple(_source(reader, each) for each in table.tables("sources")),
            aliases=table.texts("aliases"),
            summary=table.text("summary"),
            issues=table.texts("issues"),
            carrier=table.text("carrier"),
            contact=_contact(table.table("contact")) if "contact" in table else None,
            sections=tuple(_section(each) for each in table.tables("sections")),
            partners=table.texts("partners"),
            partner_groups=tuple(_section(each) for each in table.tables("partner_groups")),
            measures=table.integers("measures"),
            related=table.texts("related"),
        )
    if not entry.sources:
        raise table.error("sources is empty")
    reader.refer(table, "entry", *entry.related)
    reader.refer(table, "measure", *(str(number) for number in entry.measures))
    return entry


def _source(reader: PlanReader, table: Table) -> Source:
    with table:
        return reader.source(table, None)


def _contact(table: Table) -> Contact:
    with table:
        return Contact(
            name=table.text("name"),
            email=table.text("email"),
            phone=table.text("phone"),
            toll_free=table.text("toll_free"),
            address=table.text("address"),
        )


def _section(table: Table) -> Section:
    with table:
        return Section(table.take("title", str), table.texts("items"), table.text("intro"))
