"""What crosses the wire: Discord's JSON objects, and the two ways they write things."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

# Discord's objects are open-ended JSON; this is the one place that says so.
Payload = dict[str, Any]


def iso(seconds: float) -> str:
    """Unix seconds as Discord writes a time: ISO 8601 in UTC, with microseconds."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="microseconds")


def dumps(value: object) -> str:
    """Compact JSON; accents stay as they are."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def copied(value: list[Payload]) -> list[Payload]:
    """A copy that shares nothing with what crossed the wire; `deepcopy` takes far longer."""
    copies: list[Payload] = json.loads(dumps(value))
    return copies


def optional_id(value: int | None) -> str | None:
    """A snowflake as JSON carries it: text, or null."""
    return None if value is None else str(value)
