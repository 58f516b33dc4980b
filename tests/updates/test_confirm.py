"""`/mesure confirmer`: « rien de changé », dated and signed."""

from tests.support.asking import is_private, plain, refused
from tests.support.database import query
from tests.support.house import House
from tests.updates.people import answers_for, card

CONFIRM = "mesure confirmer"


async def test_every_volet_that_prints_the_mo_is_confirmed(house: House) -> None:
    """Measure 19: the MESS is printed for both volets, the MDEIE for the second alone."""
    omar = await answers_for(house, "Omar Diallo", "MESS")
    nadia = await answers_for(house, "Nadia", "MDEIE")
    both = await omar.slash(CONFIRM, mesure="19")
    assert is_private(both)
    assert "volet 1, rien de changé : ● réalisée" in plain(both.text)
    assert "volet 2, rien de changé : ◐ en cours de réalisation" in plain(both.text)
    assert "Au lundi 23 novembre 2026, pour le MESS." in both.text
    one = await nadia.slash(CONFIRM, mesure="19")
    assert "volet 1" not in one.text
    rows = query(
        house.folder, "SELECT change_id, volet, organisation, new FROM event WHERE change_id > 1"
    )
    assert rows == [
        (2, 1, "MESS", "realisee"),
        (2, 2, "MESS", "en_cours"),
        (3, 2, "MDEIE", "en_cours"),
    ]


async def test_it_leaves_the_state_as_it_is_and_signs_the_card(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    await nadia.slash(CONFIRM, mesure="7")
    shown = await card(house, "7")
    assert "◐ En cours de réalisation" in shown
    assert "Nadia Tremblay, pour le MDEIE" in shown
    history = plain((await house.member.slash("mesure historique", mesure="7")).text)
    assert "rien de changé : ◐ en cours de réalisation" in history


async def test_twice_on_one_day_is_nothing_to_change(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    await nadia.slash(CONFIRM, mesure="7")
    with refused(house) as answers:
        answers.append(await nadia.slash(CONFIRM, mesure="7"))
    told = (
        "Rien à changer : la mesure 7 est déjà confirmée au lundi 23 novembre 2026, pour le MDEIE."
    )
    assert plain(answers[0].text) == told
    house.clock.advance(days=1)
    assert "mardi 24 novembre 2026" in (await nadia.slash(CONFIRM, mesure="7")).text


async def test_it_can_be_said_again_once_something_changed(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    await nadia.slash(CONFIRM, mesure="7")
    await nadia.slash("mesure modifier", mesure="7", etat="realisee")
    again = await nadia.slash(CONFIRM, mesure="7")
    assert "rien de changé : ● réalisée" in plain(again.text)


async def test_two_mos_confirm_each_for_itself(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    omar = await answers_for(house, "Omar Diallo", "MESS")
    await nadia.slash(CONFIRM, mesure="6")
    told = await omar.slash(CONFIRM, mesure="6")
    assert "pour le MESS" in told.text


async def test_it_can_be_taken_back(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    before = await card(house, "7")
    answer = await nadia.slash(CONFIRM, mesure="7")
    undone = await nadia.press(answer, "Annuler")
    assert "- « rien de changé » retiré" in plain(undone.text)
    assert await card(house, "7") == before
    assert "Rien à changer" not in (await nadia.slash(CONFIRM, mesure="7")).text


async def test_a_coordinator_confirms_for_all_or_for_one_mo(house: House) -> None:
    every = await house.coordinator.slash(CONFIRM, mesure="19")
    assert "pour" not in every.text.split("\n")[-1]
    one = await house.coordinator.slash(CONFIRM, mesure="19", organisme="SCT")
    assert "pour le SCT" in one.text
