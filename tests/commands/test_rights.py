"""Who may do what, where: members, coordinators, people of other servers, direct messages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plan.definition import PlanDefinition
from sandbox.answer import Answer
from sandbox.demo import committee_world
from sandbox.person import Person
from sandbox.refusals import Refused
from tests.support.asking import Options, is_private
from tests.support.database import nothing_changes
from tests.support.house import House, open_house

READING: list[tuple[str, Options]] = [
    ("plan voir", {}),
    ("mesure voir", {"mesure": "4"}),
    ("mesure voir", {"mesure": "4", "au": "31 mars 2010"}),
    ("mesure liste", {}),
    ("mesure liste", {"etat": "realisee", "organisme": "MDEIE"}),
    ("mesure liste", {"texte": "zzzzz"}),
    ("mesure historique", {"mesure": "4"}),
    ("organisme voir", {"organisme": "MDEIE"}),
    ("organisme liste", {}),
    ("montant voir", {}),
    ("montant voir", {"mesure": "4"}),
    ("montant voir", {"organisme": "SAA"}),
    ("calendrier voir", {}),
]
COORDINATING: list[tuple[str, Options]] = [
    ("calendrier ajouter", {"titre": "Bilan", "quand": "31 mars"}),
    ("calendrier retirer", {"echeance": "Dépôt"}),
    ("rappel apercu", {}),
    ("rappel apercu", {"echeance": "Dépôt"}),
    ("mesure modifier", {"mesure": "6", "etat": "en_cours"}),
]
PEOPLE: list[Callable[[House], Person]] = [
    lambda house: house.member,
    lambda house: house.repondante,
    lambda house: house.coordinator,
]


async def add_deadline(house: House) -> Answer:
    return await house.coordinator.slash("calendrier ajouter", titre="Dépôt", quand="31 mars 2027")


@pytest.mark.parametrize("who", PEOPLE, ids=["member", "repondante", "coordinator"])
async def test_everyone_reads_and_what_is_read_is_public(
    house: House, who: Callable[[House], Person]
) -> None:
    with nothing_changes(house.folder):
        for path, options in READING:
            answer = await who(house).slash(path, **options)
            assert answer.failed is None, path
            assert not answer.ephemeral, path
            assert not answer.notified, path
            assert answer.text, path
        assert is_private(await who(house).slash("aide"))


@pytest.mark.parametrize("who", PEOPLE[:2], ids=["member", "repondante"])
async def test_coordinators_alone_coordinate(house: House, who: Callable[[House], Person]) -> None:
    await add_deadline(house)
    with nothing_changes(house.folder):
        for path, options in COORDINATING:
            answer = await who(house).slash(path, **options)
            assert is_private(answer), path
            assert "`/aide`" in answer.text, path


async def test_what_a_coordinator_is_answered_is_private(house: House) -> None:
    await add_deadline(house)
    for path, options in COORDINATING:
        answer = await house.coordinator.slash(path, **options)
        assert is_private(answer), path
        assert "`/aide`" not in answer.text, path


async def test_whoever_manages_the_server_coordinates(house: House) -> None:
    owner = house.chat.person("Sylvie")
    answer = await owner.slash("rappel apercu")
    assert "`/aide`" not in answer.text


async def test_rights_are_those_of_the_moment(house: House) -> None:
    guild, role = house.world.guild(), house.world.role("Coordination")
    house.world.give_role(guild, "Camille", role)
    assert "`/aide`" not in (await house.member.slash("rappel apercu")).text
    house.world.take_role(guild, "Camille", role)
    assert "`/aide`" in (await house.member.slash("rappel apercu")).text


async def test_buttons_are_refused_to_whoever_lost_the_role(house: House) -> None:
    added = await add_deadline(house)
    asked = await house.coordinator.slash("calendrier retirer", echeance="Dépôt")
    card = await house.member.slash("mesure voir", mesure="6")
    house.world.take_role(house.world.guild(), "Mathieu", house.world.role("Coordination"))
    with nothing_changes(house.folder):
        for answer, label in ((added, "Retirer"), (asked, "Confirmer"), (card, "Mettre à jour")):
            pressed = await house.coordinator.press(answer, label)
            assert is_private(pressed), label
            assert "`/aide`" in pressed.text, label


async def test_a_members_card_does_not_let_others_change(house: House) -> None:
    card = await house.coordinator.slash("mesure voir", mesure="6")
    with nothing_changes(house.folder):
        for person in (house.member, house.repondante):
            assert is_private(await person.press(card, "Mettre à jour"))
    assert (await house.coordinator.press(card, "Mettre à jour")).modal is not None


async def test_nothing_works_in_direct_messages(house: House) -> None:
    dm = house.world.dm("Mathieu")
    with pytest.raises(Refused):
        await house.coordinator.slash("mesure voir", mesure="4", channel=dm)
    card = await house.coordinator.slash("mesure voir", mesure="4")
    with nothing_changes(house.folder):
        pressed = await house.coordinator.press(card, "mesure.voir:4", crafted=True, channel=dm)
    assert "serveur" in pressed.text


async def test_every_command_says_that_it_is_for_servers_alone(house: House) -> None:
    commands = "/applications/{application_id}/commands"
    registered = [each for each in house.chat.recorded if each.template == commands][-1].json
    assert isinstance(registered, list)
    for command in registered:
        assert command["contexts"] == [0], command["name"]
        assert command["integration_types"] == [0], command["name"]
        assert command["dm_permission"] is False, command["name"]


async def test_servers_do_not_see_one_another(tmp_path: Path, another_plan: PlanDefinition) -> None:
    world = committee_world()
    stranger = world.add_user("Étienne Morin")
    other = world.add_guild("Autre comité", stranger)
    elsewhere = world.add_channel(other, "ailleurs")
    async with open_house(tmp_path, world) as house:
        house.storage.import_plan(other.id, another_plan, house.clock.now())
        etienne = house.chat.person("Étienne")
        await add_deadline(house)
        here = await etienne.slash("plan voir", channel=elsewhere)
        assert "Plan d'ailleurs" in here.text
        assert "1 mesure" in here.text
        assert "Dépôt" not in here.text
        calendar = await etienne.slash("calendrier voir", channel=elsewhere)
        assert "Dépôt" not in calendar.text
        for path, options in (
            ("mesure voir", {"mesure": "4"}),
            ("calendrier retirer", {"echeance": "Dépôt"}),
            ("calendrier retirer", {"echeance": "1"}),
            ("rappel apercu", {"echeance": "1"}),
        ):
            answer = await etienne.slash(path, crafted=True, channel=elsewhere, **options)
            assert is_private(answer), path
            assert "Aucune" in answer.text, path


async def test_a_button_cannot_reach_another_servers_deadline(tmp_path: Path) -> None:
    world = committee_world()
    other = world.add_guild("Autre comité", world.add_user("Étienne Morin"))
    elsewhere = world.add_channel(other, "ailleurs")
    async with open_house(tmp_path, world) as house:
        await add_deadline(house)
        card = await house.chat.person("Étienne").slash("plan voir", channel=elsewhere)
        with nothing_changes(house.folder):
            for custom_id in ("calendrier.retirer:1", "calendrier.confirmer:1"):
                pressed = await house.chat.person("Étienne").press(card, custom_id, crafted=True)
                assert is_private(pressed), custom_id
                assert "Dépôt" not in pressed.text, custom_id


async def test_a_change_in_one_server_is_not_seen_in_another(tmp_path: Path) -> None:
    world = committee_world()
    other = world.add_guild("Autre comité", world.add_user("Étienne Morin"))
    elsewhere = world.add_channel(other, "ailleurs")
    async with open_house(tmp_path, world) as house:
        await house.coordinator.slash("mesure modifier", mesure="6", etat="realisee")
        etienne = house.chat.person("Étienne")
        card = await etienne.slash("mesure voir", mesure="6", channel=elsewhere)
        assert "○ À venir" in card.text


async def test_a_server_joined_later_gets_its_own_plan(house: House) -> None:
    stranger = house.world.add_user("Étienne Morin")
    later = house.world.add_guild("Comité tardif", stranger, with_bot=False)
    channel = house.world.add_channel(later, "tardif")
    house.world.invite_bot(later)
    answer = await house.chat.person("Étienne").slash("plan voir", channel=channel)
    assert "22 mesures" in answer.text
    assert "plan livré avec Vigie" in answer.text
