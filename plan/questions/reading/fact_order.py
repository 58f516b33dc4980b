"""Which kind of answer comes first, where MOs, states or spans of time may be what is asked."""

import re
from collections.abc import Callable

from plan.money import Cents
from plan.questions.reading.asked import Asked, Focus, Kind
from plan.questions.reading.money_order import Kinds, first
from plan.questions.reading.patterns import pattern_of
from plan.questions.reading.vocabulary import is_asking

PERSON = pattern_of("""
    ministre|presidente?|directeur|directrice|repondante?|maire(?:sse)?|auteure?|premierministre
""")
SPAN = pattern_of(r"""
    entre (?:quelles dates|quand et quand)|(?:de|depuis) quand (?:a|jusqu a) quand
    de quel\w* (?:annee|mois|date) (?:a|jusqu)|quelles annees
""")
_WHICH_BODY = pattern_of(r"""
    (?:quel\w*|c est quoi le) (?:est le |sont les )?<BODIES>
    qui (?:s occupe|pilote|gere|mene|est responsable|coordonne)
""")
THOSE_WHO_DID = pattern_of(r"""
    quel\w* (?!<MEASURES>|<BODIES>|etudes?)\w+ (?:ont|sont|a|est)
""")
_WHAT_BODY = pattern_of(r"(?:c est|c|est) quel(?:le)? <BODIES>(?: ca)?$")
_MONEY = pattern_of(
    r"<MONEY>|<PAYS>|rec[ou]\w*|touche\w*|obt[ei]\w*|(?<!y )(?:a|ont) eu|\$|combien (?:par|pour)"
)
_EVENT = re.compile(
    r"^(?:le |la |l )?(?:debut|fin|lancement|creation|parution|publication|depot|envoi|remise"
    r"|mise en (?:ligne|place)|entree en vigueur) (?:de|du|des|d)\b"
)
_A_MILLION: Cents = 100_000_000
_COUNTING = {Kind.AMOUNT, Kind.QUANTITY, Kind.STATE}
_PRESENT = pattern_of(r"(?:est|sont|y a|c est) (?:qui|sur|dans|avec)|qui (?:est|sont)")
_HOW_MUCH = pattern_of("combien|quel (?:montant|budget|taux)|quelle (?:somme|part)")
_QUESTION_WORD = pattern_of(r"combien|qui|quel\w*|quoi|quand|comment|pourquoi|ou|\$")
_DONE_OR_NOT = pattern_of(
    r"(?:a|ont|est|sont) (?:tu|elles?|ils?) (?:ete |deja |bien )*(?!une )\w{2,}(?:e|i|u|ee|ie|ue)s?"
)


def _of_a_span(asked: Asked, kinds: Kinds) -> Kinds:
    """« De quelle année à quelle année »: what is named lasts, and is no event."""
    return first(Kind.DURATION, kinds) if SPAN.search(asked.normal) else kinds


def _of_which_body(asked: Asked, kinds: Kinds) -> Kinds:
    """« Quel ministère investit… », « qui s'occupe du 4 %… »: no figure is wanted."""
    which = Kind.BODIES in kinds and _WHICH_BODY.search(asked.normal)
    if not which or _HOW_MUCH.search(asked.normal):
        return kinds
    return [each for each in kinds if each not in (Kind.AMOUNT, Kind.QUANTITY)]


def _of_a_name(asked: Asked, kinds: Kinds) -> Kinds:
    """« MFA, c'est quel ministère? »: what the acronym stands for."""
    return first(Kind.MEANING, kinds) if asked.bodies and _WHAT_BODY.search(asked.normal) else kinds


