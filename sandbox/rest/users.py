"""The bot itself, other users, direct messages, and where the gateway is."""

from __future__ import annotations

from sandbox.errors import unknown
from sandbox.limits.schema import Id, Problems, form
from sandbox.payload import Payload
from sandbox.places import Channel
from sandbox.rest.call import Call, Routes
from sandbox.world import World

routes = Routes()


@routes.on("GET", "/gateway", open=True)
def gateway(call: Call) -> Payload:
    """Where to connect."""
    return {"url": call.backend.gateway_url}


@routes.on("GET", "/gateway/bot")
def gateway_bot(call: Call) -> Payload:
    """Where to connect, and how often one may."""
    limit = {"total": 1000, "remaining": 999, "reset_after": 86_400_000, "max_concurrency": 1}
    return {"url": call.backend.gateway_url, "shards": 1, "session_start_limit": limit}


@routes.on("GET", "/users/@me")
def own_user(call: Call) -> Payload:
    """The bot."""
    own = {"verified": True, "email": None, "mfa_enabled": True, "locale": "fr", "bio": ""}
    return call.world.bot.payload() | own


@routes.on("GET", "/users/@me/guilds")
def own_guilds(call: Call) -> list[Payload]:
    """The guilds the bot is in."""
    bot = call.world.bot
    return [
        {
            "id": str(guild.id),
            "name": guild.name,
            "icon": None,
            "banner": None,
            "owner": guild.owner_id == bot.id,
            "permissions": "0",
            "features": [],
        }
        for guild in call.world.guilds.values()
        if bot.id in guild.members
    ]


@routes.on("POST", "/users/@me/channels")
def open_dm(call: Call) -> Payload:
    """The direct messages with someone; opening them never tells whether they may be used."""
    problems = Problems()
    form("recipient_id", recipient_id=Id()).check(call.body, (), problems)
    problems.refuse()
    user = call.world.users.get(int(call.body["recipient_id"]))
    if user is None or user.id == call.world.bot.id:
        raise unknown("User")
    return dm_payload(call.world, call.world.dm(user))


@routes.on("GET", "/users/{user_id}")
def user(call: Call) -> Payload:
    """Anyone, by id."""
    found = call.world.users.get(call.id("user_id"))
    if found is None:
        raise unknown("User")
    return found.payload()


def dm_payload(world: World, channel: Channel) -> Payload:
    """A direct message channel, with whom it is."""
    assert channel.recipient_id is not None
    return channel.payload() | {"recipients": [world.users[channel.recipient_id].payload()]}
