"""What a question supposes of money is checked: the sum, the payer, the whole, the typing."""

import re

import pytest

from tests.support.asking import SHARED, plain
from tests.support.house import House

pytestmark = SHARED


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("le plan, c'est bien 18,2 millions annoncés?", ("Non", "16,7 M$")),
        ("l'étude sur la culture a coûté 100 000 $, non?", ("Non", "100 675 $")),
        ("c'est-tu vrai que l'étude culture a coûté plus de 90 000?", ("100 675 $",)),
        ("est-ce le MESS qui verse le 650 000 $ au Chantier?", ("Non", "MAMROT")),
        ("combein coute l'etude sur la pauvrete", ("65 225 $",)),
        ("entante avec chaque cre, combien?", ("50 000 $",)),
        ("je fais un texte sur l'économie sociale, combien reçoit le Chantier?", ("650 000 $",)),
        ("21 ententes à 50 000 $ pendant 5 ans, ça fait combien?", ("5,25 M$",)),
        ("les ententes avec toutes les CRE, par année, combien?", ("1,05 M$", "moyenne")),
        ("total sans compter les doublons?", ("17,2 M$",)),
        ("la métropole a-t-elle dépassé ce qui était prévu?", ("700 000 $", "699 559 $")),
        ("c'est combien par année?", ("650 000 $", "Précisez")),
        ("le plan a coûté 50 000 $?", ("Non", "16,7 M$")),
        ("les deux études totalisent combien?", ("165 900 $",)),
        ("les trois projets du fonds totalisent combien?", ("Laquelle voulez-vous?",)),
    ],
)
async def test_what_is_supposed_is_set_right(
    standing: House, text: str, told: tuple[str, ...]
) -> None:
    answer = plain((await standing.member.slash("question", texte=text)).text)
    assert [each for each in told if each not in answer] == []


@pytest.mark.parametrize(
    "text",
    [
        "combien par projet dans le volet Relève?",
        "quelle est la part du MESS dans les 65 225 $?",
        "combien d'argent le Fonds d'initiatives a-t-il donné aux recherches sur la loi?",
        "budget de communication du plan?",
        "combien a coûté chaque projet accepté en métropole?",
    ],
)
async def test_what_is_told_of_several_is_not_told_of_each(standing: House, text: str) -> None:
    answer = await standing.member.slash("question", texte=text)
    assert "Je ne trouve pas" in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "le bilan a coûté 50 000 $?",
        "le bilan a coûté combien?",
        "le forum a coûté 100 000 $?",
        "650 000 $ pour les jeunes?",
        "combien d'argent pour les projets de la métropole qui n'ont pas été acceptés?",
    ],
)
async def test_a_sum_of_something_else_is_never_told_in_its_place(
    standing: House, text: str
) -> None:
    answer = await standing.member.slash("question", texte=text)
    assert "Je ne trouve pas" in answer.text
    figures = [each for each in re.findall(r"\d[\d\s]*\$", plain(answer.text)) if each not in text]
    assert figures == []
