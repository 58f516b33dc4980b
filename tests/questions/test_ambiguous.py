"""A word that several measures may be meant by: which one is asked, or all are told."""

import pytest

from tests.questions.conftest import asker
from tests.support.asking import SHARED
from tests.support.house import House

pytestmark = SHARED


@pytest.mark.parametrize(
    "question",
    ["la mesure autochtone, elle en est où?", "qui s'occupe de la mesure pour les autochtones?"],
)
async def test_a_general_word_may_mean_a_particular_one(standing: House, question: str) -> None:
    answer = await asker(standing)(question)
    assert "Laquelle voulez-vous?" in answer
    assert "Mesure 14" in answer
    assert "Mesure 15" in answer


async def test_a_particular_word_never_means_the_general_one(standing: House) -> None:
    answer = await asker(standing)("où en est la mesure inuite?")
    assert "Mesure 15" in answer
    assert "Mesure 14" not in answer


async def test_the_measures_of_one_group_or_of_the_other(standing: House) -> None:
    answer = await asker(standing)("mesures sur les jeunes ou la culture")
    assert "4 mesures" in answer
    assert "13, 16, 17 et 20" in answer
