"""« Combien d'ententes… », « quelle part… »: indicators, and the figures that documents tell."""

import re
from collections.abc import Set
from functools import lru_cache

from plan.indicator import Indicator
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.answering.disagreements import fact_told, without_contradictions
from plan.questions.answering.durations import UNITS
from plan.questions.answering.told import EntryTold, IndicatorTold, Told
from plan.questions.finding.choice import best_of, cover, fits, speaks_of
from plan.questions.finding.finder import Finder
from plan.questions.finding.index import Match
from plan.questions.finding.record import EntrySection, Record, Shelf
from plan.questions.reading.asked import Focus, Kind
from plan.questions.reading.money_words import typed_sums
from plan.questions.reading.normalise import normalise
from plan.questions.reading.vocabulary import alike, family, root
from plan.source import Fact
from plan.text import words

_GENERAL_HEADS = frozenset(
    map(root, words("choses nombre pourcent pourcentage mois annees ans temps resultats affaires"))
)
_KEPT_TEXTS = 16_384  # worked out once, since most outlive a change of the plan
_TIMES = frozenset(map(root, UNITS))
_OUT_OF = re.compile(r"\bsur (?:les |ces |un total de )?\d")
_SIDE = 0.4  # coverage of both sides that the figure of one needs
_BEGINNING = 8  # words of a label that say what is counted
_COUNTED = ("chiffre", "autre")
_NUMBER_WORDS = frozenset(
    words(
        "deux trois quatre cinq six sept huit neuf dix douze vingt trente quarante cinquante cent"
    )
)


def quantity_answer(finder: Finder) -> Answer | None:
    """The figure of what is counted; all that fit alike where several do."""
    asked = finder.asked
    if asked.measures and all(root(each.word) in _GENERAL_HEADS for each in finder.required):
        return _of_measures(finder)
    if not finder.required or (finder.is_general and not asked.head):
        return None

    def counts(record: Record) -> bool:
        return _may_be_asked(record, finder)

    matches = [
        *finder.search(Shelf.INDICATOR, counts),
        *finder.search(Shelf.FACT, lambda each: _is_figure(each) and counts(each)),
        *finder.search(Shelf.SECTION, lambda each: _has_number(each) and counts(each)),
    ]
    matches = [each for each in matches if finder.numbers <= each.found]
    matches.sort(key=lambda each: -each.score)
    best = _of_so_many(matches, finder) or best_of(matches)
    if not finder.asked.head:  # « combien ont signé »: what was reached, not what there is
        best = [each for each in best if each.record.shelf is Shelf.INDICATOR] or best
    first_hand = [each for each in best if each.record.shelf is not Shelf.SECTION]
    best = first_hand or best
    best = _aimed(best, finder)
    if Kind.COMPARISON in asked.kinds and finder.sides():
        return _together(matches, finder)
    timely = [each for each in best if _is_of_time(each.record, finder)]
    if len(timely) < len(best):  # what fits best is of another time: its neighbours are no answer
        timely = [each for each in timely if each.score >= best[0].score - 0.05]
    if not timely:
        if best and not finder.unknown:
            missing = Missing(Gap.OTHER_PERIOD)
            return Answer(asked, Kind.QUANTITY, missing=missing, matches=tuple(best))
        return None
    told = without_contradictions(_told(each, finder) for each in timely)
    told = told[:5]
    return Answer(asked, Kind.QUANTITY, told, readings=len(told) > 1, matches=tuple(matches[:6]))


def _of_so_many(matches: list[Match], finder: Finder) -> list[Match]:
    """« Sur les 45, combien »: what was reached of as many."""
    if not _OUT_OF.search(finder.asked.normal):
        return []
    found = [each for each in matches if _is_out_of(each.record, finder.numbers)]
    return [each for each in found[:1] if each.coverage >= _SIDE]


def _together(matches: list[Match], finder: Finder) -> Answer | None:
    """« Plus de X ou de Y »: the figure of each."""
    found = [each for each in cover(matches, finder.terms) if fits(each, _SIDE)]
    told = tuple(_told(each, finder) for each in found)
    return Answer(finder.asked, Kind.QUANTITY, told, matches=tuple(found)) if told else None


def _aimed(matches: list[Match], finder: Finder) -> list[Match]:
    """Of those that fit alike, what can be short of a target where that is asked.

    A share that nobody measured is left out where what was reached is asked.
    """
    if finder.wants(Focus.TARGET, Focus.REMAINING):
        aimed = [
            m
            for m in matches
            if isinstance(t := m.record.thing, Indicator) and t.target is not None
        ]
        matches = aimed or matches
    of_these = [m for m in matches if _is_out_of(m.record, finder.numbers)]
    matches = of_these or matches
    if finder.wants(Focus.NEGATED, Focus.EXCEPT):
        matches = [m for m in matches if _can_be_short(m.record) and not finder.wants(Focus.EXCEPT)]
    if finder.wants(Focus.NOW, Focus.TO_DATE, Focus.REACHED) and not finder.wants(Focus.TARGET):
        return [m for m in matches if not _is_unmeasured(m.record)]
    return matches


def _may_be_asked(record: Record, finder: Finder) -> bool:
    """Tell whether it tells what is counted: a share, a number that was typed, of the MOs named."""
    if finder.asked.sums and not _holds_numbers(record, finder):
        return False
    if finder.wants(Focus.PERCENT) and not _is_share(record):
        return False
    return _counts(record, finder) and finder.concerns_bodies(record)


