"""What is to come, word for word, and the rehearsal of it in a private thread."""

import re
from typing import Any

import pytest

from sandbox import permissions
from sandbox.answer import Answer
from sandbox.components import BUTTON, walk
from sandbox.message import Message
from sandbox.places import PRIVATE_THREAD, Channel
from tests.collecte.campaign import (
    CHANNEL,
    at,
    confirm_all,
    ledger,
    posted,
    read,
    set_deadline,
    set_team,
    wait_for,
)
from tests.support.asking import is_private, plain, refused
from tests.support.database import nothing_changes
from tests.support.house import House


async def _all_pages(house: House, **options: Any) -> list[str]:
    answer = await house.coordinator.slash("rappel apercu", **options)
    assert is_private(answer)
    pages = [plain(answer.text)]
    while "Suivante" in answer.buttons and not _is_last(answer):
        answer = await house.coordinator.press(answer, "Suivante")
        pages.append(plain(answer.text))
    return pages


def _posts(answer: Answer) -> int:
    """How many the head says are to come."""
    found = re.search(r"(\d+) messages si rien", plain(answer.text))
    assert found
    return int(found[1])


def _is_last(answer: Answer) -> bool:
    found = re.search(r"Messages? (?:\d+ à )?(\d+) sur (\d+)", plain(answer.text))
    return found is not None and found[1] == found[2]


async def test_the_preview_is_what_will_be_posted_to_the_letter(house: House) -> None:
    await set_deadline(house, repetition=None)
    await set_team(house)
    with nothing_changes(house.folder):
        whole = "\n".join(await _all_pages(house))
    days = [(3, 1), (3, 17), (3, 24), (3, 25), (3, 30), (3, 31)]
    for day in days:
        for post in await at(house, 2027, *day):
            for line in read(post).splitlines():
                assert f"> {line.strip()}" in whole, line
    order = re.findall(r"^- (J[-+]\d+)", whole, re.MULTILINE)
    assert order == ["J-30", "J-14", "J-7", "J-3", "J-1", "J-0", "J+1"]
    dates = re.findall(r"^(J[-+]\d+) · .* · <#\d+>", whole, re.MULTILINE)
    assert dates == sorted(dates, key=order.index)
    assert len(dates) == 1 + 2 * 5 + 1


async def test_the_preview_names_its_one_deadline_and_day_once(house: House) -> None:
    await set_deadline(house, titre="Bilan annuel", repetition=None)
    head = (await _all_pages(house))[0].splitlines()
    assert head[0] == "### Bilan annuel · 7 avis à venir"
    assert re.fullmatch(
        r"Pour le mercredi 31 mars 2027 : \d+ messages si rien ne change d'ici là\.", head[1]
    )
    steps = [line for line in head if line.startswith("- J")]
    assert len(steps) == 7
    assert not [line for line in steps if "pour le" in line]
    await set_deadline(house, titre="Point d'étape", quand="15 avril", repetition=None)
    both = (await _all_pages(house))[0]
    assert re.search(r"- J-30 · .* · Point d'étape · pour le jeudi 15 avril 2027 · ", both)
    assert re.search(r"- J-30 · .* · Bilan annuel · pour le mercredi 31 mars 2027 · ", both)


async def test_the_preview_tells_whom_each_post_notifies(house: House) -> None:
    await set_deadline(house)
    await set_team(house)
    whole = "\n".join(await _all_pages(house, echeance="Bilan"))
    entries = re.split(r"\n(?=J[-+]\d+ · )", whole)
    blocks = {each.split(" · ")[0]: each for each in entries if "MDEIE\nNotifie" in each}
    nadia, camille = house.repondante.mention, house.member.mention
    assert f"Notifie : {nadia}\n" in blocks["J-7"]
    assert f"Notifie : {nadia} et {camille}\n" in blocks["J-3"]
    assert f"Notifie : {nadia}, {camille} et {house.coordinator.mention}\n" in blocks["J-1"]
    opening = next(each for each in entries if "MO ont à dire" in each)
    assert "Notifie : personne" in opening


async def test_the_preview_follows_what_is_answered_and_asked_for(house: House) -> None:
    await set_deadline(house, repetition=None)
    await set_team(house)
    await at(house, 2027, 3, 1)
    mdeie, _ = await at(house, 2027, 3, 17)
    asked = await house.repondante.press(mdeie, "Me le rappeler")
    await house.repondante.press(asked, asked.buttons[0])
    assert "comme demandé" in "\n".join(await _all_pages(house))
    await confirm_all(house, mdeie)
    whole = "\n".join(await _all_pages(house))
    assert "pour le MDEIE :" not in whole
    assert "pour le SAA :" in whole
    await house.coordinator.slash("collecte fermer", echeance="Bilan")
    assert "rien à envoyer" in "\n".join(await _all_pages(house))


