"""One sum that counts no money twice, and says what it leaves out.

An amount is contained in what it is `part_of`, and in what it is the `same_as`; a whole is an
amount contained in no other of the sum. Only wholes are counted. Where two wholes share a part,
the part is taken off once: measure 4's three agreements are also among measure 2's 21.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from plan.money import Amount, Cents, Rhythm


class Reason(StrEnum):
    """Why an amount is not counted."""

    OUTSIDE = "outside"  # the amount says so itself, see Amount.outside
    PART = "part"
    SAME = "same"
    RHYTHM_UNTOLD = "rhythm_untold"
    YEARS_UNTOLD = "years_untold"  # per year, nobody says for how long


@dataclass(frozen=True, slots=True)
class Counted:
    """An amount with what it brings over all its years.

    `within` are the amounts of another nature, or out of scope, that are or contain the same money.
    """

    amount: Amount
    cents: Cents
    within: tuple[Amount, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An amount that is not counted; `of` is the amount it is a part of, or the same as."""

    amount: Amount
    reason: Reason
    of: Amount | None = None


@dataclass(frozen=True, slots=True)
class Doubled:
    """A part that `wholes`, all counted, share. `cents` is what is taken off for it.

    It is below zero where parts that were taken off overlap in their turn.
    """

    amount: Amount
    cents: Cents
    wholes: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum with all that makes it. Lines are in order of measure, volet and key."""

    counted: tuple[Counted, ...]
    doubled: tuple[Doubled, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def cents(self) -> Cents:
        """The total."""
        counted = sum(each.cents for each in self.counted)
        return counted - sum(each.cents for each in self.doubled)


def add_up(
    group: Sequence[Amount], every: Sequence[Amount], above: Mapping[str, Sequence[str]]
) -> Sum:
    """Add up a group of the amounts; `above` has the containers of every one of them."""
    by_key = {each.key: each for each in every}
    members = {each.key for each in group}
    counted: list[Counted] = []
    left_out: list[LeftOut] = []
    for amount in group:
        holders = [by_key[key] for key in above[amount.key]]
        reason, of = _reason(amount, [each for each in holders if each.key in members])
        if reason:
            left_out.append(LeftOut(amount, reason, of))
        else:
            direct = (amount.same_as, *amount.part_of)
            within = tuple(each for each in holders if each.key in direct)
            counted.append(Counted(amount, amount.total, within))
    parts = [each.amount for each in left_out]
    return Sum(tuple(counted), tuple(_doubled(parts, counted, above)), tuple(left_out))


def _reason(amount: Amount, holders: Sequence[Amount]) -> tuple[Reason | None, Amount | None]:
    if amount.outside:
        return Reason.OUTSIDE, None
    if holders:
        nearest = holders[0]
        same = nearest.key == amount.same_as or nearest.same_as == amount.key
        return (Reason.SAME if same else Reason.PART), nearest
    return _unknown_total(amount), None


def _unknown_total(amount: Amount) -> Reason | None:
    if amount.rhythm is Rhythm.UNTOLD:
        return Reason.RHYTHM_UNTOLD
    if amount.rhythm is Rhythm.PER_YEAR and amount.years is None:
        return Reason.YEARS_UNTOLD
    return None


def _doubled(
    parts: Iterable[Amount], counted: Sequence[Counted], above: Mapping[str, Sequence[str]]
) -> list[Doubled]:
    """What several wholes share, by inclusion and exclusion.

    A part held by n wholes was counted n times; what was taken off for the parts that hold it is
    already gone. A part is no larger than what holds it, and the largest whole always remains.
    """
    wholes = {each.amount.key: each for each in counted}
    room = sum(each.cents for each in counted) - max((each.cents for each in counted), default=0)
    times: dict[str, int] = {}
    sizes: dict[str, Cents] = {key: each.cents for key, each in wholes.items()}
    found: list[Doubled] = []
    for part in sorted(parts, key=lambda each: (len(above[each.key]), each.key)):
        size = min([part.total, *(sizes[key] for key in above[part.key] if key in sizes)])
        if not _unknown_total(part):
            sizes[part.key] = size
        holders = [wholes[key] for key in above[part.key] if key in wholes]
        if len(holders) < 2:
            continue
        repeated = len(holders) - 1 - sum(times.get(key, 0) for key in above[part.key])
        times[part.key] = repeated
        cents = min(repeated * size, room)
        room -= cents
        if cents:
            found.append(Doubled(part, cents, tuple(each.amount for each in holders)))
    return found
