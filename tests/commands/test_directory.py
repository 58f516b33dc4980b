"""`/repertoire voir`, through the chat."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from plan.directory import DirectoryEntry
from plan.text import fold
from sandbox.demo import committee_world
from storage.shipped import shipped_plan
from tests.support.house import House, open_house

DIRECTORY = shipped_plan().directory
PATH = "repertoire voir"
ROOM = 4_000  # characters of a message


def _facts(entry: DirectoryEntry) -> list[str]:
    """Everything that a card has to tell of an entry."""
    told = [entry.name, entry.summary, entry.carrier, *entry.issues, *entry.partners]
    for each in (*entry.sections, *entry.partner_groups):
        told += [each.title, each.intro, *each.items]
    if contact := entry.contact:
        told += [contact.name, contact.email, contact.phone, contact.toll_free]
        told += contact.address.splitlines()
    return [text for text in told if text]


async def test_each_entry_is_told_whole_by_each_of_its_names(house: House) -> None:
    for entry in DIRECTORY:
        by_key = await house.member.slash(PATH, fiche=entry.key)
        assert not by_key.ephemeral
        assert len(by_key.text) <= ROOM
        assert [text for text in _facts(entry) if text not in by_key.text] == []
        for name in (entry.name, fold(entry.name).upper(), *entry.aliases):
            by_name = await house.member.slash(PATH, fiche=name)
            assert by_name.text == by_key.text, name


async def test_a_sector_tells_its_facts_and_where_they_stand(house: House) -> None:
    answer = await house.member.slash(PATH, fiche="tourisme")
    for told in (
        "Enjeux ciblés\u00a0: Vitalité des collectivités du Québec · Pénurie de main-d'œuvre",
        "Organisme porteur\u00a0: Coopérative de développement régional du Québec (CDRQ)",
        "Contact\u00a0: Patrice Blais · patrice.blais@cdrq.coop",
        "10\u00a0%",
        "Coopérative de solidarité vallée Bras-du-Nord",
        "Secteurs stratégiques d'économie sociale soutenus, 6e secteur",
    ):
        assert told in answer.text.replace("**", "")


async def test_the_direction_can_be_reached(house: House) -> None:
    answer = await house.member.slash(PATH, fiche="direction de l'entrepreneuriat collectif")
    for told in (
        "710, place D'Youville, 7e étage, Québec (Québec) G1R 4Y4",
        "418 691-5698 · 1 866 680-1884 (sans frais)",
        "economie.sociale@economie.gouv.qc.ca",
    ):
        assert told in answer.text


async def test_where_documents_differ_both_are_told(house: House) -> None:
    chantier = await house.member.slash(PATH, fiche="chantier")
    assert "11\u00a0200" in chantier.text
    assert "7\u00a0000" in chantier.text
    assert "Premier bilan" in chantier.text
    poles = await house.member.slash(PATH, fiche="pôles")
    assert "22 pôles" in poles.text
    assert "21 CRE" in poles.text
    assert "illisible" in poles.text


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("AINES", "aines"),
        ("tourisem", "tourisme"),
        ("insersion en enploi", "insertion"),
        ("le secteur du tourisme", "tourisme"),
        ("fiche du chantier", "chantier"),
        ("qui contacter pour les déchets?", "matieres-residuelles"),
        ("CDEPNQL", "premieres-nations"),  # its carrier
        ("maître d’œuvre", "immobilier"),
        ("richard gravel", "insertion"),  # its contact
        ("clavet gaumon", "matieres-residuelles"),
        ("l.gauthier@larpent.ca", "amenagement"),
        ("4186915698", "direction"),
        ("CSMO-ESAC", "insertion"),  # one of its partners
        ("hôtellerie", "tourisme"),  # what it tells
        ("climat nordique", "premieres-nations"),
        ("PAGES", "poles"),
    ],
)
async def test_words_lead_to_one_entry(house: House, typed: str, key: str) -> None:
    answer = await house.member.slash(PATH, fiche=typed)
    name = next(each.name for each in DIRECTORY if each.key == key)
    assert not answer.ephemeral
    assert answer.text.startswith(f"### {name}\n")


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("CQCM", {"numerique", "logistique", "agriculture"}),
        ("lacase", {"logistique", "agriculture"}),
        ("mathieu", {"reprise", "immobilier"}),
        ("économie sociale", {"chantier", "poles", "direction"}),
        ("économie circulaire", {"logistique", "matieres-residuelles"}),
    ],
)
async def test_words_that_fit_several_are_refused_with_the_list(
    house: House, typed: str, keys: set[str]
) -> None:
    answer = await house.member.slash(PATH, fiche=typed)
    assert answer.ephemeral
    assert f"convient à {len(keys)} fiches" in answer.text
    names = {each.name for each in DIRECTORY if each.key in keys}
    assert set(re.findall(r"^- (.*)$", answer.text, re.MULTILINE)) == names


@pytest.mark.parametrize("typed", ["xyzzy", "banane", "!!!", "de la", "x" * 3_000, "@everyone"])
async def test_an_unknown_name_is_refused(house: House, typed: str) -> None:
    answer = await house.member.slash(PATH, fiche=typed)
    assert answer.ephemeral
    assert answer.text.startswith("Aucune fiche ne correspond à «")
    assert not answer.notified.users


async def test_proposals_come_most_likely_first_and_are_accepted(house: House) -> None:
    async def proposed(typed: str) -> list[str]:
        found = await house.member.complete(PATH, focused="fiche", value=typed)
        assert len(found) <= 25
        return [str(each.value) for each in found]

    assert await proposed("") == [each.key for each in DIRECTORY]
    assert (await proposed("p"))[:2] == ["poles", "logistique"]
    for typed, first in (
        ("tou", "tourisme"),
        ("handi", "personnes-handicapees"),
        ("tuorisme", "tourisme"),
        ("cdepn", "premieres-nations"),
        ("gravel", "insertion"),
        ("secteur num", "numerique"),
    ):
        assert (await proposed(typed))[0] == first
    assert await proposed("zzz") == []
    assert len(await proposed("x" * 6_000)) == 0


async def test_the_next_card_opens_for_the_one_who_asks(house: House) -> None:
    card = await house.member.slash(PATH, fiche="direction")
    chosen = await house.repondante.choose(card, None, "Tourisme et loisirs")
    assert chosen.ephemeral
    assert "Patrice Blais" in chosen.text
    gone = await house.repondante.choose(
        card, "repertoire.choisir", "secteur-disparu", crafted=True
    )
    assert gone.ephemeral
    assert "ne mène plus à rien" in gone.text


async def test_a_card_leads_to_the_measures_that_name_it(house: House) -> None:
    card = await house.member.slash(PATH, fiche="pôles")
    measure = await house.member.press(card, "Mesure 2")
    assert "Mesure 2 ·" in measure.text


async def test_a_committee_without_a_directory_is_told_so(tmp_path: Path) -> None:
    """And the one beside it keeps its own."""
    world = committee_world()
    member = next(each for each in world.users.values() if each.name.startswith("Camille"))
    other = world.add_guild("Autre comité", member)
    channel = world.add_channel(other, "salle")
    async with open_house(tmp_path, world) as house:
        bare = replace(shipped_plan(), directory=(), title="Plan sans fiches")
        house.storage.import_plan(other.id, bare, house.clock.now())
        answer = await house.member.slash(PATH, channel=channel, fiche="tourisme")
        assert "Plan sans fiches" in answer.text
        assert "n'a pas de répertoire" in answer.text
        assert not answer.ephemeral
        proposed = await house.member.complete(
            PATH, channel=channel, focused="fiche", value="tourisme"
        )
        assert proposed == []
        beside = await house.member.slash(PATH, channel="général", fiche="tourisme")
        assert "Patrice Blais" in beside.text
