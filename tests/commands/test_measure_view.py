"""`/mesure voir`: how a measure is told, today and as of a date."""

import pytest

from tests.support.asking import SHARED, first_line, plain, refused
from tests.support.house import House


async def test_a_measure_is_told_whole(house: House) -> None:
    answer = await house.member.slash("mesure voir", mesure="4")
    assert not answer.ephemeral
    assert not answer.notified
    for told in (
        "Mesure 4",
        "En cours de réalisation",
        "MAMROT",
        "1\u00a0M$",
        "699\u00a0559\u00a0$",
    ):
        assert told in answer.text
    assert answer.buttons == [
        "Historique",
        "Mettre à jour",
        "Dates et documents",
        "Mesure 2",
    ]


async def test_amounts_say_what_contains_them(house: House) -> None:
    text = plain((await house.member.slash("mesure voir", mesure="4")).text)
    assert "somme aussi comptée dans la mesure 2" in text
    assert "30 000 $ (durée non dite)" in text


async def test_the_source_and_the_date_of_the_state_stand_last(house: House) -> None:
    answer = await house.member.slash("mesure voir", mesure="4")
    last = answer.text.split("\n")[-1]
    assert last.startswith("-# Premier bilan, ")
    assert "mesure 4" in last
    assert "31 mars 2010" in last


async def test_the_source_is_also_that_of_the_indicators(house: House) -> None:
    answer = await house.member.slash("mesure voir", mesure="5")
    assert "Actions détaillées et Faits saillants" in answer.text.split("\n")[-1]


async def test_dates_and_documents_tell_where_each_stands(house: House) -> None:
    card = await house.member.slash("mesure voir", mesure="20")
    told = plain((await house.member.press(card, "Dates et documents")).text)
    assert "(juin 2009) [Actions détaillées, rangée 1]" in told
    assert "(août 2009) [Faits saillants, Action citoyenne en culture]" in told
    alone = await house.member.slash("mesure voir", mesure="21")
    told = (await house.member.press(alone, "Dates et documents")).text
    assert "[" not in told, "all of it stands in one place, which the last line tells"


async def test_an_untouched_measure_says_that_nothing_was_recorded_since(house: House) -> None:
    answer = await house.member.slash("mesure voir", mesure="4")
    assert "aucune mise à jour" in answer.text


async def test_the_last_change_says_who_and_when(house: House) -> None:
    await house.coordinator.slash("mesure modifier", mesure="6", etat="en_cours")
    answer = await house.member.slash("mesure voir", mesure="6")
    assert "Mathieu Gagnon" in answer.text
    assert "23 novembre 2026 à 10\u00a0h" in answer.text


@SHARED
@pytest.mark.parametrize(
    "typed",
    ["31 mars 2010", "2010-03-31", "31/03/2010", "mercredi 31 mars 2010", "le 31 MARS 2010"],
)
async def test_a_date_is_told_in_full_on_the_first_line(standing: House, typed: str) -> None:
    answer = await standing.member.slash("mesure voir", mesure="2", au=typed)
    assert not answer.ephemeral
    assert "mercredi 31 mars 2010" in first_line(answer)


async def test_everything_is_as_of_the_date(house: House) -> None:
    house.clock.set(2027, 2, 1, 10)
    recorded = [("en_cours", "Lancé", "2026-12-01"), ("realisee", "Livré", "2027-01-15")]
    for state, remark, day in recorded:
        await house.coordinator.slash(
            "mesure modifier", mesure="6", etat=state, remarque=remark, au=day
        )
    expected = {
        "2026-11-30": ("○ À venir", "Lancé", "Livré"),
        "2026-12-01": ("◐ En cours de réalisation", "Livré", ""),
        "2027-01-14": ("◐ En cours de réalisation", "Livré", ""),
        "2027-01-15": ("● Réalisée", "Lancé", ""),
    }
    for day, (state, *absent) in expected.items():
        text = (await house.member.slash("mesure voir", mesure="6", au=day)).text
        assert state in text, day
        assert not [each for each in absent if each and each in text], day


async def test_ties_are_decided_by_the_order_of_recording(house: House) -> None:
    for state in ("realisee", "en_cours"):
        await house.coordinator.slash(
            "mesure modifier", mesure="6", etat=state, au="2026-11-01", motif="erreur de saisie"
        )
    assert "En cours" in (await house.member.slash("mesure voir", mesure="6")).text


