"""Where a post goes: a Discord channel, asked in the few ways that delivery needs."""

from datetime import datetime
from typing import Protocol

import discord
from discord import ui


class ChannelGoneError(Exception):
    """The channel was deleted, or the bot was shown out: no later attempt can succeed."""


class NotPermittedError(Exception):
    """The bot may not write there now; somebody may grant it later."""


class PassingError(Exception):
    """Discord did not take the post this time; it may the next."""


class Outlet(Protocol):
    """What delivery asks of a chat."""

    async def send(self, channel_id: int, view: ui.LayoutView, nonce: str) -> int:
        """Post and return the message's id.

        Raises:
            ChannelGoneError, NotPermittedError, PassingError: it was not posted, as far as known.
        """
        ...

    async def find(self, channel_id: int, mark: str, since: datetime) -> int | None:
        """The id of the message posted since then with a button of that custom_id, or None."""
        ...


class DiscordOutlet:
    """An outlet through the connected client."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def send(self, channel_id: int, view: ui.LayoutView, nonce: str) -> int:
        """See `Outlet`. Discord takes a nonce once: a second post within minutes is the first."""
        channel = self._client.get_partial_messageable(channel_id)
        try:
            message = await channel.send(
                view=view, nonce=nonce, allowed_mentions=discord.AllowedMentions.none()
            )
        except discord.NotFound as error:
            raise ChannelGoneError(str(error)) from error
        except discord.Forbidden as error:
            raise NotPermittedError(str(error)) from error
        except (discord.HTTPException, OSError, TimeoutError) as error:
            raise PassingError(str(error)) from error
        return message.id

    async def find(self, channel_id: int, mark: str, since: datetime) -> int | None:
        """See `Outlet`."""
        channel = self._client.get_partial_messageable(channel_id)
        try:
            async for message in channel.history(limit=None, after=since, oldest_first=True):
                if message.author == self._client.user and _holds(message, mark):
                    return message.id
        except discord.NotFound as error:
            raise ChannelGoneError(str(error)) from error
        except discord.Forbidden as error:
            raise NotPermittedError(str(error)) from error
        except (discord.HTTPException, OSError, TimeoutError) as error:
            raise PassingError(str(error)) from error
        return None


def _holds(message: discord.Message, mark: str) -> bool:
    view = ui.LayoutView.from_message(message, timeout=None)
    view.stop()
    return any(
        isinstance(item, ui.Button) and item.custom_id == mark for item in view.walk_children()
    )
