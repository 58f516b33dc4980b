"""« Pourquoi… »: what is wrongly supposed is denied; a reason that is not told is refused."""

import pytest

from tests.questions.conftest import asker
from tests.support.asking import SHARED
from tests.support.house import House

pytestmark = SHARED


@pytest.mark.parametrize(
    ("question", "state"),
    [
        ("pourquoi la mesure 8 est-elle terminée?", "Mesure 8 (Accès à la formation) : à venir"),
        ("pourquoi la mesure 13 n'est pas commencée?", "réalisée"),
        ("why is measure 6 completed?", "to come (à venir)"),
    ],
)
async def test_a_state_wrongly_supposed_is_denied(
    standing: House, question: str, state: str
) -> None:
    answer = await asker(standing)(question)
    assert answer.startswith(("Non", "No"))
    assert state in answer


@pytest.mark.parametrize(
    "question",
    ["pourquoi la mesure 6 est-elle en retard de 3 ans?", "pourquoi la mesure 6 est à venir?"],
)
async def test_a_reason_that_is_not_told_leaves_what_is_known(
    standing: House, question: str
) -> None:
    answer = await asker(standing)(question)
    assert "n'en disent pas la raison (mesure 6, Portrait statistique)" in answer
    assert "État connu : à venir, au 31 mars 2010." in answer


async def test_a_reason_is_not_asked_of_a_measure_that_is_not_named(standing: House) -> None:
    answer = await asker(standing)("pourquoi le plan a été lancé juste en 2010?")
    assert "Je ne trouve pas" in answer
    assert "mesure" not in answer
