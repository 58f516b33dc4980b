"""The form of `/mesure modifier`: filled with what stands, and never overwriting."""

from typing import Any

import pytest

from sandbox.answer import Answer
from tests.support.asking import is_private, plain
from tests.support.database import query
from tests.support.house import House

MODIFY = "mesure modifier"


async def opened(house: House, **options: Any) -> Answer:
    """The form a coordinator opens."""
    answer = await house.coordinator.slash(MODIFY, **options)
    assert answer.modal is not None, answer
    return answer


def chosen(form: Answer, label: str) -> list[str]:
    """What is picked in a select when the form opens."""
    return [each["value"] for each in form.fields[label]["options"] if each.get("default")]


async def test_with_no_change_given_the_form_has_todays_values(house: House) -> None:
    form = await opened(house, mesure="6")
    assert chosen(form, "État") == ["a_venir"]
    assert form.fields["Remarque"]["value"].startswith("Le groupe de travail dira")
    assert form.fields["Remarque"]["max_length"] == 4000


async def test_what_is_filled_is_recorded(house: House) -> None:
    form = await opened(house, mesure="6")
    answer = await house.coordinator.fill(form, {"État": ["en_cours"], "Remarque": "Lancé."})
    assert is_private(answer)
    text = plain(answer.text)
    assert "○ à venir → ◐ en cours" in text
    assert "« Lancé. »" in text


async def test_a_form_sent_untouched_changes_nothing(house: House) -> None:
    form = await opened(house, mesure="6")
    answer = await house.coordinator.fill(form)
    assert is_private(answer)
    assert "Rien à changer" in answer.text
    assert query(house.folder, "SELECT count(*) FROM change") == [(1,)]


async def test_a_form_sent_twice_records_once(house: House) -> None:
    form = await opened(house, mesure="6")
    first = await house.coordinator.fill(form, {"État": ["en_cours"]})
    second = await house.coordinator.fill(form, {"État": ["en_cours"]})
    assert "→" in first.text
    assert is_private(second)
    assert "Rien à changer" in second.text
    assert query(house.folder, "SELECT count(*) FROM change") == [(2,)]


async def test_an_old_form_does_not_overwrite_somebody_elses_change(house: House) -> None:
    house.world.give_role(house.world.guild(), "Camille", house.world.role("Coordination"))
    old = await opened(house, mesure="6")
    await house.member.slash(MODIFY, mesure="6", remarque="Ce que Camille a écrit.")
    answer = await house.coordinator.fill(old, {"Remarque": "Ce que Mathieu avait sous les yeux."})
    assert is_private(answer)
    assert "Camille Roy" in answer.text
    card = (await house.member.slash("mesure voir", mesure="6")).text
    assert "Ce que Camille a écrit." in card


async def test_a_change_of_another_volet_does_not_stand_in_the_way(house: House) -> None:
    house.world.give_role(house.world.guild(), "Camille", house.world.role("Coordination"))
    form = await opened(house, mesure="4", volet="2")
    await house.member.slash(MODIFY, mesure="4", volet="3", etat="realisee")
    answer = await house.coordinator.fill(form, {"État": ["realisee"]})
    assert "volet 2, état" in answer.text


async def test_a_form_survives_a_restart(house: House) -> None:
    form = await opened(house, mesure="6")
    await house.restart()
    answer = await house.coordinator.fill(form, {"État": ["en_cours"]})
    assert is_private(answer)
    assert "→" in answer.text


async def test_several_volets_ask_which_one_first(house: House) -> None:
    asked = await house.coordinator.slash(MODIFY, mesure="4")
    assert is_private(asked)
    labels = [each["label"] for each in asked.selects[0]["options"]]
    assert [label[:2] for label in labels] == ["1.", "2.", "3.", "4."]
    form = await house.coordinator.choose(asked, None, ["3"])
    answer = await house.coordinator.fill(form, {"État": ["realisee"]})
    assert "volet 3, état" in answer.text


