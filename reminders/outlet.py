"""Where a post goes: a Discord channel, asked in the few ways that delivery needs."""

import contextlib
from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

import aiohttp
import discord
from discord import ui

from plan.ladder import Audience

_NEWEST = 100  # messages of a channel: one request
_BAD_REQUEST = 400
_ARCHIVED = 50083  # Discord's code: nothing changes in an archived thread


class ChannelGoneError(Exception):
    """The channel was deleted: no later attempt can succeed."""


class NotPermittedError(Exception):
    """The bot may not write there now; somebody may grant it later."""


class PassingError(Exception):
    """Discord did not take the post this time; it may the next."""


class RefusedError(Exception):
    """Discord will not have the post as it is: no later attempt can succeed."""


class Outlet(Protocol):
    """What delivery asks of a chat.

    Every method raises ChannelGoneError, NotPermittedError, RefusedError or PassingError where it
    was not done, as far as is known.
    """

    async def send(
        self, channel_id: int, view: ui.LayoutView, nonce: str, audience: Audience
    ) -> int:
        """Post, notifying the audience and nobody else, and return the message's id."""
        ...

    async def edit(self, channel_id: int, message_id: int, view: ui.LayoutView) -> None:
        """Put another text in a post, notifying nobody."""
        ...

    async def find(self, channel_id: int, token: str, since: datetime) -> int | None:
        """The id of the message posted since then that bears the token in a button, or None."""
        ...

    async def private_channel(self, person_id: int) -> int:
        """The id of the direct messages with a person."""
        ...


class DiscordOutlet:
    """An outlet through the connected client."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def send(
        self, channel_id: int, view: ui.LayoutView, nonce: str, audience: Audience
    ) -> int:
        """See `Outlet`. Discord takes a nonce once: a second post within minutes is the first."""
        with _outcomes():
            message = await self._client.get_partial_messageable(channel_id).send(
                view=view, nonce=nonce, allowed_mentions=_only(audience)
            )
        return message.id

    async def edit(self, channel_id: int, message_id: int, view: ui.LayoutView) -> None:
        """See `Outlet`. A thread that archived itself is taken out of the archive first."""
        post = self._client.get_partial_messageable(channel_id).get_partial_message(message_id)
        with _outcomes():
            try:
                await post.edit(view=view)
            except discord.HTTPException as error:
                if error.code != _ARCHIVED:
                    raise
                await self._unarchive(channel_id)
                await post.edit(view=view)

    async def find(self, channel_id: int, token: str, since: datetime) -> int | None:
        """See `Outlet`. The newest messages are looked at whatever their date: a clock was wrong
        perhaps when `since` was written down.
        """
        channel = self._client.get_partial_messageable(channel_id)
        seen = 0
        with _outcomes():
            async for message in channel.history(limit=None):
                if message.author == self._client.user and _bears(message, token):
                    return message.id
                seen += 1
                if seen >= _NEWEST and message.created_at < since:
                    return None
        return None

    async def private_channel(self, person_id: int) -> int:
        """See `Outlet`."""
        with _outcomes():
            channel = await self._client.create_dm(discord.Object(person_id))
        return channel.id

    async def _unarchive(self, thread_id: int) -> None:
        thread = await self._client.fetch_channel(thread_id)
        if isinstance(thread, discord.Thread):
            await thread.edit(archived=False)


@contextlib.contextmanager
def _outcomes() -> Iterator[None]:
    """Discord's answers in the three ways that matter to delivery."""
    try:
        yield
    except discord.NotFound as error:
        raise ChannelGoneError(str(error)) from error
    except discord.Forbidden as error:
        raise NotPermittedError(str(error)) from error
    except (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError) as error:
        if isinstance(error, discord.HTTPException) and error.status == _BAD_REQUEST:
            if error.code == _ARCHIVED:  # and locked: somebody may unlock it later
                raise NotPermittedError(str(error)) from error
            raise RefusedError(str(error)) from error
        raise PassingError(str(error)) from error


def _only(audience: Audience) -> discord.AllowedMentions:
    return discord.AllowedMentions(
        everyone=False,
        replied_user=False,
        users=[discord.Object(each) for each in audience.users],
        roles=[discord.Object(each) for each in audience.roles],
    )


def _bears(message: discord.Message, token: str) -> bool:
    view = ui.LayoutView.from_message(message, timeout=None)
    view.stop()
    return any(
        isinstance(item, ui.Button) and (item.custom_id or "").endswith(f":{token}")
        for item in view.walk_children()
    )
