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


# What people do, one after the other: each answer is read.
DONE: list[tuple[str, Options]] = [
    ("mesure modifier", {"mesure": "6", "etat": "en_cours", "cause": "ressources"}),
    ("mesure modifier", {"mesure": "6", "etat": "en_cours"}),
    ("mesure modifier", {"mesure": "4", "etat": "realisee"}),
    ("mesure modifier", {"mesure": "19"}),
    ("mesure modifier", {"mesure": "6", "remarque": "Un **gras** ici"}),
    ("mesure modifier", {"mesure": "6", "remarque": "Une remarque."}),
    ("mesure modifier", {"mesure": "6", "etat": "realisee", "au": "demain"}),
    ("mesure modifier", {"mesure": "6", "etat": "realisee", "au": "1er janvier 2001"}),
    ("mesure confirmer", {"mesure": "4"}),
    ("mesure confirmer", {"mesure": "4"}),
    ("mesure annuler", {"mesure": "4"}),
    ("mesure annuler", {"mesure": "4"}),
    ("mesure historique", {"mesure": "4"}),
    ("mesure voir", {"mesure": "6"}),
    ("mesure voir", {"mesure": "6", "au": "1er avril 2010"}),
    ("mesure voir", {"mesure": "6", "au": "1er avril 2009"}),
    ("mesure liste", {"etat": "en_cours", "organisme": "SHQ"}),
    ("montant ajouter", {"mesure": "6", "valeur": "25 000 $", "pour": "essai", "nature": "prevu"}),
    ("montant ajouter", {"mesure": "6", "valeur": "25 000 $", "pour": "essai", "nature": "prevu"}),
    ("montant ajouter", {"mesure": "6", "valeur": "abc", "pour": "essai", "nature": "prevu"}),
    ("montant modifier", {"montant": "essai", "motif": "Erreur"}),
    ("montant modifier", {"montant": "essai", "motif": "Erreur", "annees": 3}),
    ("montant retirer", {"montant": "ententes", "motif": "Erreur"}),
    ("montant retirer", {"montant": "m4-metropole", "motif": "Erreur"}),
    ("montant voir", {"mesure": "6"}),
    ("montant voir", {}),
    ("indicateur ajouter", {"mesure": "6", "libelle": "réunions", "cible": "4,5 %"}),
    ("indicateur ajouter", {"mesure": "6", "libelle": "réunions"}),
    ("indicateur modifier", {"mesure": "6", "indicateur": "réunions", "valeur": "2 %"}),
    ("indicateur modifier", {"mesure": "6", "indicateur": "réunions", "valeur": "2 %"}),
    ("indicateur modifier", {"mesure": "6", "indicateur": "zzz", "valeur": "2"}),
    ("indicateur retirer", {"mesure": "6", "indicateur": "réunions", "motif": "Erreur"}),
    ("equipe ajouter", {"organisme": "SHQ", "membre": "Nadia Tremblay"}),
    ("equipe ajouter", {"organisme": "SHQ", "membre": "Nadia Tremblay"}),
    ("equipe ajouter", {"organisme": "SHQ"}),
    ("equipe absence", {"membre": "Nadia Tremblay", "du": "demain", "au": "1er avril 2027"}),
    ("equipe absence", {"membre": "Nadia Tremblay", "du": "1er avril", "au": "1er mars 2027"}),
    ("equipe voir", {}),
    ("equipe retirer", {"organisme": "SHQ", "membre": "Nadia Tremblay"}),
    ("equipe retirer", {"organisme": "SHQ", "membre": "Nadia Tremblay"}),
    ("equipe oublier", {"membre": "Nadia Tremblay"}),
    ("organisme voir", {"organisme": "MAMROT"}),
    ("organisme voir", {"organisme": "à cibler"}),
    ("reglages voir", {}),
    ("reglages modifier", {}),
    ("reglages modifier", {"heure": "8 h 30"}),
    ("reglages modifier", {"heure": "25 h"}),
    ("reglages modifier", {"etapes": "zzz"}),
    ("calendrier ajouter", {"titre": "Bilan", "quand": "31 mars 2027"}),
    ("calendrier voir", {}),
    ("collecte etat", {}),
    ("plan voir", {}),
    ("journal voir", {}),
    ("journal questions", {}),
    ("mesure voir", {"mesure": "zzz"}),
    ("organisme voir", {"organisme": "québec"}),
]


async def test_what_is_done_and_refused_keeps_to_it_too(house: House) -> None:
    for path, options in DONE:
        answer = await house.coordinator.slash(path, **options)
        assert answer.failed is None, path
        assert "Référence" not in answer.text, (path, options)
        text = re.sub(r"`[^`]*`|<[@#][^>]*>", "", answer.text)
        assert not WRONG.search(text), (path, options, WRONG.findall(text))


@SHARED
async def test_the_first_of_the_month_is_1er(standing: House) -> None:
    answer = await standing.member.slash("mesure voir", mesure="4", au="1er avril 2010")
    assert "jeudi 1er avril 2010" in first_line(answer)


@SHARED
async def test_sums_are_written_as_in_quebec(standing: House) -> None:
    text = (await standing.member.slash("montant voir", mesure="4")).text
    for told in ("699\u00a0559\u00a0$", "5\u00a0M$", "3,5\u00a0M$"):
        assert told in text
