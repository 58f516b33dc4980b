"""What people do, in Discord's own terms: one way for the page and for tests.

Every method checks what Discord's servers check, and opens the interaction; `Refused` tells the
person why not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sandbox import components as c
from sandbox import composing, permissions
from sandbox.allowed import check_command, check_seen
from sandbox.backend import Backend
from sandbox.drafts import Draft
from sandbox.errors import DiscordError
from sandbox.files import Upload
from sandbox.gateway.hub import Hub
from sandbox.interactions import (
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    MODAL_SUBMIT,
    Interaction,
    integration_owners,
)
from sandbox.limits.commands import CHAT_INPUT, USER_MENU
from sandbox.limits.message import check_new
from sandbox.message import Message
from sandbox.option_tree import leaves
from sandbox.payload import Payload
from sandbox.people import User
from sandbox.places import Channel
from sandbox.refusals import Refused
from sandbox.resolving import Resolver
from sandbox.world import World


class Acting:
    """People's acts upon one look-alike."""

    def __init__(self, backend: Backend, hub: Hub) -> None:
        self.backend = backend
        self._hub = hub

    @property
    def world(self) -> World:
        """The world they live in."""
        return self.backend.world

    def say(
        self,
        user: User,
        channel: Channel,
        content: str,
        reply_to: Message | None = None,
        files: Sequence[Upload] = (),
    ) -> Message:
        """Posts a plain message."""
        needed = permissions.SEND_MESSAGES | (permissions.ATTACH_FILES if files else 0)
        if not self.world.can(user, channel, needed):
            raise Refused("Vous ne pouvez pas écrire dans ce salon.")
        draft = Draft({"content": content}, dict(enumerate(files)))
        try:
            check_new(draft)
        except DiscordError as refused:
            raise Refused(f"Ce message ne peut pas être envoyé : {refused.message}") from refused
        return composing.post(self.world, channel, user, draft, replied=reply_to)

    def command(
        self,
        user: User,
        channel: Channel,
        command: Payload,
        options: list[Payload],
        files: Mapping[str, Upload] | None = None,
    ) -> Interaction:
        """Sends a slash command; an attachment option's value is replaced by its file's id."""
        check_command(self.world, user, channel, command)
        names = [command["name"], *_path(options)]
        data = self._command_data(user, command, channel, options, files or {})
        metadata = self._metadata(COMMAND, user, channel, name=" ".join(names), command_type=1)
        return self._open(COMMAND, user, channel, data, metadata)

    def autocomplete(
        self, user: User, channel: Channel, command: Payload, options: list[Payload]
    ) -> Interaction:
        """Asks what an option being typed (`focused`) could be."""
        check_command(self.world, user, channel, command)
        data = self._command_data(user, command, channel, options, {})
        metadata = self._metadata(AUTOCOMPLETE, user, channel)
        return self._open(AUTOCOMPLETE, user, channel, data, metadata)

    def menu(
        self, user: User, channel: Channel, command: Payload, target: Message | User
    ) -> Interaction:
        """Picks a command in the menu of a message or of a user."""
        check_command(self.world, user, channel, command)
        resolver = Resolver(self.world, user, channel)
        metadata = self._metadata(
            COMMAND, user, channel, name=command["name"], command_type=command["type"]
        )
        if command["type"] == USER_MENU:
            assert isinstance(target, User)
            resolver.user(target.id)
            metadata["target_user"] = target.payload()
        else:
            assert isinstance(target, Message)
            resolver.message(target)
            metadata["target_message_id"] = str(target.id)
        data = {
            "id": command["id"],
            "name": command["name"],
            "type": command["type"],
            "target_id": str(target.id),
            "resolved": resolver.found,
        }
        return self._open(COMMAND, user, channel, data, metadata)

    def component(
        self,
        user: User,
        channel: Channel,
        message: Message,
        custom_id: str,
        kind: int,
        values: list[str] | None = None,
    ) -> Interaction:
        """Presses a button, or changes a select."""
        check_seen(self.world, user, channel)
        if message.viewer_id not in (None, user.id):
            raise Refused("Ce message est privé.")
        data: Payload = {"custom_id": custom_id, "component_type": kind}
        for component in c.walk(message.components):
            if component.get("custom_id") == custom_id:
                data["id"] = component["id"]
        if kind in c.SELECTS:
            resolver = Resolver(self.world, user, channel)
            resolver.values(kind, values or [])
            data |= {"values": values or []} | resolver.field()
        metadata = self._metadata(COMPONENT, user, channel, interacted_message_id=str(message.id))
        return self._open(COMPONENT, user, channel, data, metadata, message)

    def submit_modal(
        self,
        user: User,
        opener: Interaction,
        custom_id: str,
        components: list[Payload],
        files: Mapping[str, Sequence[Upload]] | None = None,
    ) -> Interaction:
        """Sends a form that an earlier interaction opened; `files` are by `custom_id`."""
        channel = opener.channel
        check_seen(self.world, user, channel)
        resolver = Resolver(self.world, user, channel)
        for field in c.walk(components):
            if field["type"] == c.FILE_UPLOAD and files and field["custom_id"] in files:
                field["values"] = resolver.uploads(files[field["custom_id"]])
            elif field["type"] in c.SELECTS:
                resolver.values(field["type"], field.get("values") or [])
        data: Payload = {"custom_id": custom_id, "components": components} | resolver.field()
        metadata = self._metadata(
            MODAL_SUBMIT, user, channel, triggering_interaction_metadata=opener.metadata
        )
        return self._open(MODAL_SUBMIT, user, channel, data, metadata, opener.source)

    def _open(
        self,
        kind: int,
        user: User,
        channel: Channel,
        data: Payload,
        metadata: Payload,
        source: Message | None = None,
    ) -> Interaction:
        if not self._hub.online:
            raise Refused("L'application est hors ligne.")
        guild = self.world.guilds.get(channel.guild_id or 0)
        if guild is not None and self.world.bot.id not in guild.members:
            raise Refused("L'application n'est pas dans ce serveur.")
        return self.backend.interactions.open(kind, user, channel, data, metadata, source)

    def _command_data(
        self,
        user: User,
        command: Payload,
        channel: Channel,
        options: list[Payload],
        files: Mapping[str, Upload],
    ) -> Payload:
        resolver = Resolver(self.world, user, channel)
        for option in leaves(options):
            resolver.option(option, files)
        data: Payload = {"id": command["id"], "name": command["name"], "type": CHAT_INPUT}
        if options:
            data["options"] = options
        if "guild_id" in command:
            data["guild_id"] = command["guild_id"]
        return data | resolver.field()

    def _metadata(self, kind: int, user: User, channel: Channel, **more: object) -> Payload:
        return {
            "type": kind,
            "user": user.payload(),
            "authorizing_integration_owners": integration_owners(channel),
            **more,
        }


def _path(options: list[Payload]) -> list[str]:
    """The names of the subcommands on the way down."""
    if len(options) == 1 and options[0]["type"] in (1, 2):
        return [options[0]["name"], *_path(options[0].get("options") or [])]
    return []
