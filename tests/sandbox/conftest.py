"""A chat with the committee's world, and a bare discord.py client on it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from sandbox.clock import ManualClock
from sandbox.demo import committee_world
from sandbox.server import Chat
from tests.support.bare_client import BareClient, connected


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
async def chat(clock: ManualClock) -> AsyncIterator[Chat]:
    async with Chat(committee_world(clock), port=0) as running:
        yield running


@pytest.fixture
async def bot(chat: Chat) -> AsyncIterator[BareClient]:
    client = BareClient()
    async with connected(chat, client):
        yield client
