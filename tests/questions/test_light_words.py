"""An unknown verb or adverb does not turn a question away; an unknown noun or name does."""

import pytest

from tests.support.asking import SHARED
from tests.support.house import House

pytestmark = SHARED


@pytest.mark.parametrize(
    "text",
    [
        "la métropole, ça se divise en combien de volets?",
        "le protocole du Chantier, on le débloque combien par année?",
        "décortique-moi la mesure 17",
        "les communautés culturelles, c'est qui qui pilotait ça?",
    ],
)
async def test_a_verb_that_nothing_holds_costs_nothing(standing: House, text: str) -> None:
    answer = await standing.member.slash("question", texte=text)
    assert "Je ne trouve pas" not in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "combien le protocole donne-t-il pour l'astronomie?",
        "combien pour le Chantier à Trifouillis-les-Oies?",
        "quelles mesures ont été abandonnées?",
        "qui a voté contre le plan?",
    ],
)
async def test_a_noun_a_name_or_a_contrary_verb_still_does(standing: House, text: str) -> None:
    answer = await standing.member.slash("question", texte=text)
    assert "ne trouve pas" in answer.text or "ne nomment pas" in answer.text
