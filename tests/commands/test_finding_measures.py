"""How the option `mesure` is read, wherever it stands."""

import pytest

from tests.support.asking import SHARED, first_line, plain, refused
from tests.support.house import House


@SHARED
@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("4", 4),
        ("  4 ", 4),
        ("04", 4),
        ("m4", 4),
        ("M 4", 4),
        ("mesure 4", 4),
        ("Mesure quatre", 4),
        ("quatre", 4),
        ("la mesure 4", 4),
        ("n° 4", 4),
        ("no 4", 4),
        ("#4", 4),
        ("vingt-deux", 22),
        ("vingt et un", 21),
        ("dix-sept", 17),
        ("4. Intervenir de manière particulière sur le territoire de la métropole", 4),
        ("métropole", 4),
        ("METROPOLE", 4),
        ("metropol", 4),
        ("« mesure 4 »", 4),
        ("« 4. »", 4),
        ('"m4"', 4),
        ("(mesure quatre)", 4),
        ("4 %", 18),
        ("4%", 18),
        ("portail", 11),
        ("le portail économie sociale", 11),
        ("rcaaq", 14),
        ("inuits", 15),
        ("loi sur les compagnies", 10),
        ("aide domestique", 5),
        ("publicitaire", 18),
        ("jeunes", 13),
    ],
)
async def test_a_measure_is_found(standing: House, typed: str, number: int) -> None:
    answer = await standing.member.slash("mesure voir", mesure=typed)
    assert first_line(answer).startswith(f"### Mesure {number} · ")


@SHARED
async def test_the_title_decides_before_the_rest(standing: House) -> None:
    """« Chantier » is in measure 1's title, and only in the remarks of others."""
    answer = await standing.member.slash("mesure voir", mesure="chantier")
    assert first_line(answer).startswith("### Mesure 1 · ")


@SHARED
async def test_a_word_of_the_plan_is_no_misspelling(standing: House) -> None:
    """« Corée » stands in the remark of measure 12; « CRE », which it resembles, in titles."""
    answer = await standing.member.slash("mesure voir", mesure="Corée")
    assert first_line(answer).startswith("### Mesure 12 · ")


@SHARED
async def test_an_ambiguous_word_lists_the_candidates(standing: House) -> None:
    with refused(standing) as answers:
        answers.append(await standing.member.slash("mesure voir", mesure="étude"))
    text = plain(answers[0].text)
    assert "convient à 2 mesures" in text
    assert "- 19. Apporter un soutien financier" in text
    assert "- 20. Apporter un soutien financier" in text


@SHARED
async def test_many_candidates_fit_in_the_answer(standing: House) -> None:
    with refused(standing) as answers:
        answers.append(await standing.member.slash("mesure voir", mesure="économie sociale"))
    assert answers[0].text.count("\n- ") == 14


@SHARED
@pytest.mark.parametrize(
    "typed",
    [
        "0",
        "23",
        "99",
        "4 et 5",
        "4-5",
        "-1",
        "« 99 »",
        "zzzzz",
        "mesure",
        "   ",
        "a" * 6000,
        "1" * 6000,
        "@everyone",
        "**gras**",
        "\u202e",
        "';--",
        "x\x00y",
    ],
)
async def test_an_unknown_measure_is_refused(standing: House, typed: str) -> None:
    with refused(standing) as answers:
        for path in ("mesure voir", "mesure historique", "montant voir"):
            answers.append(await standing.member.slash(path, mesure=typed))
        answers.append(
            await standing.coordinator.slash("mesure modifier", mesure=typed, etat="realisee")
        )
    for answer in answers:
        assert answer.text.startswith("Aucune mesure ne correspond à")
        assert len(answer.text) < 1000


@SHARED
async def test_what_was_typed_is_shown_without_effect(standing: House) -> None:
    answer = await standing.member.slash("mesure voir", mesure="**zzz** @everyone [x](http://y)")
    assert "@everyone" not in answer.text
    assert "**zzz**" not in answer.text
    assert not answer.notified


@SHARED
async def test_a_near_miss_is_told_what_is_near(standing: House) -> None:
    answer = await standing.member.slash("mesure voir", mesure="portrait statistique autochtone")
    assert answer.ephemeral
    assert "plus proche" in answer.text
    assert "- 6. Mettre sur pied le groupe de travail" in answer.text


@SHARED
@pytest.mark.parametrize("typed", ["44", "mesure 23", "0"])
async def test_of_a_number_that_is_none_the_numbers_are_told(standing: House, typed: str) -> None:
    with refused(standing) as answers:
        answers.append(await standing.member.slash("mesure voir", mesure=typed))
    assert "de la mesure 1 à la mesure 22" in plain(answers[0].text)