async def test_a_year_of_every_mo_is_previewed_in_time(house: House) -> None:
    await set_deadline(house, organismes=None, repetition="trimestrielle", quand="31 décembre")
    await set_deadline(house, titre="Autre", organismes=None)
    answer = await house.coordinator.slash("rappel apercu")
    assert answer.failed is None
    assert f"Les {_posts(answer)} messages suivent les dates · " in plain(answer.text)
    answer = await house.coordinator.press(answer, "Suivante")
    assert "Messages 1 à " in plain(answer.text)
    assert f"sur {_posts(answer)} · Les gens nommés" in plain(answer.text)


async def test_members_and_strangers_preview_nothing(house: House) -> None:
    await set_deadline(house)
    with refused(house) as answers:
        for command in ("rappel apercu", "rappel repeter"):
            answers.append(await house.repondante.slash(command, echeance="Bilan"))


def _threads(house: House) -> list[Channel]:
    return [each for each in house.world.channels.values() if each.kind == PRIVATE_THREAD]


async def _rehearsed(house: House, posts: int) -> list[Message]:
    (thread,) = _threads(house)
    await wait_for(lambda: len(house.chat.messages(thread)) >= posts)
    return house.chat.messages(thread)


async def test_a_rehearsal_posts_every_step_in_a_private_thread_and_nothing_else(
    house: House,
) -> None:
    await set_deadline(house)
    await set_team(house)
    with nothing_changes(house.folder):
        answer = await house.coordinator.slash("rappel repeter", echeance="Bilan")
        await answer.filled()
        assert "12 messages" in plain(answer.text)
        messages = await _rehearsed(house, 13)
        assert posted(house) == []
    (thread,) = _threads(house)
    assert thread.parent_id == house.world.channel(CHANNEL).id
    assert thread.thread is not None
    assert set(thread.thread.members) == {house.world.bot.id, house.coordinator.user.id}
    for message in messages:
        assert read(message).startswith("Répétition · ")
        assert not message.notified
        assert "<@" not in read(message)
        assert all(each["disabled"] for each in walk(message.components) if each["type"] == BUTTON)
    told = [read(each).splitlines()[0] for each in messages]
    assert told[1] == "Répétition · J-30 · lundi 1er mars 2027 à 9 h"
    assert told[-1] == "Répétition · J+1 · jeudi 1er avril 2027 à 9 h"
    assert "@Nadia Tremblay, il reste 6 mesures" in read(messages[2])
    assert await ledger(house) == []


async def test_a_rehearsal_leaves_out_the_steps_that_are_past(house: House) -> None:
    await set_deadline(house, organismes="MDEIE")
    house.clock.set(2027, 3, 24, 10)  # J-30, J-14 and J-7 went by
    answer = await house.coordinator.slash("rappel repeter", echeance="Bilan")
    await answer.filled()
    assert "4 messages" in plain(answer.text)
    told = [read(each).splitlines()[0] for each in await _rehearsed(house, 5)]
    assert [each.split(" · ")[1] for each in told[1:]] == ["J-3", "J-1", "J-0", "J+1"]


async def test_a_rehearsal_is_refused_where_no_private_thread_can_be_opened(house: House) -> None:
    await set_deadline(house)
    house.world.set_overwrite(CHANNEL, house.world.bot, deny=permissions.CREATE_PRIVATE_THREADS)
    with refused(house) as answers:
        answers.append(await house.coordinator.slash("rappel repeter", echeance="Bilan"))
    assert "créer des fils privés" in plain(answers[0].text)
    assert _threads(house) == []


@pytest.mark.parametrize("status", [404, 0], ids=["thread deleted", "connection dropped"])
async def test_a_rehearsal_that_is_cut_short_is_told(house: House, status: int) -> None:
    await set_deadline(house)
    house.chat.faults.fail("POST /channels/{channel_id}/messages", status=status)
    answer = await house.coordinator.slash("rappel repeter", echeance="Bilan")
    await wait_for(lambda: any("s'est arrêtée" in read(each) for each in answer.followups))
    assert "après 0 message sur 13" in plain(read(answer.followups[-1]))
