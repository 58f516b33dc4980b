"""Which of the facts found are an answer: the one that fits, several alike, or none."""

from collections.abc import Sequence

from plan.questions.finding.index import Match
from plan.questions.finding.lexicon import Term
from plan.questions.finding.record import Shelf
from plan.questions.reading.periods import Period, told_periods

FLOOR = 0.6  # coverage under which a fact is not an answer
SURE = 0.78  # coverage from which a fact may lack the rarest word asked
TIE = 0.06  # coverage within which two facts fit alike


def best_of(matches: Sequence[Match], floor: float = FLOOR) -> list[Match]:
    """The matches that fit alike, best first; none where none covers enough."""
    fitting = [each for each in matches if fits(each, floor)]
    if not fitting:
        return []
    top = fitting[0]
    return [each for each in fitting if each.coverage >= max(floor, top.coverage - TIE)]


def fits(match: Match, floor: float = FLOOR) -> bool:
    """Tell whether a match covers enough; more is asked of one that lacks the rarest word."""
    if match.lacks_name:
        return False
    return match.coverage >= (max(floor, SURE) if match.lacks_rarest else floor)


def cover(matches: Sequence[Match], terms: Sequence[Term], most: int = 3) -> list[Match]:
    """The few matches that together hold what was asked, the best first.

    It is for questions about two things at once: each further one brings words the first lacks.
    """
    if not matches:
        return []
    chosen = [matches[0]]
    weights = {each.word: each.weight for each in terms}
    wanted = {each.word for each in terms if each.is_known and each.required}
    missing = wanted - matches[0].own_found
    while missing and len(chosen) < most:
        gains = [
            (sum(weights[word] for word in match.own_found & missing), match)
            for match in matches
            if match not in chosen
        ]
        gain, match = max(gains, key=lambda pair: (pair[0], pair[1].score), default=(0.0, None))
        if match is None or gain < 2.0:
            break
        chosen.append(match)
        missing -= match.own_found
    return chosen


def covered(matches: Sequence[Match], terms: Sequence[Term]) -> float:
    """How much of what was asked several matches hold together, 0 to 1."""
    required = [each for each in terms if each.required]
    whole = sum(each.weight for each in required)
    found = frozenset().union(*(each.found for each in matches))
    return sum(each.weight for each in required if each.word in found) / whole if whole else 0.0


def speaks_of(text: str, periods: Sequence[Period]) -> bool:
    """Tell whether a fact's own words name every period asked about."""
    told = list(told_periods(text))
    return all(any(_same_time(each, period) for each in told) for period in periods)


def _same_time(told: Period, asked: Period) -> bool:
    if not asked.has_year:
        return told.first.month <= asked.first.month <= told.last.month
    return told.overlaps(asked)


def as_well_elsewhere(best: Sequence[Match], matches: Sequence[Match]) -> list[Match]:
    """Facts of other measures that hold the very words of the best, or what stands for them.

    « Quand l'étude a-t-elle été remise », where another was deposited: either may be meant.
    """
    measures = {each.record.measure for each in best} | {None}
    words = {each.found for each in best}
    return [
        each
        for each in matches
        if each.record.shelf is Shelf.FACT
        and each.record.measure not in measures
        and each.found in words
        and each.coverage >= SURE
    ]
