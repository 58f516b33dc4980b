"""What was understood of a question: the kinds of answer it may want, and what it names."""

from dataclasses import dataclass
from enum import StrEnum

from plan.money import Nature
from plan.organisation import Organisation
from plan.questions.reading.ago import Ago
from plan.questions.reading.english import Language
from plan.questions.reading.money_words import TypedSum
from plan.questions.reading.periods import Period
from plan.questions.reading.ranks import Ranks
from plan.state import State


class Kind(StrEnum):
    """What an answer may tell."""

    STATE = "etat"
    LIST = "liste"  # measures that fit
    COUNT = "compte"  # how many measures fit
    PARTS = "parties"  # the axes, the volets, the MOs, the sectors: named or counted
    BODIES = "organismes"  # the MOs of a measure
    AMOUNT = "montant"
    PAYER = "payeur"
    SUM = "somme"  # what a sum is for
    OVERLAP = "double_compte"
    RECONCILIATION = "conciliation"
    COMPARISON = "comparaison"
    DATE = "date"
    DURATION = "duree"
    QUANTITY = "quantite"
    CONTACT = "contact"
    DIRECTORY = "repertoire"  # carrier, partners, issues of a sector
    MEANING = "sens"  # an acronym, a name
    WHO = "personne"
    RESPONDENTS = "repondants"  # who answers for an MO
    CHANGES = "changements"
    UNANSWERED = "sans_reponse"
    DEADLINE = "echeance"
    ANYTHING = "divers"


class Focus(StrEnum):
    """What of an answer is wanted."""

    TOTAL = "total"
    PER_YEAR = "par_annee"
    REMAINING = "reste"
    TARGET = "cible"
    MET = "cible_atteinte"  # whether it is
    REACHED = "atteint"
    EMAIL = "courriel"
    PHONE = "telephone"
    TOLL_FREE = "sans_frais"
    ADDRESS = "adresse"
    CARRIER = "porteur"
    PARTNERS = "partenaires"
    ISSUES = "enjeux"
    MOST = "plus"
    LEAST = "moins"
    DIFFERENCE = "ecart"
    NOW = "maintenant"
    TO_DATE = "a_date"
    WHY = "pourquoi"
    SEVERAL = "plusieurs"
    DETAIL = "detail"
    ORIGIN = "provenance"
    OTHER_PLAN = "autre_plan"
    NAMES = "noms"
    INCLUDES = "inclusion"
    BESIDE = "en_sus"
    NEGATED = "negation"
    EXCEPT = "sauf"
    LESS = "deduction"
    ONLY = "seulement"
    PERCENT = "pourcentage"
    END = "fin"
    COST = "cout"
    MONEY = "argent"
    SPAN = "etendue"
    PERSON = "personne"
    WHO_DID = "lesquels_ont"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as understood.

    `normal` is the sentence made regular; `kinds` are in the order they are to be tried; `words`
    are those that say the subject, `head` the one counted or asked for (« combien de X »), empty
    where there is none. `unknown_measures` and `unknown_axes` are numbers the plan does not have.
    `light` are those of `words` that stand where no noun can: verbs, adverbs.
    `years` is a length that was told (« sur trois ans »), `ago` a day told from today (« hier »).
    `bodies` are MOs that nothing else can be meant by; `number_of_bodies` is how many of them a
    measure is to have, from and to; `ranks` the places of a ranking that are asked for;
    `other_plan` the acronym of a plan that is only mentioned.
    """

    text: str
    normal: str
    language: Language
    kinds: tuple[Kind, ...]
    words: tuple[str, ...]
    head: str = ""
    light: frozenset[str] = frozenset()
    measures: tuple[int, ...] = ()
    unknown_measures: tuple[int, ...] = ()
    axes: tuple[int, ...] = ()
    unknown_axes: tuple[int, ...] = ()
    volet: int | None = None
    years: int | None = None
    bodies: tuple[Organisation, ...] = ()
    everyone: bool = False
    states: frozenset[State] = frozenset()
    natures: frozenset[Nature] = frozenset()
    sums: tuple[TypedSum, ...] = ()
    periods: tuple[Period, ...] = ()
    ago: Ago | None = None
    focus: frozenset[Focus] = frozenset()
    number_of_bodies: tuple[int, int] | None = None
    ranks: Ranks | None = None
    other_plan: str = ""

    def says(self, *words: str) -> bool:
        """Tell whether one of these words is in the sentence."""
        return not set(words).isdisjoint(self.normal.split())

    @property
    def names_nothing(self) -> bool:
        """Tell whether it names no subject at all: a follow-up, or the plan as a whole."""
        return not (
            self.words
            or self.measures
            or self.unknown_measures
            or self.axes
            or self.unknown_axes
            or self.bodies
            or self.sums
            or self.everyone
        )
