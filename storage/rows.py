"""Rows ⇄ domain: dates, times, sources and lists as the tables keep them."""

import json
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from typing import Any

from plan.source import Source

Row = dict[str, Any]

# For what comes due across the committees: nothing does where the bot was removed.
IN_PRESENT_COMMITTEE = "committee_id NOT IN (SELECT id FROM committee WHERE left_at IS NOT NULL)"


def to_json(value: object) -> str:
    """Compact JSON with the accents as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def source_to_json(source: Source | None) -> str | None:
    """A place in a document, without what it leaves empty."""
    if source is None:
        return None
    return to_json({key: value for key, value in asdict(source).items() if value not in (None, "")})


def source_from_json(text: str | None) -> Source | None:
    """The inverse of `source_to_json`."""
    return Source(**json.loads(text)) if text else None


def known_source(text: str) -> Source:
    """`source_from_json` for a column that is never NULL."""
    return Source(**json.loads(text))


def to_utc(moment: datetime) -> str:
    """An aware time as sortable ISO text in UTC, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def from_utc(text: str) -> datetime:
    """An aware time in UTC."""
    return datetime.fromisoformat(text)


def to_day(text: str | None) -> date | None:
    """A date, or None for NULL."""
    return date.fromisoformat(text) if text else None


def from_day(day: date | None) -> str | None:
    """ISO text, or NULL."""
    return day.isoformat() if day else None


def to_time(text: str | None) -> time | None:
    """A wall time, or None for NULL."""
    return time.fromisoformat(text) if text else None
