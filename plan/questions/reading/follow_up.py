"""A question that goes on from the one before: « pis la 5? », « et pour le MESS? »."""

from dataclasses import replace

from plan.questions.reading.asked import Asked, Kind

_WEAK = frozenset({Kind.MEANING, Kind.DIRECTORY})  # ways of asking that say little by themselves


def continued(asked: Asked, topic: Asked) -> Asked:
    """The question with what it leaves unsaid taken from the one before."""
    asks = any(each not in _WEAK for each in asked.kinds)
    filled = asked if asks else replace(asked, kinds=topic.kinds, focus=topic.focus)
    if asked.names_nothing:
        return replace(
            filled,
            words=topic.words,
            head=filled.head or topic.head,
            measures=topic.measures,
            axes=topic.axes,
            bodies=topic.bodies,
            sums=topic.sums,
            volet=filled.volet or topic.volet,
            states=filled.states or topic.states,
        )
    if not asks:
        return replace(filled, states=asked.states or topic.states, head=topic.head)
    return filled
