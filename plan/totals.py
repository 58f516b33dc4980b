"""The two questions asked of amounts: how much of each nature, and against what was announced."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from plan.containment import containers
from plan.money import Amount, Cents, Nature
from plan.sums import LeftOut, Sum, add_up

COMMITMENTS = (Nature.ANNOUNCED, Nature.PLANNED, Nature.GRANTED)


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The amounts told, each money once, against the total announced.

    `committed` has what is announced, planned or granted; `others` what is told only as authorised
    or spent, with no commitment to hold it. `everything` is both.
    """

    announced: Cents | None
    committed: Sum
    others: Sum
    left_out: tuple[LeftOut, ...]

    @property
    def everything(self) -> Cents:
        """Commitments and others, in cents."""
        return self.committed.cents + self.others.cents

    @property
    def gap(self) -> Cents | None:
        """How much the commitments exceed the total announced; below zero where they fall short."""
        return None if self.announced is None else self.committed.cents - self.announced


def totals_by_nature(
    amounts: Iterable[Amount], scope: Collection[str] | None = None
) -> dict[Nature, Sum]:
    """The sum of each nature found in scope; two natures are never added together.

    `amounts` are all of the plan, so that what lies between two amounts is known; `scope` holds
    the keys to add up (None: all). A part of an amount out of scope counts, and so does a part of,
    or the same money as, an amount of another nature: `Counted.within` tells.
    """
    ordered = _in_order(amounts)
    in_scope = [each for each in ordered if scope is None or each.key in scope]
    above = containers(ordered)
    sums = {
        nature: add_up([each for each in in_scope if each.nature is nature], ordered, above)
        for nature in Nature
    }
    return {nature: each for nature, each in sums.items() if each.counted or each.left_out}


def reconciliation(amounts: Iterable[Amount], announced: Cents | None) -> Reconciliation:
    """Set the amounts told against the total announced, in cents.

    Here alone natures meet: each money counts once, by its commitment where there is one.
    For the plan that ships: 16,7 M$ announced, 17,2 M$ committed, 17 365 900 $ with two studies.
    """
    ordered = _in_order(amounts)
    whole = add_up(ordered, ordered, containers(ordered, preferred=COMMITMENTS))

    def is_commitment(*found: Amount) -> bool:
        return all(each.nature in COMMITMENTS for each in found)

    return Reconciliation(
        announced=announced,
        committed=Sum(
            tuple(each for each in whole.counted if is_commitment(each.amount)),
            tuple(each for each in whole.doubled if is_commitment(*each.wholes)),
            (),
        ),
        others=Sum(
            tuple(each for each in whole.counted if not is_commitment(each.amount)),
            tuple(each for each in whole.doubled if not is_commitment(*each.wholes)),
            (),
        ),
        left_out=whole.left_out,
    )


def _in_order(amounts: Iterable[Amount]) -> list[Amount]:
    return sorted(amounts, key=lambda each: (each.measure or 0, each.volet or 0, each.key))
