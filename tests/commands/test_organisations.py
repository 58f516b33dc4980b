"""`/organisme voir` and `/organisme liste`."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from sandbox.demo import committee_world
from storage.shipped import shipped_plan
from tests.support.asking import SHARED, first_line, plain, refused
from tests.support.house import House, open_house

# Measures that print each MO, counted in the bilan's table.
COUNTS = {"MAMROT": 17, "MSSS": 5, "MCCCCF": 4, "MDEIE": 6, "MESS": 6, "MFA": 3, "MICC": 3}


@SHARED
async def test_every_mo_is_listed_with_its_measures(standing: House) -> None:
    answer = await standing.member.slash("organisme liste")
    assert not answer.ephemeral
    text = plain(answer.text)
    assert "18 ministères et organismes" in first_line(answer)
    for acronym, count in COUNTS.items():
        assert re.search(rf"{acronym} \(.*\) · {count} mesures", text), acronym
    assert "Ministères et organismes du gouvernement : 9 et 11" in text
    assert "Ministères et organismes à cibler : 21" in text


@SHARED
@pytest.mark.parametrize("acronym", COUNTS)
async def test_no_measure_of_an_mo_is_left_out(standing: House, acronym: str) -> None:
    text = plain((await standing.member.slash("organisme voir", organisme=acronym)).text)
    assert len(re.findall(r"(?m)^[○◐●] \d+\. ", text)) == COUNTS[acronym]
    assert "\n…" not in text


@SHARED
async def test_an_mo_is_told_with_its_measures_by_state(standing: House) -> None:
    answer = await standing.member.slash("organisme voir", organisme="MDEIE")
    assert not answer.ephemeral
    text = plain(answer.text)
    assert "Ministère du Développement économique" in first_line(answer)
    assert first_line(answer).endswith("(MDEIE)")
    assert "6 mesures" in text
    assert "1 réalisée, 4 en cours, 1 à venir" in text
    for number in (5, 6, 7, 17, 19, 22):
        assert f" {number}. " in text
    assert "tous les ministères et organismes : 9 et 11" in text
    assert "500 000 $ par année" in text
    assert "1,9 M$" in text


@SHARED
async def test_an_mo_of_many_measures_is_told_whole(standing: House) -> None:
    text = plain((await standing.member.slash("organisme voir", organisme="MAMROT")).text)
    assert "\n…" not in text
    printed = (1, 2, 3, 4, 5, 6, 8, 10, 12, 13, 14, 15, 16, 18, 19, 20, 22)
    for number in printed:
        assert re.search(rf"^[○◐●] {number}\. ", text, re.MULTILINE), number
    order = [
        text.index(f"\n{each}\n") for each in ("Réalisées", "En cours de réalisation", "À venir")
    ]
    assert order == sorted(order)
    assert "Mesure 4 : prévu 1 M$ par année, 5 ans (5 M$); prévu 30 000 $ (durée non" in text
    assert "prévu 10 M$, octroyé 3,46 M$, dépensé ou investi 699 559 $" in text
    assert "Mesure 19 : dépensé ou investi 65 225 $, avec d'autres" in text


async def test_more_measures_than_a_card_holds_are_paged(tmp_path: Path) -> None:
    plan = shipped_plan()
    more = [replace(plan.measures[0], number=number) for number in range(23, 63)]
    world = committee_world()
    async with open_house(tmp_path, world) as house:
        larger = replace(plan, measures=(*plan.measures, *more))
        house.storage.import_plan(world.guild().id, larger, house.clock.now())
        page = await house.member.slash("organisme voir", organisme="MAMROT")
        seen: list[str] = []
        for rank in (1, 2, 3):
            assert f"page {rank} de 3" in plain(page.text)
            seen += re.findall(r"^[○◐●] (\d+)\. ", plain(page.text), re.MULTILINE)
            if rank < 3:
                page = await house.member.press(page, "Suivante")
        assert len(seen) == len(set(seen)) == 57
        back = await house.member.press(page, "Précédente")
        assert "page 2 de 3" in plain(back.text)


@SHARED
async def test_an_mo_is_called_as_its_name_wants(standing: House) -> None:
    shq = await standing.member.slash("organisme voir", organisme="SHQ")
    assert "Aussi appelée" in plain(shq.text)
    money = await standing.member.slash("montant voir", organisme="SHQ")
    assert "payé par la SHQ" in plain(money.text)


async def test_states_follow_what_is_recorded(house: House) -> None:
    await house.coordinator.slash("mesure modifier", mesure="6", etat="en_cours")
    answer = await house.member.slash("organisme voir", organisme="MDEIE")
    assert "1 réalisée, 5 en cours" in plain(answer.text)


@SHARED
@pytest.mark.parametrize(
    ("typed", "acronym"),
    [
        ("mdeie", "MDEIE"),
        (" MDEIE ", "MDEIE"),
        ("MCCC", "MCCCCF"),
        ("Affaires municipales", "MAMROT"),
        ("mamrott", "MAMROT"),
        ("santé", "MSSS"),
        ("sante et services sociaux", "MSSS"),
        ("Secrétariat à la jeunesse", "SAJ"),
        ("habitation", "SHQ"),
    ],
)
async def test_an_mo_is_found_by_its_names(standing: House, typed: str, acronym: str) -> None:
    answer = await standing.member.slash("organisme voir", organisme=typed)
    assert acronym in first_line(answer)


@SHARED
async def test_an_alias_is_told_with_the_mo(standing: House) -> None:
    answer = await standing.member.slash("organisme voir", organisme="MCCCCF")
    assert "MCCC" in plain(answer.text).replace("MCCCCF", "")


@SHARED
@pytest.mark.parametrize("typed", ["zz", "   ", "a" * 6000, "1" * 6000, "@everyone", "\u202e"])
async def test_an_unknown_mo_is_refused(standing: House, typed: str) -> None:
    with refused(standing) as answers:
        answers.append(await standing.member.slash("organisme voir", organisme=typed))
        answers.append(await standing.member.slash("montant voir", organisme=typed))
    for answer in answers:
        assert answer.text.startswith("Aucun organisme ne correspond à")


@SHARED
async def test_an_ambiguous_word_lists_the_candidates(standing: House) -> None:
    with refused(standing) as answers:
        answers.append(await standing.member.slash("organisme voir", organisme="québec"))
    text = plain(answers[0].text)
    for acronym in ("MFQ", "ISQ", "MAPAQ", "CSPQ", "SHQ"):
        assert f"- {acronym}, " in text
