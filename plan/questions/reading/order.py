"""Which kind of answer comes first, once what a question names is known."""

from collections.abc import Callable

from plan.questions.reading.asked import Asked, Focus, Kind
from plan.questions.reading.fact_order import FACT_RULES, PERSON
from plan.questions.reading.money_order import MONEY_RULES, Kinds, first
from plan.questions.reading.patterns import pattern_of

_RESPONDS = pattern_of("repondante?s?|remplacante?s?|repond(?:ent)? (?:pour|au nom)")
_ALL_WHO_RESPOND = pattern_of(
    "(?:qui sont|liste\\w*)(?: de)?(?: les| des| nos| tous)* repondante?s?$"
)
_ANSWERED = pattern_of("repondu|rempli|fait (?:sa|leur) (?:mise a jour|reddition)")
_STRONG_STATE = pattern_of("ou en|etats?|statuts?|avancement|rendue?s?")
_COSTS = pattern_of(r"""
    (?:coute\w*|recoi\w*|recu\w*|touche\w*|obt\w+|vaut|valent|paie\w*) combien(?! de (?:plus|moins))
""")
_OF_MONEY = pattern_of(r"""
    combien (?:de|d) (?:reserve|prevu|octroye|verse|donne|investi|depense|accorde|autorise)\w*
    combien (?:de|d) (?:disponible|libre|consacre|promis|paye)\w*|combien de mis
""")
_HOW_MANY_DID = pattern_of(r"""
    combien (?:d entre \w+ )?(?:en )?(?:ont|avaient|n ont)(?! <COST>)
""")
_SO_MANY_DONE = pattern_of(r"""
    (?!<MONEY>|<NO_THINGS>)<THINGS_DONE> .*?combien$
""")
_HOW_MANY_ARE = pattern_of("y en a (?:eu )?combien|combien (?:il )?y en a")
_OF_MEASURES = pattern_of("<MEASURES>")
_HELD = pattern_of(r"""
    combien .*?(?:a|ont|comptent?) (?:tu )?(?:de|d) (?!<NO_THINGS>|<MEASURES>|<PARTS>)[a-z]{3,}
""")
_COUNTS = (_HOW_MANY_ARE, _SO_MANY_DONE, _HOW_MANY_DID, _HELD)
_UNTIL_WHEN = pattern_of("^(?:jusqu a quand|depuis quand|a quelle date|quand)")
_SECTOR = pattern_of("secteurs? .*?port\\w*|port\\w* .*?secteurs?")
_WHO_RECEIVED = pattern_of(
    r"""
    ^(?:quels|quelles) (?!mesures|ministeres|organismes|mo|axes|montants|sommes|budgets)\w+
    (?:ont|avaient|auront) (?:deja )?(?:recu|obtenu|touche|beneficie)
""".replace("\n    (?:ont", " (?:ont")
)
_WHICH_HAS_MOST = pattern_of(r"(?:le|la) (?:plus|moins) (?:de|d) (?:mesures|actions)")
_WHICH_RECEIVED = pattern_of(
    r"""
    quel(?:le)? (?!mesure|action|ministere|organisme|mo|axe|montant|somme|budget|projet)\w+
    (?:a|aura) (?:recu|obtenu|touche|beneficie)
""".replace("\n    (?:a", " (?:a")
)
_OF_A_SUM = pattern_of("combien|argent|montants?|budgets?|financement|enveloppe|subventions?")
_SAME = pattern_of("meme (?:ministere|organisme|mo|chose)|(?:ministeres|organismes) differents")
_MEMBERSHIP = {Kind.MEANING, Kind.WHO, Kind.LIST, Kind.BODIES, Kind.DIRECTORY}


def in_order(asked: Asked) -> tuple[Kind, ...]:
    """The kinds of a question, the one that the things named decide for first."""
    kinds = list(asked.kinds)
    for rule in _RULES:
        kinds = rule(asked, kinds)
    return tuple(kinds)


def _without(kinds: Kinds, *left_out: Kind) -> Kinds:
    return [each for each in kinds if each not in left_out]


def _of_measures(asked: Asked, kinds: Kinds) -> Kinds:
    """A state is a filter of many measures, and what is asked of one."""
    if Kind.LIST not in kinds:
        return kinds
    if Kind.STATE in kinds and asked.measures:
        return _without(kinds, Kind.LIST)
    if Kind.COMPARISON in kinds and _WHICH_HAS_MOST.search(asked.normal):
        return first(Kind.COMPARISON, kinds)
    if asked.number_of_bodies:
        return first(Kind.LIST, kinds)
    return first(Kind.LIST, kinds) if asked.states or asked.everyone else kinds


