"""`/indicateur`: values reached, at their day; indicators added and taken out."""

from dataclasses import replace

import pytest

from plan.indicator import Indicator
from storage.shipped import shipped_plan
from tests.support.asking import Options, is_private, plain, refused
from tests.support.database import query
from tests.support.house import House
from tests.updates.people import answers_for, card

ADD, MODIFY, REMOVE = "indicateur ajouter", "indicateur modifier", "indicateur retirer"


async def test_a_value_is_told_before_and_after_with_its_indicator(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MAMROT")
    told = await nadia.slash(MODIFY, mesure="2", indicateur="ententes", valeur="15")
    assert is_private(told)
    text = plain(told.text)
    assert "ententes spécifiques ou addenda signés avec les CRE, valeur atteinte : 13 → 15" in text
    assert "Au lundi 23 novembre 2026, pour le MAMROT." in text
    shown = await card(house, "2")
    assert "15 sur 21 (23 novembre 2026), cible 21 au 31 mars 2011" in shown
    then = await card(house, "2", au="31 mars 2010")
    assert "13 sur 21 (31 mars 2010" in then


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("4,5 %", "4,5 %"),
        ("4.5%", "4,5 %"),
        ("4,5", "4,5 %"),
        ("0", "0 %"),
        ("1 234,56 %", "1 234,56 %"),
        ("1\u202f234,5 %", "1 234,5 %"),
        ("100", "100 %"),
    ],
)
async def test_a_share_is_read_as_french_writes_it(house: House, typed: str, shown: str) -> None:
    told = await house.coordinator.slash(MODIFY, mesure="18", indicateur="part", valeur=typed)
    assert f"aucune valeur → {shown}" in plain(told.text)
    assert f"{shown} sur 4 %" in await card(house, "18")


async def test_what_is_no_value_is_refused(house: House) -> None:
    with refused(house) as answers:
        for typed in ("quinze", "-3", "15 ententes", "4,5 %", "1,234", "1e5", "5²", "9" * 40, "½"):
            answers.append(
                await house.coordinator.slash(
                    MODIFY, mesure="2", indicateur="ententes", valeur=typed
                )
            )
    for answer in answers:
        assert "`valeur` ne peut pas être" in answer.text


async def test_the_same_value_of_the_same_day_is_nothing_to_change(house: House) -> None:
    options: Options = {"mesure": "2", "indicateur": "ententes", "valeur": "13"}
    with refused(house) as answers:
        answers.append(await house.coordinator.slash(MODIFY, au="31 mars 2010", **options))
    assert "Rien à changer" in answers[0].text
    assert "est déjà à 13 au mercredi 31 mars 2010." in plain(answers[0].text)
    again = await house.coordinator.slash(MODIFY, **options)
    assert "13 → 13" in again.text
    assert "13 sur 21 (23 novembre 2026)" in await card(house, "2")


async def test_an_earlier_value_does_not_hide_a_later_one(house: House) -> None:
    slash = house.coordinator.slash
    await slash(MODIFY, mesure="2", indicateur="ententes", valeur="18", au="1er juin 2026")
    early = await slash(MODIFY, mesure="2", indicateur="ententes", valeur="9", au="1er avril 2009")
    assert "aucune valeur → 9" in early.text
    assert "18 sur 21 (1er juin 2026)" in await card(house, "2")
    assert "13 sur 21" in await card(house, "2", au="31 mars 2010")


async def test_a_value_can_be_taken_back(house: House) -> None:
    before = await card(house, "2")
    answer = await house.coordinator.slash(MODIFY, mesure="2", indicateur="ententes", valeur="15")
    undone = await house.coordinator.press(answer, "Annuler")
    assert "15 → 13" in undone.text
    assert await card(house, "2") == before


async def test_a_value_of_a_volet_is_its_mos_alone(house: House) -> None:
    """Measure 19: the first volet is of the MAMROT and the MESS, the second of the MDEIE too."""
    plan = shipped_plan()
    added = Indicator("m19-lectures", 19, "lectures de l'étude", None, volet=1)
    larger = replace(plan, indicators=(*plan.indicators, added))
    house.storage.import_plan(house.world.guild().id, larger, house.clock.now())
    nadia = await answers_for(house, "Nadia", "MDEIE")
    omar = await answers_for(house, "Omar Diallo", "MESS")
    options: Options = {"mesure": "19", "indicateur": "lectures", "valeur": "2"}
    with refused(house) as answers:
        answers.append(await nadia.slash(MODIFY, **options))
    assert "Ce volet n'est pas un de ceux" in answers[0].text
    told = await omar.slash(MODIFY, **options)
    assert "pour le MESS" in told.text


