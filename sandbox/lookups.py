"""Finding a user, role, channel or guild by what a person calls it, and what one may do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from sandbox import permissions
from sandbox.message import Message
from sandbox.people import Member, Role, User
from sandbox.places import DM, PRIVATE_THREAD, Channel, Guild, Overwrite
from sandbox.state import WorldState

Named = TypeVar("Named", User, Role, Channel, Guild)


class Lookups(WorldState):
    """All take the object itself, its id, or its name (a person's first name is enough)."""

    def user(self, who: User | int | str) -> User:
        """A user by id, name, username, or first name."""
        if isinstance(who, str) and not who.isdigit():
            wanted = who.casefold()
            for user in self.users.values():
                names = {user.name.casefold(), user.username.casefold()}
                if wanted in names or wanted == user.name.casefold().split()[0]:
                    return user
        return _pick(who, self.users.values(), self.users)

    def guild(self, which: Guild | int | str | None = None) -> Guild:
        """A guild; the first one where none is named."""
        if which is None:
            return next(iter(self.guilds.values()))
        return _pick(which, self.guilds.values(), self.guilds)

    def channel(self, which: Channel | int | str, guild: Guild | None = None) -> Channel:
        """A channel or thread, by name with or without its « # »."""
        if isinstance(which, str):
            which = which.removeprefix("#")
        among = [c for c in self.channels.values() if guild is None or c.guild_id == guild.id]
        return _pick(which, among, self.channels)

    def role(self, which: Role | int | str, guild: Guild | int | str | None = None) -> Role:
        """A role of a guild (the first guild where none is named)."""
        roles = self.guild(guild).roles
        return _pick(which, roles.values(), roles)

    def member(self, who: User | int | str, guild: Guild | int | str | None = None) -> Member:
        """Someone's membership of a guild. KeyError for a stranger to it."""
        return self.guild(guild).members[self.user(who).id]

    def mentionable(self, which: User | Role | int | str) -> User | Role:
        """A user or, where none is called so, a role."""
        if isinstance(which, User | Role):
            return which
        try:
            return self.user(which)
        except KeyError:
            return self.role(which)

    def dm(self, who: User | int | str) -> Channel:
        """The direct messages between someone and the bot, opened where they were not."""
        user = self.user(who)
        for channel in self.channels.values():
            if channel.kind == DM and channel.recipient_id == user.id:
                return channel
        channel = Channel(self.ids.next(), DM, user.name, recipient_id=user.id)
        self.channels[channel.id] = channel
        return channel

    def with_nonce(self, channel: Channel, author: User, nonce: str) -> Message | None:
        """The latest message that this author gave this nonce there."""
        found = self.nonces.get((channel.id, author.id, nonce))
        return self.messages.get(channel.id, {}).get(found or 0)

    def permissions(self, who: User | int | str, where: Channel | int | str) -> int:
        """The permission bits someone has in a channel; 0 where they cannot see it."""
        user, channel = self.user(who), self.channel(where)
        if channel.guild_id is None:
            among = {channel.recipient_id, self.bot.id}
            return permissions.DIRECT_MESSAGE if user.id in among else permissions.NONE
        guild = self.guilds[channel.guild_id]
        member = guild.members.get(user.id)
        if member is None:
            return permissions.NONE
        held = permissions.channel_permissions(guild, member, channel, self.overwrites(channel))
        return held if self._in_thread(user, channel, held) else permissions.NONE

    def can(self, who: User | int | str, where: Channel | int | str, needed: int) -> bool:
        """Whether someone has all of these bits in a channel."""
        return self.permissions(who, where) & needed == needed

    def overwrites(self, channel: Channel) -> dict[int, Overwrite]:
        """A channel's overwrites; a thread has its parent's."""
        if channel.thread is None or channel.parent_id is None:
            return channel.overwrites
        parent = self.channels.get(channel.parent_id)
        return {} if parent is None else parent.overwrites

    @staticmethod
    def _in_thread(user: User, channel: Channel, held: int) -> bool:
        """A private thread is seen by its members and those who manage threads."""
        if channel.thread is None or channel.kind != PRIVATE_THREAD:
            return True
        return user.id in channel.thread.members or bool(held & permissions.MANAGE_THREADS)


def _pick(which: Named | int | str, among: Iterable[Named], by_id: dict[int, Named]) -> Named:
    if isinstance(which, int):
        return by_id[which]
    if not isinstance(which, str):
        return which
    if which.isdigit() and int(which) in by_id:
        return by_id[int(which)]
    for thing in among:
        if thing.name.casefold() == which.casefold():
            return thing
    msg = f"nothing here is called {which!r}"
    raise KeyError(msg)