@pytest.mark.parametrize("measure", ["6", "4"])
async def test_the_date_typed_with_the_command_is_the_one_recorded(
    house: House, measure: str
) -> None:
    """A wrong date in silence is the worst outcome."""
    answer = await house.coordinator.slash(MODIFY, mesure=measure, au="31 mars 2010")
    form = await house.coordinator.choose(answer, None, ["2"]) if answer.selects else answer
    recorded = await house.coordinator.fill(form, {"Remarque": "Au dépôt du bilan."})
    assert "mercredi 31 mars 2010" in recorded.text
    rows = query(house.folder, "SELECT new, as_of FROM event WHERE change_id = 2")
    assert rows == [("Au dépôt du bilan.", "2010-03-31")]


async def test_a_form_about_the_past_has_the_values_of_then(house: House) -> None:
    await house.coordinator.slash(MODIFY, mesure="6", etat="realisee", remarque="Fini.")
    form = await opened(house, mesure="6", au="31 mars 2010")
    assert chosen(form, "État") == ["a_venir"]
    assert "Fini." not in form.fields["Remarque"]["value"]


@pytest.mark.parametrize("measure", ["8", "22"])
async def test_the_mo_typed_with_the_command_is_the_one_recorded(
    house: House, measure: str
) -> None:
    answer = await house.coordinator.slash(MODIFY, mesure=measure, organisme="MESS")
    form = await house.coordinator.choose(answer, None, ["1"]) if answer.selects else answer
    recorded = await house.coordinator.fill(form, {"Remarque": "Du MESS."})
    assert "MESS" in recorded.text
    rows = query(house.folder, "SELECT new, organisation FROM event WHERE change_id = 2")
    assert rows == [("Du MESS.", "MESS")]


async def test_the_reason_typed_with_the_command_is_in_the_form(house: House) -> None:
    form = await opened(house, mesure="7", motif="Repris du début")
    answer = await house.coordinator.fill(form, {"État": ["a_venir"]})
    assert "Repris du début" in answer.text


async def test_a_refused_form_loses_nothing(house: House) -> None:
    form = await opened(house, mesure="7")
    refusal = await house.coordinator.fill(
        form, {"État": ["a_venir"], "Remarque": "Un long texte tapé avec soin."}
    )
    assert is_private(refusal)
    assert "motif" in refusal.text.lower()
    again = await house.coordinator.press(refusal, "Reprendre")
    assert again.fields["Remarque"]["value"] == "Un long texte tapé avec soin."
    assert chosen(again, "État") == ["a_venir"]
    answer = await house.coordinator.fill(again, {"Motif": "Repris du début"})
    assert "Un long texte tapé avec soin." in answer.text


async def test_a_form_resumed_keeps_its_date_and_mo(house: House) -> None:
    form = await opened(house, mesure="8", organisme="MESS", au="1er septembre 2026")
    refusal = await house.coordinator.fill(form, {"Remarque": "**gras**"})
    again = await house.coordinator.press(refusal, "Reprendre")
    await house.coordinator.fill(again, {"Remarque": "Sans gras."})
    rows = query(house.folder, "SELECT new, organisation, as_of FROM event WHERE change_id = 2")
    assert rows == [("Sans gras.", "MESS", "2026-09-01")]


@pytest.mark.parametrize(
    "values",
    [
        {"État": ["fini"]},
        {"Remarque": "x" * 6000},
        {"Remarque": "@everyone"},
        {"Frein": ["météo"]},
    ],
)
async def test_a_forged_form_is_refused(house: House, values: dict[str, list[str] | str]) -> None:
    form = await opened(house, mesure="6")
    answer = await house.coordinator.fill(form, values, crafted=True)
    assert is_private(answer)
    assert "Référence" not in answer.text
    assert query(house.folder, "SELECT count(*) FROM change") == [(1,)]


async def test_a_form_of_someone_whose_role_was_removed_is_refused(house: House) -> None:
    form = await opened(house, mesure="6")
    house.world.take_role(house.world.guild(), "Mathieu", house.world.role("Coordination"))
    answer = await house.coordinator.fill(form, {"État": ["realisee"]})
    assert is_private(answer)
    assert query(house.folder, "SELECT count(*) FROM change") == [(1,)]
