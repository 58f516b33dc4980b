"""A second, made-up plan, read from its document: questions know it, and nothing of the first."""

import pytest
import pytest_asyncio

from storage.bilan_document import read_bilan
from tests.questions.conftest import Ask, asker
from tests.storage.bilan_sample import edited
from tests.support.asking import SHARED
from tests.support.house import House

pytestmark = SHARED
# The sample, with a remark more that holds a sum, a payer and an acronym of its own.
TEXT = edited(
    (
        "Un format commun est choisi.",
        "Le MTMD verse 12 500 \\$ au Réseau des navetteurs (RDN) pour un format commun, choisi en "
        "février 2022.",
    )
)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def mobility(module_house: House) -> House:
    """A committee that follows the second plan."""
    (committee,) = module_house.storage.committee_ids()
    module_house.storage.import_plan(committee, read_bilan(TEXT), module_house.clock.now())
    return module_house


@pytest.fixture
def ask(mobility: House) -> Ask:
    return asker(mobility)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("où en est la mesure 1?", "réalisée, au 31 août 2023"),
        ("les vélos quatre saisons, c'est rendu où?", "Mesure 2"),
        ("l'atelier de réparation est-tu commencé?", "2e volet de la mesure 2 : à venir"),
        ("où en était la mesure 3 au 31 mars 2010?", "le premier état connu est celui du 31 août"),
        ("qui s'occupe des navettes?", "MTMD (ministère des Transports et de la Mobilité durable)"),
        ("which ministries are involved in measure 3?", "ministère de la Sécurité publique"),
        ("le mifi est dans quelles mesures?", "1 mesure avec MIFI : 2."),
        ("liste des mesures de la SAAQ", "2 mesures avec SAAQ : 2 et 3."),
        ("mesures du ministère de la sécurité publique", "1 mesure avec le ministère de la Séc"),
        ("quelles mesures touchent tous les ministères?", "5. Publier un bilan par année"),
        ("mesures à venir", "1 mesure à venir au 31 août 2023 : 4."),
        ("combien de mesures sont réalisées?", "2 mesures réalisées au 31 août 2023 : 1 et 5."),
        ("combien de mesures dans l'axe 2?", "2 mesures de l'axe 2 (Partager la route) : 3 et 4."),
        ("quels sont les axes", "3 axes"),
        ("qui coordonne le plan?", "coordonné par MTMD"),
        ("c'est quoi le MTMD", "ministère des Transports et de la Mobilité durable"),
        ("c'est quoi la SAAQ", "n'en donnent pas le nom au long"),
        ("le mtdm, c'est quoi?", "ministère des Transports et de la Mobilité durable"),
        ("combien pour les navettes", "40 000 $ par année"),
        ("le 40 000 $ c'est pour quoi", "mesure 1"),
        ("qui paie les navettes", "ne disent pas qui paie (mesure 1"),
        ("qui paie pour les données de fréquentation?", "Le MTMD verse 12 500 $"),
        ("quand le format commun a-t-il été choisi?", "février 2022"),
        ("c'est quoi le RDN", "Réseau des navetteurs (RDN)"),
        ("montant total annoncé", "48,5 M$ annoncés pour tout le plan sur 5 ans"),
        ("quand le plan a été lancé?", "14 juin 2021"),
        ("dans combien de municipalités le relevé est-il fait?", "12 municipalités"),
        ("la mesure 2 dit quoi", "Volet 3 : Le guide du cycliste d'hiver est imprimé."),
        ("mesure trois pis quatre, ça avance?", "Mesure 4 (Former les répartiteurs) : à venir"),
    ],
)
async def test_what_it_tells(ask: Ask, question: str, told: str) -> None:
    assert told.replace("5. Publier", "5 · Publier") in await ask(question)


@pytest.mark.parametrize(
    "question",
    [
        "combien le Chantier reçoit chaque année?",
        "où en est la métropole?",
        "c'est quoi le RCAAQ?",
        "qui paie le portail?",
        "combien de CRE ont signé?",
        "combien de pôles régionaux?",
        "c'est qui le contact du secteur des matières résiduelles?",
        "quelles sont les mesures du MAMROT?",
        "combien pour le PAGES?",
        "quand a lieu le forum international?",
        "le 16,7 M$?",
        "pourquoi 17,2 et pas 16,7?",
        "où en est la mesure 22?",
        "combien pour la mesure 3?",
    ],
)
async def test_what_belongs_to_the_first_plan_is_not_found(ask: Ask, question: str) -> None:
    answer = await ask(question)
    assert "Je ne trouve pas" in answer
    for word in ("650 000", "10 000 $", "Chantier de", "MAMROT (", "Premier bilan"):
        assert word not in answer
