"""From a typed sentence to what it asks and names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from plan.definition import PlanDefinition
from plan.questions import entities
from plan.questions.asked import Asked, Focus, Kind
from plan.questions.kinds import focus_of, kinds_of
from plan.questions.money_words import TypedSum, typed_sums
from plan.questions.normalise import normalise
from plan.questions.periods import Period, typed_periods
from plan.questions.vocabulary import STOP
from plan.text import number_in_words

MOST_WORDS = 24  # of a sentence, that are looked for: a whole page is no question
_HEAD = re.compile(
    r"\b(?:combien|nombre|quantite|taux|liste|noms?)\b(?: moyen)?(?: de| d| des| du| les| la| l)+"
    r"(?: \d+)? (?P<head>[a-z]+)"
)
_LENGTH = re.compile(
    r"\b(?:(?:sur|pour|pendant|en|durant|over) )?(?:les )?"
    r"(?P<years>\d{1,2}|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) (?:ans|annees)\b"
)
_PERSON = re.compile(
    r"\b(?:ministre|presidente?|directeur|directrice|repondante?|maire(?:sse)?|auteure?|premierministre)\b"
)
_STRONG_STATE = re.compile(r"\bou en\b|\betats?\b|\bstatuts?\b|\bavancement\b|\brendue?s?\b")
_OF_MONEY = re.compile(
    r"\bcombien (?:de|d) (?:reserve|prevu|octroye|verse|donne|investi|depense|accorde|autorise)\w*"
)
_HOW_MANY_DID = re.compile(
    r"\bcombien (?:d entre \w+ )?(?:en )?(?:ont|avaient|n ont)\b(?! (?:coute|recu d|ete verse))"
)
_MEMBERSHIP = {Kind.MEANING, Kind.WHO, Kind.LIST, Kind.BODIES, Kind.DIRECTORY}
_CONTENT = re.compile(r"[a-z]+\d*|\d+(?:[.,]\d+)?")


def understand(text: str, plan: PlanDefinition, bodies: entities.Bodies) -> Asked:
    """Read a question; nothing is looked up but the numbers and names of the plan."""
    normal, language = normalise(text)
    periods = typed_periods(normal)
    rest = _blank(normal, periods)
    sums = typed_sums(rest)
    rest = _blank(rest, sums)
    lengths = list(_LENGTH.finditer(rest))
    for each in lengths:
        rest = rest[: each.start()] + " " * len(each.group()) + rest[each.end() :]
    known = {each.number for each in plan.measures}
    measures = list(entities.named_measures(rest, known))
    axes, volets = list(entities.named_axes(rest)), list(entities.named_volets(rest))
    rest = _blank(rest, [*axes, *volets, *measures])
    named = bodies.named(rest)
    rest = _blank(rest, [each for each in named if each.plainly])
    known_axes = {each.number for each in plan.axes}
    of_axes = {each.number for each in axes}
    numbers = list(dict.fromkeys(each.number for each in measures))
    head = _HEAD.search(normal)
    asked = Asked(
        text=text,
        normal=normal,
        language=language,
        kinds=kinds_of(normal),
        words=tuple(dict.fromkeys(_content(rest)))[:MOST_WORDS],
        head=head["head"] if head else "",
        measures=tuple(number for number in numbers if number in known),
        unknown_measures=tuple(number for number in numbers if number not in known),
        axes=tuple(sorted(of_axes & known_axes)),
        unknown_axes=tuple(sorted(of_axes - known_axes)),
        volet=volets[0].number if volets else None,
        years=number_in_words(lengths[0]["years"]) if lengths else None,
        bodies=_unique(named, plainly=True),
        maybe_bodies=_unique(named, plainly=False),
        everyone=entities.names_everyone(normal),
        states=entities.named_states(normal),
        natures=entities.named_natures(normal),
        sums=tuple(sums),
        periods=tuple(periods),
        focus=focus_of(normal),
    )
    return replace(asked, kinds=_in_order(asked))


def _blank(text: str, spans: Iterable[entities.Span | Period | TypedSum]) -> str:
    for span in spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _content(rest: str) -> list[str]:
    return [word for word in _CONTENT.findall(rest) if word not in STOP]


def _unique(
    named: Sequence[entities.NamedBody], *, plainly: bool
) -> tuple[entities.Organisation, ...]:
    found = (each.organisation for each in named if each.plainly is plainly)
    return tuple({each.acronym: each for each in found}.values())


def _in_order(asked: Asked) -> tuple[Kind, ...]:
    """Put first what the things named decide, whatever the words."""
    kinds = list(asked.kinds)

    def first(kind: Kind) -> None:
        if kind in kinds:
            kinds.remove(kind)
        kinds.insert(0, kind)

    words = asked.normal.split()
    if _is_sum_question(asked):
        first(Kind.SUM)
    if _speaks_of_announced(asked, words):
        first(Kind.RECONCILIATION)
    if Kind.LIST in kinds and Kind.STATE in kinds:
        if asked.measures:
            kinds.remove(Kind.LIST)
        elif asked.states:
            first(Kind.LIST)
    if Kind.LIST in kinds and asked.everyone:
        first(Kind.LIST)
    if Kind.AMOUNT in kinds and _OF_MONEY.search(asked.normal):
        first(Kind.AMOUNT)
    elif asked.head and Kind.QUANTITY in kinds and Kind.COUNT not in kinds:
        kinds = [each for each in kinds if each not in (Kind.STATE, Kind.AMOUNT)]
    if Kind.DATE in kinds and Kind.STATE in kinds and not _STRONG_STATE.search(asked.normal):
        first(Kind.DATE)
    if _PERSON.search(asked.normal) and Kind.WHO in kinds:
        first(Kind.WHO)
        kinds = [each for each in kinds if each is not Kind.BODIES]
    if _HOW_MANY_DID.search(asked.normal):
        first(Kind.QUANTITY)
        kinds = [each for each in kinds if each is not Kind.AMOUNT]
    if asked.measures and set(kinds) <= _MEMBERSHIP and (asked.bodies or Kind.WHO in kinds):
        first(Kind.BODIES)
    if asked.years and not kinds:
        first(Kind.AMOUNT)
    if Kind.MEANING in kinds and asked.focus & {Focus.WHY}:
        kinds.remove(Kind.MEANING)
    return tuple(kinds)


def _is_sum_question(asked: Asked) -> bool:
    """Tell whether a sum is what is asked about, and not only told along the way."""
    kinds = set(asked.kinds)
    along = {Kind.OVERLAP, Kind.RECONCILIATION} & kinds
    return bool(asked.sums) and not along and not {
        Kind.DATE, Kind.STATE, Kind.COMPARISON
    } & set(asked.kinds[:1])  # fmt: skip


def _speaks_of_announced(asked: Asked, words: Sequence[str]) -> bool:
    """« Les montants font-ils 16,7 M$? »: one sum, and all the others together."""
    together = {"montants", "sommes", "mesures", "additionne", "additionnes"} & set(words)
    makes = {"font", "fait", "donne", "donnent", "egale", "egalent", "arrive"} & set(words)
    return len(asked.sums) == 1 and bool(together and makes) and not asked.measures
