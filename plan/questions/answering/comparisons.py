"""« Lequel est le plus… », « la différence entre… »: amounts, measures, MOs and axes compared."""

import re
from collections.abc import Iterable, Sequence

from plan.measure import Measure
from plan.money import Amount, Rhythm
from plan.organisation import Organisation, OrganisationKind
from plan.questions.answering.amount_choice import amounts_named
from plan.questions.answering.amount_links import amount_of, amounts_of, shares_of
from plan.questions.answering.answer import Answer
from plan.questions.answering.told import ComparedTold, RankedTold
from plan.questions.finding.facts import Shelf
from plan.questions.finding.finder import Finder
from plan.questions.finding.lexicon import roots_of
from plan.questions.reading.asked import Focus, Kind
from plan.state import State

_MORE_OF = re.compile(r"\b(?:plus|moins) (?:de|d) (?!argent|sous|dollars)")
_GIVES = re.compile(r"\b(?:donne|verse|paye|paie|recoi|recu|coute|finance|octroy)\w*")


def comparison_answer(finder: Finder) -> Answer | None:
    """Two amounts side by side; else what has the most, or the least, of something."""
    for compare in (_two_counts, _two_amounts, _most):
        if found := compare(finder):
            return found
    return None


def _is_of_money(finder: Finder) -> bool:
    kinds = {Kind.AMOUNT, Kind.PAYER} & set(finder.asked.kinds)
    return bool(kinds) or _GIVES.search(finder.asked.normal) is not None


def _two_counts(finder: Finder) -> Answer | None:
    """Two states, two MOs or two axes, compared by their measures."""
    asked = finder.asked
    if _is_of_money(finder) or asked.measures:
        return None
    measures = finder.snapshot.measures
    values: list[tuple[str, int]] = []
    if len(asked.states) == 2:
        values = [
            (f"etat:{s}", sum(m.state is s for m in measures)) for s in State if s in asked.states
        ]
    elif len(asked.bodies) == 2:
        values = [(b.acronym, len(_of_body(b, measures))) for b in asked.bodies]
    elif len(asked.axes) == 2:
        values = [(f"axe {n}", sum(m.axis.number == n for m in measures)) for n in asked.axes]
    if not values:
        return None
    return _ranked(finder, "mesures", values)


def _two_amounts(finder: Finder) -> Answer | None:
    asked = finder.asked
    pair: Sequence[Amount] = ()
    if len(asked.measures) == 2:
        pair = [
            found
            for number in asked.measures
            if (found := _main_amount(finder, number)) is not None
        ]
    elif len(asked.bodies) == 2 and _is_of_money(finder):
        pair = _by_payer(finder)
    elif finder.required and not asked.measures:
        pair = [] if counts_things(asked.normal) else _by_side(finder) or _shares(finder)
        pair = pair or ([] if counts_things(asked.normal) else _named_together(finder))
    if len(pair) != 2:
        return None
    same_rhythm = pair[0].rhythm is pair[1].rhythm and not finder.wants(Focus.TOTAL)
    first, second = sorted(
        pair, key=lambda each: each.value if same_rhythm else each.total, reverse=True
    )
    return Answer(asked, Kind.COMPARISON, (ComparedTold(first, second, totals=not same_rhythm),))


def _shares(finder: Finder) -> list[Amount]:
    """« Qui paie le plus »: the two largest shares of the one amount named."""
    if Kind.PAYER not in finder.asked.kinds:
        return []
    for amount in _named_together(finder):
        shares = shares_of(amount, finder.snapshot.plan.amounts)
        if len(shares) < 2:
            continue
        return sorted(shares, key=lambda each: -each.total)[:2]
    return []


def counts_things(normal: str) -> bool:
    """« Plus d'entreprises… »: things are counted, not money."""
    return _MORE_OF.search(normal) is not None


def _named_together(finder: Finder) -> list[Amount]:
    return amounts_of(amounts_named(finder))


def _by_side(finder: Finder) -> list[Amount]:
    """« X ou Y »: the amount of each, first the one that X itself receives."""
    if not (_is_of_money(finder) or finder.wants(Focus.MOST, Focus.LEAST)):
        return []
    pair: list[Amount] = []
    for side in finder.sides():
        found = _named_together(side)
        held = {each for term in side.required for each, worth in term.roots if worth >= 1}
        received = [a for a in found if held & roots_of(a.recipient)]
        best = max(received or found, key=lambda each: each.total, default=None)
        if best:
            pair.append(best)
    return pair if len(pair) == 2 else []


