"""Whom a message names, and whom of them it may notify.

https://discord.com/developers/docs/resources/message#allowed-mentions-object
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sandbox import permissions
from sandbox.message import NOBODY, Notified
from sandbox.payload import Payload
from sandbox.people import User
from sandbox.places import Channel
from sandbox.reading import text_displays
from sandbox.world import World

_CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
_USER = re.compile(r"(?<!\\)<@!?(\d+)>")
_ROLE = re.compile(r"(?<!\\)<@&(\d+)>")
_EVERYONE = re.compile(r"(?<!\\)@(everyone|here)\b")


def notified_by(
    world: World, channel: Channel, author: User, body: Payload, replied_to: int | None = None
) -> Notified:
    """Whom a message notifies: named in its text, allowed by `allowed_mentions`, able to see it.

    Code spans name nobody; embeds neither. A role answers only where it is mentionable or the
    author may mention everyone. `replied_to` is the author of the message it answers.
    """
    texts = [body.get("content") or "", *text_displays(body.get("components") or [])]
    text = _CODE.sub("", "\n".join(texts))
    allowed = body.get("allowed_mentions")
    users = set(_filtered("users", _ids(_USER, text), allowed))
    if replied_to is not None and (allowed is None or allowed.get("replied_user")):
        users.add(replied_to)
    seen = frozenset(u for u in users if _reachable(world, u, channel))
    if channel.guild_id is None:
        return Notified(seen)
    may_all = world.can(author, channel, permissions.MENTION_EVERYONE)
    roles = world.guilds[channel.guild_id].roles
    answering = frozenset(
        role_id
        for role_id in _filtered("roles", _ids(_ROLE, text), allowed)
        if role_id in roles and (may_all or roles[role_id].mentionable)
    )
    parsed = allowed is None or "everyone" in (allowed.get("parse") or [])
    return Notified(seen, answering, bool(parsed and may_all and _EVERYONE.search(text)))


def mention_fields(world: World, notified: Notified) -> Payload:
    """The three fields of a message object that say whom it notifies."""
    if notified == NOBODY:
        return {"mentions": [], "mention_roles": [], "mention_everyone": False}
    return {
        "mentions": [world.users[user_id].payload() for user_id in sorted(notified.users)],
        "mention_roles": [str(role_id) for role_id in sorted(notified.roles)],
        "mention_everyone": notified.everyone,
    }


def _ids(pattern: re.Pattern[str], text: str) -> list[int]:
    return [int(found) for found in pattern.findall(text)]


def _filtered(kind: str, named: Iterable[int], allowed: Payload | None) -> list[int]:
    if allowed is None or kind in (allowed.get("parse") or []):
        return list(named)
    listed = {int(given) for given in allowed.get(kind) or []}
    return [one for one in named if one in listed]


def _reachable(world: World, user_id: int, channel: Channel) -> bool:
    return user_id in world.users and world.can(user_id, channel, permissions.VIEW_CHANNEL)
