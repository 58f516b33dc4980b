"""`/mesure liste`: filters, pages, and dates."""

import re
from typing import Any

import pytest

from sandbox.answer import Answer
from sandbox.refusals import Refused
from tests.support.asking import SHARED, Options, first_line, plain, refused
from tests.support.house import House


def numbers(answer: Answer) -> list[int]:
    """The measures of a page, in the order shown."""
    return [int(found) for found in re.findall(r"^[○◐●] \*\*(\d+)\.\*\*", answer.text, re.M)]


async def every_page(house: House, **options: Any) -> list[int]:
    """The measures of all the pages."""
    answer = await house.member.slash("mesure liste", **options)
    found = numbers(answer)
    while "Suivante" in answer.buttons:
        try:
            answer = await house.member.press(answer, "Suivante")
        except Refused:  # greyed: this is the last page
            break
        found += numbers(answer)
    return found


@SHARED
async def test_every_measure_is_on_one_page_or_another(standing: House) -> None:
    answer = await standing.member.slash("mesure liste")
    assert not answer.ephemeral
    assert first_line(answer) == "### 22 mesures"
    assert "4 réalisées, 13 en cours, 5 à venir" in plain(answer.text)
    assert await every_page(standing) == list(range(1, 23))


async def test_pages_turn_in_place_and_back(house: House) -> None:
    first = await house.member.slash("mesure liste")
    before = first.text
    second = await house.member.press(first, "Suivante")
    assert second.message is first.message
    assert "page 2 de 3" in second.text
    back = await house.member.press(second, "Précédente")
    assert back.text == before
    assert len(house.chat.messages("général")) == 1


@SHARED
@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("a_venir", [6, 8, 9, 15, 21]),
        ("realisee", [11, 13, 17, 20]),
        ("en_cours", [1, 2, 3, 4, 5, 7, 10, 12, 14, 16, 18, 19, 22]),
    ],
)
async def test_a_state_filters_by_the_derived_state(
    standing: House, state: str, expected: list[int]
) -> None:
    assert await every_page(standing, etat=state) == expected


async def test_measure_19_tells_its_two_volets_in_the_list(house: House) -> None:
    answer = await house.member.slash("mesure liste", texte="lutte contre la pauvreté")
    line = next(line for line in plain(answer.text).split("\n") if " 19." in line)
    assert "en cours" in line
    assert "réalisé" in line


@SHARED
@pytest.mark.parametrize("typed", ["MCCCCF", "MCCC", "mccc", "ministère de la Culture"])
async def test_an_mo_is_listed_by_any_of_its_names(standing: House, typed: str) -> None:
    answer = await standing.member.slash("mesure liste", organisme=typed)
    assert numbers(answer) == [5, 18, 20, 22]
    assert "tous les ministères et organismes : 9 et 11" in plain(answer.text)


async def test_whom_to_target_is_nobody_yet(house: House) -> None:
    for acronym in ("MAMROT", "MDEIE", "SHQ"):
        assert 21 not in await every_page(house, organisme=acronym)
    assert await every_page(house, organisme="Ministères et organismes à cibler") == [21]


@SHARED
@pytest.mark.parametrize(
    ("axis", "expected"),
    [
        ("1", [1, 2, 3, 4]),
        ("axe 2", list(range(5, 13))),
        ("trois", list(range(13, 19))),
        ("nouvelles pistes", [19, 20, 21]),
        ("mecanismes de suivi", [22]),
    ],
)
async def test_an_axis_is_found_by_number_or_name(
    standing: House, axis: str, expected: list[int]
) -> None:
    assert await every_page(standing, axe=axis) == expected


async def test_words_are_looked_for_in_titles_and_remarks(house: House) -> None:
    assert await every_page(house, texte="RCAAQ") == [14]
    assert await every_page(house, texte="inuites") == [15]
    assert 2 in await every_page(house, texte="addenda signés")


async def test_a_word_of_the_plan_is_taken_for_no_other(house: House) -> None:
    """« Corée » stands in one remark; « CRE », which it resembles, in many."""
    assert await every_page(house, texte="Corée") == [12]
    assert await every_page(house, texte="corees") == [12]


async def test_no_measure_holds_a_text_without_a_word(house: House) -> None:
    assert await every_page(house, texte="*") == []
    assert await every_page(house, texte="« … »") == []


async def test_filters_narrow_one_another(house: House) -> None:
    assert await every_page(house, etat="a_venir", organisme="MESS") == [6, 8]
    assert await every_page(house, etat="realisee", axe="1") == []


async def test_an_empty_list_is_an_answer(house: House) -> None:
    answer = await house.member.slash("mesure liste", texte="zzzzz")
    assert not answer.ephemeral
    assert "Aucune mesure" in first_line(answer)


async def test_a_date_is_in_the_first_line_and_rules_the_states(house: House) -> None:
    await house.coordinator.slash("mesure modifier", mesure="6", etat="en_cours")
    answer = await house.member.slash("mesure liste", etat="a_venir", au="31 mars 2010")
    assert "mercredi 31 mars 2010" in first_line(answer)
    assert numbers(answer) == [6, 8, 9, 15, 21]
    assert await every_page(house, etat="a_venir") == [8, 9, 15, 21]


async def test_a_turned_page_keeps_its_filter_and_date(house: House) -> None:
    await house.coordinator.slash("mesure modifier", mesure="6", etat="en_cours")
    then = {"au": "31 mars 2010", "etat": "en_cours"}
    assert 6 not in await every_page(house, **then)
    assert 6 in await every_page(house, etat="en_cours")


async def test_a_list_before_the_first_state_says_so(house: House) -> None:
    answer = await house.member.slash("mesure liste", au="1er janvier 2010")
    assert "Rien n'est consigné au vendredi 1er janvier 2010" in first_line(answer)
    assert "31 mars 2010" in answer.text


@SHARED
@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"organisme": "zz"}, "Aucun organisme"),
        ({"organisme": "ministère"}, "convient à 13 organismes"),
        ({"axe": "9"}, "Aucun axe"),
        ({"axe": "1" * 6000}, "Aucun axe"),
        ({"texte": "a" * 51}, "limite"),
        ({"texte": "a" * 6000}, "limite"),
        ({"texte": "@everyone"}, "mention"),
        ({"texte": "**gras**"}, "mise en forme"),
        ({"texte": "\u202eabc"}, "invisibles"),
        ({"texte": "   "}, "vide"),
        ({"au": "demain"}, "à venir"),
        ({"au": "blabla"}, "Je ne comprends pas"),
    ],
)
async def test_what_cannot_be_read_is_refused(standing: House, options: Options, told: str) -> None:
    with refused(standing) as answers:
        answers.append(await standing.member.slash("mesure liste", **options))
    assert told in plain(answers[0].text)


@SHARED
@pytest.mark.parametrize("state", ["fini", "À venir", "a_venir' OR 1", "x" * 6000])
async def test_a_forged_state_is_refused(standing: House, state: str) -> None:
    with refused(standing) as answers:
        answers.append(await standing.member.slash("mesure liste", crafted=True, etat=state))
    assert "a_venir" in plain(answers[0].text)
