"""The `resolved` part of an interaction: the objects behind the ids that a person chose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sandbox import components as c
from sandbox.files import Upload
from sandbox.interactions import ATTACHMENT_LIMIT
from sandbox.limits import options as kinds
from sandbox.message import Message
from sandbox.payload import Payload
from sandbox.people import User
from sandbox.places import Channel
from sandbox.refusals import Refused
from sandbox.world import World


class Resolver:
    """Gathers what is named, as Discord's `users`, `members`, `roles`, `channels`…"""

    def __init__(self, world: World, person: User, where: Channel) -> None:
        self._world = world
        self._person = person
        self._where = where
        self.found: Payload = {}

    def field(self) -> Payload:
        """The `resolved` field, where there is something in it."""
        return {"resolved": self.found} if self.found else {}

    def user(self, user_id: int) -> None:
        """A user, and their membership where they have one (without its `user`)."""
        user = self._world.users.get(user_id)
        if user is None:
            raise Refused("Cette personne n'existe pas.")
        self._put("users", user_id, user.payload())
        if self._where.guild_id is None:
            return
        member = self._world.guilds[self._where.guild_id].members.get(user_id)
        if member is not None:
            held = self._world.permissions(user, self._where)
            self._put("members", user_id, member.partial() | {"permissions": str(held)})

    def role(self, role_id: int) -> None:
        """A role of the guild."""
        guild = self._world.guilds.get(self._where.guild_id or 0)
        if guild is None or role_id not in guild.roles:
            raise Refused("Ce rôle n'existe pas.")
        self._put("roles", role_id, guild.roles[role_id].payload())

    def channel(self, channel_id: int) -> None:
        """A channel, in the short form that interactions carry.

        Its permissions are those of the person who names it, not the bot's:
        https://discord.com/developers/docs/resources/channel#channel-object-channel-structure
        """
        channel = self._world.channels.get(channel_id)
        if channel is None or channel.guild_id != self._where.guild_id:
            raise Refused("Ce salon n'existe pas.")
        held = self._world.permissions(self._person, channel)
        self._put("channels", channel_id, channel.payload() | {"permissions": str(held)})

    def message(self, message: Message) -> None:
        """A message, with all its words: the person showed it to the bot."""
        self._put("messages", message.id, message.payload)

    def uploads(self, uploads: Iterable[Upload]) -> list[str]:
        """Stores files; gives their ids."""
        return [self._upload(upload) for upload in uploads]

    def option(self, option: Payload, files: Mapping[str, Upload]) -> None:
        """An option's value; that of an attachment becomes its file's id."""
        kind, value = option["type"], option.get("value")
        if kind == kinds.ATTACHMENT:
            upload = files.get(option["name"])
            if upload is None:
                raise Refused(f"Il manque le fichier de « {option['name']} ».")
            option["value"] = self._upload(upload)
        elif kind in (kinds.USER, kinds.ROLE, kinds.CHANNEL, kinds.MENTIONABLE):
            self._entity(_OPTION_KINDS[kind], str(value))

    def values(self, select: int, values: Sequence[str]) -> None:
        """A select's values, where they are ids."""
        if select != c.STRING_SELECT:
            for value in values:
                self._entity(_SELECT_KINDS[select], value)

    def _entity(self, kind: str, value: str) -> None:
        if not value.isdigit():
            raise Refused(f"« {value} » n'est pas un identifiant.")
        found = int(value)
        if kind == "user" or (kind == "mentionable" and found in self._world.users):
            self.user(found)
        elif kind == "channel":
            self.channel(found)
        else:
            self.role(found)

    def _upload(self, upload: Upload) -> str:
        if len(upload.data) > ATTACHMENT_LIMIT:
            raise Refused("Ce fichier dépasse 10 Mio.")
        file_id = self._world.ids.next()
        attachment = self._world.files.add(file_id, self._where.id, upload)
        self._put("attachments", file_id, attachment | {"ephemeral": True})
        return str(file_id)

    def _put(self, group: str, snowflake: int, payload: Payload) -> None:
        self.found.setdefault(group, {})[str(snowflake)] = payload


_OPTION_KINDS = {
    kinds.USER: "user",
    kinds.ROLE: "role",
    kinds.CHANNEL: "channel",
    kinds.MENTIONABLE: "mentionable",
}
_SELECT_KINDS = {
    c.USER_SELECT: "user",
    c.ROLE_SELECT: "role",
    c.CHANNEL_SELECT: "channel",
    c.MENTIONABLE_SELECT: "mentionable",
}
