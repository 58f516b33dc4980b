"""The fixtures of the page's tests: one browser a module, a new chat with its bot for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from sandbox.demo import committee_world
from sandbox.server import Chat
from tests.sandbox.page_bot import bot
from tests.sandbox.page_room import CHROMIUM, Room
from tests.support.bare_client import connected


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield started
        await started.close()


@pytest_asyncio.fixture(loop_scope="module")
async def room(browser: Browser) -> AsyncIterator[Room]:
    """Every test ends by checking that the browser had nothing to complain of."""
    async with AsyncExitStack() as stack:
        chat = await stack.enter_async_context(Chat(committee_world(), port=0, answer_window=1.5))
        client = bot()
        await stack.enter_async_context(connected(chat, client))
        await client.tree.sync()
        entered = Room(chat, client, browser, await stack.enter_async_context(AsyncExitStack()))
        yield entered
        assert entered.problems == []
