"""Who holds a post: « le ministre des Finances » asks for no money."""

import pytest

from tests.support.asking import SHARED, plain
from tests.support.house import House

pytestmark = SHARED


@pytest.mark.parametrize(
    "text",
    [
        "qui est le ministre des Finances?",
        "le ministre des Finances, c'est qui?",
        "quel est le ministre des finances",
        "qui est la ministre du Budget?",
        "nom de la ministre des Finances",
        "qui est le directeur des finances?",
        "c'est qui le premier ministre?",
        "qui est le président du Chantier?",
    ],
)
async def test_a_post_that_no_fact_tells_of_is_refused_as_such(standing: House, text: str) -> None:
    answer = await standing.member.slash("question", texte=text)
    told = plain(answer.text)
    assert "Les documents ne disent pas qui occupe ce poste" in told
    assert "montant" not in told
    why = plain((await standing.member.press(answer, "Pourquoi cette réponse?")).text)
    assert "Compris : on demande une personne." in why


async def test_it_is_refused_in_english_too(standing: House) -> None:
    answer = await standing.member.slash("question", texte="who is the minister of finance?")
    assert "do not tell who holds that post" in answer.text


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("quel ministre a parlé de l'achat public?", "Laurent Lessard"),
        ("qui préside la TGAT?", "sous-ministre adjointe"),
        ("qui finance le projet du RCAAQ?", "MAMROT, 200 000 $"),
    ],
)
async def test_what_a_fact_tells_is_told(standing: House, text: str, held: str) -> None:
    told = plain((await standing.member.slash("question", texte=text)).text)
    assert held in told
    assert "Je ne trouve pas" not in told


async def test_somebody_asked_for_by_name_is_no_post(standing: House) -> None:
    told = plain((await standing.member.slash("question", texte="qui est Jean Untel?")).text)
    assert "Les documents ne nomment pas cette personne" in told
