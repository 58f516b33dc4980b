"""Which kind of answer comes first, where money may be what is asked."""

import re

from plan.questions.reading.asked import Asked, Focus, Kind
from plan.questions.reading.money_words import TypedSum
from plan.questions.reading.order.measures import STRONG_STATE
from plan.questions.reading.order.preference import Kinds, first, without
from plan.questions.reading.patterns import pattern_of

_THRESHOLD = re.compile(r"\b(?:plus|moins|au dela|au dessus|autour|pres) (?:de|d|du|que) ?$")
# « l'aide au Chantier dépasse-t-elle ce qui va aux projets »: two things, an amount of each
EXCEEDS = re.compile(
    r"^(?!.*\b(?:combien|quel\w*|qui (?!est|sont|va|vont)|quand)\b)(?P<what>.+?)"
    r" (?:depass|exced|surpass)\w*(?: tu| elles?| ils?| pas| bien)* (?P<other>.+)$"
)
_WITHOUT_DOUBLES = pattern_of("sans (?:\\w+ ){0,2}(?:doubl\\w*|recompt\\w*)")
_SHARE = pattern_of(r"""
    (?:part|contribution|portion|bout|apport|mise|pourcentage) (?:du|de|d|des)
    (?:sa|son|leurs?) (?:part|contribution|portion|bout|apport|mise)
""")
_ALL_SUMS = pattern_of(r"""
    (?:montants|sommes|mesures|additionne\w*) .*?(?:font|fait|donne\w*|egale\w*|arrive)
    (?:font|fait|donne\w*|egale\w*|arrive) .*?(?:montants|sommes|mesures|additionne\w*)
""")
_WHAT_IS_IN = pattern_of("(?:qu est ce (?:qui|que|qu)|quoi) .*?(?:compris|inclu|conten|compt)\\w*")
_PART_OF = pattern_of("(?:part|proportion|pourcentage|poids) (?:du|de|des|d)")
_COMES_FROM = pattern_of(r"(?:pro)?vien\w* (?:tu |il )?(?:du|de la|de l|des)")
_WHAT_FOR = pattern_of(r"a quoi (?:\w+ )?(?:ser\w*|utilise\w*|destine\w*)|(?:sert|servent) a quoi")
_SHORT_OF = pattern_of(r"manque\w* .*?(?:arriver|atteindre|faire|rendre)")
_ALONG_THE_WAY = {Kind.DATE, Kind.STATE, Kind.COMPARISON}
_HOW_MUCH = pattern_of(r"""
    (?<!en )(?<!pendant )(?<!depuis )combien(?! (?:de|d) <TIMES>| (?:ca |il |elle |cela )?dure)
""")
_OF_A_SUM = pattern_of("combien|argent|montants?|budgets?|financement|enveloppe|subventions?")
_WHEN_IT_DID = pattern_of(r"(?:quand|lorsque?) (?!est ce).* combien")
_HELPS = pattern_of("rallonges?|appui (?:financier|du|de la)|mise de fonds")
_HOW_MUCH_AND_WHEN = pattern_of("combien et (?:jusqu|sur|pour|pendant|depuis|a partir|quand).*")
_PAYS = pattern_of(r"(?<!des )(?<!les )<PAYS>|avance l argent|mis|mettent|met")
_EACH_PAYS = pattern_of(r"chacune?s?|(?:chaque|par) (?:ministere|mo|organisme|partenaire|payeur)s?")
# What asks for no money, though money may be spoken of along with it.
_WEAK = {Kind.MEANING, Kind.WHO, Kind.BODIES, Kind.STATE, Kind.DIRECTORY}


def _is_threshold(typed: TypedSum, normal: str) -> bool:
    """« Plus de 100 000 $ »: what a subject's own amount is set against."""
    return _THRESHOLD.search(normal[: typed.start]) is not None


def of_a_sum(asked: Asked, kinds: Kinds) -> Kinds:
    """« Le 150 000 $ »: a sum is what is asked about, unless it is told along the way."""
    if _WITHOUT_DOUBLES.search(asked.normal):
        return first(Kind.RECONCILIATION, kinds)
    if not asked.sums or {Kind.OVERLAP, Kind.RECONCILIATION} & set(kinds):
        return kinds
    if all(_is_threshold(each, asked.normal) for each in asked.sums):
        return first(Kind.AMOUNT, without(kinds, Kind.QUANTITY))
    if _SHORT_OF.search(asked.normal):
        return first(Kind.RECONCILIATION, kinds)
    if len(asked.sums) == 1 and not asked.measures and _ALL_SUMS.search(asked.normal):
        return first(Kind.RECONCILIATION, kinds)  # « les montants font-ils 16,7 M$? »
    return kinds if _ALONG_THE_WAY & set(kinds[:1]) else first(Kind.SUM, kinds)


