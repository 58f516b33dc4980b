"""The words of the page itself, as they are served."""

import re

import aiohttp

from sandbox.server import Chat
from sandbox.site import PAGE

ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu|aujourd)’", re.IGNORECASE)


async def test_the_page_writes_its_apostrophes_as_the_bot_does(chat: Chat) -> None:
    addresses = ["/", *(f"/page/{each.name}" for each in sorted(PAGE.glob("*.js")))]
    async with aiohttp.ClientSession(chat.base_url) as browser:
        for address in addresses:
            async with browser.get(address) as answer:
                text = await answer.text()
            assert text, address
            assert not ELIDED.search(text), address
