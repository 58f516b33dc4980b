"""What the page asks for, in the chat's own terms (see PROTOCOL.md)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping

from sandbox import components as c
from sandbox import page_views
from sandbox.acting import Acting
from sandbox.choosing import chosen_values
from sandbox.components import received, walk
from sandbox.files import Upload
from sandbox.interactions import Interaction
from sandbox.limits.commands import USER_MENU
from sandbox.message import Message
from sandbox.option_tree import check_options, with_files
from sandbox.payload import Payload
from sandbox.people import User
from sandbox.places import Channel
from sandbox.refusals import Refused

_Act = Callable[[Payload], Interaction | None]


class Requests:
    """One person's requests; each opens an interaction, or is done at once (None)."""

    def __init__(self, acting: Acting, me: User) -> None:
        self._acting = acting
        self._world = acting.world
        self._me = me
        self._modals: Mapping[str, Interaction] = {}
        self._acts: dict[str, _Act] = {
            "send": self._send,
            "command": self._command,
            "menu": self._menu,
            "autocomplete": self._autocomplete,
            "component": self._component,
            "modal_submit": self._modal_submit,
        }

    @property
    def kinds(self) -> frozenset[str]:
        """The types of request that get an answer."""
        return frozenset(self._acts)

    def carry_out(
        self, kind: str, asked: Payload, modals: Mapping[str, Interaction]
    ) -> Interaction | None:
        """Does what is asked; `modals` are the interactions that opened a form, by request."""
        self._modals = modals
        return self._acts[kind](asked)

    def _send(self, asked: Payload) -> None:
        channel = self._channel(asked)
        replied = self._message(channel, asked["reply_to"]) if asked.get("reply_to") else None
        self._acting.say(self._me, channel, str(asked["content"]), replied)

    def _command(self, asked: Payload) -> Interaction:
        command, options = self._known(asked)
        files = {name: uploads[0] for name, uploads in _uploads(asked).items()}
        options = with_files(command, options, files)
        check_options(command, options)
        return self._acting.command(self._me, self._channel(asked), command, options, files)

    def _autocomplete(self, asked: Payload) -> Interaction:
        command, options = self._known(asked)
        check_options(command, options, typing=True)
        return self._acting.autocomplete(self._me, self._channel(asked), command, options)

    def _menu(self, asked: Payload) -> Interaction:
        command, _ = self._known(asked)
        channel = self._channel(asked)
        target: Message | User
        if command["type"] == USER_MENU:
            target = self._world.users[int(asked["target_id"])]
        else:
            target = self._message(channel, asked["target_id"])
        return self._acting.menu(self._me, channel, command, target)

    def _component(self, asked: Payload) -> Interaction:
        channel = self._channel(asked)
        message = self._message(channel, asked["message_id"])
        custom_id = str(asked["custom_id"])
        found = [x for x in walk(message.components) if x.get("custom_id") == custom_id]
        if not found or found[0].get("disabled"):
            raise Refused("Ce bouton ou cette liste n'est plus là.")
        kind, values = found[0]["type"], None
        if kind in c.SELECTS:
            given = [str(value) for value in asked.get("values") or []]
            values = chosen_values(self._world, found[0], given)
        return self._acting.component(self._me, channel, message, custom_id, kind, values)

    def _modal_submit(self, asked: Payload) -> Interaction:
        opener = self._modals.get(str(asked["modal_request_id"]))
        answered = opener.answered if opener is not None else None
        if opener is None or answered is None or answered.modal is None:
            raise Refused("Ce formulaire n'est plus ouvert.")
        modal = answered.modal
        given = walk(received(modal["components"], []))
        ids = {x["custom_id"]: x for x in given if "custom_id" in x}
        submitted: list[Payload] = asked["components"]
        for field in walk(submitted):
            if "custom_id" in field:
                known = ids.get(field["custom_id"])
                if known is None:
                    raise Refused("Ce formulaire n'a pas ce champ.")
                field |= {"id": known["id"], "type": known["type"]}
        custom_id = modal["custom_id"]
        return self._acting.submit_modal(self._me, opener, custom_id, submitted, _uploads(asked))

    def _known(self, asked: Payload) -> tuple[Payload, list[Payload]]:
        wanted = str(asked["command_id"])
        for command in page_views.commands(self._world, self._me):
            if command["id"] == wanted:
                return command, list(asked.get("options") or [])
        raise Refused("Cette commande n'existe plus.")

    def _channel(self, asked: Payload) -> Channel:
        channel = self._world.channels.get(int(asked["channel_id"]))
        if channel is None:
            raise Refused("Ce salon n'existe plus.")
        return channel

    def _message(self, channel: Channel, message_id: object) -> Message:
        message = self._world.messages.get(channel.id, {}).get(int(str(message_id)))
        if message is None or not page_views.visible(self._world, self._me, message):
            raise Refused("Ce message n'existe plus.")
        return message


def _uploads(asked: Payload) -> dict[str, list[Upload]]:
    """The files of a request, by the name of their option or field."""
    uploads: dict[str, list[Upload]] = {}
    for sent in asked.get("files") or []:
        try:
            data = base64.b64decode(sent["data_base64"], validate=True)
        except binascii.Error:
            raise Refused("Ce fichier n'a pas pu être lu.") from None
        uploads.setdefault(str(sent["name"]), []).append(Upload(str(sent["filename"]), data))
    return uploads
