"""Posting, editing and deleting messages, whoever does it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sandbox.components import received
from sandbox.drafts import Draft, attachments_of
from sandbox.mentions import mention_fields, notified_by
from sandbox.message import (
    COMPONENTS_V2,
    EPHEMERAL,
    LOADING,
    NOBODY,
    SUPPRESS_NOTIFICATIONS,
    Message,
)
from sandbox.payload import Payload, iso
from sandbox.people import User
from sandbox.places import Channel
from sandbox.state import Event
from sandbox.world import World

_KEPT_FLAGS = COMPONENTS_V2 | EPHEMERAL | LOADING | SUPPRESS_NOTIFICATIONS | (1 << 2)


@dataclass(frozen=True)
class Origin:
    """Where an interaction's message comes from; all unset for a plain message."""

    viewer_id: int | None = None
    interaction_id: int | None = None
    fields: Payload = field(default_factory=dict)


PLAIN = Origin()


def post(
    world: World,
    channel: Channel,
    author: User,
    draft: Draft,
    origin: Origin = PLAIN,
    replied: Message | None = None,
) -> Message:
    """Posts a message that has been checked, and tells of it."""
    message_id = world.ids.next()
    body = draft.body
    attachments = attachments_of(world, channel, draft, [])
    replied_to = replied.author_id if replied else None
    silent = origin.viewer_id is not None
    notified = NOBODY if silent else notified_by(world, channel, author, body, replied_to)
    payload: Payload = {
        "id": str(message_id),
        "channel_id": str(channel.id),
        "author": author.payload(),
        "content": body.get("content") or "",
        "timestamp": iso(world.clock.now()),
        "edited_timestamp": None,
        "tts": bool(body.get("tts")),
        **mention_fields(world, notified),
        "attachments": attachments,
        "embeds": _embeds(body),
        "components": received(body.get("components") or [], attachments),
        "pinned": False,
        "type": 0,
        "flags": (body.get("flags") or 0) & _KEPT_FLAGS,
    }
    payload |= _reply_fields(replied) | origin.fields
    if body.get("nonce") is not None:
        payload["nonce"] = body["nonce"]
    message = Message(
        message_id,
        channel.id,
        author.id,
        payload,
        channel.guild_id,
        origin.viewer_id,
        _nonce(body),
        origin.interaction_id,
        notified,
    )
    world.messages.setdefault(channel.id, {})[message_id] = message
    if message.nonce is not None:
        world.nonces[channel.id, author.id, message.nonce] = message_id
    if not message.ephemeral:
        channel.last_message_id = message_id
        channel.message_count += 1
    _tell(world, "MESSAGE_CREATE", message)
    return message


def edit(world: World, message: Message, draft: Draft, *, stamp: bool = True) -> Message:
    """Changes what the body names, keeps the rest, and tells of it.

    An edit notifies nobody, but the first filling of a deferred answer does. `stamp` marks the
    message as edited.
    """
    body = draft.body
    channel = world.channels[message.channel_id]
    payload = dict(message.payload)
    filling = message.loading
    if "attachments" in body or draft.files:
        payload["attachments"] = attachments_of(world, channel, draft, payload["attachments"])
    if "content" in body:
        payload["content"] = body["content"] or ""
    if "embeds" in body:
        payload["embeds"] = _embeds(body)
    if "components" in body:
        payload["components"] = received(body["components"] or [], payload["attachments"])
    flags = payload["flags"] | ((body.get("flags") or 0) & (COMPONENTS_V2 | 1 << 2))
    payload["flags"] = flags & ~LOADING
    if {"content", "components"} & body.keys():
        _renew_mentions(world, message, channel, payload, body, filling=filling)
    if stamp and not filling:
        payload["edited_timestamp"] = iso(world.clock.now())
    message.payload = payload
    _tell(world, "MESSAGE_UPDATE", message)
    return message


def delete(world: World, message: Message) -> None:
    """Deletes a message and tells of it."""
    world.messages.get(message.channel_id, {}).pop(message.id, None)
    message.deleted = True
    _tell(world, "MESSAGE_DELETE", message)


def _renew_mentions(
    world: World,
    message: Message,
    channel: Channel,
    payload: Payload,
    body: Payload,
    *,
    filling: bool,
) -> None:
    shown = {
        "content": payload["content"],
        "components": payload["components"],
        "allowed_mentions": body.get("allowed_mentions"),
    }
    author = world.users[message.author_id]
    if message.viewer_id is None:
        named = notified_by(world, channel, author, shown)
        payload |= mention_fields(world, named)
        if filling:
            message.notified = named


def _embeds(body: Payload) -> list[Payload]:
    return [{"type": "rich"} | embed for embed in body.get("embeds") or []]


def _nonce(body: Payload) -> str | None:
    return None if body.get("nonce") is None else str(body["nonce"])


def _reply_fields(replied: Message | None) -> Payload:
    if replied is None:
        return {}
    reference = {
        "type": 0,
        "message_id": str(replied.id),
        "channel_id": str(replied.channel_id),
    }
    if replied.guild_id is not None:
        reference["guild_id"] = str(replied.guild_id)
    return {"type": 19, "message_reference": reference, "referenced_message": replied.payload}


def _tell(world: World, name: str, message: Message) -> None:
    if name == "MESSAGE_DELETE":
        payload: Payload = {"id": str(message.id), "channel_id": str(message.channel_id)}
    else:
        payload = dict(message.payload)
    if message.guild_id is not None and not message.ephemeral:
        payload["guild_id"] = str(message.guild_id)
        member = world.guilds[message.guild_id].members.get(message.author_id)
        if member is not None and name != "MESSAGE_DELETE":
            payload["member"] = member.partial()
    event = Event(name, payload, message.guild_id, message.channel_id, message.viewer_id, message)
    world.emit(event)
