"""Which kind of answer comes first, where things may be counted: « combien de X »."""

from plan.money import Cents
from plan.questions.reading.asked import Asked, Focus, Kind
from plan.questions.reading.order.preference import Kinds, first, without
from plan.questions.reading.patterns import pattern_of
from plan.questions.reading.vocabulary import is_asking

_COSTS = pattern_of(r"""
    (?:coute\w*|recoi\w*|recu\w*|touche\w*|obt\w+|vaut|valent|paie\w*) combien(?! de (?:plus|moins))
    (?:amen|apport|ajout|rapport)\w* combien(?: de plus)?(?! (?:de|d)\b)
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
_THINGS_DONE = pattern_of("^(?:les |des )?<THINGS_DONE>(?! par qui)")
_HOW_MANY_ARE = pattern_of("y en a (?:eu )?combien|combien (?:il )?y en a")
_HELD = pattern_of(r"""
    combien .*?(?:a|ont|comptent?) (?:tu )?(?:de|d) (?!<NO_THINGS>|<MEASURES>|<PARTS>)[a-z]{3,}
""")
_HOW_MANY_LEFT = pattern_of(r"""
    combien (?:il |y |en |ca )*(?:reste|manque)\w* (?:tu |il )?(?:de|d|des) (?!<NO_THINGS>)\w+
""")
_COUNTS = (_HOW_MANY_LEFT, _HOW_MANY_ARE, _SO_MANY_DONE, _HOW_MANY_DID, _HELD)
_MONEY = pattern_of(
    r"<MONEY>|<PAYS>|rec[ou]\w*|touche\w*|obt[ei]\w*|(?<!y )(?:a|ont) eu|\$|combien (?:par|pour)"
)
_A_MILLION: Cents = 100_000_000


def of_a_number(asked: Asked, kinds: Kinds) -> Kinds:
    """« Combien de X », « combien ont signé »: things are counted, not money."""
    if Kind.AMOUNT in kinds and _COSTS.search(asked.normal):
        return first(Kind.AMOUNT, kinds)
    if any(each.search(asked.normal) for each in _COUNTS):
        return first(Kind.QUANTITY, without(kinds, Kind.AMOUNT))
    left = Focus.REMAINING in asked.focus and not asked.states
    if left and kinds[:1] == [Kind.COUNT]:
        return first(Kind.QUANTITY, without(kinds, Kind.AMOUNT))  # « combien en reste à signer »
    if Kind.AMOUNT in kinds and _OF_MONEY.search(asked.normal):
        return first(Kind.AMOUNT, kinds)
    if asked.head and Kind.QUANTITY in kinds and Kind.COUNT not in kinds:
        return without(kinds, Kind.STATE, Kind.AMOUNT)
    return kinds


def of_how_many(asked: Asked, kinds: Kinds) -> Kinds:
    """« Combien… » alone may count things, where no amount is found; so may « 95 sur 101 »."""
    if kinds[:1] == [Kind.SUM] and asked.words and _are_numbers(asked):
        return first(Kind.QUANTITY, kinds)  # « 7 000 ou 11 200 entreprises »: what it finds has one
    money = asked.sums or Focus.REMAINING in asked.focus or _MONEY.search(asked.normal)
    counts = {Kind.AMOUNT, Kind.QUANTITY} & set(kinds)
    if asked.states and counts and all(map(is_asking, asked.words)):
        return first(Kind.COUNT, kinds)  # « combien n'ont pas commencé? »
    if kinds[:1] == [Kind.COUNT] and len(asked.measures) == 1 and asked.words:
        return [Kind.QUANTITY, *kinds]  # « mesure 2 : des ententes, combien sont signées? »
    if kinds == [Kind.AMOUNT] and not money:
        return [Kind.AMOUNT, Kind.QUANTITY]
    numbers = any(map(str.isdigit, asked.words)) and all(
        each.isdigit() or is_asking(each) for each in asked.words
    )
    if not kinds and _THINGS_DONE.search(asked.normal):
        return [Kind.QUANTITY, Kind.ANYTHING]  # « projets acceptés en culture? »
    return [Kind.QUANTITY] if numbers and not kinds else kinds


def _are_numbers(asked: Asked) -> bool:
    """« 125 000 ou 220 000 travailleurs »: nothing says that they are money."""
    return all(each.bare and each.cents < _A_MILLION for each in asked.sums)
