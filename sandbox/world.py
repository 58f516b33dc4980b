"""The look-alike's world: guilds, people, channels, and the news of every change to them.

It knows no network. `sandbox.lookups` finds what is in it, `sandbox.roster` changes guilds and
people, this module channels and threads, and `sandbox.composing` posts messages.
"""

from __future__ import annotations

from pathlib import Path

from sandbox import permissions
from sandbox.clock import Clock
from sandbox.payload import iso
from sandbox.people import Role, User
from sandbox.places import DM, TEXT, Channel, Guild, Overwrite, Thread
from sandbox.roster import Roster
from sandbox.saving import restore, snapshot, write
from sandbox.state import Event


class World(Roster):
    """Guilds, people, channels and messages. `clock` is real time where none is given."""

    def save(self, path: Path) -> None:
        """Writes the world down: JSON, and a folder of files beside it. Blocks."""
        write(path, snapshot(self), self.files.by_key)

    @classmethod
    def load(cls, path: Path, clock: Clock | None = None) -> World:
        """The world that `save` wrote. Raises OSError or ValueError where there is none."""
        world = cls(clock)
        restore(world, path)
        return world

    def add_channel(self, guild: Guild, name: str, topic: str | None = None) -> Channel:
        """A new text channel, open to all of the guild until `set_overwrite`."""
        position = sum(c.guild_id == guild.id for c in self.channels.values())
        channel = Channel(self.ids.next(), TEXT, name, guild.id, topic, position)
        self.channels[channel.id] = channel
        self._tell_channel("CHANNEL_CREATE", channel)
        return channel

    def delete_channel(self, which: Channel | int | str) -> None:
        """Deletes a channel or thread, its messages and its threads."""
        channel = self.channel(which)
        for other in list(self.channels.values()):
            if other.parent_id == channel.id:
                self.delete_channel(other)
        del self.channels[channel.id]
        self.messages.pop(channel.id, None)
        self._tell_channel("THREAD_DELETE" if channel.thread else "CHANNEL_DELETE", channel)

    def set_overwrite(
        self,
        where: Channel | int | str,
        target: Role | User | Guild,
        *,
        allow: int = 0,
        deny: int = 0,
    ) -> None:
        """Allows and denies a role, a member, or everyone (the guild itself) in a channel."""
        channel = self.channel(where)
        kind = 1 if isinstance(target, User) else 0
        channel.overwrites[target.id] = Overwrite(target.id, kind, allow, deny)
        self._tell_channel("CHANNEL_UPDATE", channel)

    def edit_channel(self, channel: Channel, name: str | None = None) -> None:
        """Renames a channel or thread."""
        channel.name = name or channel.name
        self._tell_channel("THREAD_UPDATE" if channel.thread else "CHANNEL_UPDATE", channel)

    def add_thread(self, parent: Channel, owner: User, name: str, kind: int) -> Channel:
        """A new thread under a text channel, its owner in it."""
        now = self.clock.now()
        thread = Thread(owner.id, now, members={owner.id: now})
        channel = Channel(
            self.ids.next(), kind, name, parent.guild_id, parent_id=parent.id, thread=thread
        )
        self.channels[channel.id] = channel
        self._tell_channel("THREAD_CREATE", channel, newly_created=True)
        return channel

    def add_to_thread(self, channel: Channel, user: User) -> None:
        """Someone joins, or is put in, a thread."""
        assert channel.thread is not None
        now = self.clock.now()
        channel.thread.members.setdefault(user.id, now)
        self._tell_thread_members(channel, added=user)
        if user.id == self.bot.id:
            self._tell_channel("THREAD_CREATE", channel)

    def remove_from_thread(self, channel: Channel, user: User) -> None:
        """Someone leaves a thread."""
        assert channel.thread is not None
        channel.thread.members.pop(user.id, None)
        self._tell_thread_members(channel, removed=user)

    def thread_member(self, channel: Channel, user_id: int) -> dict[str, object]:
        """Discord's thread member object."""
        assert channel.thread is not None
        joined = channel.thread.members[user_id]
        return {
            "id": str(channel.id),
            "user_id": str(user_id),
            "join_timestamp": iso(joined),
            "flags": 0,
        }

    def readers(self, channel: Channel) -> list[User]:
        """Everyone who can see a channel."""
        if channel.kind == DM:
            assert channel.recipient_id is not None
            return [self.users[channel.recipient_id], self.bot]
        assert channel.guild_id is not None
        members = self.guilds[channel.guild_id].members.values()
        seen = permissions.VIEW_CHANNEL
        return [member.user for member in members if self.can(member.user, channel, seen)]

    def _tell_channel(self, name: str, channel: Channel, *, newly_created: bool = False) -> None:
        payload = channel.payload()
        if newly_created:
            payload["newly_created"] = True
        self.emit(Event(name, payload, channel.guild_id, channel.id))

    def _tell_thread_members(
        self, channel: Channel, added: User | None = None, removed: User | None = None
    ) -> None:
        assert channel.thread is not None
        payload = {
            "id": str(channel.id),
            "guild_id": str(channel.guild_id),
            "member_count": len(channel.thread.members),
            "added_members": [self.thread_member(channel, added.id)] if added else [],
            "removed_member_ids": [str(removed.id)] if removed else [],
        }
        self.emit(Event("THREAD_MEMBERS_UPDATE", payload, channel.guild_id, channel.id))
