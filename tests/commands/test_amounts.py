"""`/montant voir`: totals without double counts, and what is left out."""

from tests.support.asking import SHARED, plain, refused
from tests.support.house import House


@SHARED
async def test_the_plan_is_reconciled_aloud(standing: House) -> None:
    answer = await standing.member.slash("montant voir")
    assert not answer.ephemeral
    text = plain(answer.text)
    assert "17,2 M$" in text
    assert "16,7 M$" in text
    assert "500 000 $" in text
    assert "17 365 900 $" in text
    assert "750 000 $" in text
    assert "mesures 2 et 4" in text


@SHARED
async def test_natures_are_never_added_together(standing: House) -> None:
    text = plain((await standing.member.slash("montant voir")).text).lower()
    for told in ("prévu 13,5 m$", "octroyé 3,71 m$", "autorisé 1,9 m$", "investi 865 459 $"):
        assert told in text


@SHARED
async def test_what_is_left_out_is_said_with_why(standing: House) -> None:
    text = plain((await standing.member.slash("montant voir")).text)
    left_out = text[text.index("Laissé de côté") :]
    assert "30 000 $ (durée non dite)" in left_out
    assert "28 000 $" in left_out


@SHARED
async def test_a_measure_counts_its_money_once(standing: House) -> None:
    text = plain((await standing.member.slash("montant voir", mesure="4")).text)
    assert "prévu 5 M$" in text
    assert "dépensé ou investi 699 559 $" in text
    for told in ("150 000 $ par année", "700 000 $ par année", "30 000 $"):
        assert told in text


@SHARED
async def test_a_measure_without_money_says_so(standing: House) -> None:
    answer = await standing.member.slash("montant voir", mesure="9")
    assert not answer.ephemeral
    assert "aucun montant" in answer.text


@SHARED
async def test_an_mo_pays_what_the_documents_say(standing: House) -> None:
    saa = plain((await standing.member.slash("montant voir", organisme="SAA")).text)
    assert "100 000 $ sur 3 ans" in saa
    assert "28 000 $" in saa
    assert "200 000 $ sur 3 ans" not in saa
    mamrot = plain((await standing.member.slash("montant voir", organisme="MAMROT")).text)
    assert "200 000 $ sur 3 ans" in mamrot


@SHARED
async def test_an_mo_that_pays_nothing_told_is_an_answer(standing: House) -> None:
    answer = await standing.member.slash("montant voir", organisme="SHQ")
    assert not answer.ephemeral
    assert "Aucun montant connu n'est payé par cet organisme." in answer.text
    one = await standing.member.slash("montant voir", mesure="4", organisme="MESS")
    assert "Aucun montant connu n'est payé par cet organisme pour cette mesure." in one.text


@SHARED
async def test_what_is_told_of_a_sum_agrees_with_the_sum(standing: House) -> None:
    study = plain((await standing.member.slash("montant voir", mesure="19")).text)
    assert "65 225 $, payés par le MAMROT et le MESS · étude" in study
    whole = plain((await standing.member.slash("montant voir")).text)
    assert "Engagé, chaque somme une seule fois : 17,2 M$" in whole
    assert "métropole, somme comptée deux fois (mesures 2 et 4)" in whole


@SHARED
async def test_a_measure_and_an_mo_meet(standing: House) -> None:
    answer = await standing.member.slash("montant voir", mesure="14", organisme="SAA")
    assert not answer.ephemeral
    text = plain(answer.text)
    assert "100 000 $ sur 3 ans" in text
    assert "200 000 $ sur 3 ans" not in text
    assert "650 000 $" not in text


@SHARED
async def test_bad_options_are_refused(standing: House) -> None:
    with refused(standing) as answers:
        for mesure, organisme in (("99", "SAA"), ("4", "zz")):
            answers.append(
                await standing.member.slash("montant voir", mesure=mesure, organisme=organisme)
            )
