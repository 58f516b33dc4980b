"""A thread that is archived, and so in nobody's cache, as the channel of a deadline."""

import pytest

from sandbox import permissions
from sandbox.places import PRIVATE_THREAD, PUBLIC_THREAD, Channel
from tests.support.asking import Options, plain, refused
from tests.support.database import query
from tests.support.house import House

ADD, MODIFY, POST = "calendrier ajouter", "calendrier modifier", "rappel envoyer"
DATED: Options = {"titre": "Dépôt", "quand": "31 mars 2027"}
CHANNELS = "SELECT channel_id FROM deadline"


def archived(house: House, kind: int = PUBLIC_THREAD, *, locked: bool = False) -> Channel:
    """A thread of a member's that archived itself."""
    world = house.world
    found = world.add_thread(world.channel("général"), house.member.user, "Comité", kind)
    assert found.thread is not None
    found.thread.archived, found.thread.locked = True, locked
    world.edit_channel(found)
    return found


async def test_it_is_accepted_where_the_bot_may_write(house: House) -> None:
    thread = archived(house)
    told = await house.coordinator.slash(ADD, salon=thread, **DATED)
    assert f"<#{thread.id}>" in told.text
    assert query(house.folder, CHANNELS) == [(thread.id,)]
    posted = await house.coordinator.slash(POST, echeance="Dépôt")
    assert f"<#{thread.id}>" in posted.text
    await house.wake()
    assert house.chat.messages(thread)


async def test_its_campaign_is_rehearsed(house: House) -> None:
    thread = archived(house)
    await house.coordinator.slash(ADD, salon=thread, organismes="ISQ", **DATED)
    told = await house.coordinator.slash("rappel repeter", echeance="Dépôt")
    assert "Répétition de" in (await told.filled()).text


async def test_a_deadline_is_moved_to_it(house: House) -> None:
    thread = archived(house)
    await house.coordinator.slash(ADD, **DATED)
    told = await house.coordinator.slash(MODIFY, echeance="Dépôt", salon=thread)
    assert f"→ <#{thread.id}>" in plain(told.text)
    assert query(house.folder, CHANNELS) == [(thread.id,)]


@pytest.mark.parametrize(
    ("kind", "locked", "why"),
    [
        (PRIVATE_THREAD, False, "voir le salon"),
        (PUBLIC_THREAD, True, "gérer les fils (celui-ci est verrouillé)"),
    ],
)
async def test_it_is_refused_for_what_the_bot_lacks(
    house: House, kind: int, locked: bool, why: str
) -> None:
    thread = archived(house, kind, locked=locked)
    await house.coordinator.slash(ADD, titre="Autre", quand="30 mars 2027")
    with refused(house) as answers:
        answers.append(await house.coordinator.slash(ADD, salon=thread, **DATED))
        answers.append(await house.coordinator.slash(MODIFY, echeance="Autre", salon=thread))
    for answer in answers:
        assert f"Ce qu'il faut m'y permettre : {why}" in plain(answer.text)


async def test_what_the_person_may_do_there_is_not_what_the_bot_may(house: House) -> None:
    thread = archived(house)
    channel = house.world.channel("général")
    house.world.set_overwrite(channel, house.world.bot, deny=permissions.SEND_MESSAGES_IN_THREADS)
    with refused(house) as answers:
        answers.append(await house.coordinator.slash(ADD, salon=thread, **DATED))
    assert "envoyer des messages dans les fils" in plain(answers[0].text)