def _of_how_many(asked: Asked, kinds: Kinds) -> Kinds:
    """« Combien… » alone may count things, where no amount is found; so may « 95 sur 101 »."""
    if kinds[:1] == [Kind.SUM] and Kind.QUANTITY not in kinds and _are_numbers(asked):
        return [*kinds, Kind.QUANTITY]
    money = asked.sums or Focus.REMAINING in asked.focus or _MONEY.search(asked.normal)
    of_measures = asked.states and not asked.measures and not asked.head
    counts = {Kind.AMOUNT, Kind.QUANTITY} & set(kinds)
    if of_measures and counts and set(kinds) <= _COUNTING and all(map(is_asking, asked.words)):
        return first(Kind.COUNT, kinds)  # « combien n'ont pas commencé? »
    if kinds == [Kind.AMOUNT] and not money:
        return [Kind.AMOUNT, Kind.QUANTITY]
    numbers = any(map(str.isdigit, asked.words)) and all(
        each.isdigit() or is_asking(each) for each in asked.words
    )
    return [Kind.QUANTITY] if numbers and not kinds and not asked.measures else kinds


def _are_numbers(asked: Asked) -> bool:
    """« 125 000 ou 220 000 travailleurs »: nothing says that they are money."""
    return all(each.bare and each.cents < _A_MILLION for each in asked.sums)


def _of_events(asked: Asked, kinds: Kinds) -> Kinds:
    """« Début de la relève? », « que s'est-il passé en août 2009? »."""
    named = asked.measures or asked.axes or asked.bodies or asked.states
    dated = asked.periods and not named and all(map(is_asking, asked.words))
    if dated and set(kinds) <= {Kind.MEANING, Kind.WHO}:
        return [Kind.ANYTHING]
    return [Kind.DATE, Kind.ANYTHING] if not kinds and _EVENT.search(asked.normal) else kinds


def _of_those_counted(asked: Asked, kinds: Kinds) -> Kinds:
    """« Combien ont été formés »: a number, and no state where none is named."""
    counted = kinds[:1] == [Kind.QUANTITY] and not asked.states and not asked.measures
    return [each for each in kinds if each is not Kind.STATE] if counted else kinds


def _of_axes(asked: Asked, kinds: Kinds) -> Kinds:
    """« Axe 3, liste svp »: its measures are listed, where nothing else is asked."""
    return [Kind.LIST] if asked.axes and not kinds and not asked.measures else kinds


def _of_a_named_state(asked: Asked, kinds: Kinds) -> Kinds:
    """« La m8 en cours, correct? », « l'étude, on l'a-tu reçue? »: a state is to be confirmed."""
    if _QUESTION_WORD.search(asked.normal):
        return kinds
    if Kind.LIST in kinds and Kind.STATE in kinds and _DONE_OR_NOT.search(asked.normal):
        return first(Kind.STATE, kinds)  # « les mesures du MICC sont-elles finies? »
    done = kinds == [Kind.AMOUNT] and _DONE_OR_NOT.search(asked.normal)
    return first(Kind.STATE, kinds) if done or (asked.states and not kinds) else kinds


def _of_those_who_did(asked: Asked, kinds: Kinds) -> Kinds:
    """« Quelles régions ont signé »: names, not the state of what they signed."""
    if asked.head and any(map(str.isdigit, asked.words)):
        kinds = [each for each in kinds if each is not Kind.UNANSWERED]
    named = Focus.NAMES in asked.focus and THOSE_WHO_DID.search(asked.normal)
    return [each for each in kinds if each is not Kind.STATE] if named else kinds


def _of_people_today(asked: Asked, kinds: Kinds) -> Kinds:
    """« Y a qui là-dedans »: the MOs, where no person is named in the post."""
    people = kinds[-1:] == [Kind.WHO] and not PERSON.search(asked.normal)
    people = people and not any(map(str.isdigit, asked.words))  # « qui sont les 34 »: names
    if not people or Kind.BODIES in kinds or not _PRESENT.search(asked.normal):
        return kinds
    return [*kinds, Kind.BODIES]


FACT_RULES: tuple[Callable[[Asked, Kinds], Kinds], ...] = (
    _of_a_span,
    _of_which_body,
    _of_a_name,
    _of_how_many,
    _of_those_counted,
    _of_events,
    _of_axes,
    _of_a_named_state,
    _of_those_who_did,
    _of_people_today,
)
