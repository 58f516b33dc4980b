"""Répondants change the measures of their own MO, and nothing else."""

import pytest

from tests.support.asking import Options, is_private, plain, refused
from tests.support.database import query
from tests.support.house import House
from tests.updates.people import answers_for, card

MODIFY = "mesure modifier"


async def test_a_repondant_speaks_for_the_mo_without_saying_so(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    answer = await nadia.slash(MODIFY, mesure="7", etat="realisee")
    assert is_private(answer)
    assert "pour le MDEIE" in answer.text
    assert query(house.folder, "SELECT organisation FROM event WHERE change_id = 2") == [("MDEIE",)]
    assert "● Réalisée" in await card(house, "7")


async def test_the_mo_of_a_measure_may_be_named_by_an_alias(house: House) -> None:
    someone = await answers_for(house, "Line Roy", "MCCCCF")
    answer = await someone.slash(MODIFY, mesure="18", organisme="MCCC", remarque="Deuxième étape.")
    assert "pour le MCCCCF" in answer.text
    assert "MCCCCF : Deuxième étape." in await card(house, "18")


async def test_another_mos_measure_is_refused(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    tried: list[Options] = [
        {"mesure": "3", "etat": "realisee"},
        {"mesure": "3", "etat": "realisee", "organisme": "MAMROT"},
        {"mesure": "3", "etat": "realisee", "organisme": "MDEIE"},
        {"mesure": "3"},
    ]
    with refused(house) as answers:
        for options in tried:
            answers.append(await nadia.slash(MODIFY, **options))
        answers.append(await nadia.slash("mesure confirmer", mesure="3"))
        answers.append(await nadia.slash("mesure annuler", mesure="3"))
        answers.append(
            await nadia.slash("indicateur modifier", mesure="3", indicateur="projets", valeur="4")
        )
    for answer in answers:
        assert "n'est pas de celles de votre ministère" in answer.text


async def test_another_mos_name_is_refused_in_a_shared_measure(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    with refused(house) as answers:
        answers.append(await nadia.slash(MODIFY, mesure="6", organisme="MESS", remarque="Non."))
        answers.append(await nadia.slash("mesure confirmer", mesure="6", organisme="MESS"))
        answers.append(await nadia.slash(MODIFY, mesure="6", organisme="SAA", remarque="Non."))
    assert "Vous ne répondez pas pour" in answers[0].text
    assert "imprimés" in answers[2].text


@pytest.mark.parametrize("measure", ["9", "11", "21"])
async def test_measures_of_everyone_or_nobody_are_the_coordinators(
    house: House, measure: str
) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE", "MAMROT")
    with refused(house) as answers:
        answers.append(await nadia.slash(MODIFY, mesure=measure, etat="realisee", motif="x"))
        answers.append(await nadia.slash("mesure confirmer", mesure=measure))
        answers.append(
            await house.coordinator.slash(MODIFY, mesure=measure, organisme="MDEIE", remarque="x")
        )
    told = await house.coordinator.slash(MODIFY, mesure=measure, remarque="Vu en comité.")
    assert "« Vu en comité. »" in plain(told.text)
    assert "Vu en comité." in await card(house, measure)


async def test_a_volet_of_other_mos_is_refused(house: House) -> None:
    """Measure 19: the MDEIE is printed for the second volet alone."""
    nadia = await answers_for(house, "Nadia", "MDEIE")
    with refused(house) as answers:
        answers.append(await nadia.slash(MODIFY, mesure="19", volet="1", remarque="Non."))
    assert "Ce volet n'est pas un de ceux" in answers[0].text
    form = await nadia.slash(MODIFY, mesure="19")
    assert form.modal is not None
    assert "volet 2" in form.modal["title"]
    told = await nadia.slash(MODIFY, mesure="19", volet="2", remarque="Oui.")
    assert "volet 2, remarque" in plain(told.text)


async def test_the_volets_listed_are_those_that_may_be_changed(house: House) -> None:
    """Measure 22: its third volet prints the MAMROT alone."""
    nadia = await answers_for(house, "Nadia", "MDEIE")
    asked = plain((await nadia.slash(MODIFY, mesure="22", etat="realisee")).text)
    assert "La mesure 22 a 3 volets, dont 2 que vous pouvez changer." in asked
    assert "Conférences" not in asked
    asked = plain((await house.coordinator.slash(MODIFY, mesure="22", etat="realisee")).text)
    assert "La mesure 22 a 3 volets. Choisissez" in asked


async def test_who_answers_for_two_mos_of_a_measure_says_which(house: House) -> None:
    omar = await answers_for(house, "Omar Diallo", "MDEIE", "MESS")
    with refused(house) as answers:
        answers.append(await omar.slash(MODIFY, mesure="6", remarque="Lequel?"))
        answers.append(await omar.slash("mesure confirmer", mesure="6"))
    for answer in answers:
        assert "`organisme`" in answer.text
        assert "MDEIE ou MESS" in answer.text
    told = await omar.slash(MODIFY, mesure="6", organisme="MESS", remarque="Pour le MESS.")
    assert "pour le MESS" in told.text
    alone = await omar.slash(MODIFY, mesure="7", remarque="Le MDEIE y est seul.")
    assert "pour le MDEIE" in alone.text


async def test_a_volet_of_one_of_two_mos_needs_no_word(house: House) -> None:
    omar = await answers_for(house, "Omar Diallo", "MDEIE", "MSSS")
    told = await omar.slash(MODIFY, mesure="19", volet="2", organisme="MSSS", remarque="Oui.")
    assert "pour le MSSS" in told.text


async def test_a_coordinator_may_speak_for_any_printed_mo_or_for_all(house: House) -> None:
    one = await house.coordinator.slash(MODIFY, mesure="6", organisme="ISQ", remarque="Dit l'ISQ.")
    assert "pour l'ISQ" in one.text
    every = await house.coordinator.slash(MODIFY, mesure="6", remarque="Disent tous.")
    assert "pour" not in every.text.split("\n")[-1]
    shown = await card(house, "6")
    assert "ISQ : Dit l'ISQ." in shown
    assert "Ensemble : Disent tous." in shown


async def test_rights_by_role_follow_the_role(house: House) -> None:
    role = house.world.role("Répondants MDEIE")
    await house.coordinator.slash("equipe ajouter", organisme="MDEIE", role=role)
    changed = await house.repondante.slash(MODIFY, mesure="7", remarque="Par le rôle.")
    assert "pour le MDEIE" in changed.text
    house.world.take_role(house.world.guild(), "Nadia", role)
    with refused(house) as answers:
        answers.append(await house.repondante.slash(MODIFY, mesure="7", remarque="Trop tard."))
        answers.append(await house.repondante.press(changed, "Annuler"))


async def test_a_substitute_may_answer_at_any_time(house: House) -> None:
    await house.coordinator.slash(
        "equipe ajouter",
        organisme="MDEIE",
        membre=house.repondante.user,
        remplacant=house.member.user,
    )
    told = await house.member.slash("mesure confirmer", mesure="7")
    assert "pour le MDEIE" in told.text
    await house.coordinator.slash("equipe retirer", organisme="MDEIE", membre=house.repondante.user)
    with refused(house) as answers:
        answers.append(await house.member.slash("mesure confirmer", mesure="7"))
        answers.append(await house.repondante.slash("mesure confirmer", mesure="7"))
