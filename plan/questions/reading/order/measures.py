"""Which kind of answer comes first, where measures, states or dates may be asked for."""

import re

from plan.questions.reading.asked import Asked, Focus, Kind
from plan.questions.reading.order.preference import Kinds, first, without
from plan.questions.reading.patterns import pattern_of
from plan.questions.reading.vocabulary import is_asking

STRONG_STATE = pattern_of("ou en|etats?|statuts?|avancement|rendue?s?")
_UNTIL_WHEN = pattern_of("^(?:jusqu a quand|depuis quand|a quelle date|quand)")
_WHICH_HAS_MOST = pattern_of(r"(?:le|la) (?:plus|moins) (?:de|d) (?:mesures|actions)")
_NOUN_AND_VERB = 2  # words: « l'entente signée » may be any
_HOW_MUCH = pattern_of("combien(?! (?:de|d)\\b)|cout\\w*|montants?")
_EVENT = re.compile(
    r"^(?:le |la |l )?(?:debut|fin|lancement|creation|parution|publication|depot|envoi|remise"
    r"|mise en (?:ligne|place)|entree en vigueur) (?:de|du|des|d)\b"
)
_QUESTION_WORD = pattern_of(r"combien|qui|quel\w*|quoi|quand|comment|pourquoi|ou|\$")
_SEEN_TO = pattern_of(r"(?<!combien )(?:<DONE>|<SEEN_TO>)(?: ou (?:pas|non))?$")
_DONE_OR_NOT = pattern_of(
    r"(?:a|ont|est|sont) (?:tu|elles?|ils?) (?:ete |deja |bien )*(?!une )\w{2,}(?:e|i|u|ee|ie|ue)s?"
)


def of_measures(asked: Asked, kinds: Kinds) -> Kinds:
    """A state is a filter of many measures, and what is asked of one."""
    filtered = asked.states or asked.bodies or asked.axes
    if asked.says("celles") and filtered and Kind.COUNT not in kinds and not asked.measures:
        return first(Kind.LIST, kinds)  # « toutes celles qui sont en cours »
    if Kind.LIST not in kinds:
        return kinds
    if asked.measures and Kind.AMOUNT in kinds and _HOW_MUCH.search(asked.normal):
        return first(Kind.AMOUNT, without(kinds, Kind.LIST))  # « combien valent la 1 et la 3 »
    if Kind.COMPARISON in kinds and _WHICH_HAS_MOST.search(asked.normal):
        return first(Kind.COMPARISON, kinds)
    if asked.number_of_bodies:
        return first(Kind.LIST, kinds)
    return first(Kind.LIST, kinds) if asked.states or asked.everyone else kinds


def of_ranks(asked: Asked, kinds: Kinds) -> Kinds:
    """« Les trois plus chères »: nothing but a ranking answers."""
    return [Kind.COMPARISON] if asked.ranks else kinds


def of_a_date(asked: Asked, kinds: Kinds) -> Kinds:
    """« Quand la mesure commence-t-elle »: a date, though a state is spoken of."""
    both = Kind.DATE in kinds and Kind.STATE in kinds
    if both and _UNTIL_WHEN.search(asked.normal):
        return first(Kind.DATE, kinds)
    return first(Kind.DATE, kinds) if both and not STRONG_STATE.search(asked.normal) else kinds


def of_a_moment(asked: Asked, kinds: Kinds) -> Kinds:
    """« La mesure 7 au 31 mars 2010 »: where it stood, where nothing else is asked."""
    day = asked.ago or any(each.is_day and each.has_year for each in asked.periods)
    return [Kind.STATE] if day and asked.measures and not kinds else kinds


def of_a_span(asked: Asked, kinds: Kinds) -> Kinds:
    """« De quelle année à quelle année »: what is named lasts, and is no event."""
    return first(Kind.DURATION, kinds) if Focus.SPAN in asked.focus else kinds


def of_events(asked: Asked, kinds: Kinds) -> Kinds:
    """« Début de la relève? », « que s'est-il passé en août 2009? »."""
    named = asked.measures or asked.axes or asked.bodies or asked.states
    dated = asked.periods and not named and all(map(is_asking, asked.words))
    if dated and set(kinds) <= {Kind.MEANING, Kind.WHO}:
        return [Kind.ANYTHING]
    return [Kind.DATE, Kind.ANYTHING] if not kinds and _EVENT.search(asked.normal) else kinds


def of_axes(asked: Asked, kinds: Kinds) -> Kinds:
    """« Axe 3, liste svp »: its measures are listed, where nothing else is asked."""
    return [Kind.LIST] if asked.axes and not kinds and not asked.measures else kinds


def of_a_named_state(asked: Asked, kinds: Kinds) -> Kinds:
    """« La m8 en cours, correct? », « l'étude, on l'a-tu reçue? »: a state is to be confirmed."""
    if _QUESTION_WORD.search(asked.normal):
        return kinds
    if Kind.LIST in kinds and Kind.STATE in kinds and _DONE_OR_NOT.search(asked.normal):
        return first(Kind.STATE, kinds)  # « les mesures du MICC sont-elles finies? »
    names = asked.head or {Focus.NAMES, Focus.WHO_DID} & asked.focus
    enough = len(asked.words) > _NOUN_AND_VERB
    if not kinds and enough and not names and _SEEN_TO.search(asked.normal):
        return [Kind.STATE, Kind.ANYTHING]  # « l'étude, livrée? »
    done = kinds == [Kind.AMOUNT] and _DONE_OR_NOT.search(asked.normal)
    return first(Kind.STATE, kinds) if done or (asked.states and not kinds) else kinds
