"""The directory that ships: whole, true to the documents, in our own words, and kept as it is.

What compares it with the documents runs where they are.
"""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plan.directory import DirectoryEntry, EntryKind, carried_by, joined_by, related_to
from plan.text import fold, words
from storage.committees import Storage
from storage.shipped import DEFAULT, FOLDER, read_plan_folder, shipped_plan
from storage.strict_toml import PlanFileError

PLAN = shipped_plan()
DIRECTORY = PLAN.directory
SECTORS = [each for each in DIRECTORY if each.kind is EntryKind.SECTOR]
ORDINARY_SPACE = str.maketrans("\u00a0’", " '")


def _entry(key: str) -> DirectoryEntry:
    return next(each for each in DIRECTORY if each.key == key)


def _document(shared: Path, beginning: str) -> str:
    """The text of one of the documents, its apostrophes and spaces plain."""
    (path,) = shared.glob(f"seeds/{beginning}_*.txt")
    return path.read_text(encoding="utf-8").translate(ORDINARY_SPACE)


def test_what_ships() -> None:
    kinds = [each.kind for each in DIRECTORY]
    assert (kinds.count(EntryKind.SECTOR), kinds.count(EntryKind.POLES)) == (12, 1)
    assert [each.key for each in DIRECTORY[:3]] == ["chantier", "poles", "direction"]
    for each in SECTORS:
        assert each.summary
        assert each.issues
        assert each.carrier
        assert each.all_partners
        assert each.contact is not None
        assert each.contact.name
        assert each.contact.email
        assert each.sections


def test_names_and_aliases_are_each_of_one_entry() -> None:
    names = [fold(name) for each in DIRECTORY for name in {each.name, *each.aliases}]
    assert len(names) == len(set(names))


def test_the_chantier_in_figures() -> None:
    chantier = _entry("chantier")
    told = {each.title: each.items for each in chantier.sections}
    assert (len(told["Quatre mandats"]), len(told["Cinq contributions au mouvement"])) == (4, 5)
    figures = " ".join(told["Chiffres"]).replace("\u00a0", " ")
    for figure in ("11 200", "47 milliards de dollars", "220 000", "7 000", "125 000"):
        assert figure in figures
    assert not any("lorem" in fold(text) for each in chantier.sections for text in each.items)


def test_the_four_kinds_of_action_of_the_poles() -> None:
    numbered = [each for each in _entry("poles").sections if each.title[0].isdigit()]
    assert [len(each.items) for each in numbered] == [3, 9, 8, 6]
    assert all(each.intro.startswith("Objectif") for each in numbered)


def test_who_carries_what_and_what_to_read_next() -> None:
    chantier = _entry("chantier")
    carried = [each.key for each in carried_by(chantier, DIRECTORY)]
    joined = [each.key for each in joined_by(chantier, DIRECTORY)]
    assert carried == ["aines", "matieres-residuelles", "personnes-handicapees"]
    assert joined == ["insertion", "logistique", "agriculture", "amenagement"]
    assert [each.key for each in related_to(_entry("reprise"), DIRECTORY)] == [
        "direction",
        "tourisme",  # carried by the CDRQ too
    ]
    assert {each.key for each in related_to(chantier, DIRECTORY)} == {*carried, *joined, "poles"}


def test_a_committee_keeps_its_directory_as_it_was_given(tmp_path: Path) -> None:
    storage = Storage.open(tmp_path)
    storage.welcome(7, "Comité", shipped_plan, datetime(2026, 11, 23, tzinfo=UTC))
    storage.close()
    again = Storage.open(tmp_path)
    try:
        assert again.committee(7).plan.directory == DIRECTORY
    finally:
        again.close()


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('related = ["poles"]', 'related = ["pole"]', "there is no entry pole"),
        ("measures = [2]", "measures = [23]", "there is no measure 23"),
        ("measures = [2]", 'measures = ["2"]', "measures holds something else than int"),
        ('kind = "poles"', 'kind = "pole"', "not one of organisme, secteur, poles"),
        ('key = "poles"', 'key = "chantier"', "the entry chantier stands twice"),
        ("toll_free", "tollfree", "unknown key tollfree"),
        ('"feuillet_poles"', '"feuillet"', "there is no document feuillet"),
        ("intro =", "introduction =", "unknown key introduction"),
        ("sources = [", "sources = []\nplaces = [", "unknown key places"),
    ],
)
def test_a_wrong_entry_is_refused(tmp_path: Path, old: str, new: str, reason: str) -> None:
    folder = tmp_path / DEFAULT
    shutil.copytree(FOLDER / DEFAULT, folder)
    file = folder / "repertoire_1_organismes.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PlanFileError, match=re.escape(reason)) as raised:
        read_plan_folder(folder)
    assert raised.value.file == file.name