async def test_rights_come_before_what_was_typed(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    with refused(house) as answers:
        answers.append(await nadia.slash(MODIFY, mesure="2", indicateur="zzz", valeur="zzz"))
    assert "n'est pas de celles" in answers[0].text


async def test_who_answers_for_two_mos_of_the_measure_is_not_at_a_dead_end(house: House) -> None:
    """A value is kept once, not by MO, and the command has no option to say which."""
    await house.coordinator.slash(ADD, mesure="6", libelle="rencontres tenues")
    omar = await answers_for(house, "Omar Diallo", "MESS", "MDEIE")
    told = await omar.slash(MODIFY, mesure="6", indicateur="rencontres", valeur="3")
    assert "pour le MDEIE" in told.text
    assert "Rencontres tenues · 3 (23 novembre 2026)" in await card(house, "6")


async def test_an_indicator_is_added_with_its_target(house: House) -> None:
    told = await house.coordinator.slash(
        ADD, mesure="6", libelle="entreprises recensées", cible="4 500", au="31 mars 2027"
    )
    assert is_private(told)
    assert "repère : aucun → entreprises recensées, cible 4 500 au mercredi 31 mars 2027" in plain(
        told.text
    )
    shown = await card(house, "6")
    assert "Entreprises recensées" in shown
    assert "cible 4 500 au 31 mars 2027" in shown
    assert "entreprises recensées" not in (await card(house, "6", au="1er juin 2026")).lower()


async def test_a_day_without_a_target_is_not_lost(house: House) -> None:
    told = await house.coordinator.slash(
        ADD, mesure="6", libelle="portrait publié", au="31 mars 2027"
    )
    assert "portrait publié au mercredi 31 mars 2027" in plain(told.text)
    assert "attendu au 31 mars 2027" in await card(house, "6")


async def test_a_value_may_speak_of_a_day_before_its_indicator_was_added(house: House) -> None:
    await house.coordinator.slash(ADD, mesure="6", libelle="ateliers tenus")
    await house.coordinator.slash(ADD, mesure="6", libelle="fiches publiées")
    told = await house.coordinator.slash(
        MODIFY, mesure="6", indicateur="ateliers", valeur="5", au="31 mars 2026"
    )
    assert "aucune valeur → 5" in told.text
    shown = await card(house, "6")
    assert "Ateliers tenus · 5 (31 mars 2026)" in shown
    assert shown.index("Ateliers tenus") < shown.index("Fiches publiées")
    then = await card(house, "6", au="1er juin 2026")
    assert "Ateliers tenus · 5 (31 mars 2026)" in then
    assert "Fiches publiées" not in then
    assert "Ateliers" not in await card(house, "6", au="30 mars 2026")


async def test_two_indicators_added_at_the_same_instant_are_two(house: House) -> None:
    for label in ("ateliers tenus", "fiches publiées"):
        await house.coordinator.slash(ADD, mesure="6", libelle=label)
    keys = query(house.folder, "SELECT subject FROM event WHERE field = 'indicateur'")
    assert len(set(keys)) == 2
    shown = await card(house, "6")
    assert "Ateliers tenus" in shown
    assert "Fiches publiées" in shown


async def test_an_indicator_is_taken_out_with_a_reason_and_can_come_back(house: House) -> None:
    before = await card(house, "2")
    with refused(house) as answers:
        answers.append(
            await house.coordinator.slash(
                REMOVE, mesure="2", indicateur="ententes", motif=" ", crafted=True
            )
        )
    assert "Le motif est vide" in answers[0].text
    gone = await house.coordinator.slash(
        REMOVE, mesure="2", indicateur="ententes", motif="Suivi ailleurs"
    )
    assert "→ aucun" in gone.text
    assert "Suivi ailleurs" in gone.text
    assert "13 sur 21" not in await card(house, "2")
    assert "13 sur 21" in await card(house, "2", au="31 mars 2010")
    await house.coordinator.press(gone, "Annuler")
    assert await card(house, "2") == before


async def test_labels_are_one_line_of_plain_text_and_unlike_one_another(house: House) -> None:
    await house.coordinator.slash(ADD, mesure="6", libelle="ateliers\ntenus")
    assert "Ateliers tenus" in await card(house, "6")
    tried: list[Options] = [
        {"libelle": "Ateliers Tenus"},
        {"libelle": "**gras**"},
        {"libelle": " "},
        {"libelle": "x" * 121},
        {"libelle": "autre", "cible": "beaucoup"},
        {"libelle": "autre", "cible": "5", "au": "n'importe quand"},
    ]
    with refused(house) as answers:
        for options in tried:
            answers.append(await house.coordinator.slash(ADD, mesure="6", crafted=True, **options))
    assert "Le libellé est vide" in answers[2].text
