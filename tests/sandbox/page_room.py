"""A chat with its bot, and a real browser on its page: what the page's tests share."""

from __future__ import annotations

import os
import shutil
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, Locator, Page, ViewportSize, expect

from sandbox.server import Chat
from tests.support.bare_client import BareClient

NARROW: ViewportSize = {"width": 360, "height": 740}
WIDE: ViewportSize = {"width": 1280, "height": 800}


def chromium() -> str | None:
    """The browser to drive: VIGIE_CHROMIUM, else the first Chromium on the PATH."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = (shutil.which(name) for name in names)
    return os.environ.get("VIGIE_CHROMIUM") or next((path for path in found if path), None)


CHROMIUM = chromium()
MARKS = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(
        CHROMIUM is None, reason="needs a Chromium: install one or set VIGIE_CHROMIUM"
    ),
]
expect.set_options(timeout=4000)


@dataclass
class Room:
    """A chat with its bot, and the pages that people opened on it."""

    chat: Chat
    client: BareClient
    browser: Browser
    stack: AsyncExitStack
    problems: list[str] = field(default_factory=list)

    async def enter(
        self, who: str = "nadia.tremblay", viewport: ViewportSize = WIDE, *, dark: bool = False
    ) -> Page:
        """Opens the page as someone, by the address that a reload keeps."""
        page = await self.open(viewport, f"#personne={who}", dark=dark)
        await expect(page.locator(".composer-text")).to_be_focused()
        return page

    async def open(
        self, viewport: ViewportSize = WIDE, fragment: str = "", *, dark: bool = False
    ) -> Page:
        context = await self.browser.new_context(
            viewport=viewport, locale="fr-CA", color_scheme="dark" if dark else "light"
        )
        self.stack.push_async_callback(context.close)
        page = await context.new_page()
        page.on("console", lambda said: self.note(said.type == "error", said.text))
        page.on("pageerror", lambda error: self.note(True, str(error)))
        page.on("request", lambda asked: self.note(not _is_ours(asked.url), asked.url))
        await page.goto(self.chat.base_url + "/" + fragment)
        return page

    def note(self, wrong: bool, text: str) -> None:
        if wrong:
            self.problems.append(text)


def _is_ours(url: str) -> bool:
    return urlsplit(url).hostname == "127.0.0.1" or url.startswith(("data:", "blob:"))


async def run(page: Page, text: str) -> None:
    """Types a command and sends it. The first Enter may only take what is suggested."""
    await page.locator(".composer-text").focus()
    await page.keyboard.type(text)
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")


def last(page: Page) -> Locator:
    return page.locator(".message").last
