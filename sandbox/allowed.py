"""What Discord's servers let a person do in a channel."""

from __future__ import annotations

from sandbox import permissions
from sandbox.payload import Payload
from sandbox.people import User
from sandbox.places import Channel
from sandbox.refusals import Refused
from sandbox.world import World


def check_seen(world: World, user: User, channel: Channel) -> None:
    """Refuses where someone does not see a channel."""
    if not world.can(user, channel, permissions.VIEW_CHANNEL):
        raise Refused("Ce salon ne vous est pas ouvert.")


def check_command(world: World, user: User, channel: Channel, command: Payload) -> None:
    """A command hidden by its default permissions cannot be sent either."""
    check_seen(world, user, channel)
    hint = command.get("default_member_permissions")
    allowed = _may_use_commands(world, user, channel)
    if hint is not None and channel.guild_id is not None:
        held = world.permissions(user, channel)
        wanted = int(hint)
        admin = bool(held & permissions.ADMINISTRATOR)
        allowed = allowed and (admin or (wanted != 0 and held & wanted == wanted))
    contexts = command.get("contexts")
    here = 0 if channel.guild_id else 1
    in_context = contexts is None or here in contexts
    if here == 1 and (command.get("dm_permission") is False or "guild_id" in command):
        in_context = False
    if not (allowed and in_context):
        raise Refused("Cette commande ne vous est pas offerte ici.")


def _may_use_commands(world: World, user: User, channel: Channel) -> bool:
    """Whether Discord lets someone use commands there."""
    if channel.guild_id is None:
        return bool(world.permissions(user, channel))
    needed = permissions.VIEW_CHANNEL | permissions.USE_APPLICATION_COMMANDS
    return world.can(user, channel, needed)
