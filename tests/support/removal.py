"""The bot put out of a server and invited back, and noticing that it was."""

import asyncio

from sandbox.places import Guild
from tests.support.database import query
from tests.support.house import House


async def removed(house: House, guild: Guild) -> None:
    """The bot is put out while it runs, and has been told."""
    house.world.kick_bot(guild)
    await noted(house, guild, left=True)


async def invited(house: House, guild: Guild) -> None:
    """The bot comes back, and has been told."""
    house.world.invite_bot(guild)
    await noted(house, guild, left=False)


async def noted(house: House, guild: Guild, *, left: bool) -> None:
    """It is written down whether the bot is in a server."""
    asked = "SELECT left_at IS NOT NULL FROM committee WHERE id = ?"
    async with asyncio.timeout(5):
        while query(house.folder, asked, guild.id) != [(int(left),)]:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
