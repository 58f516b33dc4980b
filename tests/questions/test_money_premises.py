"""What a question supposes of money is checked: the sum, the payer, the whole, the typing."""

import pytest

from tests.support.asking import plain
from tests.support.house import House


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
    ],
)
async def test_what_is_supposed_is_set_right(
    house: House, text: str, told: tuple[str, ...]
) -> None:
    answer = plain((await house.member.slash("question", texte=text)).text)
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
async def test_what_is_told_of_several_is_not_told_of_each(house: House, text: str) -> None:
    answer = await house.member.slash("question", texte=text)
    assert "Je ne trouve pas" in answer.text
