"""Living through a calendar: the bot's clock and the chat's move together."""

from datetime import datetime
from typing import Any

from sandbox.clock import ManualClock
from sandbox.message import Message
from sandbox.places import Channel
from sandbox.reading import visible_text
from tests.support.asking import plain
from tests.support.house import TORONTO, House


async def go_to(house: House, *when: int) -> None:
    """Be at that wall time in Toronto (year, month, day, hour…), and let the reminders run."""
    set_clocks(house, *when)
    await house.wake()


def set_clocks(house: House, *when: int) -> None:
    """Be at that wall time in Toronto; nothing runs."""
    year, month, day, hour, minute = (*when, 9, 0)[:5] if len(when) == 3 else (*when, 0)[:5]
    moment = datetime(year, month, day, hour, minute, tzinfo=TORONTO)
    house.clock.moment = moment
    chat_clock = house.world.clock
    assert isinstance(chat_clock, ManualClock)
    chat_clock.advance(moment.timestamp() - chat_clock.now())


async def pass_by(house: House, seconds: float) -> None:
    """Let real seconds pass on both clocks, and the reminders run."""
    house.clock.advance(seconds=seconds)
    chat_clock = house.world.clock
    assert isinstance(chat_clock, ManualClock)
    chat_clock.advance(seconds)
    await house.wake()


async def add_reminder(house: House, title: str, when: str, **options: Any) -> None:
    """A `rappel`, added by the coordinator."""
    answer = await house.coordinator.slash(
        "calendrier ajouter", titre=title, quand=when, genre="rappel", **options
    )
    assert f"· {title}" in answer.text, answer


def posts(house: House, channel: Channel | str = "général") -> list[Message]:
    """What the bot posted in a channel by itself, oldest first."""
    return [
        message
        for message in house.chat.messages(channel)
        if message.author_id == house.world.bot.id
        and not message.ephemeral
        and message.interaction_id is None
    ]


def texts(house: House, channel: Channel | str = "général") -> list[str]:
    """The texts of these posts, without formatting."""
    return [plain(visible_text(message.payload)) for message in posts(house, channel)]
