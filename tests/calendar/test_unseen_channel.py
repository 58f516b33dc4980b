"""A reporting deadline in a channel that those who are to answer do not see: told, where known."""

import pytest

from sandbox import permissions
from sandbox.answer import Answer
from tests.support.asking import Options, plain
from tests.support.house import House

ADD, MODIFY, ASSIGN = "calendrier ajouter", "calendrier modifier", "equipe ajouter"
CAUTION = "n'est pas visible de tous ceux qui répondent pour"


async def add(house: House, where: str = "coordination", **options: object) -> Answer:
    given: Options = {"titre": "Bilan", "quand": "31 mars 2027", "salon": where, **options}
    return await house.coordinator.slash(ADD, **given)


async def assign(house: House, organisation: str = "MDEIE", **who: object) -> None:
    given: Options = {"organisme": organisation, **who}
    await house.coordinator.slash(ASSIGN, **given)


async def test_a_role_that_does_not_see_it_is_told_by_its_mo(house: House) -> None:
    role = house.world.role("Répondants MDEIE")
    await assign(house, role=role)
    await assign(house, "MAMROT", role=house.world.role("Coordination"))
    text = plain((await add(house)).text)
    assert f"{CAUTION} le MDEIE." in text
    assert "Échéance du mercredi 31 mars 2027" in text
    assert f"{role.id}" not in text
    assert CAUTION not in plain((await add(house, "suivi-du-plan", titre="Autre")).text)


@pytest.mark.parametrize(
    "options", [{"genre": "rappel"}, {"organismes": "MAMROT"}], ids=["a reminder", "another MO"]
)
async def test_nothing_is_told_of_those_who_are_not_asked(house: House, options: Options) -> None:
    await assign(house, role=house.world.role("Répondants MDEIE"))
    assert CAUTION not in plain((await add(house, **options)).text)


async def test_a_change_of_channel_tells_it_too(house: House) -> None:
    await assign(house, role=house.world.role("Répondants MDEIE"))
    await add(house, "suivi-du-plan")
    told = await house.coordinator.slash(MODIFY, echeance="Bilan", salon="coordination")
    assert f"{CAUTION} le MDEIE." in plain(told.text)


async def test_a_member_is_told_only_where_no_role_could_let_them_in(house: House) -> None:
    world = house.world
    await assign(house, membre=house.repondante.user)
    assert CAUTION not in plain((await add(house)).text), "she may hold the role that sees it"
    world.set_overwrite("coordination", world.role("Coordination"))
    assert f"{CAUTION} le MDEIE." in plain((await add(house, titre="Fermé")).text)
    world.set_overwrite("coordination", house.repondante.user, allow=permissions.VIEW_CHANNEL)
    assert CAUTION not in plain((await add(house, titre="Par son nom")).text)


async def test_a_member_shut_out_by_name_is_told_but_the_owner_never_is(house: House) -> None:
    world = house.world
    owner = world.user("Sylvie")
    await assign(house, "MAMROT", membre=owner)
    await assign(house, membre=house.repondante.user)
    for user in (owner, house.repondante.user):
        world.set_overwrite("général", user, deny=permissions.VIEW_CHANNEL)
    text = plain((await add(house, "général")).text)
    assert f"{CAUTION} le MDEIE." in text
    assert "Nadia" not in text


async def test_a_substitute_counts(house: House) -> None:
    world = house.world
    await assign(house, membre=house.coordinator.user, remplacant=house.repondante.user)
    world.set_overwrite("général", house.repondante.user, deny=permissions.VIEW_CHANNEL)
    assert f"{CAUTION} le MDEIE." in plain((await add(house, "général")).text)
