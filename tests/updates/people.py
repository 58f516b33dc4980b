"""People who answer for an MO."""

from sandbox.person import Person
from tests.support.house import House


async def answers_for(house: House, name: str, *organisations: str) -> Person:
    """A member, new where nobody is called so, who answers for these MOs."""
    world = house.world
    try:
        user = world.user(name)
    except KeyError:
        user = world.add_user(name)
        world.add_member(world.guild(), user)
    for organisation in organisations:
        answer = await house.coordinator.slash(
            "equipe ajouter", organisme=organisation, membre=user
        )
        assert "répond maintenant" in answer.text, answer
    return house.chat.person(user)


async def card(house: House, measure: str, **options: str) -> str:
    """A measure's card, with ordinary spaces and no formatting."""
    answer = await house.member.slash("mesure voir", mesure=measure, **options)  # type: ignore[arg-type]
    assert answer.failed is None, answer
    return answer.text.replace("\u00a0", " ").replace("*", "").replace("\\", "")
