"""A question that goes on from the one before: « pis la 5? », « et pour le MESS? »."""

from dataclasses import replace

from plan.questions.reading.asked import Asked, Kind
from plan.questions.reading.vocabulary import is_asking

_WEAK = frozenset(
    {Kind.MEANING, Kind.DIRECTORY, Kind.ANYTHING}
)  # ways of asking that say little by themselves
_OF_MONEY = frozenset({Kind.AMOUNT, Kind.PAYER})


def continued(asked: Asked, topic: Asked) -> Asked:
    """The question with what it leaves unsaid taken from the one before."""
    asks = any(each not in _WEAK for each in asked.kinds)
    silent = _names_no_subject(asked)
    if silent and not (asked.kinds or asked.bodies or _qualifies(asked)):
        return asked  # « merci »
    filled = asked if asks else replace(asked, kinds=topic.kinds, focus=topic.focus | asked.focus)
    if silent and not asked.bodies:
        about = topic.measures or topic.words  # the MOs said along with it are asked no more
        return replace(_of_topic(filled, topic), bodies=() if asks and about else topic.bodies)
    if asked.bodies and silent and _OF_MONEY & set(filled.kinds[:1]):
        return replace(_of_topic(filled, topic), kinds=(Kind.AMOUNT,))  # « et le MESS? », of it
    if not asks:
        return replace(filled, states=asked.states or topic.states, head=topic.head)
    return filled


def _names_no_subject(asked: Asked) -> bool:
    """Tell whether nothing but ministries is named: « qui paie? », « et le MESS? »."""
    bare = replace(asked, words=(), bodies=())
    return bare.names_nothing and all(is_asking(word) for word in asked.words)


def _qualifies(asked: Asked) -> bool:
    """Tell whether it says how, when or which of the topic is meant."""
    return bool(
        asked.focus or asked.states or asked.natures or asked.periods or asked.ago
        or asked.years or asked.volet
    )  # fmt: skip


def _of_topic(filled: Asked, topic: Asked) -> Asked:
    return replace(
        filled,
        words=topic.words,
        head=filled.head or topic.head,
        measures=topic.measures,
        axes=topic.axes,
        sums=topic.sums,
        volet=filled.volet or topic.volet,
        states=filled.states or topic.states,
    )
