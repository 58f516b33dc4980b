"""What is read keeps to Québec French: no-break spaces where they are wanted, no English."""

import re

import pytest

from tests.support.asking import SHARED, Options, first_line
from tests.support.house import House

NUMBERS = [str(number) for number in range(1, 23)]
# An ordinary space before « : », « » », « $ », « % », after « « », or inside a number; any before
# « ; ».
WRONG = re.compile(r"[ \u00a0];| (?:[:»$%]|M\$)|« |\d \d{3}(?!\d)")
PAGES: list[tuple[str, Options]] = [
    *(("mesure voir", {"mesure": number}) for number in NUMBERS),
    *(("montant voir", {"mesure": number}) for number in NUMBERS),
    *(("mesure historique", {"mesure": number}) for number in NUMBERS),
    ("plan voir", {}),
    ("mesure liste", {}),
    ("mesure liste", {"texte": "zzz"}),
    ("organisme liste", {}),
    ("organisme voir", {"organisme": "MDEIE"}),
    ("organisme voir", {"organisme": "MCCC"}),
    ("montant voir", {}),
    ("montant voir", {"organisme": "SAA"}),
    ("calendrier voir", {}),
    ("repertoire voir", {"fiche": "pôles"}),
    ("question", {"texte": "quel est le total annoncé pour les aînés?"}),
    ("question", {"texte": "qui siège au comité de coordination?"}),
    ("rappel apercu", {}),
    ("aide", {}),
    ("mesure voir", {"mesure": "étude"}),
    ("mesure voir", {"mesure": "zzz"}),
    ("mesure voir", {"mesure": "2", "au": "mardi 31 mars 2027"}),
    ("mesure voir", {"mesure": "2", "au": "31 avril"}),
    ("mesure modifier", {"mesure": "7", "etat": "a_venir"}),
    ("mesure modifier", {"mesure": "7", "remarque": "x" * 4001}),
]


@SHARED
@pytest.mark.parametrize(("path", "options"), PAGES)
async def test_spaces_do_not_break_where_french_wants_none_to(
    standing: House, path: str, options: Options
) -> None:
    answer = await standing.coordinator.slash(path, **options)
    text = re.sub(r"`[^`]*`", "", answer.text)  # what is to be typed has a keyboard's spaces
    assert text
    assert not WRONG.search(text), WRONG.findall(text)


@SHARED
async def test_the_first_of_the_month_is_1er(standing: House) -> None:
    answer = await standing.member.slash("mesure voir", mesure="4", au="1er avril 2010")
    assert "jeudi 1er avril 2010" in first_line(answer)


@SHARED
async def test_sums_are_written_as_in_quebec(standing: House) -> None:
    text = (await standing.member.slash("montant voir", mesure="4")).text
    for told in ("699\u00a0559\u00a0$", "5\u00a0M$", "3,5\u00a0M$"):
        assert told in text
