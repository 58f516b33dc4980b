"""What the importer of bilan documents refuses: with every line and reason, and never otherwise."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan.consistency import counts, problems
from storage.bilan_document import BilanMalformed, read_bilan, read_bilan_bytes
from tests.storage.bilan_sample import HEADER, TEXT, edited


def refusal(text: str) -> list[tuple[str, str]]:
    """The codes of a refused document, each with the line it is told of."""
    with pytest.raises(BilanMalformed) as raised:
        read_bilan(text)
    lines = text.split("\n")
    return [(each.code, lines[each.line - 1]) for each in raised.value.problems]


def codes(text: str) -> list[str]:
    return [code for code, _ in refusal(text)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("\tMTMD et MAMH\t", "\t", ["missing_cell 1."]),
        ("MTMD et MAMH\t", "MTMD\tMAMH\t", ["extra_cell 1."]),
        ("\tMTMD et MAMH\t", "\t\t", ["organisation_missing 1."]),
        ("MAMH\tMesure réalisée", "MAMH\tTerminée", ["state_unknown 1."]),
        ("MAMH\tMesure réalisée", "MAMH\t", ["state_unknown 1."]),
        ("MAMH\tMesure réalisée", "MAMH\tMesure non réalisée", ["state_unknown 1."]),
        ("3. Revoir", "Revoir", ["number_missing Re"]),
        ("3. Revoir", "3.1 Revoir", ["number_missing 3."]),
        ("3. Revoir les traverses devant les écoles", "3.", ["title_missing 3."]),
        ("3. Revoir", "2. Revoir", ["number_twice 2.", "measure_missing 4."]),
        ("3. Revoir", "7. Revoir", ["measure_missing 4.", "number_out_of_order 4."]),
        (
            "1. Offrir",
            "11. Offrir",
            ["measure_missing 11", "measure_missing 2.", "number_out_of_order 2."],
        ),
        (
            "\n1. Offrir des navettes entre villages\t",
            "\n\t",
            ["continuation_before_measure \tD", "measure_missing 2."],
        ),
        (
            "\n3. Revoir les traverses devant les écoles\t",
            "\n\t",
            ["continuation_before_measure \tU", "measure_missing 4."],
        ),
        (HEADER + "\n1.", "1.", ["row_before_header 1."]),
        (HEADER, HEADER.replace("\tÉtat d'avancement", ""), ["header_column_missing Me"]),
        (HEADER, "Quoi\tComment\tQui\tOù", ["row_before_header 1."]),
        ("Deux navettes", "@everyone", ["forbidden_text 1."]),
        ("Deux navettes", "Deux " * 1000, ["too_long 1."]),
        ("Offrir des navettes", "Offrir " * 100, ["too_long 1."]),
        ("Deux navettes", "Deux \x07", ["binary 1."]),
        ("Deux navettes", "Deux " * 5000, ["line_too_long 1."]),
    ],
)
def test_a_malformed_document_is_refused_with_its_lines(
    old: str, new: str, expected: list[str]
) -> None:
    found = refusal(edited((old, new)))
    assert [f"{code} {line[:2]}" for code, line in found] == expected


def test_all_problems_are_told_at_once() -> None:
    text = edited(
        ("MAMH\tMesure réalisée", "MAMH\tFaite"),
        ("\tMIFI\tMesure à venir", "\t\tMesure à venir"),
        ("5. Publier", "4. Publier"),
        ("\tMTMD\tMesure en cours", "\tMesure en cours"),
    )
    assert codes(text) == [
        "state_unknown",
        "organisation_missing",
        "number_twice",
        "measure_missing",
        "missing_cell",
    ]
    with pytest.raises(BilanMalformed) as raised:
        read_bilan(text)
    assert raised.value.problems[0].facts == {"found": "Faite"}
    assert str(raised.value.problems[0]).endswith(": state_unknown (found: Faite)")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \n\t\n", "empty"),
        ("\ufeff", "empty"),
        ("Bonjour.\nAu 31 mars 2020, rien.", "no_table"),
        ("a\tb\tc\td\ne\tf\tg\th", "no_table"),
        (HEADER, "no_measure"),
        ("PK\x03\x04\x00\x00", "binary"),
    ],
)
def test_what_is_no_bilan_is_refused(text: str, code: str) -> None:
    assert codes(text) == [code]


FRAGMENTS = [
    "\t",
    "\n",
    "\n\n",
    "# ",
    "## ",
    "|",
    "\\$",
    "<sup>",
    "</sup>",
    "**",
    "1. ",
    "2. ",
    "99. ",
    "MAMROT et MSP",
    "Mesure réalisée",
    "Mesure à venir",
    "31 février 2010",
    "au 31 mars 2010",
    "enveloppe totale de 9 milliards du plan",
    "Axe 2 : Suite",
    "ACTIONS DÉTAILLÉES",
    HEADER,
]


def read_or_refuse(text: str) -> None:
    try:
        plan = read_bilan(text)
    except BilanMalformed as error:
        refused = error.problems
    else:
        refused = []
        assert {each.code for each in problems(plan)} <= {"remark_missing"}
        assert counts(plan).measures > 0
    lines = text.count("\n") + text.count("\r") + 1
    assert all(0 < each.line <= lines for each in refused)


@settings(deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=12), max_size=40).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    read_or_refuse(text)


@settings(deadline=None)
@given(st.data())
def test_the_sample_with_lines_cut_moved_or_broken(data: st.DataObject) -> None:
    lines = TEXT.split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        change = data.draw(st.sampled_from(["cut", "twice", "join", "break", "swap"]))
        if change == "cut":
            del lines[at]
        elif change == "twice":
            lines.insert(at, lines[at])
        elif change == "join" and at:
            lines[at - 1 : at + 1] = ["\t".join(lines[at - 1 : at + 1])]
        elif change == "break":
            place = data.draw(st.integers(0, len(lines[at])))
            lines[at : at + 1] = [lines[at][:place], lines[at][place:]]
        else:
            lines[at], lines[0] = lines[0], lines[at]
    read_or_refuse("\n".join(lines))


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(BilanMalformed):
        read_bilan_bytes(data)
