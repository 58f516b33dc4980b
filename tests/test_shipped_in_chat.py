"""The real plan as it is told in chat: titles, states, MOs and amounts of all 22 measures."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from plan.money import Amount, Rhythm
from plan.organisation import OrganisationKind
from plan.state import State, combined_state
from storage.shipped import shipped_plan
from tests.support.asking import plain
from tests.support.house import House, open_house

PLAN = shipped_plan()
NUMBERS = [each.number for each in PLAN.measures]
WORDS = {
    State.TO_COME: "À venir",
    State.UNDER_WAY: "En cours de réalisation",
    State.DONE: "Réalisée",
}
# The states at 31 March 2010, as the bilan's fourth column gives them.
TO_COME = {6, 8, 9, 15, 21}
DONE = {11, 13, 17, 20}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shown(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[dict[int, str]]:
    """Every measure's card, asked once for all the tests here."""
    folder: Path = tmp_path_factory.mktemp("shipped")
    async with open_house(folder) as house:
        yield {number: await _card(house, number) for number in NUMBERS}


async def _card(house: House, number: int) -> str:
    answer = await house.member.slash("mesure voir", mesure=str(number))
    assert not answer.ephemeral
    return plain(answer.text)


def _money(cents: int) -> str:
    """« 650 000 $ », and from a million on « 5,25 M$ » where that is exact."""
    if cents >= 100_000_000 and cents % 1_000_000 == 0:
        millions = f"{cents / 100_000_000:.2f}".rstrip("0").rstrip(".").replace(".", ",")
        return f"{millions} M$"
    dollars = f"{cents // 100:,}".replace(",", " ")
    return f"{dollars} $" if cents % 100 == 0 else f"{dollars},{cents % 100:02} $"


def _told(amount: Amount) -> str:
    """How an amount's value begins: with its rhythm, so that 150 000 $ a year is not once."""
    value = _money(amount.value)
    if amount.rhythm is Rhythm.PER_YEAR:
        return f"{value} par année, {amount.years} ans ({_money(amount.total)})"
    if amount.rhythm is Rhythm.OVER_PERIOD and amount.years:
        return f"{value} sur {amount.years} ans"
    return value


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.asyncio(loop_scope="module")
async def test_a_measure_bears_its_title_and_state(shown: dict[int, str], number: int) -> None:
    measure = PLAN.measures[number - 1]
    title, state = shown[number].split("\n")[:2]
    assert title == f"### Mesure {number} · {measure.title}"
    word = WORDS[combined_state(volet.state for volet in measure.volets)]
    assert re.match(rf"[○◐●] {word}\b", state)
    expected = TO_COME if word == "À venir" else DONE if word == "Réalisée" else set(NUMBERS)
    assert number in expected - (TO_COME | DONE if expected == set(NUMBERS) else set())
    assert f"Axe {measure.axis}" in state


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.asyncio(loop_scope="module")
async def test_a_measure_names_its_mos_in_full(shown: dict[int, str], number: int) -> None:
    known = {each.acronym: each for each in PLAN.organisations}
    printed = {p.acronym for volet in PLAN.measures[number - 1].volets for p in volet.organisations}
    for organisation in PLAN.organisations:
        if organisation.kind is OrganisationKind.NAMED:
            full = f"{organisation.acronym} ({organisation.name})"
        else:
            full = organisation.name
        assert (full in shown[number]) == (organisation.acronym in printed), organisation.acronym
    assert printed <= known.keys()


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.asyncio(loop_scope="module")
async def test_a_measure_tells_each_volet(shown: dict[int, str], number: int) -> None:
    for volet in PLAN.measures[number - 1].volets:
        assert plain(volet.remark) in shown[number]
        if len(PLAN.measures[number - 1].volets) > 1:
            word = WORDS[volet.state].lower()
            assert f"Volet {volet.position} · {volet.label} · {word}" in shown[number]


@pytest.mark.parametrize("amount", PLAN.amounts, ids=lambda each: each.key)
@pytest.mark.asyncio(loop_scope="module")
async def test_an_amount_is_told_with_its_rhythm(shown: dict[int, str], amount: Amount) -> None:
    assert amount.measure is not None
    lines = [line for line in shown[amount.measure].split("\n") if plain(amount.purpose) in line]
    assert any(_told(amount) in line for line in lines), lines


@pytest.mark.asyncio(loop_scope="module")
async def test_measure_19_tells_that_its_volets_differ(shown: dict[int, str]) -> None:
    assert "1 volet réalisé, 1 volet en cours" in shown[19]


@pytest.mark.asyncio(loop_scope="module")
async def test_measure_18_tells_how_the_ministry_is_printed(shown: dict[int, str]) -> None:
    assert "imprimé « MCCC »" in shown[18]


@pytest.mark.asyncio(loop_scope="module")
async def test_the_documents_contradictions_are_both_shown(shown: dict[int, str]) -> None:
    assert "janvier 2010" in shown[22]
    assert "janvier 2008" in shown[22]
    assert "21 CRE" in shown[2]
    assert "22 pôles" in shown[2]


@pytest.mark.asyncio(loop_scope="module")
async def test_the_ententes_are_13_of_21(shown: dict[int, str]) -> None:
    assert re.search(r"13 sur 21 .*31 mars 2010.*cible 21 au 31 mars 2011", shown[2])


async def test_the_plan_counts_its_states_as_the_bilan_does(house: House) -> None:
    answer = await house.member.slash("plan voir")
    text = plain(answer.text)
    assert "22 mesures" in text
    assert "4 réalisées, 13 en cours, 5 à venir" in text
    assert "17 des 22" in text
    assert "●●●●◐◐◐◐◐◐◐◐◐◐◐◐◐○○○○○" in text
    assert "16,7 M$" in text


async def test_the_money_does_not_balance_and_it_is_said(house: House) -> None:
    text = plain((await house.member.slash("montant voir")).text)
    for told in ("17,2 M$", "16,7 M$", "17 365 900 $", "30 000 $", "28 000 $", "- 750 000 $"):
        assert told.replace("- ", "") in text, told
