"""A guild's scheduled events.

https://discord.com/developers/docs/resources/guild-scheduled-event
"""

from __future__ import annotations

from datetime import datetime

from sandbox import permissions
from sandbox.errors import bad_form, missing_permissions, unknown
from sandbox.limits.schema import Form, Id, OneOf, Problems, Spec, Text, form
from sandbox.payload import Payload
from sandbox.places import Guild
from sandbox.rest.call import Call, Routes
from sandbox.state import Event

routes = Routes()

EXTERNAL = 3
_EVENTS = "/guilds/{guild_id}/scheduled-events"
_EVENT = _EVENTS + "/{guild_scheduled_event_id}"
_FIELDS: dict[str, Spec] = {
    "name": Text(1, 100),
    "description": Text(0, 1000),
    "privacy_level": OneOf((2,)),
    "entity_type": OneOf((1, 2, EXTERNAL)),
    "channel_id": Id(),
    "entity_metadata": form(location=Text(1, 100)),
    "scheduled_start_time": Text(1, 40),
    "scheduled_end_time": Text(1, 40),
    "status": OneOf((1, 2, 3, 4)),
}
_NEW = Form(_FIELDS, frozenset({"name", "privacy_level", "scheduled_start_time", "entity_type"}))
_CHANGE = Form(_FIELDS)


@routes.on("GET", _EVENTS)
def list_events(call: Call) -> list[Payload]:
    """All that are to come or under way."""
    return list(call.guild().events.values())


@routes.on("POST", _EVENTS)
def create_event(call: Call) -> Payload:
    """A new event; the bot needs the right to create events: that to manage them is not enough."""
    guild = call.guild(permissions.CREATE_EVENTS)
    body = call.body
    problems = Problems()
    _NEW.check(body, (), problems)
    problems.refuse()
    event_id = call.world.ids.next()
    event: Payload = {
        "id": str(event_id),
        "guild_id": str(guild.id),
        "channel_id": body.get("channel_id"),
        "creator_id": str(call.world.bot.id),
        "creator": call.world.bot.payload(),
        "name": body["name"],
        "description": body.get("description"),
        "scheduled_start_time": body["scheduled_start_time"],
        "scheduled_end_time": body.get("scheduled_end_time"),
        "privacy_level": 2,
        "status": 1,
        "entity_type": body["entity_type"],
        "entity_id": None,
        "entity_metadata": body.get("entity_metadata"),
        "user_count": 0,
        "image": None,
        "recurrence_rule": None,
        "guild_scheduled_event_exceptions": [],
    }
    _check_times(call, event)
    guild.events[event_id] = event
    _tell(call, "GUILD_SCHEDULED_EVENT_CREATE", guild, event)
    return event


@routes.on("GET", _EVENT)
def get_event(call: Call) -> Payload:
    """One event."""
    return _event(call, call.guild())


@routes.on("PATCH", _EVENT)
def edit_event(call: Call) -> Payload:
    """Changes what the body names."""
    guild = call.guild()
    problems = Problems()
    _CHANGE.check(call.body, (), problems)
    problems.refuse()
    event = _own_or_managed(call, guild) | {k: v for k, v in call.body.items() if k in _FIELDS}
    if {"scheduled_start_time", "scheduled_end_time"} & call.body.keys():
        _check_times(call, event)
    guild.events[int(event["id"])] = event
    _tell(call, "GUILD_SCHEDULED_EVENT_UPDATE", guild, event)
    return event


@routes.on("DELETE", _EVENT)
def delete_event(call: Call) -> None:
    """Takes an event away."""
    guild = call.guild()
    event = _own_or_managed(call, guild)
    del guild.events[int(event["id"])]
    _tell(call, "GUILD_SCHEDULED_EVENT_DELETE", guild, event)


def _own_or_managed(call: Call, guild: Guild) -> Payload:
    """An event that the bot may change: its own with either right, another's where it manages."""
    event = _event(call, guild)
    held = permissions.guild_permissions(guild, guild.members[call.world.bot.id])
    enough = permissions.MANAGE_EVENTS
    if event["creator_id"] == str(call.world.bot.id):
        enough |= permissions.CREATE_EVENTS
    if not held & enough:
        raise missing_permissions()
    return event


def _event(call: Call, guild: Guild) -> Payload:
    event = guild.events.get(call.id("guild_scheduled_event_id"))
    if event is None:
        raise unknown("Guild Scheduled Event")
    return event


def _check_times(call: Call, event: Payload) -> None:
    start = _time("scheduled_start_time", event["scheduled_start_time"])
    if start < call.world.clock.now():
        said = "Cannot schedule event in the past."
        raise bad_form("scheduled_start_time", "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", said)
    end = event["scheduled_end_time"]
    if event["entity_type"] == EXTERNAL:
        if end is None:
            raise bad_form("scheduled_end_time", "BASE_TYPE_REQUIRED", "This field is required")
        if not (event["entity_metadata"] or {}).get("location"):
            raise bad_form("entity_metadata", "BASE_TYPE_REQUIRED", "This field is required")
    if end is not None and _time("scheduled_end_time", end) <= start:
        said = "Cannot schedule event to end before it starts."
        raise bad_form("scheduled_end_time", "GUILD_SCHEDULED_EVENT_END_BEFORE_START", said)


def _time(field: str, given: str) -> float:
    try:
        return datetime.fromisoformat(given).timestamp()
    except ValueError:
        said = f"Could not parse {given}. Should be ISO8601."
        raise bad_form(field, "DATE_TIME_TYPE_PARSE", said) from None


def _tell(call: Call, name: str, guild: Guild, event: Payload) -> None:
    call.world.emit(Event(name, event, guild.id))
