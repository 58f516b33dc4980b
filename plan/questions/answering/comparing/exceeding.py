"""« X dépasse-t-il Y? »: whether the amount of one thing named is more than that of another."""

from dataclasses import replace

from plan.money import Amount, Rhythm
from plan.questions.answering.answer import Answer
from plan.questions.answering.money.choice import amounts_named, narrowed
from plan.questions.answering.money.links import amounts_of
from plan.questions.answering.told.money import ComparedTold
from plan.questions.finding.finder import Finder
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.filters import named_natures
from plan.questions.reading.focus import focus_of
from plan.questions.reading.order.money import EXCEEDS


def exceeding(finder: Finder) -> Answer | None:
    """Yes or no with both amounts, where each side of the verb names one."""
    asked = finder.asked
    said = EXCEEDS.search(asked.normal)
    counts = Kind.QUANTITY in asked.kinds and not asked.bodies
    if said is None or counts or asked.sums or asked.measures or finder.unknown:
        return None
    named = [_amounts_of(said[side], finder) for side in ("what", "other")]
    if any(len(each) != 1 for each in named):
        return None
    (one,), (other,) = named
    if one == other or other.key in (one.same_as, *one.part_of) or one.key == other.same_as:
        return None
    yearly = one.rhythm is other.rhythm is Rhythm.PER_YEAR and not finder.wants(Focus.TOTAL)
    first, second = (each.value if yearly else each.total for each in (one, other))
    larger, smaller = (one, other) if first >= second else (other, one)
    told = ComparedTold(larger, smaller, totals=not yearly, exceeds=first > second)
    return Answer(asked, Kind.COMPARISON, (told,))


def _amounts_of(part: str, finder: Finder) -> list[Amount]:
    """The amounts that the words on one side of the verb name."""
    said = set(part.split())
    asked = replace(
        finder.asked,
        words=tuple(word for word in finder.asked.words if word in said),
        natures=named_natures(part),
        focus=focus_of(part) | (finder.asked.focus & {Focus.PER_YEAR}),
        normal=part,
        head="",
    )
    side = finder.asking(asked)
    return amounts_of(narrowed(amounts_named(side), side)) if side.required else []
