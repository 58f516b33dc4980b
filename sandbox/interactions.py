"""Interactions: opened by a person, answered once by the bot within 3 s, followed up for 15 min."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass

from sandbox.clock import Timer
from sandbox.errors import invalid_webhook_token, unknown
from sandbox.message import Message
from sandbox.payload import Payload
from sandbox.people import User
from sandbox.places import Channel
from sandbox.state import Event
from sandbox.world import World

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
ATTACHMENT_LIMIT = 10 * 1024 * 1024


@dataclass
class Callback:
    """The bot's first answer: its type (4 to 9), and what it brought. `kind` 0: none came."""

    kind: int
    message: Message | None = None
    modal: Payload | None = None
    choices: list[Payload] | None = None


@dataclass
class Interaction:
    """One press, command, form or autocompletion. `source` is the message of a component."""

    id: int
    token: str
    kind: int
    user: User
    channel: Channel
    data: Payload
    metadata: Payload
    created: float
    callback: asyncio.Future[Callback]
    source: Message | None = None
    original: Message | None = None
    timer: Timer | None = None

    @property
    def answered(self) -> Callback | None:
        """The callback, once there is one."""
        return self.callback.result() if self.callback.done() else None


class Interactions:
    """The interactions under way, by id and by token."""

    def __init__(self, world: World, answer_window: float = 3.0, token_life: float = 900.0) -> None:
        self._world = world
        self.answer_window = answer_window
        self.token_life = token_life
        self._by_id: dict[int, Interaction] = {}
        self._by_token: dict[str, Interaction] = {}

    def open(
        self,
        kind: int,
        user: User,
        channel: Channel,
        data: Payload,
        metadata: Payload,
        source: Message | None = None,
    ) -> Interaction:
        """Starts an interaction, tells the bot of it, and starts the 3 seconds."""
        self._forget_old()
        world = self._world
        interaction = Interaction(
            world.ids.next(),
            secrets.token_urlsafe(64),
            kind,
            user,
            channel,
            data,
            metadata,
            world.clock.now(),
            asyncio.get_running_loop().create_future(),
            source,
        )
        metadata["id"] = str(interaction.id)
        self._by_id[interaction.id] = interaction
        self._by_token[interaction.token] = interaction
        late = lambda: answer(interaction, Callback(0))  # noqa: E731
        interaction.timer = world.clock.call_later(self.answer_window, late)
        event = Event("INTERACTION_CREATE", self._payload(interaction), channel.guild_id)
        world.emit(event)
        return interaction

    def message(self, interaction: Interaction, message_id: int) -> Message | None:
        """A message that it made, or that its press was about, where it still stands."""
        original = interaction.original
        if original is not None and original.id == message_id:
            return None if original.deleted else original
        found = self._world.messages.get(interaction.channel.id, {}).get(message_id)
        made = found is not None and found.interaction_id == interaction.id
        return found if made else None

    def to_answer(self, interaction_id: int, token: str) -> Interaction:
        """The interaction a callback is for. 10062 where there is none, or where it is too late."""
        interaction = self._by_id.get(interaction_id)
        if interaction is None or not secrets.compare_digest(interaction.token, token):
            raise unknown("interaction")
        answered = interaction.answered
        if answered is not None and answered.kind == 0:
            raise unknown("interaction")
        return interaction

    def by_token(self, application_id: int, token: str) -> Interaction:
        """The interaction whose token a follow-up uses. 10015 where it can have none."""
        interaction = self._by_token.get(token)
        if interaction is None or application_id != self._world.application_id:
            raise unknown("Webhook")
        if self._world.clock.now() - interaction.created > self.token_life:
            raise invalid_webhook_token()
        answered = interaction.answered
        if answered is None or answered.kind == 0:
            raise unknown("Webhook")
        return interaction

    def _forget_old(self) -> None:
        """Drops those whose token died an hour ago; dicts keep the order of opening."""
        limit = self._world.clock.now() - self.token_life - 3600
        while self._by_id:
            oldest = next(iter(self._by_id.values()))
            if oldest.created > limit:
                return
            del self._by_id[oldest.id]
            del self._by_token[oldest.token]

    def _payload(self, interaction: Interaction) -> Payload:
        world, channel, user = self._world, interaction.channel, interaction.user
        payload: Payload = {
            "version": 1,
            "id": str(interaction.id),
            "application_id": str(world.application_id),
            "type": interaction.kind,
            "token": interaction.token,
            "data": interaction.data,
            "locale": user.locale,
            "channel_id": str(channel.id),
            "channel": channel_of_interaction(world, channel, user),
            "app_permissions": str(world.permissions(world.bot, channel)),
            "entitlements": [],
            "authorizing_integration_owners": integration_owners(channel),
            "context": 0 if channel.guild_id else 1,
            "attachment_size_limit": ATTACHMENT_LIMIT,
        }
        if interaction.source is not None:
            payload["message"] = interaction.source.payload
        if channel.guild_id is None:
            return payload | {"user": user.payload()}
        guild = world.guilds[channel.guild_id]
        member = guild.members[user.id]
        return payload | {
            "guild_id": str(guild.id),
            "guild_locale": guild.locale,
            "guild": {"id": str(guild.id), "locale": guild.locale, "features": []},
            "member": member.payload(world.permissions(user, channel)),
        }


def answer(interaction: Interaction, callback: Callback) -> None:
    """Settles an interaction, if nothing has yet."""
    if interaction.callback.done():
        return
    if interaction.timer is not None:
        interaction.timer.cancel()
    interaction.original = callback.message
    interaction.callback.set_result(callback)


def integration_owners(channel: Channel) -> Payload:
    """Who installed the app where this happens: the guild (key 0), as JSON has it."""
    return {"0": str(channel.guild_id or 0)}


def channel_of_interaction(world: World, channel: Channel, user: User) -> Payload:
    """The channel with the permissions of the person, as interactions carry it."""
    held = world.permissions(user, channel)
    payload = channel.payload() | {"permissions": str(held)}
    if channel.recipient_id is not None:
        payload["recipients"] = [world.users[channel.recipient_id].payload()]
    return payload
