"""Two things set side by side: their dates, their figures, their amounts."""

import pytest

from tests.support.asking import SHARED, plain
from tests.support.house import House

pytestmark = SHARED


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("l'étude sur la pauvreté est-elle plus ancienne que celle sur la culture?",
         ("décembre 2008", "août 2009")),
        ("plus de projets déposés ou acceptés au MDEIE?", ("45", "34")),
        ("y a-t-il plus de pôles ou de CRE?", ("22", "21")),
        ("700 000 et 699 559, quel écart?", ("700 000 $", "699 559 $")),
        ("quel axe coûte le plus cher?", ("axe 1",)),
        ("quel ministère met le plus d'argent?", ("mamrot",)),
        ("à part le protocole, qu'est-ce que le Chantier a reçu comme montant?", ("150 000 $",)),
    ],
)  # fmt: skip
async def test_both_sides_are_told(standing: House, text: str, figures: tuple[str, ...]) -> None:
    answer = plain((await standing.member.slash("question", texte=text)).text).lower()
    assert [each for each in figures if each not in answer] == []


async def test_a_side_of_nothing_is_not_answered_by_the_other(standing: House) -> None:
    text = "y a-t-il plus de garderies ou de pôles?"
    answer = await standing.member.slash("question", texte=text)
    assert "Je ne trouve pas" in answer.text
