"""Questions of another day: the state it was in then, or that nothing is recorded of then."""

import pytest

from tests.questions.conftest import Ask
from tests.support.house import House


@pytest.mark.parametrize(
    "question",
    [
        "où en était la mesure 7 au 31 mars 2010?",
        "au 31 mars 2010, la mesure 7 était rendue où?",
        "la mesure 7 au 31 mars 2010?",
        "quel était l'état de la mesure 7 en mars 2010?",
        "le transfert de connaissances, c'était rendu où au 31 mars 2010?",
    ],
)
async def test_the_state_of_then(house: House, ask: Ask, question: str) -> None:
    changed = await house.coordinator.slash("mesure modifier", mesure="7", etat="realisee")
    assert changed.failed is None
    assert "Mesure 7 (Transfert de connaissances) : en cours de réalisation, au 31 mars 2010." in (
        await ask(question)
    )


async def test_days_told_from_today(house: House, ask: Ask) -> None:
    for mesure, etat in (("7", "realisee"), ("8", "en_cours")):
        changed = await house.coordinator.slash("mesure modifier", mesure=mesure, etat=etat)
        assert changed.failed is None
        house.clock.advance(days=10)
    assert "réalisée, au 23 novembre 2026" in await ask("où en était la mesure 7 hier?")
    assert "réalisée" in await ask("la mesure 7 il y a deux semaines?")
    told = await ask("où en était la mesure 7 il y a un mois?")
    assert "Aucun état n'est consigné au 13 novembre 2026" in told
    assert "dernier connu est celui du 31 mars 2010" in told


async def test_before_the_first_state(ask: Ask) -> None:
    told = await ask("où en était la mesure 7 au 1er janvier 2009?")
    assert "Rien n'est consigné au 1er janvier 2009" in told
    assert "le premier état connu est celui du 31 mars 2010" in told
