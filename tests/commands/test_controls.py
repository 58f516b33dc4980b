"""Buttons, selects and forms: old ones, forged ones, after a restart. Each press is answered."""

from dataclasses import replace

import pytest

from tests.support.asking import is_private, plain
from tests.support.database import nothing_changes
from tests.support.house import House

STALE = "Ce bouton ne mène plus à rien"
FORGED = [
    "",
    "inconnu",
    "inconnu:4",
    ":",
    ":::",
    "x" * 100,
    "é" * 100,
    "mesure.voir",
    "mesure.voir:",
    "mesure.voir:0",
    "mesure.voir:99",
    "mesure.voir:-4",
    "mesure.voir:quatre",
    "mesure.voir:" + "9" * 88,
    "mesure.historique:4",
    "mesure.historique:99:0",
    "mesure.historique:4:x",
    "mesure.modifier:99",
    "mesure.modifier:",
    "mesure.volet:99",
    "mesure.form:99:1:1",
    "mesure.form:4",
    "mesure.form:4:1",
    "mesure.form:4:x:1",
    "mesure.form:6:1:1:ZZZ:",
    "mesure.form:6:1:1::pas-une-date",
    "mesure.reprendre:999",
    "mesure.reprendre:",
    "mesure.liste",
    "mesure.liste:0",
    "mesure.liste:0:",
    "mesure.liste:0:|||",
    "mesure.liste:0:|||||",
    "mesure.liste:0:fini||||",
    "mesure.liste:0:||99||",
    "mesure.liste:0:||x||",
    "mesure.liste:0:||||pas-une-date",
    "mesure.liste:x:||||",
    "mesure.annuler:4",
    "mesure.annuler:4:999999",
    "mesure.retablir:4:999999",
    "montant.organisme:",
    "montant.organisme:ZZZ",
    "calendrier.retirer:",
    "calendrier.retirer:999",
    "calendrier.confirmer:999",
    "calendrier.garder:x",
    "calendrier.confirmer:" + "9" * 79,
]


@pytest.mark.parametrize("custom_id", FORGED)
async def test_a_forged_press_is_answered_privately(house: House, custom_id: str) -> None:
    card = await house.coordinator.slash("mesure voir", mesure="4")
    text = card.text
    with nothing_changes(house.folder):
        answer = await house.coordinator.press(card, custom_id, crafted=True)
    assert is_private(answer)
    assert answer.text
    assert "Référence" not in answer.text
    assert card.text == text


@pytest.mark.parametrize("values", [[], ["99"], ["x" * 100], ["1", "2"], [""]])
async def test_a_forged_select_is_answered_privately(house: House, values: list[str]) -> None:
    card = await house.coordinator.slash("mesure voir", mesure="4")
    with nothing_changes(house.folder):
        answer = await house.coordinator.choose(card, "mesure.volet:4", values, crafted=True)
    assert answer.failed is None
    assert answer.modal is not None or is_private(answer)
    assert "Référence" not in answer.text


async def test_pages_out_of_range_are_the_nearest_page(house: House) -> None:
    card = await house.member.slash("plan voir")
    for page, told in (("-5", "page 1 de 3"), ("99", "page 3 de 3")):
        answer = await house.member.press(card, f"mesure.liste:{page}:||||", crafted=True)
        assert told in answer.text


async def test_what_a_press_opens_is_private_and_leaves_the_card(house: House) -> None:
    card = await house.member.slash("mesure voir", mesure="4")
    text = card.text
    for label in ("Historique", "Mesure 2"):
        answer = await house.repondante.press(card, label)
        assert is_private(answer), label
    assert card.text == text


async def test_every_button_still_works_after_a_restart(house: House) -> None:
    added = await house.coordinator.slash("calendrier ajouter", titre="Dépôt", quand="31 mars 2027")
    asked = await house.coordinator.slash("calendrier retirer", echeance="Dépôt")
    plan = await house.member.slash("plan voir")
    card = await house.member.slash("mesure voir", mesure="4")
    pages = await house.member.slash("mesure liste")
    changed = await house.coordinator.slash("mesure modifier", mesure="6", etat="en_cours")
    await house.restart()
    pressed = [
        (house.member, plan, "Mesures", "22 mesures"),
        (house.member, plan, "Argent", "17,2 M$"),
        (house.member, plan, "Échéances", "Dépôt"),
        (house.member, card, "Historique", "Historique de la mesure 4"),
        (house.member, card, "Mesure 2", "Mesure 2"),
        (house.member, pages, "Suivante", "page 2 de 3"),
        (house.coordinator, changed, "Voir la mesure", "Mesure 6"),
        (house.coordinator, added, "Voir le calendrier", "Dépôt"),
    ]
    for person, answer, label, told in pressed:
        assert told in plain((await person.press(answer, label)).text), label
    gone = await house.coordinator.press(asked, "Confirmer")
    assert "retirée" in gone.text


async def test_pressing_twice_is_answered_twice(house: House) -> None:
    await house.coordinator.slash("calendrier ajouter", titre="Dépôt", quand="31 mars 2027")
    asked = await house.coordinator.slash("calendrier retirer", echeance="Dépôt")
    first = await house.coordinator.press(asked, "Confirmer")
    assert "retirée" in first.text
    with nothing_changes(house.folder):
        second = await house.coordinator.press(asked, "calendrier.confirmer:1", crafted=True)
    assert is_private(second)
    assert STALE in second.text


async def test_a_button_about_a_plan_replaced_since_is_answered(house: House) -> None:
    card = await house.coordinator.slash("mesure voir", mesure="22")
    guild = house.world.guild().id
    plan = house.storage.committee(guild).plan
    numbers = {each.number for each in plan.measures[:4]}
    smaller = replace(
        plan,
        axes=plan.axes[:1],
        measures=plan.measures[:4],
        amounts=(),
        indicators=(),
        facts=tuple(each for each in plan.facts if each.measure in numbers),
    )
    house.storage.import_plan(guild, smaller, house.clock.now())
    for label in ("Historique", "Mettre à jour"):
        answer = await house.coordinator.press(card, label)
        assert is_private(answer), label
        assert STALE in answer.text, label
