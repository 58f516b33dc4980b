"""Initials stand for the phrase of the plan's names that they begin."""

import pytest

from tests.support.asking import SHARED, plain
from tests.support.house import House

pytestmark = SHARED


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("le FIES a combien par an?", "100 000 $"),
        ("combien le fdm met à chaque année", "1 M$ par année"),
        ("nombre de travailleurs en es", "125 000"),
        ("budget du PAGEC", "16,7 M$"),
    ],
)
async def test_initials_are_read_as_the_phrase_they_begin(
    standing: House, text: str, figure: str
) -> None:
    answer = await standing.member.slash("question", texte=text)
    assert figure in plain(answer.text)


@pytest.mark.parametrize("text", ["combien pour le XZQW?", "budget de la NASA"])
async def test_initials_of_nothing_are_refused(standing: House, text: str) -> None:
    answer = await standing.member.slash("question", texte=text)
    assert "Je ne trouve pas" in answer.text
