"""Which kind of answer comes first, where MOs, people or sectors may be asked for."""

from plan.questions.reading.asked import Asked, Focus, Kind
from plan.questions.reading.order.preference import Kinds, first, without
from plan.questions.reading.patterns import pattern_of

_RESPONDS = pattern_of("repondante?s?|remplacante?s?|repond(?:ent)? (?:pour|au nom)")
_ALL_WHO_RESPOND = pattern_of(
    "(?:qui sont|liste\\w*)(?: de)?(?: les| des| nos| tous)* repondante?s?$"
)
_ANSWERED = pattern_of("repondu|rempli|fait (?:sa|leur) (?:mise a jour|reddition)")
_WHO_RECEIVED = pattern_of(r"""
    quel(?:le)?s? (?!<NO_RECIPIENTS>)\w+ (?:a|aura|ont|avaient|auront) (?:deja )?<RECEIVED>
""")
_SAME = pattern_of("meme (?:ministere|organisme|mo|chose)|(?:ministeres|organismes) differents")
_MEMBERSHIP = {Kind.MEANING, Kind.WHO, Kind.LIST, Kind.BODIES, Kind.DIRECTORY}
_WHICH_BODY = pattern_of(r"""
    (?:quel\w*|c est quoi le) (?:est le |sont les )?<BODIES>
    qui (?:s occupe|pilote|gere|mene|est responsable|coordonne)
""")
_WHAT_BODY = pattern_of(r"(?:c est|c|est) quel(?:le)? <BODIES>(?: ca)?$")
_WHAT_FEW = pattern_of(r"quoi (?:\w+ ){0,2}(?:les|ses|ces|leurs) <FEW> [a-z]{3,}s")
_PRESENT = pattern_of(r"(?:est|sont|y a|c est) (?:qui|sur|dans|avec)|qui (?:est|sont)")
_ASKS_HOW_MUCH = pattern_of("combien|quel (?:montant|budget|taux)|quelle (?:somme|part)")


def of_people(asked: Asked, kinds: Kinds) -> Kinds:
    """« Le ministre responsable » is a person; « qui est derrière la mesure 17 », an MO."""
    about = asked.bodies and not asked.measures and _RESPONDS.search(asked.normal)
    if about or _ALL_WHO_RESPOND.search(asked.normal):
        return first(Kind.RESPONDENTS, kinds)
    if Focus.PERSON in asked.focus and Kind.WHO in kinds:
        return first(Kind.WHO, without(kinds, Kind.BODIES, Kind.MEANING))
    if asked.measures and set(kinds) <= _MEMBERSHIP and (asked.bodies or Kind.WHO in kinds):
        return first(Kind.BODIES, kinds)
    return kinds


def of_people_today(asked: Asked, kinds: Kinds) -> Kinds:
    """« Y a qui là-dedans »: the MOs, where no person is named in the post."""
    people = kinds[-1:] == [Kind.WHO] and Focus.PERSON not in asked.focus
    people = people and not any(map(str.isdigit, asked.words))  # « qui sont les 34 »: names
    if not people or Kind.BODIES in kinds or not _PRESENT.search(asked.normal):
        return kinds
    return [*kinds, Kind.BODIES]


def of_which_body(asked: Asked, kinds: Kinds) -> Kinds:
    """« Quel ministère investit… », « qui s'occupe du 4 %… »: no figure is wanted."""
    which = Kind.BODIES in kinds and _WHICH_BODY.search(asked.normal)
    if not which or _ASKS_HOW_MUCH.search(asked.normal):
        return kinds
    return without(kinds, Kind.AMOUNT, Kind.QUANTITY)


def of_a_name(asked: Asked, kinds: Kinds) -> Kinds:
    """« MFA, c'est quel ministère? », « X et Y, c'est le même? »: what the names stand for."""
    if kinds == [Kind.MEANING] and _WHAT_FEW.search(asked.normal):
        return [Kind.ANYTHING, *kinds]  # « c'est quoi les trois projets »
    same = Kind.MEANING in kinds and _SAME.search(asked.normal)
    which = asked.bodies and _WHAT_BODY.search(asked.normal)
    return first(Kind.MEANING, kinds) if same or which else kinds


def of_those_who_did(asked: Asked, kinds: Kinds) -> Kinds:
    """« Quelles régions ont signé », « quels artistes ont reçu »: names, no state and no money."""
    if _WHO_RECEIVED.search(asked.normal):
        kinds = without(kinds, Kind.AMOUNT, Kind.COMPARISON)
    if any(map(str.isdigit, asked.words)):
        kinds = without(kinds, Kind.UNANSWERED)
    named = {Focus.NAMES, Focus.WHO_DID} <= asked.focus
    return without(kinds, Kind.STATE) if named else kinds


def of_a_collecte(asked: Asked, kinds: Kinds) -> Kinds:
    """« Le ministère a-t-il répondu »: to what the committee asks of it."""
    answered = asked.bodies and not asked.measures and _ANSWERED.search(asked.normal)
    return first(Kind.UNANSWERED, kinds) if answered else kinds
