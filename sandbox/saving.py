"""A world as JSON, and back: what survives a restart of the embedded chat.

Uploaded files lie beside the JSON file, in a folder of the same name with `.files` after it.
Interactions under way do not survive; the messages' buttons do.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from sandbox.files import StoredFile
from sandbox.message import Message, Notified
from sandbox.payload import Payload, dumps
from sandbox.people import Member, Role, User
from sandbox.places import Channel, Guild, Overwrite, Thread
from sandbox.state import WorldState

VERSION = 1
KEPT_MESSAGES = 2000
"""The newest messages of each channel that are written down."""


def snapshot(world: WorldState) -> Payload:
    """The world as JSON. Messages are shared, not copied: they are replaced when they change."""
    return {
        "version": VERSION,
        "base_url": world.files.base_url,
        "last_id": world.ids.last,
        "bot_id": world.bot.id,
        "users": [asdict(user) for user in world.users.values()],
        "guilds": [_guild(guild) for guild in world.guilds.values()],
        "channels": [asdict(channel) for channel in world.channels.values()],
        "messages": [
            _message(message)
            for stored in world.messages.values()
            for message in list(stored.values())[-KEPT_MESSAGES:]
        ],
        "commands": {str(k): list(v.values()) for k, v in world.commands.items()},
        "files": {
            key: {"id": f.id, "filename": f.filename, "content_type": f.content_type}
            for key, f in world.files.by_key.items()
        },
    }


def write(path: Path, saved: Payload, files: Mapping[str, StoredFile]) -> None:
    """Writes a snapshot: whole, or not at all. Files are written once."""
    folder = _folder(path)
    folder.mkdir(parents=True, exist_ok=True)
    for key, stored in files.items():
        if not (folder / key).exists():
            _write_whole(folder / key, stored.data)
    _write_whole(path, dumps(saved).encode())


def restore(world: WorldState, path: Path) -> None:
    """Puts what was saved in the place of what the world holds.

    Raises OSError, ValueError, KeyError or TypeError for a file that is not one of ours.
    """
    saved = json.loads(path.read_bytes())
    if saved["version"] != VERSION:
        msg = f"{path.name} is of version {saved['version']}, not {VERSION}"
        raise ValueError(msg)
    users = {user["id"]: User(**user) for user in saved["users"]}
    guilds = {g["id"]: _guild_back(g, users) for g in saved["guilds"]}
    channels = {c["id"]: _channel_back(c) for c in saved["channels"]}
    messages: dict[int, dict[int, Message]] = {}
    for fields in saved["messages"]:
        message = _message_back(fields)
        messages.setdefault(message.channel_id, {})[message.id] = message
    folder = _folder(path)
    files = {
        key: StoredFile(**f, data=(folder / key).read_bytes())
        for key, f in saved["files"].items()
        if (folder / key).exists()
    }
    commands = {
        int(scope): {int(command["id"]): command for command in listed}
        for scope, listed in saved["commands"].items()
    }
    world.bot = users[saved["bot_id"]]
    world.users, world.guilds, world.channels = users, guilds, channels
    world.messages, world.commands = messages, commands
    world.nonces = {
        (message.channel_id, message.author_id, message.nonce): message.id
        for stored in messages.values()
        for message in stored.values()
        if message.nonce is not None
    }
    world.files.by_key, world.files.base_url = files, saved["base_url"]
    world.ids.last = saved["last_id"]


def move_addresses(world: WorldState, base_url: str) -> None:
    """Makes the files' addresses in messages those of another port."""
    old, world.files.base_url = world.files.base_url, base_url
    if old == base_url:
        return
    for stored in world.messages.values():
        for message in stored.values():
            text = dumps(message.payload)
            moved = text.replace(f"{old}/attachments/", f"{base_url}/attachments/")
            if moved != text:
                message.payload = json.loads(moved)


def _guild(guild: Guild) -> Payload:
    members = [
        {"user": m.user.id, "roles": m.roles, "joined": m.joined, "nick": m.nick}
        for m in guild.members.values()
    ]
    return {
        "id": guild.id,
        "name": guild.name,
        "owner_id": guild.owner_id,
        "created": guild.created,
        "locale": guild.locale,
        "roles": [asdict(role) for role in guild.roles.values()],
        "members": members,
        "events": list(guild.events.values()),
    }


def _guild_back(fields: Payload, users: Mapping[int, User]) -> Guild:
    guild = Guild(
        fields["id"], fields["name"], fields["owner_id"], fields["created"], locale=fields["locale"]
    )
    guild.roles = {role["id"]: Role(**role) for role in fields["roles"]}
    guild.events = {int(event["id"]): event for event in fields["events"]}
    for member in fields["members"]:
        user = users[member["user"]]
        guild.members[user.id] = Member(user, member["roles"], member["joined"], member["nick"])
    return guild


def _channel_back(fields: Payload) -> Channel:
    overwrites = {o["id"]: Overwrite(**o) for o in fields.pop("overwrites").values()}
    thread = fields.pop("thread")
    if thread is not None:
        members = {int(user_id): joined for user_id, joined in thread.pop("members").items()}
        thread = Thread(**thread, members=members)
    return Channel(**fields, overwrites=overwrites, thread=thread)


def _message(message: Message) -> Payload:
    notified = message.notified
    return {
        "id": message.id,
        "channel_id": message.channel_id,
        "author_id": message.author_id,
        "payload": message.payload,
        "guild_id": message.guild_id,
        "viewer_id": message.viewer_id,
        "nonce": message.nonce,
        "interaction_id": message.interaction_id,
        "notified": [sorted(notified.users), sorted(notified.roles), notified.everyone],
    }


def _message_back(fields: Payload) -> Message:
    users, roles, everyone = fields.pop("notified")
    return Message(**fields, notified=Notified(frozenset(users), frozenset(roles), everyone))


def _folder(path: Path) -> Path:
    return path.with_name(path.name + ".files")


def _write_whole(path: Path, data: bytes) -> None:
    """Beside, then in its place: a crash leaves the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