def _of_how_much(asked: Asked, kinds: Kinds) -> Kinds:
    """« Ça a fait grimper le montant de combien »: no state is asked, though one seems told."""
    both = {Kind.STATE, Kind.AMOUNT} <= set(kinds) and _OF_A_SUM.search(asked.normal)
    if kinds[:1] != [Kind.STATE] or not both or asked.states or _STRONG_STATE.search(asked.normal):
        return kinds
    return first(Kind.AMOUNT, kinds)


def _of_a_number(asked: Asked, kinds: Kinds) -> Kinds:
    """« Combien de X », « combien ont signé »: things are counted, not money."""
    if Kind.AMOUNT in kinds and _COSTS.search(asked.normal):
        return first(Kind.AMOUNT, kinds)
    if any(each.search(asked.normal) for each in _COUNTS):
        return first(Kind.QUANTITY, _without(kinds, Kind.AMOUNT))
    left = Focus.REMAINING in asked.focus and not asked.states
    if left and kinds[:1] == [Kind.COUNT] and not _OF_MEASURES.search(asked.normal):
        return first(Kind.QUANTITY, _without(kinds, Kind.AMOUNT))  # « combien en reste à signer »
    if Kind.AMOUNT in kinds and _OF_MONEY.search(asked.normal):
        return first(Kind.AMOUNT, kinds)
    if asked.head and Kind.QUANTITY in kinds and Kind.COUNT not in kinds:
        return _without(kinds, Kind.STATE, Kind.AMOUNT)
    return kinds


def _of_a_date(asked: Asked, kinds: Kinds) -> Kinds:
    """« Quand la mesure commence-t-elle »: a date, though a state is spoken of."""
    both = Kind.DATE in kinds and Kind.STATE in kinds
    if both and _UNTIL_WHEN.search(asked.normal):
        return first(Kind.DATE, kinds)
    return first(Kind.DATE, kinds) if both and not _STRONG_STATE.search(asked.normal) else kinds


def _of_people(asked: Asked, kinds: Kinds) -> Kinds:
    """« Le ministre responsable » is a person; « qui est derrière la mesure 17 », an MO."""
    about = asked.bodies and not asked.measures and _RESPONDS.search(asked.normal)
    if about or _ALL_WHO_RESPOND.search(asked.normal):
        return first(Kind.RESPONDENTS, kinds)
    if PERSON.search(asked.normal) and Kind.WHO in kinds:
        return first(Kind.WHO, _without(kinds, Kind.BODIES))
    if asked.measures and set(kinds) <= _MEMBERSHIP and (asked.bodies or Kind.WHO in kinds):
        return first(Kind.BODIES, kinds)
    return kinds


def _of_a_collecte(asked: Asked, kinds: Kinds) -> Kinds:
    """« Le ministère a-t-il répondu »: to what the committee asks of it."""
    answered = asked.bodies and not asked.measures and _ANSWERED.search(asked.normal)
    return first(Kind.UNANSWERED, kinds) if answered else kinds


def _of_a_moment(asked: Asked, kinds: Kinds) -> Kinds:
    """« La mesure 7 au 31 mars 2010 »: where it stood, where nothing else is asked."""
    day = asked.ago or any(each.is_day and each.has_year for each in asked.periods)
    return [Kind.STATE] if day and asked.measures and not kinds else kinds


def _of_a_name(asked: Asked, kinds: Kinds) -> Kinds:
    """« X et Y, c'est le même ministère? »: what the names stand for."""
    both = Kind.MEANING in kinds and _SAME.search(asked.normal)
    return first(Kind.MEANING, kinds) if both else kinds


def _of_a_sector(asked: Asked, kinds: Kinds) -> Kinds:
    """« Qui porte le secteur »: the directory tells, not the plan's MOs."""
    of_sector = Kind.DIRECTORY in kinds and _SECTOR.search(asked.normal)
    return first(Kind.DIRECTORY, kinds) if of_sector else kinds


def _of_those_who_received(asked: Asked, kinds: Kinds) -> Kinds:
    """« Quels artistes ont reçu… »: names are wanted, not what they received."""
    one = _WHICH_RECEIVED.search(asked.normal)
    if one:
        return _without(kinds, Kind.AMOUNT, Kind.COMPARISON)
    return _without(kinds, Kind.AMOUNT) if _WHO_RECEIVED.search(asked.normal) else kinds


_RULES: tuple[Callable[[Asked, Kinds], Kinds], ...] = (
    *MONEY_RULES[:2],
    _of_measures,
    _of_how_much,
    _of_a_number,
    _of_a_date,
    _of_people,
    _of_a_sector,
    _of_those_who_received,
    _of_a_name,
    *MONEY_RULES[2:],
    *FACT_RULES,
    _of_a_collecte,
    _of_a_moment,
)
