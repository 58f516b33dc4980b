"""What the audit trail cannot be told is not done: a change and its trace are one write."""

import sqlite3
from contextlib import closing

import pytest

from storage.database import FILE_NAME
from tests.support.asking import Options
from tests.support.database import nothing_changes
from tests.support.house import House

_REFUSAL = """
CREATE TRIGGER refused BEFORE INSERT ON action BEGIN SELECT RAISE(ABORT, 'refused'); END
"""


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("reglages modifier", {"heure": "10 h"}),
        ("reglages conge", {"jour": "2026-12-22", "titre": "Fermeture"}),
        ("calendrier ajouter", {"titre": "Autre", "quand": "31 mars 2027"}),
        ("calendrier modifier", {"echeance": "Bilan", "quand": "30 mars 2027"}),
        ("collecte ouvrir", {"echeance": "Bilan"}),
        ("equipe ajouter", {"organisme": "MESS", "membre": "Nadia"}),
        ("equipe retirer", {"organisme": "MDEIE", "membre": "Nadia"}),
        ("equipe absence", {"membre": "Nadia", "du": "demain", "au": "vendredi prochain"}),
    ],
)
async def test_a_change_without_its_trace_is_not_made(
    house: House, command: str, options: Options
) -> None:
    person = house.repondante.user
    given = {name: person if value == "Nadia" else value for name, value in options.items()}
    slash = house.coordinator.slash
    await slash("calendrier ajouter", titre="Bilan", quand="15 mars 2027")
    await slash("equipe ajouter", organisme="MDEIE", membre=person)
    with closing(sqlite3.connect(house.folder / FILE_NAME)) as connection:
        connection.execute(_REFUSAL)
    with nothing_changes(house.folder):
        answer = await slash(command, crafted=True, **given)  # type: ignore[arg-type]
    assert "Référence" in answer.text
