"""The audit trail: the plan's changes and the coordinators' actions, in one line of time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from plan.action import Action
from plan.history import Change

Entry = Change | Action


@dataclass(frozen=True, slots=True)
class JournalFilter:
    """What is asked for; None asks for all. `since` is a day in the committee's zone."""

    measure: int | None = None
    author_id: int | None = None
    since: date | None = None

    def encoded(self) -> str:
        """The filter as it travels in a button: « 4|123|2026-11-01 »."""
        return f"{self.measure or ''}|{self.author_id or ''}|{self.since or ''}"


def journal_entries(
    changes: Iterable[Change], actions: Iterable[Action], asked: JournalFilter, zone: ZoneInfo
) -> list[Entry]:
    """What fits, the last recorded first."""
    entries: list[Entry] = [*changes, *actions]
    fitting = [each for each in reversed(entries) if _fits(each, asked, zone)]
    return sorted(fitting, key=lambda each: each.recorded_at, reverse=True)


def _fits(entry: Entry, asked: JournalFilter, zone: ZoneInfo) -> bool:
    if asked.since and entry.recorded_at.astimezone(zone).date() < asked.since:
        return False
    if asked.author_id and entry.author_id != asked.author_id:
        return False
    if asked.measure is None:
        return True
    if isinstance(entry, Action):
        return entry.facts.get("measure") == str(asked.measure)
    return any(event.measure == asked.measure for event in entry.events)