async def test_a_change_about_the_past_does_not_move_today(house: House) -> None:
    await house.coordinator.slash("mesure modifier", mesure="6", etat="realisee")
    await house.coordinator.slash(
        "mesure modifier", mesure="6", etat="en_cours", au="1er octobre 2026"
    )
    today = await house.member.slash("mesure voir", mesure="6")
    then = await house.member.slash("mesure voir", mesure="6", au="2 octobre 2026")
    assert "● Réalisée" in today.text
    assert "◐ En cours" in then.text


@SHARED
async def test_before_the_first_state_the_answer_gives_the_first_date(standing: House) -> None:
    answer = await standing.member.slash("mesure voir", mesure="2", au="30 mars 2010")
    assert "Rien n'est consigné au mardi 30 mars 2010" in first_line(answer)
    assert "31 mars 2010" in answer.text.replace("30 mars 2010", "")
    assert "MAMROT" not in answer.text
    assert not answer.ephemeral, "it is an answer, not an error"


@SHARED
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("blabla", "Je ne comprends pas"),
        ("01/02/2010", "1er février 2010"),
        ("01/02/2010", "2 janvier 2010"),
        ("mardi 31 mars 2027", "est un mercredi"),
        ("31 avril 2010", "n'existe pas"),
        ("mars", "Je ne comprends pas"),
        ("12", "Je ne comprends pas"),
        ("5,25 M$", "Je ne comprends pas"),
        ("demain", "à venir"),
        ("31 mars 2027", "à venir"),
        ("9" * 6000, "Je ne comprends pas"),
        ("**31** @everyone", "Je ne comprends pas"),
    ],
)
async def test_a_date_that_cannot_be_read_is_refused(
    standing: House, typed: str, told: str
) -> None:
    with refused(standing) as answers:
        answers.append(await standing.member.slash("mesure voir", mesure="2", au=typed))
    assert told in plain(answers[0].text)


@SHARED
async def test_a_refused_date_gives_examples_in_french_quotes(standing: House) -> None:
    answer = await standing.member.slash("mesure voir", mesure="2", au="blabla")
    assert "«\u00a031 mars\u00a0»" in answer.text
    assert "«\u00a0il y a deux semaines\u00a0»" in answer.text


@SHARED
async def test_money_is_a_list_that_wraps_and_agrees(standing: House) -> None:
    shown = plain((await standing.member.slash("mesure voir", mesure="4")).text)
    assert "\n- 150 000 $ par année, 5 ans (750 000 $) · ententes avec les trois CRE" in shown
    assert "\n  - 700 000 $ par année, 5 ans (3,5 M$)" in shown
    assert "même argent que 700 000 $ (prévus)" in shown
    assert "hors total" in shown
    assert "hors total :" not in shown  # why: /montant voir tells it
    for mark in "├└":
        assert mark not in shown
    whole = plain((await standing.member.slash("montant voir", mesure="4")).text)
    assert "hors total : ajouté au fonds" in whole
    assert "payés par le MAMROT" in whole
    plan = plain((await standing.member.slash("montant voir")).text)
    assert "les deux ne concordent pas" in plan


async def test_a_last_change_of_an_earlier_day_does_not_date_what_stands(house: House) -> None:
    for state, day in (("en_cours", "1er juin 2015"), ("realisee", "1er juin 2012")):
        await house.coordinator.slash("mesure modifier", mesure="8", etat=state, au=day)
    text = plain((await house.member.slash("mesure voir", mesure="8")).text)
    assert "◐ En cours de réalisation" in text
    assert "(au 1er juin 2012; état au 1er juin 2015)" in text
    then = plain((await house.member.slash("mesure voir", mesure="8", au="1er juin 2013")).text)
    assert "● Réalisée" in then
    assert "(état au 1er juin 2012)" in then


async def test_a_name_turns_no_line_around(house: House) -> None:
    coordinator = house.coordinator
    coordinator.user.name = "\u202eLéon\u2066 Roy\u200b"
    await coordinator.slash("mesure modifier", mesure="8", etat="en_cours")
    text = (await house.member.slash("mesure voir", mesure="8")).text
    assert "par Léon Roy," in text


async def test_what_the_documents_tell_in_two_ways_stands_on_two_lines(house: House) -> None:
    text = plain((await house.member.slash("mesure voir", mesure="22")).text)
    first, second = text.partition("se contredisent")[2].strip("*\n").split("\n")[:2]
    assert first.endswith("mesure 22 (janvier 2010) [Actions détaillées]")
    assert second.startswith("  - ou bien : Mise en place officielle")
    assert second.endswith("(janvier 2008) [Faits saillants]")
    text = plain((await house.member.slash("mesure voir", mesure="2")).text)
    assert "21 CRE [Premier bilan, Actions détaillées]" in text
    assert "22 pôles [Chantier de l'économie sociale (page de présentation), Pôles" in text
