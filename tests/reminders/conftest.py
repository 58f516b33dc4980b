"""Houses whose chat lives at the bot's own time."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from sandbox.clock import ManualClock
from sandbox.demo import committee_world
from tests.support.house import START, House, open_house
from tests.support.openapi import check_requests, description_path


@pytest_asyncio.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A running bot, its clock and the chat's set to the same moment."""
    world = committee_world(ManualClock(START.timestamp()))
    async with open_house(tmp_path / "data", world) as running:
        yield running
        described = description_path().is_file()
        problems = check_requests(running.chat.recorded) if described else []
    assert problems == []
