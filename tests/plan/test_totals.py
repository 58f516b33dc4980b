"""Sums: the reference plan's, and what holds for any plan."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from plan.money import Amount, Nature, Rhythm
from plan.source import Source
from plan.sums import Reason, Sum
from plan.totals import reconciliation, totals_by_nature
from storage.shipped import shipped_plan

PLAN = shipped_plan()
DAY = date(2020, 3, 31)
PLANNED, GRANTED, SPENT = Nature.PLANNED, Nature.GRANTED, Nature.SPENT


def amount(
    key: str,
    value: int,
    nature: Nature = PLANNED,
    part_of: tuple[str, ...] = (),
    same_as: str = "",
    rhythm: Rhythm = Rhythm.ONCE,
    years: int | None = None,
    outside: str = "",
) -> Amount:
    return Amount(
        key=key,
        measure=1,
        value=value,
        nature=nature,
        purpose=f"pour {key}",
        source=Source("d", "s"),
        as_of=DAY,
        part_of=part_of,
        same_as=same_as,
        rhythm=rhythm,
        years=years,
        outside=outside,
    )


def of_measures(*numbers: int) -> set[str]:
    return {each.key for each in PLAN.amounts if each.measure in numbers}


def reasons(total: Sum) -> dict[str, Reason]:
    return {each.amount.key: each.reason for each in total.left_out}


def test_the_reference_plan_by_nature() -> None:
    totals = totals_by_nature(PLAN.amounts)
    assert {nature.value: each.cents // 100 for nature, each in totals.items()} == {
        "prevu": 13_500_000,
        "octroye": 3_710_000,
        "autorise": 1_900_000,
        "depense": 865_459,
    }
    assert reasons(totals[GRANTED]) == {"m14-saa": Reason.PART, "m14-mamrot": Reason.PART}
    assert reasons(totals[PLANNED])["m4-longueuil"] is Reason.OUTSIDE
    assert reasons(totals[SPENT]) == {"m14-modele": Reason.OUTSIDE}


def test_the_reference_plan_against_what_was_announced() -> None:
    found = reconciliation(PLAN.amounts, PLAN.announced_total)
    assert [(each.amount.measure, each.cents // 100) for each in found.committed.counted] == [
        (1, 3_250_000),
        (2, 5_250_000),
        (3, 500_000),
        (4, 5_000_000),
        (7, 2_500_000),
        (14, 300_000),
        (16, 150_000),
        (17, 1_000_000),
    ]
    (double,) = found.committed.doubled
    assert (double.amount.key, double.cents) == ("m4-ententes-cre", 750_000_00)
    assert {each.key for each in double.wholes} == {"m2-ententes", "m4-metropole"}
    assert found.committed.cents == 17_200_000_00
    assert found.everything == 17_365_900_00
    assert found.gap == 500_000_00
    outside = [each.amount.key for each in found.left_out if each.reason is Reason.OUTSIDE]
    assert outside == ["m4-longueuil", "m14-modele"]
    same = {each.amount.key for each in found.left_out if each.reason is Reason.SAME}
    assert same == {"m4-projets-acceptes", "m17-autorise"}


def test_a_shared_part_is_taken_off_only_where_both_wholes_are_in_scope() -> None:
    alone = totals_by_nature(PLAN.amounts, of_measures(4))[PLANNED]
    both = totals_by_nature(PLAN.amounts, of_measures(2, 4))[PLANNED]
    assert (alone.cents, alone.doubled) == (5_000_000_00, ())
    assert both.cents == 9_500_000_00
    assert [each.amount.key for each in both.doubled] == ["m4-ententes-cre"]


def test_a_part_counts_where_its_whole_is_out_of_scope_and_tells_it() -> None:
    (counted,) = totals_by_nature(PLAN.amounts, of_measures(11))[GRANTED].counted
    assert (counted.cents, [each.key for each in counted.within]) == (10_000_00, ["m3-fonds"])


def test_the_same_money_counts_once_even_where_both_say_so() -> None:
    twins = [amount("a", 500, same_as="b"), amount("b", 500, same_as="a")]
    total = totals_by_nature(twins)[PLANNED]
    assert total.cents == 500
    assert list(reasons(total).values()) == [Reason.SAME]


def test_a_part_of_the_same_money_is_a_part_of_it() -> None:
    twins = [amount("whole", 500), amount("again", 500, same_as="whole")]
    assert totals_by_nature([*twins, amount("part", 200, part_of=("again",))])[PLANNED].cents == 500


def test_money_whose_duration_nobody_tells_is_left_out() -> None:
    amounts = [
        amount("a", 100),
        amount("b", 30, rhythm=Rhythm.UNTOLD),
        amount("c", 20, rhythm=Rhythm.PER_YEAR),
        amount("d", 10, rhythm=Rhythm.PER_YEAR, years=3),
    ]
    total = totals_by_nature(amounts)[PLANNED]
    assert total.cents == 130
    assert reasons(total) == {"b": Reason.RHYTHM_UNTOLD, "c": Reason.YEARS_UNTOLD}


def test_the_commitment_holds_whichever_of_two_natures_names_the_other() -> None:
    one = [amount("plan", 1000), amount("spent", 1900, SPENT, same_as="plan")]
    other = [amount("plan", 1000, same_as="spent"), amount("spent", 1900, SPENT)]
    for amounts in (one, other):
        found = reconciliation(amounts, 1000)
        assert (found.committed.cents, found.everything, found.gap) == (1000, 1000, 0)
        assert [each.reason for each in found.left_out] == [Reason.SAME]


def test_no_announced_total_no_gap() -> None:
    assert reconciliation(PLAN.amounts, None).gap is None


def test_parts_shared_by_three_wholes_and_by_one_another() -> None:
    wholes = [amount(key, 100) for key in "abc"]
    shared = amount("p", 40, part_of=("a", "b", "c"))
    inner = amount("q", 10, part_of=("p",))
    assert totals_by_nature([*wholes, shared, inner])[PLANNED].cents == 300 - 2 * 40
    # q lies in both p and r, which a and b share: what is taken off twice for it comes back once
    p, r = amount("p", 40, part_of=("a", "b")), amount("r", 40, part_of=("a", "b"))
    q = amount("q", 10, part_of=("p", "r"))
    assert totals_by_nature([*wholes[:2], p, r, q])[PLANNED].cents == 200 - 40 - 40 + 10


def test_shared_parts_too_large_together_leave_the_largest_whole() -> None:
    wholes = [amount("a", 100), amount("b", 90)]
    shared = [amount(key, 80, part_of=("a", "b")) for key in "pqr"]
    assert totals_by_nature([*wholes, *shared])[PLANNED].cents == 100


@st.composite
def plans(draw: st.DrawFn) -> list[Amount]:
    """Amounts whose links run back to earlier ones alone: no circle."""
    found: list[Amount] = []
    for rank in range(draw(st.integers(0, 9))):
        earlier = [each.key for each in found]
        parents = st.lists(st.sampled_from(earlier), max_size=3, unique=True)
        found.append(
            amount(
                f"k{rank}",
                draw(st.integers(1, 10_000)),
                draw(st.sampled_from(Nature)),
                tuple(draw(parents)) if earlier else (),
                draw(st.sampled_from(["", "", "", *earlier])),
                draw(st.sampled_from(Rhythm)),
                draw(st.none() | st.integers(1, 10)),
                draw(st.sampled_from(["", "", "", "hors du plan"])),
            )
        )
    return found


def keys(*totals: Sum) -> list[str]:
    counted = [each.amount.key for total in totals for each in total.counted]
    return sorted(counted + [each.amount.key for total in totals for each in total.left_out])


@given(plans())
def test_each_amount_has_one_line_and_no_total_exceeds_them(amounts: list[Amount]) -> None:
    totals = totals_by_nature(amounts)
    assert {each.nature for each in amounts} == set(totals)
    for nature, total in totals.items():
        own = [each for each in amounts if each.nature is nature]
        assert keys(total) == sorted(each.key for each in own)
        assert total.cents <= sum(each.total for each in own)
        assert total.cents >= max((each.cents for each in total.counted), default=0)
    found = reconciliation(amounts, 1)
    left_out = [each.amount.key for each in found.left_out]
    assert sorted(keys(found.committed, found.others) + left_out) == keys(*totals.values())
    assert found.everything <= sum(each.total for each in amounts)


@given(plans(), st.data())
def test_the_order_of_amounts_changes_nothing(amounts: list[Amount], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(amounts))
    assert totals_by_nature(shuffled) == totals_by_nature(amounts)
    assert reconciliation(shuffled, None) == reconciliation(amounts, None)


@given(plans().filter(bool), st.data())
def test_telling_a_part_changes_no_total(amounts: list[Amount], data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from(amounts))
    part = amount("part", data.draw(st.integers(1, whole.value)), whole.nature, (whole.key,))
    before, after = totals_by_nature(amounts), totals_by_nature([*amounts, part])
    assert {nature: each.cents for nature, each in after.items()} == {
        nature: each.cents for nature, each in before.items()
    }
    told = [reconciliation(each, 0) for each in (amounts, [*amounts, part])]
    assert told[0].committed.cents == told[1].committed.cents
    assert told[0].everything == told[1].everything


@given(plans(), st.data())
def test_a_circle_raises_nothing(amounts: list[Amount], data: st.DataObject) -> None:
    names = st.lists(st.sampled_from(["?", *(each.key for each in amounts)]), max_size=3)
    tangled = [replace(each, part_of=tuple(data.draw(names))) for each in amounts]
    for total in totals_by_nature(tangled).values():
        assert total.cents >= 0
    assert reconciliation(tangled, 0).everything >= 0
