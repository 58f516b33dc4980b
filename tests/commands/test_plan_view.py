"""`/plan voir`: the whole plan at a glance, and where its buttons lead."""

import pytest

from tests.support.asking import first_line, plain
from tests.support.house import House


async def test_the_plan_is_told_at_a_glance(house: House) -> None:
    answer = await house.member.slash("plan voir")
    assert not answer.ephemeral
    assert not answer.notified
    assert "Plan d'action gouvernemental pour l'entrepreneuriat collectif" in first_line(answer)
    text = plain(answer.text)
    assert "22 mesures" in text
    assert "4 réalisées, 13 en cours, 5 à venir" in text
    assert "16,7 M$" in text
    assert "5 ans" in text
    assert "mesure 19" in text.lower()
    assert "plan livré avec Vigie" in text


async def test_it_follows_what_is_recorded(house: House) -> None:
    await house.coordinator.slash("mesure modifier", mesure="6", etat="realisee")
    text = plain((await house.member.slash("plan voir")).text)
    assert "5 réalisées, 13 en cours, 4 à venir" in text
    assert "18 des 22" in text
    assert "1 mesure mise à jour depuis" in text


async def test_the_next_deadline_has_its_days_left(house: House) -> None:
    assert "Aucune échéance à venir" in (await house.member.slash("plan voir")).text
    for title, day in (("Loin", "31 mars 2028"), ("Bilan", "31 mars 2027")):
        await house.coordinator.slash("calendrier ajouter", titre=title, quand=day)
    text = plain((await house.member.slash("plan voir")).text)
    assert "Bilan, mercredi 31 mars 2027, dans 128 jours" in text
    house.clock.set(2027, 3, 31, 23, 59)
    assert "aujourd'hui" in (await house.member.slash("plan voir")).text
    house.clock.set(2027, 4, 1, 0, 0)
    assert "Loin, vendredi 31 mars 2028" in plain((await house.member.slash("plan voir")).text)


async def test_the_open_collecte_is_named_beside_a_nearer_deadline(house: House) -> None:
    await house.coordinator.slash("calendrier ajouter", titre="Bilan annuel", quand="31 mars 2027")
    await house.coordinator.slash(
        "calendrier ajouter", titre="Rencontre", quand="27 novembre 9 h 30", genre="rappel"
    )
    await house.coordinator.slash("collecte ouvrir", echeance="Bilan annuel")
    text = plain((await house.member.slash("plan voir")).text)
    assert "Rencontre, vendredi 27 novembre 2026 à 9 h 30, dans 4 jours" in text
    assert "Collecte ouverte, Bilan annuel : 0 MO sur 18 à jour" in text


@pytest.mark.parametrize(
    ("button", "told"),
    [
        ("Mesures", "22 mesures"),
        ("Argent", "17,2 M$"),
        ("Échéances", "Aucune échéance"),
        ("Organismes", "18 ministères et organismes"),
    ],
)
async def test_its_buttons_open_the_rest_privately(house: House, button: str, told: str) -> None:
    answer = await house.member.slash("plan voir")
    pressed = await house.repondante.press(answer, button)
    assert pressed.ephemeral
    assert told in plain(pressed.text)
    assert "22 mesures" in answer.text, "the card itself stays"
