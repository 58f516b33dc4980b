"""English questions: told from French ones, and put into French words, one for one.

Only general and administrative English is here; a plan's own words come from the plan.
"""

import re
from enum import StrEnum

from plan.questions.reading.english_everyday import EVERYDAY_WORDS
from plan.questions.reading.english_words import ENGLISH_WORDS
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
        ("(?:in|at|during|on) what (?:year|month|season|day)|what (?:year|month|season)", "quand"),
        ("in progress|under way|underway|ongoing", "en cours"),
        ("(?:take|takes|took|taking) part(?: in)?|(?:is|are) part of|involved in", "participe"),
        ("(?:every|all)(?: the)? (?:ministry|ministries|departments?)", "tous les ministeres"),
        (
            "(?:(?:is|are|was|were) )?(?:responsible|accountable|in charge)(?: (?:of|for))?",
            "s occupe",
        ),
        ("what share|what part|what portion", "quel pourcentage"),
        ("(?:come|came|comes|sent|send|handed|turned) back|returned", "repondu"),
        ("(?:came?|comes?) (?:in|out)|handed in|turned in|sent in", "depose"),
        ("set aside|earmarked|put aside", "reserve"),
        ("(?:puts?|putting) (?:in|into|towards?)|chips? in", "verse"),
        ("(?:work|works|worked|working) (?:on|with)", "collabore"),
        ("(?:do|can|should|could|would) i (?:write|talk|speak|reach out|email)(?: to)?", "contact"),
        ("(?:call|contact|phone|reach)(?: for| about)", "contact"),
        ("friendship cent(?:re|er)s?", "centres amitie"),
        ("co ops?", "cooperatives"),
        ("greater montreal|montreal area", "metropole"),
        ("steps? down|how come", "pourquoi"),
        ("turn(?:ed)? down|rejected|refused", "refuses"),
        ("(?:full|long|complete) (?:name|form)", "nom complet"),
        ("(?:on|in) average", "en moyenne"),
        ("how much money|how much(?! (?:of|time))", "combien d argent"),
        ("how (?:big|large)|what size", "combien"),
        ("set aside|put aside|earmarked", "reserve"),
        ("fund(?:s|ed)? (?=the |this |that |it\\b)", "finance "),
        ("how many", "combien de"),
        ("how long", "combien de temps"),
        ("how far along|how far|what stage", "ou en est"),
        ("what(?: is| s) the (?:status|state|progress)|status|progress", "etat"),
        ("what (?:is|are)|what s", "c est quoi"),
        ("since when", "depuis quand"),
        ("(?:up )?(?:to|until|till) (?:what|which) (?:date|day|month|year)", "jusqu a quand"),
        ("until when", "jusqu a quand"),
        ("by when", "d ici quand"),
        ("what date|when", "quand"),
        ("stands? for|mean(?:s|ing)?", "veut dire"),
        ("who(?: is|se| are)? (?:in charge|responsible)(?: of| for)?|runs|leads?", "qui s occupe"),
        ("who s", "c est qui"),
        ("(?:not|n t) (?:yet )?(?:started|begun)|upcoming|to come|yet to start", "a venir"),
        ("social economy", "economie sociale"),
        ("social enterprises?|collective (?:enterprises?|businesses)", "entreprises collectives"),
        ("collective entrepreneurship", "entrepreneuriat collectif"),
        ("domestic (?:help|aid|support)|home (?:care|help|support)", "aide domestique"),
        ("civil serv(?:ants?|ice)|public serv(?:ants?|ice)", "fonction publique"),
        ("public (?:procurement|purchasing|buying)|government procurement", "achat public"),
        ("first nations?", "premieres nations"),
        ("working group|task force", "groupe de travail"),
        ("steering committee", "comite d orientation"),
        ("cultural communities", "communautes culturelles"),
        ("part (?:iii|3|three)", "partie iii"),
        ("in charge of", "responsable de"),
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
        ("(?:goe?s?|went|gone) (?:live|online)", "mise en ligne"),
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
_VERB = r"(?:were|was|are|is|have|has|had|did|do|does|in|of|for|to|that|who|got|\w+ed)\b"
_COUNTED = re.compile(rf"\bhow many (?P<counted>[a-z]+ (?!{_VERB})[a-z]+) (?P<verb>{_VERB})")
_WORDS = EVERYDAY_WORDS | ENGLISH_WORDS
_ALSO_FRENCH = frozenset(
    words(
        """
        complete second native objective stand report digital parts ratio finances succession
        integration assistance creation isbn place table tables link service total sponsor
        figure figures content contents delegation brochure expire issue issues portion minus
        raised journal president conference transfer agriculture market signature increase
        """
    )
)
# Words that no French sentence has.
_ONLY_ENGLISH = frozenset(
    english
    for english, french in ENGLISH_WORDS.items()
    if len(english) > 4 and not english.startswith(french[:4]) and english not in _ALSO_FRENCH
)


def language_of(plain: str) -> Language:
    """The language of a folded sentence; French where it could be either."""
    said = plain.split()
    english = sum(word in _ENGLISH or word in _ONLY_ENGLISH for word in said)
    french = sum(word in _FRENCH for word in said)
    return Language.ENGLISH if english > french else Language.FRENCH


def into_french(plain: str) -> str:
    """The folded English sentence in French words; what is not known stays as it is."""
    plain = _COUNTED.sub(_noun_first, plain)
    for pattern, french in _PHRASES:
        plain = pattern.sub(french.upper(), plain)  # in capitals: French already
    return " ".join(_in_french(word) for word in plain.split())


def _noun_first(found: re.Match[str]) -> str:
    """« How many regional agreements » counts agreements."""
    return f"how many {' '.join(reversed(found['counted'].split()))} {found['verb']}"


def _in_french(word: str) -> str:
    """A word in French, by its other forms where it is not itself known: « hired », « hiring »."""
    if word.isupper():
        return word.lower()
    if word in _WORDS or len(word) < 4:
        return _WORDS.get(word, word)
    bare = re.sub(r"(?:ing|ed|es|s)$", "", word)
    forms = (f"{bare}{ending}" for ending in ("", "e", "s", "es", "ed", "d", "ing"))
    return next((_WORDS[each] for each in forms if each in _WORDS), word)
