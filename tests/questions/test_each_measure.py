"""Each of the 22 measures, asked in plain French: its title, state, axis, MOs and amounts."""

import re

import pytest

from plan.definition import MeasureDefinition
from plan.state import State, combined_state
from storage.shipped import shipped_plan
from tests.support.asking import SHARED, plain
from tests.support.house import House

PLAN = shipped_plan()
WORDS = {State.TO_COME: "à venir", State.UNDER_WAY: "en cours", State.DONE: "réalisé"}
pytestmark = [
    SHARED,
    pytest.mark.parametrize("measure", PLAN.measures, ids=lambda each: str(each.number)),
]


async def _asked(house: House, text: str) -> str:
    return plain((await house.member.slash("question", texte=text)).text)


async def test_its_title_and_axis(standing: House, measure: MeasureDefinition) -> None:
    axis = next(each for each in PLAN.axes if each.number == measure.axis)
    for asked in ("titre de la mesure", "intitulé officiel de la mesure", "c'est quoi la mesure"):
        told = await _asked(standing, f"{asked} {measure.number}?")
        assert f"Mesure {measure.number} · {measure.title}\n" in told
        assert f"axe {axis.number}, {axis.short}" in told


async def test_its_state(standing: House, measure: MeasureDefinition) -> None:
    state = WORDS[combined_state(each.state for each in measure.volets)]
    for asked in (f"où en est la mesure {measure.number}", f"où en est « {measure.short} »?"):
        told = await _asked(standing, asked)
        assert re.search(rf"Mesure {measure.number} \(.+\) : {state}", told)


async def test_the_mos_of_each_volet(standing: House, measure: MeasureDefinition) -> None:
    for volet in measure.volets:
        told = await _asked(standing, f"MO du volet {volet.position} de la mesure {measure.number}")
        found = {each.acronym for each in PLAN.organisations if each.name in told}
        assert found == {each.acronym for each in volet.organisations}


async def test_its_amounts(standing: House, measure: MeasureDefinition) -> None:
    told = await _asked(standing, f"montants de la mesure {measure.number}")
    mine = [each.value // 100 for each in PLAN.amounts if each.measure == measure.number]
    assert {_printed(each) for each in mine} <= set(re.findall(r"\d[\d ,]*M?\$", told))
    assert bool(mine) != ("Je ne trouve pas" in told)


def _printed(dollars: int) -> str:
    if dollars >= 1_000_000:
        return f"{dollars / 1_000_000:.2f}".rstrip("0").rstrip(".").replace(".", ",") + " M$"
    return f"{dollars:,} $".replace(",", " ")
