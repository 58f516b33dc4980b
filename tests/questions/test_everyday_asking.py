"""Questions as they are asked in passing: without a verb, with an aside, two things at once."""

import pytest

from tests.support.asking import SHARED, plain
from tests.support.house import House

pytestmark = SHARED


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("MAMROT, sa part dans le projet du RCAAQ?", "200 000 $"),
        (
            "je cherche ça depuis mardi pis je capote, combien pour le fonds d'initiatives?",
            "100 000",
        ),
        ("mon boss veut ça avant dîner : qui a payé l'étude sur la culture?", "MCCCCF"),
        ("la part du SAA dans le projet du RCAAQ, c'est quoi?", "100 000 $"),
        ("le nombre de travailleurs diffère du bilan au Chantier, donne les deux", "220 000"),
        ("le bilan et le Chantier disent pas pareil : combien d'entreprises?", "11 200"),
        ("combien y reste d'ententes à signer avec les CRE d'ici mars 2011", "8 de moins que 21"),
        ("les 34 projets de la relève ont eu combien?", "1,9 M$"),
        ("projets acceptés : plus à la relève ou dans la métropole?", "34 sur 45"),
        ("qui porte la reprise collective?", "CDRQ"),
        ("le portail a eu combien du Fonds d'initiatives?", "10 000 $"),
        ("de quelle époque datent les coops au Nunavik?", "1950"),
        ("3 CRE à 50 000 $ chacune, ça fait combien par année?", "150 000 $ par année"),
        ("y a-t-il autant de pôles que de CRE?", "22 pôles"),
        ("autant de mesures en cours que de mesures réalisées?", "13 mesures"),
        ("combien de secteurs le programme soutient-il?", "12"),
        ("no. de tél. de la Direction de l'entrepreneuriat collectif", "418 691-5698"),
        ("mesure 3 : combien de disponible par an?", "100 000 $"),
        ("les projets de la métropole : prévu vs investi?", "699 559 $"),
        ("les neuf projets de la métropole ont reçu combien?", "699 559 $"),
        ("la subvention du RCAAQ avant ce projet, c'était combien?", "28 000 $"),
        ("en dehors des ententes spécifiques, la métropole a combien par an?", "850 000 $"),
        ("combien de projets issus d'entreprises collectives à la mesure 7?", "0"),
        ("quel ministère a coordonné l'élaboration du plan?", "MAMROT"),
        ("le premier bilan s'arrête quand?", "31 mars 2010"),
        ("qui siège à la TGAT?", "sous-ministres"),
    ],
)
async def test_what_is_asked_in_passing_is_told(standing: House, text: str, held: str) -> None:
    answer = plain((await standing.member.slash("question", texte=text)).text)
    assert held in answer
    assert "Je ne trouve pas" not in answer


@pytest.mark.parametrize(
    ("text", "said", "held"),
    [
        ("le 30 000 $ de Longueuil s'ajoute-t-il au million?", "Oui", "en dehors de 1 M$"),
        ("les 28 000 $ du RCAAQ sont-ils en plus des 300 000 $?", "Oui", "en dehors de 300 000 $"),
        ("les ententes des trois CRE sont-elles en plus du 1 M$?", "Non", "Compté dans"),
        ("le 10 000 $ du portail s'ajoute-t-il au Fonds d'initiatives?", "Non", "Fonds d'initiat"),
        (
            "le 10 000 $ du portail est-il compris dans le Fonds d'initiatives?",
            "Oui",
            "Compté dans",
        ),
    ],
)
async def test_money_added_is_not_money_contained(
    standing: House, text: str, said: str, held: str
) -> None:
    answer = plain((await standing.member.slash("question", texte=text)).text)
    assert answer.startswith(said)
    assert held in answer


@pytest.mark.parametrize(
    "text",
    [
        "donne-moi les noms des neuf projets de la métropole",
        "quel est l'enjeu en transport collectif?",
        "les 57 entreprises de la métropole ont reçu combien?",
        "les douze études ont coûté combien?",
        "on regarde les ententes du Nunavut : combien ont été signées?",
    ],
)
async def test_an_aside_or_a_number_makes_up_no_answer(standing: House, text: str) -> None:
    answer = plain((await standing.member.slash("question", texte=text)).text)
    assert "Je ne trouve pas" in answer
