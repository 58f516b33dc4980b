"""Guilds, who is in them, and the roles they hold."""

from __future__ import annotations

from sandbox import permissions
from sandbox.lookups import Lookups
from sandbox.payload import Payload, iso
from sandbox.people import Member, Role, User
from sandbox.places import Channel, Guild
from sandbox.state import Event


class Roster(Lookups):
    """Changes to users, guilds, roles and members; each is told as Discord tells it."""

    def add_user(self, name: str, username: str | None = None, note: str = "") -> User:
        """A new account, in no guild: a stranger until `add_member`."""
        plain = username or name.casefold().replace(" ", ".")
        user = User(self.ids.next(), name, plain, note=note)
        self.users[user.id] = user
        return user

    def add_guild(self, name: str, owner: User | None = None, *, with_bot: bool = True) -> Guild:
        """A new guild with @everyone; the bot is invited to it unless told otherwise."""
        guild_id = self.ids.next()
        owner = owner or self.add_user(f"Propriétaire de {name}", f"proprietaire.{guild_id}")
        guild = Guild(guild_id, name, owner.id, self.clock.now())
        guild.roles[guild_id] = Role(guild_id, "@everyone", permissions.MEMBER_DEFAULT, position=0)
        guild.members[owner.id] = Member(owner, [], self.clock.now())
        self.guilds[guild_id] = guild
        if with_bot:
            self.invite_bot(guild)
        return guild

    def invite_bot(self, guild: Guild, allowed: int = permissions.BOT_DEFAULT) -> None:
        """The bot joins a guild with a managed role of its own that carries `allowed`."""
        role = Role(
            self.ids.next(), self.bot.name, allowed, position=len(guild.roles), bot_id=self.bot.id
        )
        guild.roles[role.id] = role
        guild.members[self.bot.id] = Member(self.bot, [role.id], self.clock.now())
        self.emit(Event("GUILD_CREATE", self.guild_create(guild), guild_id=guild.id))

    def kick_bot(self, guild: Guild) -> None:
        """The bot is put out of a guild."""
        membership = guild.members.pop(self.bot.id)
        for role_id in membership.roles:
            guild.roles.pop(role_id, None)
        self.emit(Event("GUILD_DELETE", {"id": str(guild.id)}, guild_id=guild.id))

    def add_role(
        self,
        guild: Guild,
        name: str,
        permissions: int = 0,
        *,
        mentionable: bool = False,
        color: int = 0,
    ) -> Role:
        """A new role; it notifies its holders only where `mentionable`, as on Discord."""
        position = len(guild.roles)
        role = Role(self.ids.next(), name, permissions, mentionable, position, color)
        guild.roles[role.id] = role
        self._tell("GUILD_ROLE_CREATE", guild, {"role": role.payload()})
        return role

    def edit_role(self, guild: Guild, role: Role, permissions: int) -> None:
        """Gives a role other permissions."""
        role.permissions = permissions
        self._tell("GUILD_ROLE_UPDATE", guild, {"role": role.payload()})

    def delete_role(self, guild: Guild, role: Role) -> None:
        """Takes a role away from all, and from the guild."""
        for member in list(guild.members.values()):
            if role.id in member.roles:
                self.take_role(guild, member.user, role)
        del guild.roles[role.id]
        self._tell("GUILD_ROLE_DELETE", guild, {"role_id": str(role.id)})

    def add_member(
        self, guild: Guild, who: User | int | str, *roles: Role, nick: str | None = None
    ) -> Member:
        """Someone joins a guild with these roles."""
        user = self.user(who)
        member = Member(user, [role.id for role in roles], self.clock.now(), nick)
        guild.members[user.id] = member
        self._tell("GUILD_MEMBER_ADD", guild, member.payload())
        return member

    def remove_member(self, guild: Guild, who: User | int | str) -> None:
        """Someone leaves a guild."""
        user = self.user(who)
        del guild.members[user.id]
        self._tell("GUILD_MEMBER_REMOVE", guild, {"user": user.payload()})

    def give_role(self, guild: Guild, who: User | int | str, role: Role | int | str) -> None:
        """A member gets a role."""
        member, wanted = self.member(who, guild), self.role(role, guild)
        if wanted.id not in member.roles:
            member.roles.append(wanted.id)
        self._tell("GUILD_MEMBER_UPDATE", guild, member.payload())

    def take_role(self, guild: Guild, who: User | int | str, role: Role | int | str) -> None:
        """A member loses a role."""
        member, lost = self.member(who, guild), self.role(role, guild)
        member.roles = [role_id for role_id in member.roles if role_id != lost.id]
        self._tell("GUILD_MEMBER_UPDATE", guild, member.payload())

    def guild_create(self, guild: Guild, *, all_members: bool = False) -> Payload:
        """What GUILD_CREATE carries; without the members intent, only the bot is listed."""
        own = [c for c in self.channels.values() if c.guild_id == guild.id]
        members = guild.members.values()
        listed = [m for m in members if all_members or m.user.id == self.bot.id]
        return guild.payload() | {
            "joined_at": iso(guild.created),
            "large": False,
            "unavailable": False,
            "member_count": len(guild.members),
            "members": [member.payload() for member in listed],
            "channels": [c.payload() for c in own if c.thread is None],
            "threads": [c.payload() for c in own if self._active_for_bot(c)],
            "voice_states": [],
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": list(guild.events.values()),
            "soundboard_sounds": [],
        }

    def _active_for_bot(self, channel: Channel) -> bool:
        return (
            channel.thread is not None
            and not channel.thread.archived
            and self.can(self.bot, channel, permissions.VIEW_CHANNEL)
        )

    def _tell(self, name: str, guild: Guild, fields: Payload) -> None:
        self.emit(Event(name, {"guild_id": str(guild.id)} | fields, guild_id=guild.id))
