"""What a question adds up or takes off is worked out from the amounts that the plan tells."""

import pytest

from tests.support.asking import SHARED, plain
from tests.support.house import House

pytestmark = SHARED


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("le Chantier et le transfert de connaissances ensemble, combien par an?", "1,15 M$ par"),
        ("étude pauvreté + étude culture", "165 900 $"),
        ("28 000 + 100 000 au RCAAQ, ça donne quoi", "128 000 $"),
        ("combien le SAA a-t-il donné en tout au RCAAQ?", "128 000 $"),
        ("mesures 3 et 7 additionnées", "3 M$"),
        ("la métropole sans les ententes avec les CRE, combien?", "850 000 $"),
        ("les ententes avec les CRE moins celles de la métropole, combien?", "4,5 M$"),
        ("le projet du RCAAQ sans la part du SAA, combien?", "200 000 $"),
        ("le million de la métropole, si on enlève les ententes, ça fait combien", "850 000 $"),
    ],
)
async def test_amounts_are_added_and_taken_off_as_asked(
    standing: House, text: str, figure: str
) -> None:
    answer = await standing.member.slash("question", texte=text)
    assert figure in plain(answer.text)


async def test_a_sum_of_two_natures_says_so(standing: House) -> None:
    answer = await standing.member.slash(
        "question", texte="28 000 + 100 000 au RCAAQ, ça donne quoi"
    )
    assert "un total du plan ne les mêle pas" in plain(answer.text)


async def test_what_is_no_part_is_not_taken_off(standing: House) -> None:
    answer = await standing.member.slash(
        "question", texte="le portail sans les garderies, combien?"
    )
    assert "Je ne trouve pas" in answer.text
