"""What follows an interaction's first answer, for 15 minutes: changes to it, and more messages."""

from __future__ import annotations

from sandbox import composing
from sandbox.errors import unknown
from sandbox.interactions import Interaction
from sandbox.limits.message import check_edit, check_new
from sandbox.message import Message
from sandbox.payload import Payload
from sandbox.rest.call import Call, Routes
from sandbox.rest.callbacks import origin_of

routes = Routes()

_WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"
_ORIGINAL = _WEBHOOK + "/messages/@original"
_MESSAGE = _WEBHOOK + "/messages/{message_id}"


@routes.on("POST", _WEBHOOK, open=True)
def follow_up(call: Call) -> Payload:
    """One more message; after a deferred answer, the first one fills it in instead."""
    interaction = _interaction(call)
    original = interaction.original
    check_new(call.draft, may_be_ephemeral=True)
    if original is not None and original.loading and not original.deleted:
        return composing.edit(call.world, original, call.draft).payload
    origin = origin_of(call.world, interaction, call.body, followup=True)
    bot = call.world.bot
    return composing.post(call.world, interaction.channel, bot, call.draft, origin).payload


@routes.on("GET", _ORIGINAL, open=True)
def get_original(call: Call) -> Payload:
    """The first answer."""
    return _original(call).payload


@routes.on("PATCH", _ORIGINAL, open=True)
def edit_original(call: Call) -> Payload:
    """Changes the first answer, or fills a deferred one in."""
    return _edited(call, _original(call))


@routes.on("DELETE", _ORIGINAL, open=True)
def delete_original(call: Call) -> None:
    """Deletes the first answer."""
    composing.delete(call.world, _original(call))


@routes.on("GET", _MESSAGE, open=True)
def get_followup(call: Call) -> Payload:
    """One of the interaction's messages."""
    return _message(call).payload


@routes.on("PATCH", _MESSAGE, open=True)
def edit_followup(call: Call) -> Payload:
    """Changes one of the interaction's messages."""
    return _edited(call, _message(call))


@routes.on("DELETE", _MESSAGE, open=True)
def delete_followup(call: Call) -> None:
    """Deletes one of the interaction's messages."""
    composing.delete(call.world, _message(call))


def _interaction(call: Call) -> Interaction:
    return call.backend.interactions.by_token(call.id("webhook_id"), call.params["webhook_token"])


def _original(call: Call) -> Message:
    message = _interaction(call).original
    if message is None or message.deleted:
        raise unknown("Message")
    return message


def _message(call: Call) -> Message:
    found = call.backend.interactions.message(_interaction(call), call.id("message_id"))
    if found is None:
        raise unknown("Message")
    return found


def _edited(call: Call, message: Message) -> Payload:
    check_edit(message, call.draft)
    return composing.edit(call.world, message, call.draft).payload
