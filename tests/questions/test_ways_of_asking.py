"""Ways of asking that no form announces: spoken, inverted, in the middle of a sentence."""

import pytest

from tests.support.asking import SHARED, plain
from tests.support.house import House

pytestmark = SHARED


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("la stratégie d'action jeunesse couvre quelles années?", "2009-2014"),
        ("le projet du Chantier sur l'immigration s'étire de quand à quand?", "2008 à 2011"),
        ("les services spécialisés : 23 entreprises à quelle date?", "15 décembre 2009"),
        ("qu'est-ce qui s'est passé en août 2009?", "dépôt de l'étude"),
        ("95 sur 101, ça correspond à quoi?", "questionnaire"),
        ("125 000 ou 220 000 travailleurs?", "220 000 personnes"),
        ("M17 taux d'acceptation", "76 %"),
        ("combien de projets ont été refusés au volet Relève?", "11"),
        ("combien n'ont pas commencé?", "5 mesures"),
        ("la dix-sept est-tu faite", "réalisée"),
        ("la mesure 8 est en cours, non?", "à venir"),
        ("les mesures du MICC sont-elles finies?", "en cours de réalisation"),
        ("MFA c'est quel ministère?", "ministère de la Famille"),
        ("MCCC pis MCCCCF, c'est deux ministères différents?", "le même organisme"),
        ("c'est quoi la différence entre CRE et CAR", "Conférences régionales des élus"),
        ("le MESS et le MSSS ont-ils des mesures communes?", "5, 6, 19 et 22"),
        ("lesquelles relèvent juste du MAMROT?", "1, 2, 3 et 4"),
        ("mesures avec au moins 5 ministères", "5, 6, 19 et 22"),
        ("ds quel axe est la mesure 12", "axe 2"),
        ("mesures particulières aux régions : combien sont en cours", "14, 16 et 18"),
        ("y a qui à part le MAMROT pour sensibiliser les jeunes?", "SAJ"),
        ("insertion en emploi : porteur + contact + enjeux", "Pénurie"),
        ("quels types d'action font les pôles?", "écosystème"),
        ("how many regional agreements were signed by March 31, 2010?", "13"),
        ("which measures is MDEIE responsible for?", "5, 6, 7, 17, 19 and 22"),
        ("which measures haven't started yet?", "6, 8, 9, 15 and 21"),
    ],
)
async def test_what_is_asked_is_told(standing: House, text: str, held: str) -> None:
    answer = await standing.member.slash("question", texte=text)
    assert held in plain(answer.text)


@pytest.mark.parametrize(
    "text",
    [
        "quelles régions ont signé les 13 ententes, la liste complète",
        "les 9 projets acceptés, c'est lesquels?",
        "le nom des 23 entreprises qui ont eu des services",
        "où en était la mesure 6 un an avant, au 31 mars 2009?",
        "combien de femmes travaillent en économie sociale?",
        "combien d'ententes signées au 31 mars 2009?",
        "quel était le taux d'intérêt du fonds?",
        "who are the 34 artists?",
    ],
)
async def test_what_no_document_tells_is_not_told(standing: House, text: str) -> None:
    answer = plain((await standing.member.slash("question", texte=text)).text)
    assert "Je ne trouve pas" in answer or "I cannot find that" in answer