def of_an_excess(asked: Asked, kinds: Kinds) -> Kinds:
    """« X dépasse-t-il Y? »: amounts compared, before whether what is told adds up."""
    exceeds = EXCEEDS.search(asked.normal) and not (asked.sums or asked.measures)
    return [Kind.COMPARISON, *without(kinds, Kind.COMPARISON)] if exceeds else kinds


def of_what_is_in(asked: Asked, kinds: Kinds) -> Kinds:
    """« Qu'est-ce qui est compris dans… »: the parts of an amount."""
    if Kind.OVERLAP not in kinds:
        return kinds
    what = _WHAT_IS_IN.search(asked.normal)
    return first(Kind.AMOUNT, without(kinds, Kind.OVERLAP)) if what else kinds


def of_how_much(asked: Asked, kinds: Kinds) -> Kinds:
    """« Combien, et sur combien d'années », « grimpé de combien »: money, not the time or state."""
    if Kind.AMOUNT not in kinds:
        return kinds
    with_years = Kind.DURATION in kinds and _HOW_MUCH.search(asked.normal)
    both = _WHEN_IT_DID.search(asked.normal) or _HOW_MUCH_AND_WHEN.search(asked.normal)
    beside_a_date = Kind.DATE in kinds and both
    a_state = asked.states or STRONG_STATE.search(asked.normal)
    timed = Kind.DURATION in kinds
    of_a_sum = kinds[0] is Kind.STATE and not (a_state or timed) and _OF_A_SUM.search(asked.normal)
    return first(Kind.AMOUNT, kinds) if with_years or beside_a_date or of_a_sum else kinds


def of_a_payer(asked: Asked, kinds: Kinds) -> Kinds:
    """« Est-ce le MSSS qui paie le projet? »: who pays it, told or denied."""
    counts = Kind.COUNT in kinds
    if Kind.AMOUNT in kinds and not (asked.sums or counts) and _EACH_PAYS.search(asked.normal):
        return first(Kind.PAYER, kinds)
    comes = asked.bodies and asked.measures and _COMES_FROM.search(asked.normal)
    if comes and Kind.AMOUNT in kinds and not asked.sums:
        return first(Kind.PAYER, kinds)  # « l'argent de la mesure 4 vient-il du MESS? »
    named = asked.bodies and _PAYS.search(asked.normal)
    return first(Kind.PAYER, kinds) if named and set(kinds) <= _WEAK else kinds


def of_a_use(asked: Asked, kinds: Kinds) -> Kinds:
    """« À quoi sert l'argent des ententes »: what for, not how much."""
    what_for = Kind.AMOUNT in kinds and _WHAT_FOR.search(asked.normal) and not asked.sums
    return [Kind.ANYTHING, *without(kinds, Kind.MEANING)] if what_for else kinds


def of_a_share(asked: Asked, kinds: Kinds) -> Kinds:
    """« La part du ministère dans le projet »: an amount, where nothing else is asked."""
    share = asked.bodies and _SHARE.search(asked.normal)
    if share and kinds == [Kind.QUANTITY]:
        return [Kind.AMOUNT, Kind.QUANTITY]
    if share and set(kinds) <= _WEAK:
        return first(Kind.AMOUNT, kinds)
    if kinds:
        return kinds
    return [Kind.QUANTITY] if _PART_OF.search(asked.normal) else kinds


def of_a_way_of_paying(asked: Asked, kinds: Kinds) -> Kinds:
    """« Les projets: prévu par an », « sur cinq ans »: an amount, where nothing else is asked."""
    speaks = (
        asked.years
        or {Focus.REMAINING, Focus.LESS} <= asked.focus
        or _HELPS.search(asked.normal)
        or asked.natures
        or asked.focus & {Focus.PER_YEAR, Focus.TOTAL}
    )
    return [Kind.AMOUNT, Kind.ANYTHING] if speaks and not kinds and not asked.states else kinds
