"""What the importer of bilan documents reads."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from plan.consistency import counts, problems
from plan.definition import MeasureDefinition, PlanDefinition
from plan.organisation import Organisation, OrganisationKind
from plan.source import Source
from plan.state import State
from storage.bilan_document import BilanMalformed, read_bilan, read_bilan_bytes, read_bilan_file
from storage.shipped import shipped_plan
from tests.storage.bilan_sample import HEADER, SAMPLE, TEXT, edited


@pytest.fixture(scope="module")
def plan() -> PlanDefinition:
    return read_bilan_file(SAMPLE)


def test_what_the_sentences_tell(plan: PlanDefinition) -> None:
    assert plan.title == "Plan d'action pour la mobilité dans les régions du Québec 2021-2026"
    assert plan.coordinator == "MTMD"
    assert (plan.starts_on, plan.first_state_on) == (date(2021, 6, 14), date(2023, 8, 31))
    assert (plan.announced_total, plan.years) == (48_500_000_00, 5)
    assert plan.announced_source == Source("bilan", "Introduction")
    assert [each.date for each in plan.documents] == ["septembre 2023"]
    assert problems(plan) == []


def test_axes_come_from_headings_in_sentence_case(plan: PlanDefinition) -> None:
    titles = ["Rouler autrement dans les régions", "Partager la route", "Rendre compte"]
    assert [each.title for each in plan.axes] == titles
    assert [each.axis for each in plan.measures] == [1, 1, 2, 2, 3, 3]


def test_a_measure_goes_on_over_pages(plan: PlanDefinition) -> None:
    measure = plan.measures[1]
    assert measure.title == "Prêter des vélos quatre saisons aux nouveaux arrivants"
    assert [each.state for each in measure.volets] == [State.UNDER_WAY, State.TO_COME, State.DONE]
    assert [each.source.row for each in measure.volets] == [1, 2, 3]
    assert measure.volets[2].label == "Le guide du cycliste d'hiver est imprimé."
    assert plan.measures[0].volets[0].label == ""


def test_remarks_are_verbatim_without_markup(plan: PlanDefinition) -> None:
    remarks = [volet.remark for each in plan.measures for volet in each.volets]
    assert remarks[0].endswith("une aide de 40 000 $ par année les soutient.")
    assert remarks[1] == "Le prêt commence au 45e jour."


def test_organisations_are_called_what_is_printed_spelt_out_or_known(plan: PlanDefinition) -> None:
    names = {each.acronym: each.name for each in plan.organisations}
    assert names["MTMD"] == "ministère des Transports et de la Mobilité durable"  # the document's
    assert names["MSSS"] == "ministère de la Santé et des Services sociaux"  # known
    assert names["MIFI"] == "MIFI"
    assert names["Hydro-Québec"] == "Hydro-Québec"
    assert "ministère de la Sécurité publique" in names
    kinds = {each.acronym: each.kind for each in plan.organisations}
    assert kinds["Ministères et organismes à déterminer"] is OrganisationKind.UNNAMED
    assert kinds["Ministères et organismes du gouvernement"] is OrganisationKind.EVERYONE
    assert kinds["MTMD"] is OrganisationKind.NAMED


def test_a_known_acronym_that_the_document_spells_otherwise_is_another_body() -> None:
    known = [Organisation("MTMD", "une autre chose", aliases=("MIFI",))]
    plan = read_bilan(TEXT, known=known)
    names = {each.acronym: each.name for each in plan.organisations}
    assert names["MTMD"] == "ministère des Transports et de la Mobilité durable"
    assert names["MSSS"] == "MSSS"


def test_an_alias_is_printed_and_means_its_organisation() -> None:
    volet = read_bilan(TEXT.replace("MIFI", "MCCC")).measures[1].volets[1]
    assert [(each.acronym, each.printed) for each in volet.organisations] == [("MCCCCF", "MCCC")]


GUIDE = "\n\tLe guide"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("Mesure réalisée", "Réalisée").replace("Mesure à", "À"),
        lambda text: text.replace("Mesure en cours de réalisation", "EN COURS"),
        lambda text: text.replace("1. Offrir", "Mesure 1 : Offrir").replace("3. Rev", "3) Rev"),
        lambda text: text.replace("\n3. Revoir", "\n\n3. Revoir").replace("\n4. ", "\n\n4. "),
        lambda text: text.replace("réalisée\n", "réalisée\t\t\n"),
        lambda text: text.replace(GUIDE, "\n2. (suite)\tLe guide"),
        lambda text: text.replace(
            GUIDE, "\n2. Prêter des vélos quatre saisons aux nouveaux arrivants (suite)\tLe guide"
        ),
        lambda text: text.replace("\n1. Compté", "\n1.\tCompté"),
        lambda text: text.replace("INTRODUCTION\t2", "1. INTRODUCTION\t\t.....\t2"),
        lambda text: text.replace("concernés", "responsables").replace("Remarques", "Suivi"),
    ],
)
def test_other_ways_to_write_the_same_table(
    change: Callable[[str], str], plan: PlanDefinition
) -> None:
    changed = change(TEXT)
    assert changed != TEXT
    assert [told(each) for each in read_bilan(changed).measures] == [
        told(each) for each in plan.measures
    ]


def told(measure: MeasureDefinition) -> list[object]:
    volets = [(each.state, each.remark, each.organisations) for each in measure.volets]
    return [measure.number, measure.title, measure.axis, volets]


def test_a_table_in_markdown_reads_the_same(plan: PlanDefinition) -> None:
    def piped(line: str) -> str:
        row = f"| {' | '.join(line.split(chr(9)))} |"
        return f"{row}\n|---|:--|---|---|" if line == HEADER else row

    lines = [piped(line) if line.count("\t") == 3 else line for line in TEXT.splitlines()]
    assert read_bilan("\n".join(lines)).measures == plan.measures


def test_headings_without_markdown(plan: PlanDefinition) -> None:
    lines = [line.lstrip("# ") if line.startswith("#") else line for line in TEXT.splitlines()]
    read = read_bilan("\n".join(lines))
    assert [each.title for each in read.axes] == [each.title for each in plan.axes]
    numbered = "\n".join(lines).replace("PARTAGER LA ROUTE", "Axe 2 – Partager la route")
    assert read_bilan(numbered).axes[1].title == "Partager la route"


def test_a_plan_without_headings_has_one_axis() -> None:
    text = "\n".join(line for line in TEXT.splitlines() if not line.startswith("#"))
    assert [each.title for each in read_bilan(text).axes] == [read_bilan(text).title]


def test_the_date_of_states_may_stand_in_the_header_or_come_from_outside() -> None:
    undated = edited(("jusqu'au 31 août 2023", "à ce jour"))
    with pytest.raises(BilanMalformed, match="state_date_missing"):
        read_bilan(undated)
    assert read_bilan(undated, fallback=date(2024, 1, 2)).first_state_on == date(2024, 1, 2)
    later = edited(("CONCLUSION\n", "CONCLUSION\n\nAu 30 juin 2025, oui. Au 30 juin 2025!\n"))
    assert read_bilan(later).first_state_on == date(2023, 8, 31)
    header = HEADER.replace("avancement", "avancement au 1er mars 2023")
    assert read_bilan(TEXT.replace(HEADER, header)).first_state_on == date(2023, 3, 1)


def test_what_the_document_does_not_tell_stays_empty() -> None:
    plan = read_bilan(
        edited(
            ("Doté d'une enveloppe totale de 48,5 millions de dollars", "Modeste"),
            ("Le 14 juin 2021, le", "Le"),
        )
    )
    assert (plan.announced_total, plan.announced_source) == (None, None)
    assert plan.starts_on == plan.first_state_on
    assert (plan.amounts, plan.indicators, plan.facts) == ((), (), ())


def test_encodings() -> None:
    plan, encoding = read_bilan_bytes(TEXT.encode("cp1252"))
    assert (encoding, plan) == ("windows-1252", read_bilan(TEXT))
    assert read_bilan_bytes(TEXT.encode("utf-8-sig")) == (plan, "utf-8")
    assert read_bilan_bytes(TEXT.encode("utf-16")) == (plan, "utf-16")
    for other in ("mac-roman", "cp850"):
        with pytest.raises(BilanMalformed, match="encoding"):
            read_bilan_bytes(TEXT.replace("œ", "oe").encode(other))
    with pytest.raises(BilanMalformed, match="encoding"):
        read_bilan_bytes("Mesure réalisée".encode("mac-roman"))
    with pytest.raises(BilanMalformed, match="binary"):
        read_bilan_bytes("Bilan".encode("utf-16-le"))
    with pytest.raises(BilanMalformed, match="too_large"):
        read_bilan_bytes(b"a" * 1_000_001)


def test_the_document_itself_reads_as_the_plan_that_ships(shared: Path) -> None:
    shipped = shipped_plan()
    file = next(
        path
        for path in sorted(shared.glob("seeds/*.txt"))
        if "PREMIER BILAN" in path.read_text(encoding="utf-8")
    )
    read = read_bilan_file(file)
    assert counts(read).volets == 30
    assert [each.title for each in read.axes] == [each.title for each in shipped.axes]
    for mine, theirs in zip(read.measures, shipped.measures, strict=True):
        assert (mine.number, mine.title, mine.axis) == (theirs.number, theirs.title, theirs.axis)
        for row, shipped_row in zip(mine.volets, theirs.volets, strict=True):
            assert (row.printed, row.organisations) == (
                shipped_row.printed,
                shipped_row.organisations,
            )
            assert row.state is shipped_row.state
            assert row.remark
    assert {each.acronym: each for each in read.organisations} == {
        each.acronym: each for each in shipped.organisations
    }
    for field in ("title", "coordinator", "starts_on", "first_state_on", "announced_total"):
        assert getattr(read, field) == getattr(shipped, field)
