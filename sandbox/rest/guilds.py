"""Guilds, their roles, channels and members, to read."""

from __future__ import annotations

from sandbox.errors import missing_access, unknown
from sandbox.payload import Payload
from sandbox.rest.call import Call, Routes

routes = Routes()

_GUILD_MEMBERS = 1 << 1


@routes.on("GET", "/guilds/{guild_id}")
def get_guild(call: Call) -> Payload:
    """A guild the bot is in."""
    return call.guild().payload()


@routes.on("GET", "/guilds/{guild_id}/channels")
def list_channels(call: Call) -> list[Payload]:
    """Its channels, threads not included."""
    guild = call.guild()
    own = [c for c in call.world.channels.values() if c.guild_id == guild.id]
    return [channel.payload() for channel in own if channel.thread is None]


@routes.on("GET", "/guilds/{guild_id}/roles")
def list_roles(call: Call) -> list[Payload]:
    """Its roles, @everyone first."""
    return [role.payload() for role in call.guild().roles.values()]


@routes.on("GET", "/guilds/{guild_id}/roles/{role_id}")
def get_role(call: Call) -> Payload:
    """One role."""
    role = call.guild().roles.get(call.id("role_id"))
    if role is None:
        raise unknown("Role")
    return role.payload()


@routes.on("GET", "/guilds/{guild_id}/members")
def list_members(call: Call) -> list[Payload]:
    """Its members by id; the privileged intent is needed, as on Discord."""
    guild = call.guild()
    if not call.backend.privileged & _GUILD_MEMBERS:
        raise missing_access()
    limit, after = call.number("limit", 1), call.number("after")
    members = [guild.members[user_id] for user_id in sorted(guild.members) if user_id > after]
    return [member.payload() for member in members[:limit]]


@routes.on("GET", "/guilds/{guild_id}/members/search")
def search_members(call: Call) -> list[Payload]:
    """Members whose name begins so."""
    query = call.query.get("query", "").casefold()
    limit = call.number("limit", 1)
    members = call.guild().members.values()
    found = [m for m in members if m.display_name.casefold().startswith(query)]
    return [member.payload() for member in found[:limit]]


@routes.on("GET", "/guilds/{guild_id}/members/{user_id}")
def get_member(call: Call) -> Payload:
    """One member."""
    member = call.guild().members.get(call.id("user_id"))
    if member is None:
        raise unknown("Member")
    return member.payload()
