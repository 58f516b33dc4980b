"""What each event of a change says, and in whose name: « état : à venir → en cours »."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from plan.definition import PlanDefinition
from plan.history import Change, Event, EventField
from plan.indicator import Indicator
from plan.measure import Measure
from plan.records import amount_of, indicator_of
from plan.state import Cause, State
from replies.amounts import amount_summary
from replies.names import the
from replies.states import CAUSES, with_symbol
from replies.typography import NBSP, clip, full_day, number, plain

_FIELDS = {
    EventField.STATE: "état",
    EventField.REMARK: "remarque",
    EventField.CAUSE: "frein",
    EventField.CONFIRMED: "rien de changé",
    EventField.REACHED: "valeur atteinte",
    EventField.INDICATOR: "repère",
    EventField.AMOUNT: "montant",
}

_NOTHING = {
    EventField.CAUSE: "aucun",
    EventField.AMOUNT: "aucun",
    EventField.INDICATOR: "aucun",
    EventField.REACHED: "aucune valeur",
}
_WORDING: dict[EventField, Callable[[str], str]] = {
    EventField.STATE: lambda value: with_symbol(State(value)),
    EventField.CONFIRMED: lambda value: with_symbol(State(value)),
    EventField.CAUSE: lambda value: CAUSES[Cause(value)],
    EventField.AMOUNT: lambda value: amount_summary(amount_of(value)),
    EventField.INDICATOR: lambda value: _aim(indicator_of(value)),
}


def changes_told(
    change: Change, plan: PlanDefinition | None = None, others: Iterable[Change] = ()
) -> str:
    """A change in a few lines: for the journal, or for a refusal that names it (without `plan`).

    Args:
        others: changes that may name an indicator which the plan no longer has.
    """
    several = len({event.volet for event in change.events}) > 1
    if plan is not None:
        touched = {event.measure for event in change.events}
        several = any(each.number in touched and len(each.volets) > 1 for each in plan.measures)
    indicators = indicators_of(plan, others) if plan else {}
    return "\n".join(_event_line(event, several, 160, indicators) for event in change.events[:8])


def author_text(change: Change, plan: PlanDefinition) -> str:
    """« Nadia Tremblay, pour le MDEIE »."""
    return f"{author(change)}{speaks_for_text(change, plan)}"


def author(change: Change) -> str:
    """The name the change is signed with."""
    return plain(change.author) or "un membre oublié à sa demande"


def event_lines(
    change: Change, measure: Measure, limit: int, indicators: Mapping[str, Indicator]
) -> list[str]:
    """A line an event of the measure; texts are cut at `limit` characters."""
    several = len(measure.volets) > 1
    return [
        _event_line(event, several, limit, indicators)
        for event in change.events
        if event.measure == measure.number
    ]


def _event_line(
    event: Event, several: bool, limit: int, indicators: Mapping[str, Indicator]
) -> str:
    place = f"volet {event.volet}, " if event.volet and several else ""
    indicator = indicators.get(event.subject) if event.field is EventField.REACHED else None
    if indicator is not None:
        place += f"{plain(clip(indicator.label, limit))}, "
    unit = indicator.unit if indicator else ""
    name = f"{place}{_FIELDS[event.field]}"
    new = _value(event.field, event.new, limit, unit)
    if event.field is EventField.CONFIRMED:
        taken_back = f"- {place}«{NBSP}{_FIELDS[event.field]}{NBSP}» retiré"
        return f"- {name}{NBSP}: {new}" if event.new else taken_back
    if event.field is EventField.REMARK and (added := _added(event)):
        return f"- {name}, ajouté à la suite{NBSP}: {_value(event.field, added, limit, unit)}"
    if event.old is None and event.field in (EventField.STATE, EventField.REMARK):
        return f"- {name}{NBSP}: {new}"
    return f"- {name}{NBSP}: {_value(event.field, event.old, limit, unit)} → {new}"


def _added(event: Event) -> str:
    """What a remark goes on with, where the one before stands whole at its beginning."""
    if not event.old or not event.new or not event.new.startswith(f"{event.old}\n"):
        return ""
    return event.new[len(event.old) + 1 :]


def indicators_of(plan: PlanDefinition, changes: Iterable[Change] = ()) -> dict[str, Indicator]:
    """The plan's indicators by key, and those that these changes added or took out."""
    told = {
        event.subject: indicator_of(event.new or event.old or "")
        for change in changes
        for event in change.events
        if event.field is EventField.INDICATOR
    }
    return told | {each.key: each for each in plan.indicators}


def _value(field: EventField, value: str | None, limit: int, unit: str) -> str:
    if not value:
        return _NOTHING.get(field, "(vide)")
    if field is EventField.REMARK:
        return f"«{NBSP}{plain(clip(value, limit))}{NBSP}»"
    if field is EventField.REACHED:
        return number(Decimal(value), unit)
    return _WORDING[field](value)


def speaks_for_text(change: Change, plan: PlanDefinition) -> str:
    """« , pour le MDEIE », or nothing where it is said for the whole volet."""
    return f", pour {the(change.organisation, plan)}" if change.organisation else ""


def _aim(indicator: Indicator) -> str:
    """« réunions tenues, cible 4 au mercredi 31 mars 2027 »."""
    told = plain(indicator.label)
    if indicator.target is not None:
        told += f", cible {number(indicator.target, indicator.unit)}"
    return f"{told} au {full_day(indicator.target_on)}" if indicator.target_on else told
