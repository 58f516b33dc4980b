"""`/aide`: what this person may do here, by example."""

import re

import pytest

from plan.definition import PlanDefinition
from sandbox.answer import Answer
from storage.bilan_document import read_bilan
from storage.shipped import shipped_plan
from tests.storage.bilan_sample import TEXT
from tests.support.asking import Options
from tests.support.house import House

_CODES = {"à venir": "a_venir", "True": True}  # what the chat's own list puts in their place


async def test_it_is_private_for_everyone(house: House) -> None:
    for person in (house.member, house.repondante, house.coordinator):
        answer = await person.slash("aide")
        assert answer.ephemeral
        assert "/mesure voir" in answer.text


async def test_a_member_is_shown_what_a_member_may_do(house: House) -> None:
    text = (await house.member.slash("aide")).text
    assert "/plan voir" in text
    assert "/calendrier ajouter" not in text
    assert "/mesure modifier" not in text


async def test_a_coordinator_is_shown_more(house: House) -> None:
    text = (await house.coordinator.slash("aide")).text
    for command in ("/calendrier ajouter", "/calendrier retirer", "/rappel apercu"):
        assert command in text


async def test_a_coordinator_no_longer_one_is_shown_less(house: House) -> None:
    guild = house.world.guild()
    house.world.take_role(guild, "Mathieu", house.world.role("Coordination"))
    assert "/calendrier ajouter" not in (await house.coordinator.slash("aide")).text


async def typed(house: House, example: str) -> Answer:
    """The example, as it stands."""
    path, *rest = re.split(r" (?=[a-z_]+:)", example.removeprefix("/"))
    given = dict(each.split(":", 1) for each in rest)
    options: Options = {name: _CODES.get(value, value) for name, value in given.items()}
    return await house.member.slash(path, **options)


@pytest.mark.parametrize("plan", [shipped_plan(), read_bilan(TEXT)], ids=["shipped", "imported"])
async def test_what_it_shows_a_member_is_answered(house: House, plan: PlanDefinition) -> None:
    (committee,) = house.storage.committee_ids()
    house.storage.import_plan(committee, plan, house.clock.now())
    examples = re.findall(r"`(/[^`]*)`", (await house.member.slash("aide")).text)
    assert len(examples) >= 13
    for example in examples:
        answer = await typed(house, example)
        private = "fichier" in example
        assert answer.ephemeral is private, (example, answer)
        assert "Je ne trouve pas" not in answer.text, (example, answer)