def test_an_entry_that_stands_nowhere_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / DEFAULT
    shutil.copytree(FOLDER / DEFAULT, folder)
    extra = '[[entries]]\nkey = "x"\nkind = "organisme"\nname = "X"\n'
    (folder / "repertoire_9.toml").write_text(extra, encoding="utf-8")
    with pytest.raises(PlanFileError, match="sources is empty"):
        read_plan_folder(folder)


def test_every_sector_is_as_the_page_prints_it(shared: Path) -> None:
    """Issues, carrier, partners and contact, to the letter and in the page's order."""
    text = _document(shared, "003").split("Pour plus d'information")[0]
    blocks = text.split("Enjeux ciblés\n")[1:]
    assert len(blocks) == len(SECTORS)
    for block, sector in zip(blocks, SECTORS, strict=True):
        issues, rest = block.split("Description\n")
        rest, people = rest.split("Organisme porteur\n")
        carrier, people = people.split("Partenaires initiaux\n")
        partners, contact = people.split("Contact\n")
        assert _bullets(issues) == list(sector.issues)
        assert carrier.strip() == sector.carrier
        assert _printed_partners(partners) == _told_partners(sector)
        name, email = contact.strip().split("\nCourriel : ")
        assert sector.contact is not None
        assert (name, email.split()[0]) == (sector.contact.name, sector.contact.email)


def test_every_way_to_reach_somebody_is_there(shared: Path) -> None:
    documents = "\n".join(_document(shared, number) for number in ("002", "003", "004"))
    emails = set(re.findall(r"[\w.-]+@[\w.-]+\w", documents))
    phones = set(re.findall(r"(?:\d )?\d{3} \d{3}-\d{4}", documents))
    assert len(emails) == 12
    assert len(phones) == 2
    contacts = [each.contact for each in DIRECTORY if each.contact]
    assert {each.email for each in contacts} == emails
    numbers = {number for each in contacts for number in (each.phone, each.toll_free)}
    assert numbers - {""} == phones
    for contact in contacts:
        assert contact.address in documents


def test_every_acronym_is_there(shared: Path) -> None:
    documents = "\n".join(_document(shared, number) for number in ("002", "003", "004"))
    acronyms = set(re.findall(r"\(([A-Z][A-Z-]{1,})\)", documents)) - {"ES"}
    assert {"CQCM", "CDEPNQL", "WISIR", "PAGES"} <= acronyms
    told = " ".join(text for each in DIRECTORY for text in _texts(each))
    assert {each for each in acronyms if each not in told} == set()


def test_no_sentence_is_the_documents_own(shared: Path) -> None:
    """Names apart, we share no run of more than six words with the documents."""
    copied = []
    for number in ("002", "003", "004"):
        runs = set(_runs(words(_document(shared, number))))
        told = [(each.key, text) for each in DIRECTORY for text in _sentences(each)]
        copied += [(key, run) for key, text in told for run in _runs(words(text)) if run in runs]
    assert copied == []


def _bullets(text: str) -> list[str]:
    return [line.removeprefix("- ") for line in text.strip().splitlines()]


def _printed_partners(text: str) -> list[str]:
    """The page's bullets; a bullet that lists names after a colon counts for each of them."""
    found: list[str] = []
    for line in _bullets(text):
        title, _, names = line.partition(" : ")
        listed = re.split(r"(?<=\)), ", names.removesuffix(", etc."))
        found += [title, *listed] if names and len(listed) > 1 else [line]
    return found


def _told_partners(sector: DirectoryEntry) -> list[str]:
    groups = [
        [each.title.removesuffix(", entre autres"), *each.items] for each in sector.partner_groups
    ]
    return [*sector.partners, *(name for group in groups for name in group)]


def _sentences(entry: DirectoryEntry) -> list[str]:
    """What is ours to word, the long official names taken out."""
    told = [entry.summary]
    told += [text for each in entry.sections for text in (each.intro, *each.items)]
    names = (
        "Plan d'action gouvernemental en économie sociale",
        "Programme de soutien à l'économie sociale",
    )
    for name in names:
        told = [text.replace(name, "|") for text in told]
    return told


def _texts(entry: DirectoryEntry) -> list[str]:
    return [*_sentences(entry), entry.name, *entry.aliases, entry.carrier, *entry.all_partners]


def _runs(found: list[str]) -> list[tuple[str, ...]]:
    return [tuple(found[start : start + 7]) for start in range(len(found) - 6)]
