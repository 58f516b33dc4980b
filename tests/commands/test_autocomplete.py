"""What is proposed while an option is typed."""

from pathlib import Path

import pytest

from plan.definition import PlanDefinition
from sandbox.demo import committee_world
from tests.support.asking import SHARED
from tests.support.house import House, open_house


@SHARED
@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("4", "4"),
        ("m4", "4"),
        ("quatre", "4"),
        ("2", "2"),
        ("22", "22"),
        ("métrop", "4"),
        ("metroplole", "4"),
        ("portail", "11"),
        ("rcaq", "14"),
        ("RCAAQ", "14"),
        ("entente", "2"),
        ("jeune", "13"),
        ("chantier", "1"),
        ("4. Interv", "4"),
    ],
)
async def test_the_likeliest_measure_comes_first(standing: House, typed: str, first: str) -> None:
    choices = await standing.member.complete("mesure voir", focused="mesure", value=typed)
    assert choices[0].value == first


@SHARED
async def test_nothing_typed_proposes_every_measure_in_order(standing: House) -> None:
    choices = await standing.member.complete("mesure voir", focused="mesure")
    assert [choice.value for choice in choices] == [str(number) for number in range(1, 23)]
    assert choices[3].name.startswith("4. Intervenir de manière particulière")


@SHARED
async def test_measures_of_an_mo_are_found_by_its_acronym(standing: House) -> None:
    choices = await standing.member.complete("mesure voir", focused="mesure", value="MDEIE")
    assert {choice.value for choice in choices[:6]} == {"5", "6", "7", "17", "19", "22"}


@SHARED
@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("mam", "MAMROT"),
        ("mamrott", "MAMROT"),
        ("MCCC", "MCCCCF"),
        ("culture", "MCCCCF"),
        ("sante", "MSSS"),
        ("institut stat", "ISQ"),
        ("jeunesse", "SAJ"),
    ],
)
async def test_the_likeliest_mo_comes_first(standing: House, typed: str, first: str) -> None:
    choices = await standing.member.complete("organisme voir", focused="organisme", value=typed)
    assert choices[0].value == first


@SHARED
@pytest.mark.parametrize("value", ["xyzzy", "a" * 6000, "1" * 6000, "@everyone"])
@pytest.mark.parametrize(
    ("path", "option"),
    [
        ("mesure voir", "mesure"),
        ("organisme voir", "organisme"),
        ("mesure liste", "axe"),
        ("calendrier retirer", "echeance"),
    ],
)
async def test_what_fits_nothing_proposes_nothing(
    standing: House, path: str, option: str, value: str
) -> None:
    assert len(await standing.coordinator.complete(path, focused=option, value=value)) == 0


@SHARED
async def test_volets_are_those_of_the_measure_typed_beside(standing: House) -> None:
    ask = standing.coordinator.complete
    choices = await ask("mesure modifier", focused="volet", mesure="4")
    assert [choice.value for choice in choices] == ["1", "2", "3", "4"]
    misspelt = await ask("mesure modifier", focused="volet", value="sevrices", mesure="4")
    assert [choice.value for choice in misspelt] == ["3"]
    assert await ask("mesure modifier", focused="volet", mesure="1" * 6000) == []
    assert await ask("mesure modifier", focused="volet") == []


@SHARED
async def test_mos_of_the_measure_typed_beside_come_first(standing: House) -> None:
    ask = standing.coordinator.complete
    for path, option in (("mesure modifier", "organisme"), ("montant ajouter", "payeur")):
        choices = await ask(path, focused=option, mesure="18")
        assert [choice.value for choice in choices[:3]] == ["MAMROT", "MCCCCF", "CSPQ"]
        assert len(choices) == 20
    typed = await ask("mesure modifier", focused="organisme", value="MFA", mesure="18")
    assert typed[0].value == "MFA"


@SHARED
async def test_axes_are_found_by_number_and_words(standing: House) -> None:
    ask = standing.member.complete
    assert len(await ask("mesure liste", focused="axe")) == 5
    assert [c.value for c in await ask("mesure liste", focused="axe", value="suivi")] == ["5"]
    assert [c.value for c in await ask("mesure liste", focused="axe", value="2")] == ["2"]


async def test_deadlines_come_nearest_first_and_never_more_than_25(house: House) -> None:
    for day in range(28, 0, -1):
        titre = f"Rapport numéro {day}"
        await house.coordinator.slash("calendrier ajouter", titre=titre, quand=f"{day} mai 2027")
    choices = await house.coordinator.complete("calendrier retirer", focused="echeance")
    assert len(choices) == 25
    assert choices[0].name == "Rapport numéro 1 (1er mai 2027)"
    assert choices[24].name == "Rapport numéro 25 (25 mai 2027)"
    misspelt = await house.coordinator.complete(
        "calendrier retirer", focused="echeance", value="raport 7"
    )
    assert misspelt[0].name == "Rapport numéro 7 (7 mai 2027)"


async def test_deadlines_that_are_over_come_last(house: House) -> None:
    await house.coordinator.slash("calendrier ajouter", titre="Rapport passé", quand="demain")
    await house.coordinator.slash("calendrier ajouter", titre="Rapport futur", quand="31 mars 2027")
    house.clock.set(2026, 12, 1)
    choices = await house.coordinator.complete("calendrier retirer", focused="echeance")
    assert [each.name for each in choices] == ["Rapport futur (31 mars 2027)", "Rapport passé"]


async def test_nothing_comes_from_another_server(
    tmp_path: Path, another_plan: PlanDefinition
) -> None:
    world = committee_world()
    other = world.add_guild("Autre comité", world.user("Mathieu"))
    elsewhere = world.add_channel(other, "ailleurs")
    async with open_house(tmp_path, world) as house:
        house.storage.import_plan(other.id, another_plan, house.clock.now())
        await house.coordinator.slash(
            "calendrier ajouter", titre="Secret", quand="31 mars", channel=elsewhere
        )
        here = await house.coordinator.complete("calendrier retirer", focused="echeance")
        there = await house.coordinator.complete(
            "calendrier retirer", focused="echeance", channel=elsewhere
        )
        assert (here, [each.name for each in there]) == ([], ["Secret (31 mars 2027)"])
        measures = await house.coordinator.complete(
            "mesure voir", focused="mesure", channel=elsewhere
        )
        assert [each.name for each in measures] == ["1. Une mesure d'ailleurs"]
        names = [each.name for each in await house.member.complete("mesure voir", focused="mesure")]
        assert len(names) == 22
        assert "1. Une mesure d'ailleurs" not in names
