"""`/aide`: what this person may do here, by example."""

from tests.support.house import House


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
