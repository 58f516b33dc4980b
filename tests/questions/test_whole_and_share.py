"""A share of a whole: of one year, of one among several; and whether an aim was met."""

import pytest

from tests.questions.conftest import asker
from tests.support.asking import SHARED
from tests.support.house import House

pytestmark = SHARED


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("les 300 000 $ du RCAAQ, ça fait combien par année?", "100 000 $"),
        ("combien par année en moyenne pour le projet du RCAAQ?", "100 000 $"),
        ("le 150 000 $ du MICC divisé sur 3 ans, combien par an?", "50 000 $"),
        ("150 000 $ over 3 years from the MICC, how much per year on average?", "50 000 $"),
        ("combien pour une seule région?", "50 000 $ par année"),
        ("une seule région reçoit combien au bout de cinq ans?", "250 000 $ en tout"),
    ],
)
async def test_a_share_is_worked_out(standing: House, text: str, figure: str) -> None:
    answer = await asker(standing)(text)
    assert figure in answer


@pytest.mark.parametrize(
    "text",
    [
        "combien coûte un projet en moyenne?",
        "l'étude sur la culture, combien par année en moyenne?",
        "combien par région",
        "le budget du MAMROT revient à combien par année en moyenne?",
    ],
)
async def test_no_share_is_told_of_what_has_no_years(standing: House, text: str) -> None:
    answer = await asker(standing)(text)
    assert "Je ne trouve pas" in answer


async def test_a_sum_of_all_years_is_denied_to_be_yearly(standing: House) -> None:
    answer = await asker(standing)("les 300 000 $, c'est par année?")
    assert answer.startswith("Non")


@pytest.mark.parametrize(
    "text",
    [
        "a-t-on atteint l'objectif des ententes?",
        "l'objectif de la mesure 2 est-il atteint?",
        "les 21 ententes, objectif dépassé?",
    ],
)
async def test_whether_an_aim_is_met_is_told_first(standing: House, text: str) -> None:
    answer = await asker(standing)(text)
    assert answer.startswith("Non : 13 sur 21")


async def test_an_aim_asked_for_is_told_as_such(standing: House) -> None:
    answer = await asker(standing)("quelle cible pour les ententes?")
    assert answer.startswith("Cible : 21")


@pytest.mark.parametrize(
    "text", ["when was the study delivered?", "quand l'étude a-t-elle été remise?"]
)
async def test_a_thing_of_two_measures_asks_which(standing: House, text: str) -> None:
    answer = await asker(standing)(text)
    assert "2008" in answer
    assert "2009" in answer


async def test_parts_of_parts_stand_under_them(standing: House) -> None:
    answer = await asker(standing)("combien coûte la mesure 4")
    assert answer.count("850 000 $") == 1
    assert "\n  - dont 700 000 $" in answer


@pytest.mark.parametrize(
    ("text", "said", "figures"),
    [
        (
            "l'étude sur la culture dépasse-t-elle celle sur la pauvreté?",
            "Oui",
            ("100 675 $", "65 225 $"),
        ),
        (
            "le transfert de connaissances dépasse le protocole du Chantier?",
            "Non",
            ("650 000 $", "500 000 $"),
        ),
        (
            "does the culture study exceed the poverty study?",
            "Yes",
            ("100 675 $", "65 225 $"),
        ),
    ],
)
async def test_whether_one_amount_exceeds_another(
    standing: House, text: str, said: str, figures: tuple[str, ...]
) -> None:
    answer = await asker(standing)(text)
    assert answer.startswith(said)
    assert all(each in answer for each in figures)


@pytest.mark.parametrize(
    "text",
    [
        "kontact pour les personnes handicapées",
        "kouriel pour les personnes handicapées?",
        "koman kontakter les services aux personnes handicapées",
    ],
)
async def test_a_word_of_asking_is_read_as_it_sounds(standing: House, text: str) -> None:
    answer = await asker(standing)(text)
    assert "myriam.dery@chantier.qc.ca" in answer


@pytest.mark.parametrize(
    "text",
    [
        "l'ajout de Longueuil a amené combien de plus?",
        "l'ajout de Longueuil apporte combien?",
        "l'ajout du territoire de Longueuil, ça a rapporté combien de plus",
    ],
)
async def test_how_much_more_is_brought_is_money(standing: House, text: str) -> None:
    answer = await asker(standing)(text)
    assert "30 000 $" in answer
