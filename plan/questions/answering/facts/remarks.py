"""What no fact tells but a remark does: its sentence, as it was recorded."""

from collections.abc import Callable

from plan.money import Cents
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.facts.counted import tells_number
from plan.questions.answering.facts.durations import UNITS
from plan.questions.answering.told.facts import SaidTold
from plan.questions.finding.choice import FLOOR, SURE, best_of, speaks_of
from plan.questions.finding.finder import Finder
from plan.questions.finding.index import Match, things
from plan.questions.finding.record import Record, Said, Shelf
from plan.questions.finding.text_words import roots_of
from plan.questions.reading.asked import Kind
from plan.questions.reading.filters import named_natures
from plan.questions.reading.money_words import typed_sums
from plan.questions.reading.normalise import normalise
from plan.questions.reading.periods import told_periods
from plan.questions.reading.vocabulary import root
from plan.text import fold, words

_MOST = 3  # sentences told, at most


def remark_answer(finder: Finder, kind: Kind) -> Answer | None:
    """The sentences of remarks that tell what was asked, where they hold such a thing at all."""
    holds = _HOLDING.get(kind)
    if holds is None:
        return None

    def tells(record: Record) -> bool:
        said = record.thing
        return isinstance(said, Said) and holds(said.sentence, finder) and _suits(record, finder)

    found: list[Match] = []
    if finder.required:
        found = best_of(finder.search(Shelf.REMARK, tells), SURE if kind in _VAGUE else FLOOR)
        found = [each for each in found if each.own_found or kind in _OF_MEASURE]
    told = things(found, Said) if finder.required else _without_words(finder, tells)
    if not told:
        return None
    if kind is Kind.PAYER and not any(_names_a_payer(each.sentence, finder) for each in told):
        missing = Missing(Gap.NO_PAYER, measures=(told[0].measure,))
        return Answer(finder.asked, kind, missing=missing, near=missing.measures)
    kept = tuple(SaidTold(each) for each in told[:_MOST])
    return Answer(finder.asked, kind, kept, readings=len(kept) > 1, matches=tuple(found[:6]))


def _without_words(finder: Finder, tells: Callable[[Record], bool]) -> list[Said]:
    """Only a measure or a sum is named: its sentences that tell what was asked."""
    if not (finder.asked.measures or finder.asked.sums):
        return []
    named = finder.of_measures(Shelf.REMARK) or finder.index.of(Shelf.REMARK)
    return [each.thing for each in named if tells(each) and isinstance(each.thing, Said)]


def _suits(record: Record, finder: Finder) -> bool:
    """Tell whether it is of the time, the MOs and the nature of money asked."""
    asked = finder.asked
    periods = [each for each in asked.periods if each.has_year]
    return (
        speaks_of(record.own, periods)
        and finder.concerns_bodies(record)
        and asked.natures <= named_natures(fold(record.own))
    )


def _holds_money(sentence: str, _finder: Finder) -> bool:
    return any(not each.bare for each in typed_sums(normalise(sentence)[0]))


def _names_a_payer(sentence: str, finder: Finder) -> bool:
    """Tell whether it names an MO beside the money: « une aide » alone does not say whose."""
    said = set(words(sentence))
    return any(each.acronym.casefold() in said for each in finder.snapshot.plan.organisations)


def sums_told(text: str) -> set[Cents]:
    """The sums of money that a text tells."""
    return {each.cents for each in typed_sums(normalise(text)[0])}


def _holds_the_sum(sentence: str, finder: Finder) -> bool:
    return {each.cents for each in finder.asked.sums} <= sums_told(sentence)


def _holds_a_date(sentence: str, _finder: Finder) -> bool:
    return bool(told_periods(sentence))


def _holds_a_time(sentence: str, _finder: Finder) -> bool:
    return not UNITS.isdisjoint(words(sentence))


def _holds_the_number(sentence: str, finder: Finder) -> bool:
    head = finder.asked.head
    return tells_number(sentence) and (not head or root(head) in roots_of(sentence))


def _holds_words(_sentence: str, finder: Finder) -> bool:
    return len(finder.required) > 1 and not finder.unknown


def _holds_a_name(sentence: str, finder: Finder) -> bool:
    """« … (RDN) »: an acronym that a remark spells out; else words enough."""
    spelt = any(f"({each.word.upper()})" in sentence for each in finder.required)
    return spelt or _holds_words(sentence, finder)


_HOLDING: dict[Kind, Callable[[str, Finder], bool]] = {
    Kind.AMOUNT: _holds_money,
    Kind.PAYER: _holds_money,
    Kind.SUM: _holds_the_sum,
    Kind.DATE: _holds_a_date,
    Kind.DURATION: _holds_a_time,
    Kind.QUANTITY: _holds_the_number,
    Kind.WHO: _holds_words,
    Kind.MEANING: _holds_a_name,
    Kind.ANYTHING: _holds_words,
}
_OF_MEASURE = frozenset({Kind.AMOUNT, Kind.PAYER})  # money is told of the measure that is named
_VAGUE = frozenset({Kind.WHO, Kind.MEANING, Kind.ANYTHING})
