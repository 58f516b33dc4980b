"""The names that a table's cell prints."""

import pytest

from plan.organisation import split_printed


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("MAMROT", ["MAMROT"]),
        ("MAMROT,  MESS et\tMICC", ["MAMROT", "MESS", "MICC"]),
        ("MAMROT, MICC", ["MAMROT", "MICC"]),
        ("CSMO-ESAC et BAnQ", ["CSMO-ESAC", "BAnQ"]),
        ("MSP / MTQ; MFQ", ["MSP", "MTQ", "MFQ"]),
        ("MSP, et MTQ,", ["MSP", "MTQ"]),
        ("MRNF et Hydro-Québec", ["MRNF", "Hydro-Québec"]),
        ("Tourisme Québec, MAPAQ", ["Tourisme Québec", "MAPAQ"]),
        ("MESS et ministère de la Santé", ["MESS", "ministère de la Santé"]),
        (
            "Secrétariat aux aînés et ministère de la Santé et MELS",
            ["Secrétariat aux aînés", "ministère de la Santé", "MELS"],
        ),
        ("Ministère de la Santé et des Services sociaux",) * 2,
        ("Ministère de l'Énergie, des Mines et de l'Eau",) * 2,
        ("Bibliothèque et Archives nationales du Québec",) * 2,
        ("Ministères et organismes à cibler",) * 2,
        ("Ministères et organismes du gouvernement",) * 2,
        ("", []),
        (" , ", []),
    ],
)
def test_a_cell_is_split_into_names(cell: str, names: list[str] | str) -> None:
    assert split_printed(cell) == tuple([names] if isinstance(names, str) else names)
