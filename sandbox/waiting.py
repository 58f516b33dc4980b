"""Waiting for something to happen in the world, without polling."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from sandbox.message import Message
from sandbox.places import Channel
from sandbox.reading import visible_text
from sandbox.state import Event
from sandbox.world import World

Found = TypeVar("Found")


async def wait_until(
    world: World, look: Callable[[], Found | None], within: float, what: str
) -> Found:
    """What `look` finds, now or after a later event; else TimeoutError, saying `what`."""
    found = look()
    if found is not None:
        return found
    future: asyncio.Future[Found] = asyncio.get_running_loop().create_future()

    def on_event(_: Event) -> None:
        seen = look()
        if seen is not None and not future.done():
            future.set_result(seen)

    stop = world.listen(on_event)
    try:
        return await asyncio.wait_for(future, within)
    except TimeoutError:
        msg = f"{what} did not come within {within} s"
        raise TimeoutError(msg) from None
    finally:
        stop()


async def wait_message(
    world: World, channel: Channel, containing: str, within: float, since: int = 0
) -> Message:
    """A channel's latest message, newer than the id `since`, whose visible text contains this."""

    def look() -> Message | None:
        for message in reversed(world.messages.get(channel.id, {}).values()):
            if message.id <= since:
                return None
            if not message.loading and containing in visible_text(message.payload):
                return message
        return None

    return await wait_until(world, look, within, f"a message with {containing!r}")
