"""« Les trois plus chères », « la deuxième »: the places of a ranking, and no other."""

import pytest

from tests.questions.conftest import asker
from tests.support.asking import SHARED
from tests.support.house import House

pytestmark = SHARED


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("les 3 mesures les plus chères", ["1. Mesure 2", "2. Mesure 4", "3. Mesure 1"]),
        ("top 3 des mesures les plus coûteuses", ["1. Mesure 2", "2. Mesure 4", "3. Mesure 1"]),
        ("what are the top 3 most expensive measures?", ["1. Measure 2", "3. Measure 1"]),
        ("les deux axes qui ont le plus de mesures", ["1. Axe 2 : 8", "2. Axe 3 : 6"]),
        ("top 2 des ministères qui paient le plus", ["1. Le MAMROT", "2. Le MDEIE"]),
    ],
)
async def test_the_first_ones(standing: House, question: str, told: list[str]) -> None:
    answer = await asker(standing)(question)
    assert [each for each in told if each not in answer] == []
    assert f"{len(told) + 2}. " not in answer


@pytest.mark.parametrize(
    ("question", "told", "first"),
    [
        ("la troisième mesure la plus chère, c'est laquelle?", "3. Mesure 1 : 3,25 M$", "Mesure 2"),
        ("quelle mesure arrive deuxième pour l'argent?", "2. Mesure 4 : 5 M$", "Mesure 2"),
        ("what is the third largest amount?", "3. Measure 1: 3,25 M$", "Measure 2"),
        ("quel est le deuxième plus grand montant?", "2. Mesure 4 : 5 M$", "Mesure 2"),
        ("deuxième ministère avec le plus de mesures", "2. Le MDEIE et le MESS : 6", "MAMROT"),
    ],
)
async def test_one_place_alone(standing: House, question: str, told: str, first: str) -> None:
    answer = await asker(standing)(question)
    assert told in answer
    assert first not in answer


@pytest.mark.parametrize(
    "question",
    [
        "deuxième plus gros montant de la métropole",
        "second plus petit montant du plan",
        "top 3 des mesures les plus récentes",
    ],
)
async def test_a_ranking_that_is_not_told_is_refused(standing: House, question: str) -> None:
    answer = await asker(standing)(question)
    assert "Je ne trouve pas" in answer
    assert "$" not in answer
