"""A thread as the channel of notices: it archives itself, and its posts are still kept true."""

from sandbox import permissions
from sandbox.places import PUBLIC_THREAD, Channel
from tests.collecte.campaign import CHANNEL, at, forbid, read, set_deadline, set_team
from tests.support.calendar import posts
from tests.support.house import House

EDIT = "/channels/{channel_id}/messages/{message_id}"


async def digest_in_a_thread(house: House) -> Channel:
    """A thread of a member's, where the MDEIE was asked; the bot may not manage threads."""
    guild = house.world.guild()
    house.world.edit_role(guild, house.world.role("Vigie"), permissions.MEMBER_DEFAULT)
    thread = house.world.add_thread(
        house.world.channel(CHANNEL), house.member.user, "Suivi 2027", PUBLIC_THREAD
    )
    await set_deadline(house, salon=thread, organismes="MDEIE")
    await set_team(house)
    await at(house, 2027, 3, 17)
    assert "il reste 6 mesures sur 6" in read(posts(house, thread)[0])
    return thread


async def answer(house: House, measure: str = "7") -> None:
    await house.repondante.slash("mesure confirmer", mesure=measure)
    await house.wake()


async def later(house: House, **by: float) -> None:
    house.clock.advance(**by)
    await house.wake()


def set_archived(thread: Channel, *, archived: bool = True, locked: bool = False) -> None:
    assert thread.thread is not None
    thread.thread.archived, thread.thread.locked = archived, locked


def tries(house: House) -> int:
    """How many edits of a post were asked of the chat, whatever it answered."""
    return sum(each.method == "PATCH" and each.template == EDIT for each in house.chat.recorded)


async def test_a_post_in_an_archived_thread_is_brought_up_to_date(house: House) -> None:
    thread = await digest_in_a_thread(house)
    set_archived(thread)
    await answer(house)
    assert "il reste 5 mesures sur 6" in read(posts(house, thread)[0])


async def test_one_in_a_locked_thread_waits_until_it_is_unlocked(house: House) -> None:
    thread = await digest_in_a_thread(house)
    set_archived(thread, locked=True)
    await answer(house)
    await later(house, minutes=1)
    assert "il reste 6 mesures sur 6" in read(posts(house, thread)[0])
    set_archived(thread)
    await later(house, hours=1)
    assert "il reste 5 mesures sur 6" in read(posts(house, thread)[0])


async def test_a_permission_to_see_lost_and_given_back_loses_no_edit(house: House) -> None:
    thread = await digest_in_a_thread(house)
    forbid(house, permissions.VIEW_CHANNEL)
    before = tries(house)
    await answer(house)
    for _ in range(30):
        await later(house, minutes=1)
    assert tries(house) == before + 1, "what is not permitted is asked once an hour"
    house.world.set_overwrite(CHANNEL, house.world.bot, allow=permissions.VIEW_CHANNEL)
    await later(house, hours=1)
    assert "il reste 5 mesures sur 6" in read(posts(house, thread)[0])
