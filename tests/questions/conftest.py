"""The house that the tests of a module share, and how they ask."""

from collections.abc import Awaitable, Callable

import pytest

from sandbox.message import Message
from sandbox.waiting import wait_until
from tests.commands.conftest import module_house, standing
from tests.support.asking import plain
from tests.support.house import House

__all__ = ["ask", "mention", "module_house", "standing"]

Ask = Callable[[str], Awaitable[str]]


def asker(house: House) -> Ask:
    """What the member reads when asking with `/question`, in plain characters."""

    async def ask(text: str) -> str:
        answer = await house.member.slash("question", texte=text)
        assert answer.failed is None, text
        assert not answer.notified, text
        return plain(answer.text)

    return ask


@pytest.fixture
def ask(house: House) -> Ask:
    """`/question` in a house of the test's own."""
    return asker(house)


async def mention(house: House, text: str, reply_to: Message | None = None) -> Message:
    """What the bot answers to a message that mentions it."""
    bot = house.world.bot
    said = await house.member.say(None, f"{bot.mention} {text}", reply_to=reply_to)

    def answered() -> Message | None:
        found = house.world.messages[said.channel_id].values()
        return next(
            (
                each
                for each in found
                if each.author_id == bot.id
                and each.payload.get("message_reference", {}).get("message_id") == str(said.id)
            ),
            None,
        )

    return await wait_until(house.world, answered, 5.0, "the answer to a mention")