def _main_amount(finder: Finder, number: int) -> Amount | None:
    """The amount of a measure that the words fit, else the largest of it."""
    amounts = [a for m in finder.snapshot.measures if m.number == number for a in m.amounts]
    if finder.terms:
        matches = finder.index.search(
            finder.terms, Shelf.AMOUNT, lambda record: record.measure == number
        )
        if matches and matches[0].coverage >= 0.5:
            return amount_of(matches[0].record)
    return max(amounts, key=lambda each: each.total, default=None)


def _by_payer(finder: Finder) -> list[Amount]:
    """For each MO named, what it alone pays for what the words name."""
    pair: list[Amount] = []
    for body in finder.asked.bodies:
        matches = finder.index.search(
            finder.terms, Shelf.AMOUNT, lambda record, body=body: _paid_alone(record.thing, body)
        )
        found = amount_of(matches[0].record) if matches else None
        if found:
            pair.append(found)
    return pair


def _paid_alone(thing: object, body: Organisation) -> bool:
    return isinstance(thing, Amount) and thing.payers == (body.acronym,)


def _most(finder: Finder) -> Answer | None:
    """« Quelle mesure reçoit le plus », « quel ministère a le plus de mesures »…"""
    asked = finder.asked
    if not finder.wants(Focus.MOST, Focus.LEAST) or finder.required:
        return None
    words = asked.normal.split()
    measures = finder.snapshot.measures
    if _is_of_money(finder) and not _speaks(words, "ministere", "organisme", "mo", "payeur"):
        if _speaks(words, "axe", "section"):
            return None
        values = [(f"mesure:{m.number}", _largest(m)) for m in measures if m.amounts]
        return _ranked(finder, "argent", values, money=True)
    if _is_of_money(finder):
        return None
    if _speaks(words, "axe", "section"):
        axes = finder.snapshot.plan.axes
        values = [(f"axe {a.number}", sum(m.axis == a for m in measures)) for a in axes]
        return _ranked(finder, "mesures", values)
    if _speaks(words, "mesure", "action") and _follows_plus(words, "ministere", "organisme", "mo"):
        values = [(f"mesure:{m.number}", _named_bodies(m, finder)) for m in measures]
        return _ranked(finder, "organismes", values)
    if _speaks(words, "ministere", "organisme", "mo"):
        named = [o for o in finder.snapshot.plan.organisations if o.kind is OrganisationKind.NAMED]
        values = [(o.acronym, len(_of_body(o, measures))) for o in named]
        return _ranked(finder, "mesures", values)
    return None


def _speaks(words: Iterable[str], *starts: str) -> bool:
    return any(word.startswith(starts) for word in words)


def _follows_plus(words: Sequence[str], *starts: str) -> bool:
    places = [place for place, word in enumerate(words) if word in ("plus", "moins")]
    return any(_speaks(words[place + 1 : place + 4], *starts) for place in places)


def _largest(measure: Measure) -> int:
    """The largest amount told of a measure, over all its years: natures are never added."""
    return max(each.total for each in measure.amounts if each.rhythm is not Rhythm.UNTOLD)


def _named_bodies(measure: Measure, finder: Finder) -> int:
    named = {
        o.acronym for o in finder.snapshot.plan.organisations if o.kind is OrganisationKind.NAMED
    }
    return sum(each.acronym in named for each in measure.organisations)


def _of_body(body: Organisation, measures: Iterable[Measure]) -> list[Measure]:
    return [m for m in measures if any(o.acronym == body.acronym for o in m.organisations)]


def _ranked(
    finder: Finder, what: str, values: Iterable[tuple[str, int]], *, money: bool = False
) -> Answer | None:
    most = not finder.wants(Focus.LEAST) or finder.wants(Focus.MOST)
    ordered = sorted(values, key=lambda pair: -pair[1] if most else pair[1])
    if not ordered:
        return None
    told = RankedTold(
        what, tuple(ordered[:4]), money, most, difference=finder.wants(Focus.DIFFERENCE)
    )
    return Answer(finder.asked, Kind.COMPARISON, (told,))