def _holds_numbers(record: Record, finder: Finder) -> bool:
    """« 125 000 ou 220 000 »: it tells one of the numbers typed as sums."""
    typed = {each.cents for each in finder.asked.sums}
    return bool(typed & {each.cents for each in typed_sums(normalise(record.own)[0])})


def _is_share(record: Record) -> bool:
    """Tell whether a record tells a share, or what one can be worked out of."""
    thing = record.thing
    return "%" in record.own or (isinstance(thing, Indicator) and remaining(thing))


def _is_out_of(record: Record, numbers: Set[str]) -> bool:
    """« Sur les 45, combien »: what was reached of as many."""
    thing = record.thing
    return isinstance(thing, Indicator) and str(thing.out_of) in numbers


def _can_be_short(record: Record) -> bool:
    thing = record.thing
    return isinstance(thing, Indicator) and remaining(thing)


def _is_unmeasured(record: Record) -> bool:
    return isinstance(record.thing, Indicator) and record.thing.reached is None


def _of_measures(finder: Finder) -> Answer | None:
    found = [
        each.thing
        for each in finder.of_measures(Shelf.INDICATOR)
        if isinstance(each.thing, Indicator)
    ]
    told = tuple(IndicatorTold(each, finder.asked.focus) for each in found)
    return Answer(finder.asked, Kind.QUANTITY, told[:5]) if told else None


def _told(match: Match, finder: Finder) -> Told:
    thing = match.record.thing
    if isinstance(thing, Indicator):
        short = {Focus.REMAINING} if finder.wants(Focus.NEGATED) else set()
        return IndicatorTold(thing, finder.asked.focus | short)
    if isinstance(thing, Fact):
        return fact_told(thing, finder.snapshot.plan, Kind.QUANTITY)
    assert isinstance(thing, EntrySection)
    return EntryTold(thing.entry, section=thing.section, items=thing.section.items)


def _counts(record: Record, finder: Finder) -> bool:
    """Tell whether a record speaks of the very thing counted: « combien de X » wants X.

    It stands at the beginning of what the record counts; elsewhere it is told along the way.
    """
    head = finder.asked.head
    wanted = root(head) if head else ""
    if not wanted or wanted in _GENERAL_HEADS:
        return True
    accepted = {wanted, *family(wanted)}
    if isinstance(record.thing, EntrySection):  # of an organisation: « ses employés » are its own
        return not _every_root(_counted_text(record)).isdisjoint(accepted)
    accepted |= alike(wanted)
    term = next((each for each in finder.terms if root(each.word) == wanted), None)
    if term:
        accepted |= {each for each, _ in term.roots}
    return not _every_root(_counted_text(record)).isdisjoint(accepted)


@lru_cache(maxsize=_KEPT_TEXTS)
def _every_root(text: str) -> frozenset[str]:
    return frozenset(map(root, words(text)))


def _counted_text(record: Record) -> str:
    thing = record.thing
    if isinstance(thing, Fact):  # « 16 mois pour signer 13 ententes »: the months are counted
        timed = not _TIMES.isdisjoint(_every_root(thing.value))
        return thing.value if timed else f"{thing.value} {_beginning(thing.label)}"
    if isinstance(thing, Indicator):
        return _beginning(thing.label)
    return _around_numbers(record.own)


@lru_cache(maxsize=_KEPT_TEXTS)
def _around_numbers(text: str) -> str:
    told = words(text)
    numbers = [place for place, word in enumerate(told) if tells_number(word)]
    return " ".join(word for place in numbers for word in told[place : place + 4])


def _beginning(label: str) -> str:
    return " ".join(re.split(r"[,;:(]", label)[0].split()[:_BEGINNING])


def _is_figure(record: Record) -> bool:
    thing = record.thing
    if not isinstance(thing, Fact) or thing.kind not in _COUNTED:
        return False
    return thing.kind == "chiffre" or tells_number(f"{thing.label} {thing.value}")


def _has_number(record: Record) -> bool:
    thing = record.thing
    return (
        isinstance(thing, EntrySection)
        and len(thing.section.items) == 1
        and any(tells_number(each) for each in thing.section.items)
    )


@lru_cache(maxsize=_KEPT_TEXTS)
def tells_number(text: str) -> bool:
    """Tell whether a text has a number, in digits or in words."""
    return bool(re.search(r"\d", text)) or bool(_NUMBER_WORDS & set(words(text)))


def _is_of_time(record: Record, finder: Finder) -> bool:
    """Tell whether a figure is of the time asked about, where one is asked."""
    periods = [each for each in finder.asked.periods if each.has_year]
    if not periods:
        return True
    thing = record.thing
    if isinstance(thing, Indicator):
        aimed = thing.reached is None or finder.wants(Focus.TARGET, Focus.END)
        days = (thing.reached_on, thing.target_on if aimed else None)
        on = [each.isoformat() for each in days if each]
        text = f"{thing.period} {' '.join(on)}"
    elif isinstance(thing, Fact):
        text = f"{thing.label} {thing.value} {thing.date}"
    else:
        return False
    return speaks_of(text.replace("-", " "), periods)


def remaining(indicator: Indicator) -> bool:
    """Tell whether what is left to reach can be told."""
    return indicator.reached is not None and (
        indicator.target is not None or indicator.out_of is not None
    )
