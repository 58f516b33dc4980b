"""The bot's first answer to an interaction.

https://discord.com/developers/docs/interactions/receiving-and-responding
"""

from __future__ import annotations

from collections.abc import Callable

from sandbox import composing
from sandbox.composing import Origin
from sandbox.drafts import Draft
from sandbox.errors import already_acknowledged, bad_form
from sandbox.interactions import (
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    MODAL_SUBMIT,
    Callback,
    Interaction,
    answer,
)
from sandbox.limits.message import check_edit, check_new
from sandbox.limits.modal import check_modal
from sandbox.limits.options import check_autocompletion
from sandbox.message import EPHEMERAL, LOADING, Message
from sandbox.option_tree import focused_option
from sandbox.payload import Payload
from sandbox.rest.call import Call, Routes
from sandbox.world import World

routes = Routes()

MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9

_ALLOWED = {
    COMMAND: {MESSAGE, DEFERRED_MESSAGE, MODAL},
    COMPONENT: {MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, MODAL},
    AUTOCOMPLETE: {CHOICES},
    MODAL_SUBMIT: {MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE},
}


@routes.on("POST", "/interactions/{interaction_id}/{interaction_token}/callback", open=True)
def create_callback(call: Call) -> Payload | None:
    """Answers an interaction, once, within its 3 seconds."""
    found = call.backend.interactions
    interaction = found.to_answer(call.id("interaction_id"), call.params["interaction_token"])
    if interaction.answered is not None:
        raise already_acknowledged()
    kind = _checked_kind(interaction, call.body.get("type"))
    data = call.body.get("data") or {}
    callback = _ANSWERS[kind](call, interaction, Draft(data, call.files))
    answer(interaction, callback)
    return _told(interaction, callback) if call.flag("with_response") else None


def _checked_kind(interaction: Interaction, kind: object) -> int:
    allowed = _ALLOWED[interaction.kind]
    if interaction.source is None:
        allowed = allowed - {DEFERRED_UPDATE, UPDATE}
    if not isinstance(kind, int) or kind not in allowed:
        listed = ", ".join(map(str, sorted(allowed)))
        raise bad_form("type", "BASE_TYPE_CHOICES", f"Value must be one of {{{listed}}}.")
    return kind


def _message(call: Call, interaction: Interaction, draft: Draft) -> Callback:
    check_new(draft, may_be_ephemeral=True)
    origin = origin_of(call.world, interaction, draft.body)
    posted = composing.post(call.world, interaction.channel, call.world.bot, draft, origin)
    return Callback(MESSAGE, posted)


def _deferred(call: Call, interaction: Interaction, draft: Draft) -> Callback:
    flags = (draft.body.get("flags") or 0) & EPHEMERAL | LOADING
    waiting = Draft({"flags": flags})
    origin = origin_of(call.world, interaction, waiting.body)
    posted = composing.post(call.world, interaction.channel, call.world.bot, waiting, origin)
    return Callback(DEFERRED_MESSAGE, posted)


def _update(call: Call, interaction: Interaction, draft: Draft) -> Callback:
    source = _source(interaction)
    check_edit(source, draft)
    composing.edit(call.world, source, draft)
    return Callback(UPDATE, source)


def _deferred_update(_: Call, interaction: Interaction, __: Draft) -> Callback:
    return Callback(DEFERRED_UPDATE, _source(interaction))


def _choices(_: Call, interaction: Interaction, draft: Draft) -> Callback:
    choices = draft.body.get("choices")
    if choices is None:
        raise bad_form("data.choices", "BASE_TYPE_REQUIRED", "This field is required")
    check_autocompletion(choices, focused_option(interaction.data))
    return Callback(CHOICES, choices=choices)


def _modal(_: Call, __: Interaction, draft: Draft) -> Callback:
    check_modal(draft.body)
    return Callback(MODAL, modal=draft.body)


_ANSWERS: dict[int, Callable[[Call, Interaction, Draft], Callback]] = {
    MESSAGE: _message,
    DEFERRED_MESSAGE: _deferred,
    DEFERRED_UPDATE: _deferred_update,
    UPDATE: _update,
    CHOICES: _choices,
    MODAL: _modal,
}


def _source(interaction: Interaction) -> Message:
    assert interaction.source is not None
    return interaction.source


def origin_of(
    world: World, interaction: Interaction, body: Payload, *, followup: bool = False
) -> Origin:
    """What an interaction's message carries, and who alone sees an ephemeral one."""
    ephemeral = bool((body.get("flags") or 0) & EPHEMERAL)
    kind = 0
    if interaction.kind == COMMAND and not followup:
        kind = 20 if interaction.metadata.get("command_type", 1) == 1 else 23
    metadata = dict(interaction.metadata)
    application = str(world.application_id)
    fields: Payload = {
        "type": kind,
        "webhook_id": application,
        "application_id": application,
        "interaction_metadata": metadata,
    }
    if followup and interaction.original is not None:
        metadata["original_response_message_id"] = str(interaction.original.id)
    viewer = interaction.user.id if ephemeral else None
    return Origin(viewer, interaction.id, fields)


def _told(interaction: Interaction, callback: Callback) -> Payload:
    """The answer to `with_response`: the message itself only where it has come."""
    told: Payload = {"id": str(interaction.id), "type": interaction.kind}
    message = callback.message
    if message is None:
        return {"interaction": told}
    told |= {
        "response_message_id": str(message.id),
        "response_message_loading": message.loading,
        "response_message_ephemeral": message.ephemeral,
        "channel_id": str(message.channel_id),
    }
    if message.guild_id is not None:
        told["guild_id"] = str(message.guild_id)
    if callback.kind not in (MESSAGE, UPDATE):
        return {"interaction": told}
    resource = {"type": callback.kind, "message": message.payload}
    return {"interaction": told, "resource": resource}
