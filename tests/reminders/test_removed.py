"""A server that the bot was removed from: nothing is posted for it, and nothing is lost."""

import asyncio

from sandbox.state import Event
from tests.support.calendar import add_reminder, go_to, pass_by, set_clocks, texts
from tests.support.database import query
from tests.support.house import House
from tests.support.removal import invited, noted, removed

POST = "/channels/{channel_id}/messages"


def tried(house: House) -> int:
    """How many posts were asked of the chat, whatever it answered."""
    return sum(each.method == "POST" and each.template == POST for each in house.chat.recorded)


async def test_nothing_is_tried_where_the_bot_was_removed(house: House) -> None:
    await add_reminder(house, "Dépôt", "31 mars 2027", preavis="7, 0")
    await removed(house, house.world.guild())
    for day in (24, 25, 31):
        await go_to(house, 2027, 3, day)
    for _ in range(10):
        await pass_by(house, 3600)
    assert tried(house) == 0


async def test_a_repeated_deadline_is_not_planned_meanwhile(house: House) -> None:
    await add_reminder(house, "Rapport", "31 janvier 2027", repetition="mensuelle", preavis="0")
    await removed(house, house.world.guild())
    before = query(house.folder, "SELECT count(*) FROM occurrence")
    for month in (3, 6, 9):
        await go_to(house, 2027, month, 2)
    assert query(house.folder, "SELECT count(*) FROM occurrence") == before
    await invited(house, house.world.guild())
    await house.wake()
    assert len(texts(house)) == 1, "of what came due meanwhile, the latest"
    await go_to(house, 2027, 9, 30)
    assert len(texts(house)) == 2


async def test_a_removal_while_it_was_stopped_is_seen_at_the_start(house: House) -> None:
    await add_reminder(house, "Dépôt", "31 mars 2027", preavis="7")
    await house.stop()
    house.world.kick_bot(house.world.guild())
    set_clocks(house, 2027, 3, 24)
    await house.start()
    await noted(house, house.world.guild(), left=True)
    await house.wake()
    assert tried(house) == 0
    await house.stop()
    house.world.invite_bot(house.world.guild())
    await house.start()
    await noted(house, house.world.guild(), left=False)
    await house.wake()
    assert ["Dépôt" in text for text in texts(house)] == [True]


async def test_a_server_that_discord_has_lost_for_a_while_was_not_left(house: House) -> None:
    guild = house.world.guild()
    lost = {"id": str(guild.id), "unavailable": True}
    house.world.emit(Event("GUILD_DELETE", lost, guild_id=guild.id))
    known = house.client.get_guild(guild.id)
    assert known is not None
    async with asyncio.timeout(5):
        while not known.unavailable:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    assert query(house.folder, "SELECT left_at FROM committee") == [(None,)]
