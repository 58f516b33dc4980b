"""« La métropole sans les ententes »: what is left of an amount once parts of it are taken off."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from plan.money import Amount, Cents
from plan.questions.answering.money.choice import amounts_named
from plan.questions.answering.money.links import amount_of, amounts_of, roots_among
from plan.questions.answering.told.money import AmountTold, RemainderTold
from plan.questions.answering.told.told import Told
from plan.questions.finding.choice import best_of
from plan.questions.finding.finder import Finder
from plan.questions.finding.index import Match
from plan.questions.finding.record import Shelf
from plan.text import words

_MOST = 4
_TAKEN_OFF = re.compile(
    r"\b(?:sans|hors|en dehors|outre|hormis|sauf|excepte\w*|exclu\w*"
    r"|enlev\w*|ote\w*|retir\w*|soustra\w*|moins|deduis\w*|mise? de cote"
    r"|a part|mise? a part|oubli\w*) (?P<what>.+?)"
    r"(?= (?:il |y |ca |on |en |qu )?(?:reste|combien|fait|donne|va|vont|quel\w*)\b"
    r"| (?:du|aux|sur le|des|de l) (?:\d|un |millions?\b|total\b)|$)"
)


def remainder(finder: Finder) -> tuple[Told, ...]:
    """The amount named less those of its parts that are named apart; nothing where none is."""
    said = _TAKEN_OFF.search(finder.asked.normal)
    if said is None:
        return ()
    apart, whole_of = _of_words(finder, said, within=True), _of_words(finder, said, within=False)
    for whole in _wholes(whole_of):
        off = _parts_named(whole, apart)
        if off and (told := _less(whole, off, finder)):
            return (told,)
    return _others(whole_of, apart)


def _others(finder: Finder, apart: Finder) -> tuple[Told, ...]:
    """« Outre le protocole, qu'a reçu le Chantier? »: the amounts that fit, that one left out."""
    if finder.unknown or apart.unknown:
        return ()
    fitting = amounts_of(best_of(finder.search(Shelf.AMOUNT)))
    off = amounts_of(best_of(apart.search(Shelf.AMOUNT)))
    if not any(each in fitting for each in off[:1]):
        return ()
    left = roots_among([each for each in fitting if each not in off])
    return tuple(AmountTold(each) for each in left[:_MOST])


def without_sums(finder: Finder) -> tuple[Told, ...]:
    """« La mesure 4 sans le 40 000 $ »: the amounts of the measures named, but for that one."""
    said = _TAKEN_OFF.search(finder.asked.normal)
    named = finder.named_measures()
    if said is None or not named or _of_words(finder, said, within=False).asked.sums:
        return ()
    typed = {each.cents for each in finder.asked.sums}
    amounts = [amount for each in named for amount in each.amounts]
    return tuple(AmountTold(each) for each in roots_among(amounts) if each.value not in typed)


def _of_words(finder: Finder, said: re.Match[str], *, within: bool) -> Finder:
    """The question with only the words, sums and MOs that are to be taken off, or the others."""
    asked = finder.asked
    off, all_said = _in_one_clause(said, asked.text), set(said.group().split())
    all_said &= off | (all_said - set(said["what"].split()))

    def is_kept(word: str) -> bool:
        return word in off if within else word not in all_said

    kept = replace(
        asked,
        words=tuple(filter(is_kept, asked.words)),
        bodies=tuple(each for each in asked.bodies if is_kept(each.acronym.casefold())),
        sums=tuple(
            each
            for each in asked.sums
            if (said.start("what") <= each.start < said.end("what")) is within
        ),
    )
    return finder.asking(kept)


def _in_one_clause(said: re.Match[str], text: str) -> set[str]:
    """The words to take off, as far as the comma: « à part le protocole, le Chantier a eu »."""
    off = set(said["what"].split())
    marks = set(said.string[said.start() : said.start("what")].split())
    clauses = (set(words(each)) for each in re.split(r"[,;:]", text))
    return next((off & each for each in clauses if marks <= each and off & each), off)


def _wholes(finder: Finder) -> list[Amount]:
    asked, every = finder.asked, finder.snapshot.plan.amounts
    typed = {each.cents for each in asked.sums}
    named = amounts_of(amounts_named(finder)) if finder.required else []
    if typed:
        valued = [each for each in every if typed & {each.value, each.total}]
        return [each for each in valued if each in named] or valued
    if finder.required:
        return named
    return roots_among([amount for each in finder.named_measures() for amount in each.amounts])


def _parts_named(whole: Amount, finder: Finder) -> list[Amount]:
    """The parts of a whole that the words, the sums or the MOs name."""
    asked = finder.asked
    inside = list(_inside(whole, finder.snapshot.plan.amounts))
    if typed := {each.cents for each in asked.sums}:
        return [each for each in inside if typed & {each.value, each.total}]
    if asked.bodies:
        payers = {each.acronym for each in asked.bodies}
        return roots_among([each for each in inside if set(each.payers) <= payers])
    chosen: list[Match] = []
    for one in [*finder.sides(), finder]:
        matches = one.search(Shelf.AMOUNT, lambda record: amount_of(record) in inside)
        chosen += best_of(matches)[:1]
    return roots_among(list(dict.fromkeys(amounts_of(chosen)))) or _shared(inside, finder)


def _shared(inside: Sequence[Amount], finder: Finder) -> list[Amount]:
    """The parts that are also of another whole, which the words name: one money, told twice."""
    named = {each.key for each in amounts_of(amounts_named(finder))} if finder.required else set()
    return roots_among([each for each in inside if named.intersection(each.part_of)])


def _inside(whole: Amount, every: Sequence[Amount]) -> Iterable[Amount]:
    for part in every:
        if whole.key in part.part_of:
            yield part
            yield from _inside(part, every)


def _less(whole: Amount, off: Sequence[Amount], finder: Finder) -> Told | None:
    """The part of the whole that is just that, where the documents tell one; else what is left."""
    same = all(each.rhythm is whole.rhythm for each in off)
    cents = _worth([whole], totals=not same) - _worth(off, totals=not same)
    if cents <= 0:
        return None
    inside = _inside(whole, finder.snapshot.plan.amounts)
    told = next((each for each in inside if same and each.value == cents), None)
    return AmountTold(told) if told else RemainderTold(whole, tuple(off), cents, totals=not same)


def _worth(amounts: Iterable[Amount], *, totals: bool) -> Cents:
    return sum(each.total if totals else each.value for each in amounts)
