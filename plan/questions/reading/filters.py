"""What a normalised sentence narrows an answer to: states, natures of money, how many MOs."""

import re

from plan.money import Nature
from plan.questions.reading.numbered import SPOKEN
from plan.state import State
from plan.text import number_in_words

_DONE = r"(?:realise|complete|termine|fini|acheve|faite?)"
_BEGUN = r"(?:commence|debute|entame|demarre|lance)"
_STATES = (
    (
        re.compile(
            rf"\ba venir\b|\bpas (?:encore )?(?:ete )?{_BEGUN}\w*"
            r"|\breste\w* (?:\w+ ){0,4}a (?:faire|lancer|commencer|demarrer|debuter|partir)\b"
        ),
        {State.TO_COME},
    ),
    (re.compile(rf"\bpas (?:encore )?(?:ete )?{_DONE}\w*"), {State.TO_COME, State.UNDER_WAY}),
    (re.compile(r"\ben cours\b|\ben marche\b|\ben train\b|\ben realisation\b"), {State.UNDER_WAY}),
    (
        re.compile(
            r"(?<!pas )(?<!encore )\b(?:realise|complete|termine|fini|acheve|boucle|accompli)e?s?\b"
            r"|\b(?:sont|est|ete|deja) (?:deja )?faite?s?\b"
        ),
        {State.DONE},
    ),
)
_DID = r"(?:ai|as|a|ont|avons|avez|avait|avaient|aura|auront|ete)"
_NATURES = (
    (
        re.compile(  # « on dépense » is no more than « on donne »; « a été dépensé » is
            rf"\b{_DID} (?:\w+ ){{0,2}}(?:depense|debourse)\w*|\b(?:depenses?|deboursee?)s\b"
            r"|\b(?:argent|somme|montant|total) (?:depense|debourse)|\bcoute\b.*\breellement\b"
        ),
        Nature.SPENT,
    ),
    (re.compile(r"\bautoris\w*"), Nature.AUTHORISED),
    (re.compile(r"\bprevu\w*|\breserv\w*|\bplanifi\w*"), Nature.PLANNED),
    (re.compile(r"\boctroy\w*|\baccord(?:e|es|ee|ees|er)\b"), Nature.GRANTED),
    (re.compile(r"\bannonc\w*"), Nature.ANNOUNCED),
)
_NO_END = 10_000
_SO_MANY_BODIES = re.compile(
    r"\b(?:(?P<more>plus (?:de|que))|(?P<less>moins (?:de|que))|(?P<least>au moins)|avec|ont"
    rf"|exactement|touchent|impliquent|concernent|(?<=ont )qu|seulement|juste)"
    rf" (?P<number>\d{{1,2}}|{SPOKEN}) (?:seule? )?(?:ministeres?|organismes?|mo)\b"
)
_EVERYONE = re.compile(
    r"\btous les (?:ministeres|organismes|mo)\b|\btoute? l appareil\b"
    r"|\bministeres et organismes du gouvernement\b"
)


def named_states(normal: str) -> frozenset[State]:
    """The states that a filter asks for; « pas réalisées » asks for the two others."""
    found: set[State] = set()
    for pattern, states in _STATES:
        if pattern.search(normal):
            if len(states) == 2:  # a negation decides alone
                return frozenset(states)
            found |= states
    return frozenset(found)


def named_natures(normal: str) -> frozenset[Nature]:
    """What the money asked about has become."""
    return frozenset(nature for pattern, nature in _NATURES if pattern.search(normal))


def number_of_bodies(normal: str) -> tuple[int, int] | None:
    """« Plus de cinq ministères »: the least and the most of them that are asked for."""
    found = _SO_MANY_BODIES.search(normal)
    number = number_in_words(found["number"]) if found else None
    if found is None or number is None:
        return None
    if found["more"]:
        return number + 1, _NO_END
    if found["less"]:
        return 0, number - 1
    return number, _NO_END if found["least"] else number


def names_everyone(normal: str) -> bool:
    """Tell whether it speaks of every ministry at once."""
    return _EVERYONE.search(normal) is not None
