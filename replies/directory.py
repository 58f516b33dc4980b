"""`/repertoire voir`: one entry of the directory."""

from collections.abc import Sequence

from plan.definition import PlanDefinition
from plan.directory import (
    Contact,
    DirectoryEntry,
    EntryKind,
    Section,
    carried_by,
    joined_by,
    related_to,
)
from replies.components import MAX_OPTIONS, Component, button, option, select
from replies.layout import Reply, card, note
from replies.sources import sources_text
from replies.typography import NBSP, listing, plain, quoted

CHOICE = "repertoire.choisir"  # custom_id of the select of other entries
_MOST_BLOCKS = 9
_KINDS = {
    EntryKind.ORGANISATION: "Organisme",
    EntryKind.SECTOR: "Secteur stratégique de l'économie sociale",
    EntryKind.POLES: "Réseau régional et ses quatre genres d'action",
}
_COLOURS = {
    EntryKind.ORGANISATION: 0x1F5F8B,
    EntryKind.SECTOR: 0x2B7A78,
    EntryKind.POLES: 0x5B4B8A,
}


def directory_card(entry: DirectoryEntry, plan: PlanDefinition) -> Reply:
    """The card of an entry: what it is, whom to ask, what it does, with whom."""
    known = {each.key: each.name for each in plan.directory}
    also = _named("Voir aussi", [known[key] for key in entry.related if key in known])
    blocks = [
        f"### {plain(entry.name)}\n-# {_KINDS[entry.kind]}\n{plain(entry.summary)}",
        "\n".join([*_issues(entry), *_carrier(entry), *_contact(entry.contact)]),
        *_sections(entry),
        _partners(entry),
        "\n".join(line for line in (*_in_sectors(entry, plan), also, _measures(entry)) if line),
    ]
    return card(
        blocks,
        colour=_COLOURS[entry.kind],
        footer=sources_text(entry.sources, plan.documents),
        rows=[
            [button(f"Mesure {number}", f"mesure.voir:{number}") for number in entry.measures[:5]],
            _others(related_to(entry, plan.directory)),
        ],
    )


def no_directory(plan: PlanDefinition) -> Reply:
    """The answer where the plan in force came without a directory."""
    return note(
        f"Le plan de ce serveur, {quoted(plan.title)}, n'a pas de répertoire."
        " `/organisme liste` montre ses ministères et organismes.",
        private=False,
    )


def _issues(entry: DirectoryEntry) -> list[str]:
    return [_named("Enjeux ciblés", entry.issues)] if entry.issues else []


def _carrier(entry: DirectoryEntry) -> list[str]:
    return [_named("Organisme porteur", [entry.carrier])] if entry.carrier else []


def _contact(contact: Contact | None) -> list[str]:
    if contact is None:
        return []
    phones = [plain(contact.phone)] if contact.phone else []
    if contact.toll_free:
        phones.append(f"{plain(contact.toll_free)} (sans frais)")
    told = [plain(contact.name), plain(contact.email), *phones]
    lines = [f"**Contact**{NBSP}: {' · '.join(each for each in told if each)}"]
    if contact.address:
        lines.append(f"**Adresse**{NBSP}: {plain(', '.join(contact.address.splitlines()))}")
    return lines


def _sections(entry: DirectoryEntry) -> list[str]:
    """A block each; what is over `_MOST_BLOCKS` shares one, for a message holds 40 components."""
    blocks = [_section(each) for each in entry.sections]
    return [*blocks[:_MOST_BLOCKS], "\n".join(blocks[_MOST_BLOCKS:])]


def _section(section: Section) -> str:
    intro = [f"*{plain(section.intro)}*"] if section.intro else []
    items = [f"- {plain(each)}" for each in section.items]
    return "\n".join([f"**{plain(section.title)}**", *intro, *items])


def _partners(entry: DirectoryEntry) -> str:
    groups = [_named(each.title, each.items) for each in entry.partner_groups]
    lines = [*(f"- {plain(each)}" for each in entry.partners), *(f"- {each}" for each in groups)]
    return "\n".join(["**Partenaires initiaux**", *lines]) if lines else ""


def _in_sectors(entry: DirectoryEntry, plan: PlanDefinition) -> list[str]:
    """Where other entries name this one as their carrier or their partner."""
    carried = [each.name for each in carried_by(entry, plan.directory)]
    joined = [each.name for each in joined_by(entry, plan.directory)]
    return [_named("Porte les secteurs", carried), _named("Partenaire des secteurs", joined)]


def _measures(entry: DirectoryEntry) -> str:
    if not entry.measures:
        return ""
    word = "mesures" if len(entry.measures) > 1 else "mesure"
    return f"**Dans le plan**{NBSP}: {word} {listing([str(each) for each in entry.measures])}"


def _named(title: str, names: Sequence[str]) -> str:
    if not names:
        return ""
    return f"**{plain(title)}**{NBSP}: {' · '.join(plain(each) for each in names)}"


def _others(entries: Sequence[DirectoryEntry]) -> list[Component]:
    """A select of the entries worth reading next; none where there is none."""
    if not entries:
        return []
    options = [option(each.name, each.key, _KINDS[each.kind]) for each in entries[:MAX_OPTIONS]]
    return [select(custom_id=CHOICE, placeholder="Ouvrir une autre fiche", options=options)]
