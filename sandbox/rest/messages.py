"""A channel's messages."""

from __future__ import annotations

from sandbox import composing, permissions
from sandbox.drafts import Draft
from sandbox.errors import (
    bad_form,
    cannot_message_user,
    missing_permissions,
    not_the_author,
    thread_archived,
)
from sandbox.limits.message import check_edit, check_new
from sandbox.message import Message
from sandbox.payload import Payload
from sandbox.places import Channel
from sandbox.rest import access
from sandbox.rest.call import Call, Routes
from sandbox.snowflake import snowflake_at
from sandbox.world import World

routes = Routes()

NONCE_SECONDS = 300.0
"""How long Discord remembers a nonce: « a few minutes »."""


@routes.on("GET", "/channels/{channel_id}/messages")
def list_messages(call: Call) -> list[Payload]:
    """Newest first; without the right to read history, none."""
    channel = call.channel()
    if not call.world.can(call.world.bot, channel, permissions.READ_MESSAGE_HISTORY):
        return []
    limit = _limit(call)
    stored = call.world.messages.get(channel.id, {}).values()
    public = [message for message in stored if message.viewer_id is None]
    chosen = _slice(public, call, limit)
    privileged = call.backend.privileged
    return [access.seen_by_bot(call.world, m, privileged) for m in reversed(chosen)]


@routes.on("GET", "/channels/{channel_id}/messages/{message_id}")
def get_message(call: Call) -> Payload:
    """One message."""
    channel = call.channel(permissions.READ_MESSAGE_HISTORY)
    message = access.message(call.world, channel, call.id("message_id"))
    return access.seen_by_bot(call.world, message, call.backend.privileged)


@routes.on("POST", "/channels/{channel_id}/messages")
def create_message(call: Call) -> Payload:
    """Posts a message; the same nonce again gives the message it already made."""
    channel = call.channel()
    draft = call.draft
    check_new(draft)
    _check_may_post(call.world, channel, draft)
    already = _same_nonce(call, channel)
    if already is not None:
        return already.payload
    replied = _replied_to(call, channel)
    return composing.post(call.world, channel, call.world.bot, draft, replied=replied).payload


@routes.on("PATCH", "/channels/{channel_id}/messages/{message_id}")
def edit_message(call: Call) -> Payload:
    """Edits one of the bot's own messages."""
    channel = call.channel()
    message = access.message(call.world, channel, call.id("message_id"))
    if message.author_id != call.world.bot.id:
        raise not_the_author()
    _check_active(channel)
    check_edit(message, call.draft)
    return composing.edit(call.world, message, call.draft).payload


@routes.on("DELETE", "/channels/{channel_id}/messages/{message_id}")
def delete_message(call: Call) -> None:
    """Deletes the bot's own message, or another's with the right to manage messages."""
    channel = call.channel()
    message = access.message(call.world, channel, call.id("message_id"))
    if message.author_id != call.world.bot.id and not call.world.can(
        call.world.bot, channel, permissions.MANAGE_MESSAGES
    ):
        raise missing_permissions()
    _check_active(channel)
    composing.delete(call.world, message)


@routes.on("POST", "/channels/{channel_id}/typing")
def typing(call: Call) -> None:
    """Shows for ten seconds that the bot is writing."""
    channel = call.channel(permissions.SEND_MESSAGES)
    call.backend.show_typing(channel)


def _check_may_post(world: World, channel: Channel, draft: Draft) -> None:
    if channel.recipient_id is not None:
        if not dms_reach(world, channel):
            raise cannot_message_user()
        return
    needed = permissions.SEND_MESSAGES
    if draft.files:
        needed |= permissions.ATTACH_FILES
    if draft.body.get("embeds"):
        needed |= permissions.EMBED_LINKS
    if draft.body.get("message_reference"):
        needed |= permissions.READ_MESSAGE_HISTORY
    if not world.can(world.bot, channel, needed):
        raise missing_permissions()
    if channel.thread is not None and channel.thread.archived:
        may_unlock = world.can(world.bot, channel, permissions.MANAGE_THREADS)
        if channel.thread.locked and not may_unlock:
            raise thread_archived()
        channel.thread.archived = False  # a message wakes an archived thread
        world.edit_channel(channel)


def _check_active(channel: Channel) -> None:
    if channel.thread is not None and channel.thread.archived:
        raise thread_archived()


def dms_reach(world: World, channel: Channel) -> bool:
    """Whether the bot's direct messages reach someone: allowed, and a guild in common."""
    assert channel.recipient_id is not None
    user = world.users[channel.recipient_id]
    shared = any(
        user.id in guild.members and world.bot.id in guild.members
        for guild in world.guilds.values()
    )
    return user.dms_open and shared


def _same_nonce(call: Call, channel: Channel) -> Message | None:
    nonce = call.body.get("nonce")
    if nonce is None or not call.body.get("enforce_nonce"):
        return None
    found = call.world.with_nonce(channel, call.world.bot, str(nonce))
    since = snowflake_at(call.world.clock.now() - NONCE_SECONDS)
    return found if found is not None and found.id >= since else None


def _replied_to(call: Call, channel: Channel) -> Message | None:
    reference = call.body.get("message_reference")
    if reference is None:
        return None
    stored = call.world.messages.get(channel.id, {})
    message = stored.get(int(reference["message_id"]))
    if message is None and reference.get("fail_if_not_exists", True):
        raise bad_form("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
    return message


def _limit(call: Call) -> int:
    limit = call.number("limit", 50)
    if not 1 <= limit <= 100:
        raise bad_form("limit", "NUMBER_TYPE_RANGE", "int value should be between 1 and 100.")
    return limit


def _slice(messages: list[Message], call: Call, limit: int) -> list[Message]:
    """Oldest first: those before, after or around an id; the last ones where none is given."""
    around, after, before = (call.number(name) for name in ("around", "after", "before"))
    if around:
        older = [m for m in messages if m.id <= around][-(limit // 2 + 1) :]
        newer = [m for m in messages if m.id > around][: limit - len(older)]
        return older + newer
    if "after" in call.query:
        return [m for m in messages if m.id > after][:limit]
    if before:
        messages = [m for m in messages if m.id < before]
    return messages[-limit:]
