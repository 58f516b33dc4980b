"""Whatever goes wrong between the bot and the chat, a notice is neither lost nor posted twice."""

import asyncio
import sqlite3
from contextlib import closing

import pytest

from sandbox import permissions
from sandbox.faults import When
from storage.database import FILE_NAME
from tests.support.calendar import add_reminder, go_to, pass_by, posts, set_clocks, texts
from tests.support.database import query
from tests.support.house import House

POST = "POST /channels/{channel_id}/messages"
HISTORY = "GET /channels/{channel_id}/messages"
WHEN: list[When] = ["before", "after"]


async def due(house: House) -> None:
    """A notice that is due now; nothing has run yet."""
    await add_reminder(house, "Dépôt", "31 mars 2027", preavis="7, 0")
    set_clocks(house, 2027, 3, 24)


async def retries(house: House, minutes: int = 20) -> None:
    for _ in range(minutes * 2):
        await pass_by(house, 30)


async def assert_posted_once(house: House) -> None:
    """Once, now and after a restart; the next notice follows in its time."""
    await retries(house)
    assert len(texts(house)) == 1
    await house.restart()
    await house.wake()
    assert len(texts(house)) == 1
    house.chat.faults.clear()
    await go_to(house, 2027, 3, 31)
    assert len(texts(house)) == 2


@pytest.mark.parametrize("when", WHEN)
@pytest.mark.parametrize(("status", "times"), [(500, 1), (503, 4)])
async def test_a_server_error_before_or_after_the_post(
    house: House, status: int, times: int, when: When
) -> None:
    """A 500 is tried again at once by the client, a 503 by the bot."""
    await due(house)
    house.chat.faults.fail(POST, times=times, status=status, when=when)
    await house.wake()
    await assert_posted_once(house)


@pytest.mark.parametrize("when", WHEN)
@pytest.mark.parametrize("times", [1, 6])
async def test_a_connection_cut_before_or_after_the_post(
    house: House, when: When, times: int
) -> None:
    await due(house)
    house.chat.faults.drop(POST, times=times, when=when)
    await house.wake()
    await assert_posted_once(house)


async def test_a_chat_out_of_reach_for_hours(house: House) -> None:
    await due(house)
    house.chat.faults.drop(POST, times=12)
    await house.wake()
    for _ in range(12):
        await pass_by(house, 3600)
    assert len(texts(house)) == 1
    assert "en retard" in texts(house)[0]


async def test_a_history_that_cannot_be_read_for_a_while(house: House) -> None:
    await due(house)
    house.chat.faults.drop(POST, times=9, when="after")
    house.chat.faults.fail(HISTORY, times=12, status=503)
    await house.wake()
    await assert_posted_once(house)


async def test_a_rate_limit_is_waited_for(house: House) -> None:
    await due(house)
    house.chat.faults.fail(POST, times=1, status=429)
    await house.wake()
    await assert_posted_once(house)


async def test_a_long_rate_limit_of_one_channel_holds_up_no_later_run(house: House) -> None:
    await due(house)
    house.chat.faults.limit(POST, seconds=600)
    async with asyncio.timeout(5):
        await house.wake()
    await assert_posted_once(house)


@pytest.mark.parametrize("resumable", [True, False])
async def test_a_gateway_that_drops(house: House, resumable: bool) -> None:
    await due(house)
    await house.chat.gateway.drop(resumable=resumable)
    await house.wake()
    await assert_posted_once(house)


async def test_a_deleted_channel_stops_nothing_else(house: House) -> None:
    await add_reminder(house, "Ailleurs", "31 mars 2027", preavis="7", salon="suivi-du-plan")
    await add_reminder(house, "Ici", "31 mars 2027", preavis="7")
    house.world.delete_channel("suivi-du-plan")
    await go_to(house, 2027, 3, 24)
    assert ["Ici" in text for text in texts(house)] == [True]
    tries = len(house.chat.recorded)
    await retries(house, minutes=120)
    again = [r for r in house.chat.recorded[tries:] if r.template == POST.split()[1]]
    assert len(again) <= 2, "what cannot succeed is not tried for ever"


async def test_someone_is_told_that_a_channel_is_gone(house: House) -> None:
    await add_reminder(house, "Dépôt", "31 mars 2027", preavis="7", salon="suivi-du-plan")
    house.world.delete_channel("suivi-du-plan")
    await go_to(house, 2027, 3, 24)
    await retries(house, minutes=1)
    told = texts(house, house.world.dm("Mathieu"))
    assert len(told) == 1
    assert "Dépôt" in told[0]


async def test_a_permission_lost_and_given_back(house: House) -> None:
    await due(house)
    channel = house.world.channel("général")
    house.world.set_overwrite(channel, house.world.bot, deny=permissions.SEND_MESSAGES)
    await house.wake()
    await retries(house, minutes=5)
    assert texts(house) == []
    house.world.set_overwrite(channel, house.world.bot, allow=permissions.SEND_MESSAGES)
    await assert_posted_once(house)


async def test_a_bot_shown_out_and_invited_again(house: House) -> None:
    await due(house)
    guild = house.world.guild()
    house.world.kick_bot(guild)
    await house.wake()
    assert texts(house) == []
    house.world.invite_bot(guild)
    await retries(house)
    assert "22 mesures" in (await house.member.slash("plan voir")).text
    await assert_posted_once(house)


async def test_a_crash_between_the_claim_and_the_post(house: House) -> None:
    """The row is claimed on disk, nothing was sent, and the process died."""
    await due(house)
    house.chat.faults.drop(POST, times=50, when="before")
    await house.wake()
    await house.stop()
    house.chat.faults.clear()
    pretend_it_died(house)
    await house.start()
    await house.wake()
    await assert_posted_once(house)


async def test_a_crash_between_the_post_and_its_mark(house: House) -> None:
    """It stands in the channel, and nobody wrote down that it does."""
    await due(house)
    await house.wake()
    assert len(posts(house)) == 1
    await house.stop()
    pretend_it_died(house)
    for seconds in (60, 3600):  # within, then long after the memory of the nonce
        set_clocks(house, 2027, 3, 24, 9, 1 if seconds == 60 else 59)
        await house.start()
        await house.wake()
        assert len(posts(house)) == 1
        await house.stop()
        pretend_it_died(house)
    await house.start()
    await assert_posted_once(house)


def pretend_it_died(house: House) -> None:
    """Put the post back as a dead process leaves it: claimed, and no more is known."""
    with closing(sqlite3.connect(house.folder / FILE_NAME)) as connection:
        connection.execute(
            "UPDATE delivery SET status = 'claimed', message_id = NULL, posted_in = NULL,"
            " sent_at = NULL, outcome = '' WHERE attempts > 0 AND status IN ('sent', 'waiting')"
        )
        connection.execute("UPDATE delivery SET try_at = planned_at WHERE status = 'claimed'")
        connection.commit()
    assert query(house.folder, "SELECT count(*) FROM delivery WHERE status = 'claimed'") == [(1,)]
