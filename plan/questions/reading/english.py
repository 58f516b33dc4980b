"""English questions: told from French ones, and put into French words, one for one.

Only general and administrative English is here; a plan's own words come from the plan.
"""

import re
from enum import StrEnum

from plan.text import words


class Language(StrEnum):
    """What the answer's own words are in; the facts stay as they are."""

    FRENCH = "fr"
    ENGLISH = "en"


_ENGLISH = frozenset(
    words(
        """
        the is are was were what which who whom whose when where why how of for by to does did do
        has have had been much many there it this that and with from about should will would can
        could my your their its any more most less than into over under between give list show
        tell
        """
    )
)
_FRENCH = frozenset(
    words(
        """
        le la les un une des du de est sont qui que quoi quel quelle quels quelles combien quand
        pour dans sur avec et ou au aux ce ca cette il elle ont pas en par c koi qu d l
        """
    )
)
_PHRASES = [
    (re.compile(rf"\b(?:{english})\b"), french)
    for english, french in (
        ("how much money|how much", "combien"),
        ("how many", "combien de"),
        ("how long", "combien de temps"),
        ("how far along|how far|what stage", "ou en est"),
        ("what(?: is| s) the (?:status|state|progress)|status|progress", "etat"),
        ("what (?:is|are)|what s", "c est quoi"),
        ("since when", "depuis quand"),
        ("by when", "d ici quand"),
        ("what date|when", "quand"),
        ("stands? for|mean(?:s|ing)?", "veut dire"),
        ("who(?: is|se| are)? (?:in charge|responsible)(?: of| for)?|runs|leads?", "qui s occupe"),
        ("who s", "c est qui"),
        ("(?:not|n t) (?:yet )?(?:started|begun)|upcoming|to come|yet to start", "a venir"),
        ("in progress|under way|underway|ongoing", "en cours"),
        ("social economy", "economie sociale"),
        ("social enterprises?|collective (?:enterprises?|businesses)", "entreprises collectives"),
        ("collective entrepreneurship", "entrepreneuriat collectif"),
        ("domestic (?:help|aid|support)|home (?:care|help|support)", "aide domestique"),
        ("civil serv(?:ants?|ice)|public serv(?:ants?|ice)", "fonction publique"),
        ("public (?:procurement|purchasing|buying)|government procurement", "achat public"),
        ("first nations?", "premieres nations"),
        ("working group|task force", "groupe de travail"),
        ("waste(?: management)?|residual materials|recycling", "matieres residuelles"),
        ("real estate", "immobilier"),
        ("land (?:use )?planning", "amenagement territoire"),
        ("business (?:transfers?|succession)", "reprise transfert entreprise"),
        ("business models?", "modeles affaires"),
        ("farming|agricultural|farm production", "production agricole"),
        ("food (?:autonomy|sovereignty|self sufficiency)", "autonomie alimentaire"),
        ("(?:job|work|employment) integration", "insertion en emploi"),
        ("people with disabilities|disabled people|disabled", "personnes handicapees"),
        ("works? on|working on|deals? with|dealing with|handles?", "s occupe de"),
        ("knowledge transfer", "transfert de connaissances"),
        ("compan(?:y|ies) act|business corporations act", "loi sur les compagnies"),
        ("sales figures|turnover|revenues?", "chiffre affaires"),
        ("gross domestic product|gdp", "pib"),
        ("toll free", "sans frais"),
        ("phone number|phone|telephone number", "telephone"),
        ("e mail|email|mail address", "courriel"),
        ("set up|put in place", "mise en place"),
        ("action plan", "plan d action"),
        ("fiscal year", "exercice"),
        ("double counted|counted twice|double counting", "compte deux fois"),
        ("add(?:s)? up|match(?:es)?|reconcile[sd]?", "balance"),
        ("so far|to date", "a date"),
        ("changed|change", "change"),
        ("each year|per year|a year|yearly|annually|every year|annual", "par annee"),
        ("in total|altogether|overall", "au total"),
        ("at least", "moins"),
        ("which one", "lequel"),
    )
]
_WORDS = {
    english: french
    for line in """
    measure mesure|measures mesures|axis axe|axes axes|ministry ministere|ministries ministeres
    department ministere|departments ministeres|agency organisme|agencies organismes
    bodies organismes|agreement entente|agreements ententes|funding financement|fund fonds
    funds finance|funded finance|grant subvention|grants subventions|granted octroye|study etude
    studies etudes|research recherche|report rapport|committee comite|portrait portrait
    website portail|portal portail|youth jeunes|young jeunes|training formation
    knowledge connaissances|media medias|community communautaires|communities communautes
    advertising publicite|ads publicite|poverty pauvrete|exclusion exclusion
    immigrants immigrantes|immigrant immigrantes|newcomers immigrantes|indigenous autochtones
    aboriginal autochtones|native autochtones|inuit inuites|law loi|act loi|relations relations
    tourism tourisme|leisure loisirs|recreation loisirs|seniors aines|elderly aines|elders aines
    housing immobilier|digital numeriques|farming agricole|businesses entreprises
    business entreprise|enterprises entreprises|enterprise entreprise|firms entreprises
    projects projets|project projet|accepted acceptes|approved acceptes|submitted deposes
    filed deposes|delivered remise|signed signees|announced annonce|unveiled devoile
    launched lance|target cible|goal cible|objective cible|reached atteint|regional regionaux
    regions regions|metropolis metropole|metropolitan metropole|specialized specialises
    specialised specialises|services services|partners partenaires|partner partenaire
    issues enjeux|challenges enjeux|mission mission|mandate mandat|mandates mandats
    created creation|create creer|chairs preside|chair preside|chaired preside|wrote redaction
    author redaction|written redaction|people personnes|countries pays|country pays|share part
    workers personnes|employees personnes|who qui|which quelles|where ou|why pourquoi|and et
    or ou|cost coute|costs coute|price cout|amount montant|amounts montants|sum somme|sums sommes
    money argent|budget budget|spent depense|pay paie|pays paie|paid paye|invest investit
    invests investit|invested investi|give donne|gives donne|gave donne|get recoit|gets recoit
    receive recoit|receives recoit|received recu|completed realisees|complete realisee
    done realisees|finished realisees|started commence|begun commence|begin commence
    start commence|late retard|list liste|name nomme|total total|whole total|entire total
    compare compare|difference difference|more plus|most plus|less moins|least moins|than que
    between entre|largest plus grand|biggest plus gros|contact contact|address adresse
    deadline date limite|due echeance|published paru|released paru|held tenue|culture culture
    arts arts|artists artistes|forum forum|involved concernes|involve concernent
    involves concerne|concerned concernes|includes concerne|plan plan|announce annonce|not pas
    never jamais|no pas|left reste|remaining reste|remain reste|sign signer|year annee
    years annees|month mois|months mois|date date|day jour|first premier|second deuxieme
    third troisieme|last dernier|two deux|three trois|four quatre|five cinq|six six|seven sept
    eight huit|nine neuf|ten dix|eleven onze|twelve douze|thirteen treize|fourteen quatorze
    fifteen quinze|sixteen seize|one un|january janvier|february fevrier|march mars|april avril
    may mai|june juin|july juillet|august aout|september septembre|october octobre
    november novembre|december decembre|spring printemps|summer ete|fall automne|autumn automne
    winter hiver|sector secteur|sectors secteurs|strategic strategiques|carrier porteur
    carries porte|carried porte|population population|government gouvernement|minister ministre
    municipalities municipalites|reserved reserve|planned prevu|authorized autorise
    authorised autorise|added ajoute|for pour|with avec|in dans|by par|of de|to a|about sur
    is est|are sont|was etait|were etaient|the le|did a|does a|do a|has a|have ont|it il|this ce
    that ce|these ces|those ces|on sur|at a|from de|should doit|will sera|yet encore|there il
    been ete|be etre|an un|as comme|if si|what quoi|how comment|any des|all toutes|every toutes
    since depuis|until jusqu|before avant|after apres|during pendant|each chaque|same meme
    both deux|also aussi|percent %|percentage %|contribute contribue|contributes contribue
    contributed contribue|goes va|go va|went va|citizen citoyenne|citizens citoyens
    support soutien|stand etat|stands etat|work travaillent|works travaille|working travaillent
    served recu|companies entreprises|state etat|happening passe|happened passe
    role role|jobs emplois|job emploi|network reseau|networks reseaux|prospective prospective
    statistical statistique|international international|territory territoire|city ville
    purchase achat|private prive|investment investissement|social sociale|economy economie
    organization organisme|organizations organismes|organisation organisme|groups groupes
    mentioned nomme|presented presente|visited recu|delegations representants
    questionnaire questionnaire|survey questionnaire|replied repondu|answered repondu
    responded repondu|owe doivent|turn tour|next prochaine
    """.replace("\n", "|").split("|")
    if line.strip()
    for english, _, french in [line.strip().partition(" ")]
}


# Words that no French sentence has.
_ONLY_ENGLISH = frozenset(
    english
    for english, french in _WORDS.items()
    if len(english) > 4 and not english.startswith(french[:4]) and english not in _FRENCH
)


def language_of(plain: str) -> Language:
    """The language of a folded sentence; French where it could be either."""
    said = plain.split()
    english = sum(word in _ENGLISH or word in _ONLY_ENGLISH for word in said)
    french = sum(word in _FRENCH for word in said)
    return Language.ENGLISH if english > french else Language.FRENCH


def into_french(plain: str) -> str:
    """The folded English sentence in French words; what is not known stays as it is."""
    for pattern, french in _PHRASES:
        plain = pattern.sub(french, plain)
    return " ".join(_WORDS.get(word, word) for word in plain.split())
