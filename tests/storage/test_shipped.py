"""The plan that ships: what it holds, that its files are read strictly, and that it is true.

What compares it with the document itself runs where the document is.
"""

import re
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from plan.money import Nature, Rhythm
from plan.organisation import OrganisationKind
from plan.state import State
from storage.shipped import DEFAULT, FOLDER, check, read_plan_folder, shipped_plan, shipped_plans
from storage.strict_toml import PlanFileError

PLAN = shipped_plan()


@pytest.fixture
def document(shared: Path) -> str:
    """The bilan document itself."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(shared.glob("seeds/*.txt"))]
    return next(text for text in texts if "PREMIER BILAN" in text and "ISBN" in text)


def test_one_plan_ships_and_has_no_problem() -> None:
    assert shipped_plans() == [DEFAULT]
    lines, wrong = check()
    assert wrong == []
    assert "22 measures (5 a_venir, 13 en_cours, 4 realisee), 30 volets" in lines[0]


def test_an_unknown_plan_is_refused() -> None:
    for key in ("nul", "../plans", ""):
        with pytest.raises(KeyError):
            shipped_plan(key)


def test_what_the_plan_says_of_itself() -> None:
    assert PLAN.starts_on == date(2008, 11, 2)
    assert PLAN.first_state_on == date(2010, 3, 31)
    assert (PLAN.announced_total, PLAN.years, PLAN.coordinator) == (16_700_000_00, 5, "MAMROT")
    kinds = [each.kind for each in PLAN.organisations]
    assert kinds.count(OrganisationKind.NAMED) == 18
    axes = [each.axis for each in PLAN.measures]
    assert [axes.count(each.number) for each in PLAN.axes] == [4, 8, 6, 3, 1]


def test_measure_19_has_two_states_and_measure_18_an_alias() -> None:
    assert [each.state for each in PLAN.measures[18].volets] == [State.DONE, State.UNDER_WAY]
    printed = PLAN.measures[17].volets[0].organisations
    assert [(each.acronym, each.printed) for each in printed][1] == ("MCCCCF", "MCCC")


def test_amounts_told_in_the_reverse_of_the_columns_order() -> None:
    told = {each.key: (each.payers, each.value // 100) for each in PLAN.amounts}
    assert told["m14-saa"] == (("SAA",), 100_000)
    assert told["m14-mamrot"] == (("MAMROT",), 200_000)


def test_an_amount_and_an_indicator_in_full() -> None:
    amount = next(each for each in PLAN.amounts if each.key == "m4-ententes-cre")
    assert (amount.value, amount.rhythm, amount.years) == (150_000_00, Rhythm.PER_YEAR, 5)
    assert (amount.nature, amount.volet) == (Nature.PLANNED, 2)
    assert amount.part_of == ("m4-metropole", "m2-ententes")
    assert (amount.source.section, amount.source.row) == ("Actions détaillées", 2)
    indicator = next(each for each in PLAN.indicators if each.key == "m2-ententes-signees")
    assert (indicator.reached, indicator.target) == (Decimal(13), Decimal(21))
    assert (indicator.reached_on, indicator.target_on) == (date(2010, 3, 31), date(2011, 3, 31))


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "reason"),
    [
        ("mesure_01.toml", "short =", "shrot =", "", "unknown key shrot"),
        ("mesure_01.toml", "number = 1", "", "", "missing key number"),
        ("mesure_01.toml", "number = 1", "number = '1'", "", "number is '1', not a int"),
        ("mesure_01.toml", "number = 1", "number = true", "", "number is True, not a int"),
        ("mesure_01.toml", "axis = 1", "axis = 9", "", "there is no axis 9"),
        ("mesure_02.toml", "number = 2", "number = 1", "", "the measure 1 stands twice"),
        ("mesure_01.toml", '"en_cours"', '"fini"', "volets 1", "not one of a_venir, en_cours"),
        ("mesure_01.toml", 'printed = "MAMROT"', 'printed = "MTQ"', "volets 1", "printed MTQ"),
        ("mesure_01.toml", "row = 1", "row = 2", "amounts m1-chantier", "no row 1/2"),
        ("mesure_01.toml", "row = 1\nvalue", "value", "amounts m1-chantier", "one of row"),
        ("mesure_01.toml", "650_000", "650_000.001", "amounts m1-chantier", "no sum of dollars"),
        ("mesure_01.toml", "650_000", "-1", "amounts m1-chantier", "no sum of dollars"),
        ("mesure_01.toml", '["MAMROT"]', '["MTQ"]', "amounts m1-chantier", "no organisation MTQ"),
        ("mesure_01.toml", '["MAMROT"]', "[1]", "amounts m1-chantier", "something else than str"),
        ("mesure_04.toml", '["m4-metropole"]', '["m5"]', "amounts m4-hors", "no amount m5"),
        ("mesure_17.toml", "2010-12-31\n", "2010-12-31T00:00:00\n", "amounts m17-a", "not a date"),
        ("mesure_22.toml", '["m22-comite-2008"]', '["x"]', "facts m22-comite-2010", "no fact x"),
        ("mesure_22.toml", 'kind = "chiffre"', 'kind = "nombre"', "facts m22-neuf", "not one of"),
        ("mesure_22.toml", 'key = "m22-neuf"', 'key = "m22-tgat"', "", "stands twice"),
        ("plan.toml", "first_state_on =", "first_state =", "", "missing key first_state_on"),
        ("plan.toml", 'coordinator = "MAMROT"', 'coordinator = "MTQ"', "", "no organisation MTQ"),
        ("plan.toml", 'document = "premier_bilan"', 'document = "x"', "", "there is no document x"),
        ("plan.toml", "short =", "short = ''\nshorter =", "axes 1", "short is empty"),
        ("plan.toml", "title =", "title", "", "line"),
        (
            "organisations.toml",
            'kind = "unnamed"',
            'kind = "nobody"',
            "organisations",
            "not one of",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(
    tmp_path: Path, file: str, old: str, new: str, place: str, reason: str
) -> None:
    folder = tmp_path / DEFAULT
    shutil.copytree(FOLDER / DEFAULT, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PlanFileError) as raised:
        read_plan_folder(folder)
    assert reason in str(raised.value)
    if "document x" not in reason:  # told where it is first used
        assert raised.value.file == file
        assert raised.value.place.startswith(place)
    lines, wrong = check(tmp_path)
    assert (lines, wrong) == ([], [f"{DEFAULT}: {raised.value}"])


def test_a_plan_that_reads_but_does_not_hold_together_is_told(tmp_path: Path) -> None:
    folder = tmp_path / DEFAULT
    shutil.copytree(FOLDER / DEFAULT, folder)
    file = folder / "mesure_14.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("value = 200_000", "value = 190_000"), encoding="utf-8")
    _, wrong = check(tmp_path)
    assert wrong == [f"{DEFAULT}: m14-rcaaq: parts_do_not_add_up (29000000 of 30000000 cents)"]


def test_a_missing_folder_ships_nothing(tmp_path: Path) -> None:
    assert check(tmp_path) == ([], ["no plan ships"])
    with pytest.raises(PlanFileError, match=r"organisations\.toml"):
        read_plan_folder(tmp_path)


def test_every_sum_the_document_prints_is_an_amount(document: str) -> None:
    text = document.replace("\\$", "$")
    found = re.findall(r"(\d[\d ]*(?:,\d+)?) (M\$|\$|millions? de dollars)", text)
    assert len(found) > 20
    printed = {
        int(Decimal(number.replace(" ", "").replace(",", ".")) * (100 if unit == "$" else 10**8))
        for number, unit in found
    }
    assert printed - {each.value for each in PLAN.amounts} == {PLAN.announced_total}


def test_every_acronym_of_the_document_is_known(document: str) -> None:
    lines = [line for line in document.splitlines() if re.search("[a-zà-ÿ]{3}", line)]
    acronyms = set(re.findall(r"\b[A-Z]{2,}(?:-[A-Z]{2,})*\b", "\n".join(lines)))
    known = {name for each in PLAN.organisations for name in (each.acronym, *each.aliases)}
    named = {each for fact in PLAN.facts for each in re.findall(r"[A-Z]{2,}[A-Z-]*", fact.value)}
    assert {"MAMROT", "TGAT", "CRE", "CSMO-ESAC", "RCAAQ", "CAR", "MCCC"} <= acronyms
    assert acronyms - known - named <= {"III", "PDF"}
