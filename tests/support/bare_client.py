"""A bare discord.py client on the embedded chat: what tests of the chat itself connect."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import discord
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from sandbox.server import Chat

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


def point_discord_at(chat: Chat) -> None:
    """Makes every discord.py client of this process talk to this chat."""
    Route.BASE = chat.api_url
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(chat.gateway_url)


class BareClient(discord.Client):
    """A client with a command tree and nothing in it."""

    def __init__(self, intents: discord.Intents = INTENTS) -> None:
        # The ready time-out waits for late guilds; here they all come at once.
        super().__init__(intents=intents, guild_ready_timeout=0.02)
        self.tree = app_commands.CommandTree(self)
        self.seen: list[discord.Message] = []

    async def on_message(self, message: discord.Message) -> None:
        self.seen.append(message)


@asynccontextmanager
async def connected(chat: Chat, client: discord.Client) -> AsyncIterator[discord.Client]:
    """Starts a client on a chat, ready; closes it at the end."""
    point_discord_at(chat)
    try:
        await client.login(chat.token)
    except BaseException:
        await client.close()
        raise
    running = asyncio.create_task(client.connect())
    ready = asyncio.create_task(client.wait_until_ready())
    await asyncio.wait({running, ready}, return_when=asyncio.FIRST_COMPLETED)
    if running.done():
        ready.cancel()
        await client.close()
        running.result()
    try:
        yield client
    finally:
        await client.close()
        await asyncio.gather(running, return_exceptions=True)


async def refusal(
    client: discord.Client, method: str, path: str, body: object = None
) -> discord.HTTPException:
    """How the chat refuses a request of the bot; the test fails where it does not."""
    try:
        await client.http.request(Route(method, path), json=body)
    except discord.HTTPException as refused:
        return refused
    msg = f"{method} {path} was not refused"
    raise AssertionError(msg)
