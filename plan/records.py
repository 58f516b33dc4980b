"""Amounts and indicators that people add, change and remove: events ⇄ domain values.

An event's value is text: JSON of what was recorded, so that the history tells it whole for ever.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from plan.history import Change, Event, EventField
from plan.indicator import Indicator
from plan.money import Amount, Nature, Rhythm
from plan.source import Source
from plan.state import State


def amount_text(amount: Amount) -> str:
    """An amount as an event keeps it; what has its default value is left out."""
    return _to_text(amount)


def amount_of(text: str) -> Amount:
    """The inverse of `amount_text`."""
    values = json.loads(text)
    values["nature"] = Nature(values["nature"])
    values["rhythm"] = Rhythm(values.get("rhythm", Rhythm.ONCE))
    values["as_of"] = date.fromisoformat(values["as_of"])
    values["source"] = Source(**values["source"])
    for key in ("payers", "part_of"):
        values[key] = tuple(values.get(key, ()))
    return Amount(**values)


def indicator_text(indicator: Indicator) -> str:
    """An indicator as an event keeps it; what has its default value is left out."""
    return _to_text(indicator)


def indicator_of(text: str) -> Indicator:
    """The inverse of `indicator_text`."""
    values = json.loads(text)
    for key in ("target", "out_of", "reached"):
        if key in values:
            values[key] = Decimal(values[key])
    for key in ("target_on", "reached_on"):
        if key in values:
            values[key] = date.fromisoformat(values[key])
    source = values.get("source")
    return Indicator(**{**values, "source": Source(**source) if source else None})


def amounts_at(
    defined: Iterable[Amount], standing: Iterable[tuple[Event, Change]], day: date | None
) -> tuple[Amount, ...]:
    """The amounts known at `day`: those defined, with what the events add, change and remove."""
    found = {each.key: each for each in defined if day is None or each.as_of <= day}
    for event, _ in standing:
        if event.field is EventField.AMOUNT:
            if event.new is None:
                found.pop(event.subject, None)
            else:
                found[event.subject] = amount_of(event.new)
    return tuple(found.values())


def indicators_at(
    defined: Iterable[Indicator],
    events: Sequence[tuple[Event, Change]],
    standing: Iterable[tuple[Event, Change]],
    day: date | None,
) -> tuple[Indicator, ...]:
    """The indicators known at `day`, each with the value of the latest date up to it.

    One that was added later is known at `day` where a value of it is told for that day or before.

    Args:
        events: those that count, whatever their day; `standing` are those of `day` and before.
    """
    of_day = [
        event for event, _ in standing if event.field in (EventField.INDICATOR, EventField.REACHED)
    ]
    known = {event.subject for event in of_day}
    found = {each.key: _known_by(each, day) for each in defined}
    for event, _ in events:
        if event.field is EventField.INDICATOR and event.new and event.subject in known:
            found[event.subject] = indicator_of(event.new)
    for event in of_day:
        if event.field is EventField.REACHED and event.subject in found:
            found[event.subject] = _reaching(found[event.subject], event)
        elif event.field is EventField.INDICATOR and event.new is None:
            found.pop(event.subject, None)
    return tuple(found.values())


def _reaching(indicator: Indicator, event: Event) -> Indicator:
    if indicator.reached_on is not None and event.as_of < indicator.reached_on:
        return indicator
    value = Decimal(event.new) if event.new else None
    return replace(indicator, reached=value, reached_on=event.as_of, period="")


def require_readable(events: Iterable[Event]) -> None:
    """Make sure that what is about to be recorded can be read again: it cannot be taken out later.

    Raises:
        ValueError, KeyError, TypeError: it could not.
    """
    readers = {
        EventField.STATE: State,
        EventField.AMOUNT: amount_of,
        EventField.INDICATOR: indicator_of,
        EventField.REACHED: Decimal,
    }
    for event in events:
        reader = readers.get(event.field)
        if reader is not None and event.new is not None:
            reader(event.new)


def _known_by(indicator: Indicator, day: date | None) -> Indicator:
    """A value dated after `day` is not told."""
    if day is None or indicator.reached_on is None or indicator.reached_on <= day:
        return indicator
    return replace(indicator, reached=None, reached_on=None, period="")


def _to_text(value: Amount | Indicator) -> str:
    kept = {}
    for field in fields(value):
        content = getattr(value, field.name)
        if content != field.default:
            kept[field.name] = _plain(content)
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _plain(content: Any) -> object:
    if isinstance(content, Source):
        return {key: value for key, value in asdict(content).items() if value is not None}
    if isinstance(content, StrEnum):
        return content.value
    if isinstance(content, date):
        return content.isoformat()
    if isinstance(content, Decimal):
        return str(content)
    return list(content) if isinstance(content, tuple) else content
