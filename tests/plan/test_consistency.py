"""Each problem is found where it is put, and the plan that ships has none."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from plan.consistency import counts, problems
from plan.definition import PlanDefinition
from plan.money import Rhythm
from plan.organisation import PrintedOrganisation
from plan.state import State
from storage.shipped import shipped_plan

PLAN = shipped_plan()
Change = Callable[[PlanDefinition], PlanDefinition]


def amount(key: str, **changes: Any) -> Change:
    return _changed("amounts", key, changes)


def indicator(key: str, **changes: Any) -> Change:
    return _changed("indicators", key, changes)


def fact(key: str, **changes: Any) -> Change:
    return _changed("facts", key, changes)


def _changed(kind: str, key: str, changes: dict[str, Any]) -> Change:
    def change(plan: PlanDefinition) -> PlanDefinition:
        held = getattr(plan, kind)
        assert key in [each.key for each in held]
        changed = tuple(replace(each, **changes) if each.key == key else each for each in held)
        return whole(**{kind: changed})(plan)

    return change


def measure(wanted: int, /, **changes: Any) -> Change:
    return lambda plan: replace(
        plan,
        measures=tuple(
            replace(each, **changes) if each.number == wanted else each for each in plan.measures
        ),
    )


def volet(number: int, row: int, /, **changes: Any) -> Change:
    def change(plan: PlanDefinition) -> PlanDefinition:
        volets = plan.measures[number - 1].volets
        changed = (replace(v, **changes) if v.position == row else v for v in volets)
        return measure(number, volets=tuple(changed))(plan)

    return change


def whole(**changes: Any) -> Change:
    return lambda plan: replace(plan, **changes)


def test_the_plan_that_ships() -> None:
    found = counts(PLAN)
    assert (found.axes, found.measures, found.volets) == (5, 22, 30)
    assert found.states == {State.TO_COME: 5, State.UNDER_WAY: 13, State.DONE: 4}
    assert problems(PLAN) == []


@pytest.mark.parametrize(
    ("change", "code", "about"),
    [
        (whole(measures=PLAN.measures[:8] + PLAN.measures[9:]), "number_missing", "measure 9"),
        (measure(9, number=8), "number_twice", "measure 8"),
        (whole(measures=PLAN.measures[::-1]), "out_of_order", "measure"),
        (whole(axes=PLAN.axes[:4]), "unknown_axis", "measure 22"),
        (whole(measures=PLAN.measures[:21]), "axis_without_measure", "axis 5"),
        (whole(first_state_on=date(2008, 1, 1)), "date_before_start", "plan"),
        (whole(announced_source=None), "source_missing", "plan"),
        (whole(coordinator="MTQ"), "unknown_organisation", "plan"),
        (whole(amounts=PLAN.amounts * 2), "key_twice", "m1-chantier"),
        (whole(organisations=PLAN.organisations[:1] * 2), "name_of_two", "mamrot"),
        (measure(3, title=" "), "title_missing", "measure 3"),
        (measure(3, volets=()), "volet_missing", "measure 3"),
        (volet(4, 2, position=3), "positions_wrong", "measure 4"),
        (volet(4, 2, remark=""), "remark_missing", "measure 4, volet 2"),
        (volet(4, 2, organisations=()), "organisation_missing", "measure 4, volet 2"),
        (
            volet(7, 1, organisations=(PrintedOrganisation("MTQ", "MDEIE"),)),
            "unknown_organisation",
            "measure 7, volet 1",
        ),
        (
            volet(7, 1, organisations=(PrintedOrganisation("MESS", "MDEIE"),)),
            "unknown_name",
            "measure 7, volet 1",
        ),
        (
            volet(7, 1, organisations=(PrintedOrganisation("MESS", "MESS"),)),
            "not_printed",
            "measure 7, volet 1",
        ),
        (amount("m3-fonds", value=0), "value_not_positive", "m3-fonds"),
        (amount("m3-fonds", purpose=""), "purpose_missing", "m3-fonds"),
        (amount("m3-fonds", years=None), "years_missing", "m3-fonds"),
        (amount("m3-fonds", years=0), "years_impossible", "m3-fonds"),
        (amount("m3-fonds", as_of=date(2008, 1, 1)), "date_before_start", "m3-fonds"),
        (amount("m3-fonds", payers=("MTQ",)), "unknown_payer", "m3-fonds"),
        (amount("m4-projets", part_of=("nul",)), "part_of_unknown", "m4-projets"),
        (amount("m17-autorise", same_as="nul"), "same_as_unknown", "m17-autorise"),
        (amount("m4-metropole", part_of=("m4-services",)), "circle", "m4-metropole"),
        (amount("m4-projets", part_of=("m4-hors-ententes",) * 2), "link_twice", "m4-projets"),
        (amount("m4-projets", outside="ailleurs"), "outside_and_part", "m4-projets"),
        (amount("m4-projets", value=900_000_00), "part_over_whole", "m4-projets"),
        (amount("m14-saa", value=100_001_00), "parts_over_whole", "m14-rcaaq"),
        (amount("m11-portail", value=500_001_00), "part_over_whole", "m11-portail"),
        (amount("m3-fonds", volet=2), "unknown_row", "m3-fonds"),
        (amount("m3-fonds", measure=30), "unknown_measure", "m3-fonds"),
        (whole(documents=()), "unknown_document", "m3-fonds"),
        (indicator("m2-ententes-signees", reached=Decimal(22)), "reached_over_target", None),
        (indicator("m5-reponses", reached=Decimal(102)), "reached_over_out_of", "m5-reponses"),
        (indicator("m5-reponses", reached_on=None), "reached_without_date_or_value", "m5-reponses"),
        (indicator("m5-reponses", source=None), "source_missing", "m5-reponses"),
        (indicator("m5-reponses", reached_on=date(2008, 1, 1)), "date_before_start", "m5-reponses"),
        (fact("m3-debut", date=""), "date_missing", "m3-debut"),
        (fact("m3-debut", date="2009-13"), "date_unreadable", "m3-debut"),
        (fact("m3-debut", date="un jour"), "date_unreadable", "m3-debut"),
        (fact("m3-debut", kind="rumeur"), "unknown_kind", "m3-debut"),
        (fact("m3-debut", contradicts=("nul",)), "contradicts_unknown", "m3-debut"),
        (fact("m22-comite-2008", contradicts=()), "contradicts_one_way", "m22-comite-2010"),
    ],
)
def test_a_problem_is_found(change: Change, code: str, about: str | None) -> None:
    found = problems(change(PLAN))
    assert code in [each.code for each in found if about in (None, each.about)], found


def test_parts_said_to_make_a_whole_must_add_up() -> None:
    parts = {"m14-rcaaq": ("m14-saa", "m14-mamrot")}
    assert problems(PLAN, parts) == []
    short = amount("m14-saa", value=99_999_00)(PLAN)
    assert [each.code for each in problems(short, parts)] == ["parts_do_not_add_up"]
    assert [each.code for each in problems(PLAN, {"m14-rcaaq": ("nul",)})] == ["parts_unknown"]
    loose = amount("m14-saa", part_of=())(PLAN)
    assert [each.code for each in problems(loose, parts)] == ["part_not_linked"]


def test_a_part_told_in_another_rhythm_is_compared_over_all_its_years() -> None:
    """150 000 $ a year for five years is less than 5,25 M$ over five years."""
    assert problems(amount("m4-ententes-cre", value=150_000_00)(PLAN)) == []
    large = amount("m4-longueuil", part_of=("m3-fonds",), outside="", value=9_999_999_00)(PLAN)
    assert problems(large) == []  # its duration is not told: nothing can be said
    once = amount("m4-longueuil", part_of=("m3-fonds",), outside="", rhythm=Rhythm.ONCE)(PLAN)
    assert problems(once) == []
