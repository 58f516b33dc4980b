"""After a change: before → after, seen by its author; and a measure's history."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

import discord

from plan.definition import PlanDefinition
from plan.history import Change, ChangeKind, Event, EventField, redo_ids
from plan.indicator import Indicator
from plan.measure import Measure
from plan.records import amount_of, indicator_of
from plan.state import Cause, State
from replies.amounts import amount_summary
from replies.layout import Reply, button, card, note
from replies.names import the
from replies.states import CAUSES, with_symbol
from replies.typography import (
    NBSP,
    clip,
    day_text,
    full_day,
    moment_text,
    number,
    plain,
    zone_text,
)

PER_PAGE = 8
PREVIOUS = "Précédente"
NEXT = "Suivante"
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


def changed(measure: Measure, change: Change, plan: PlanDefinition) -> Reply:
    """« Mesure 6, état : ○ à venir → ◐ en cours, au dimanche 22 novembre 2026. »"""
    lines = [_title(measure), *_told(change, measure, plan)]
    lines.append(f"Au {full_day(_as_of(change))}{speaks_for_text(change, plan)}.")
    if change.reason:
        lines.append(f"Motif{NBSP}: {plain(change.reason)}")
    return note("\n".join(lines), row=_after(measure, change, "Annuler", "mesure.annuler"))


def confirmed(measure: Measure, change: Change, plan: PlanDefinition) -> Reply:
    """« Rien de changé », with each volet's state as it stands."""
    lines = [_title(measure), *_told(change, measure, plan)]
    lines.append(f"Au {full_day(_as_of(change))}{speaks_for_text(change, plan)}.")
    return note("\n".join(lines), row=_after(measure, change, "Annuler", "mesure.annuler"))


def undone(measure: Measure, change: Change, plan: PlanDefinition) -> Reply:
    """What was put back; « Rétablir » takes that back in its turn."""
    lines = [
        f"{_title(measure)}\nAnnulé{NBSP}:",
        *_told(change, measure, plan),
    ]
    lines.append(f"Au {full_day(_as_of(change))}{speaks_for_text(change, plan)}.")
    return note("\n".join(lines), row=_after(measure, change, "Rétablir", "mesure.retablir"))


def redone(measure: Measure, redo: Change, original: Change, plan: PlanDefinition) -> Reply:
    """What stands again; « Annuler » takes the original change back once more."""
    lines = [
        f"{_title(measure)}\nRétabli{NBSP}:",
        *_told(redo, measure, plan),
    ]
    lines.append(f"Au {full_day(_as_of(redo))}{speaks_for_text(redo, plan)}.")
    return note("\n".join(lines), row=_after(measure, original, "Annuler", "mesure.annuler"))


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
    indicators = _indicators(plan, others) if plan else {}
    return "\n".join(_event_line(event, several, 160, indicators) for event in change.events[:8])


def author_text(change: Change, plan: PlanDefinition) -> str:
    """« Nadia Tremblay, pour le MDEIE »."""
    return f"{author(change)}{speaks_for_text(change, plan)}"


def author(change: Change) -> str:
    """The name the change is signed with."""
    return plain(change.author) or "un membre oublié à sa demande"


def _told(change: Change, measure: Measure, plan: PlanDefinition) -> list[str]:
    return _event_lines(change, measure, 300, _indicators(plan))


def _title(measure: Measure) -> str:
    return f"**Mesure {measure.number}** · {plain(clip(measure.title, 120))}"


def _as_of(change: Change) -> date:
    return max(event.as_of for event in change.events)


def _after(
    measure: Measure, change: Change, label: str, control: str
) -> list[discord.ui.Button[discord.ui.LayoutView]]:
    return [
        button(label, f"{control}:{measure.number}:{change.id}"),
        button("Voir la mesure", f"mesure.voir:{measure.number}"),
    ]


def history_page(
    measure: Measure, changes: Sequence[Change], page: int, plan: PlanDefinition, zone: ZoneInfo
) -> Reply:
    """Every change of a measure, newest first, `PER_PAGE` a page."""
    newest_first = sorted(changes, key=lambda each: each.id, reverse=True)
    pages = max(1, -(-len(newest_first) // PER_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = newest_first[page * PER_PAGE : (page + 1) * PER_PAGE]
    blocks = [f"### Historique de la mesure {measure.number}\n{plain(measure.title)}"]
    redone = redo_ids(changes)
    indicators = _indicators(plan, changes)
    blocks += [_entry(each, measure, plan, zone, redone, indicators) for each in shown]
    hours = any(each.kind is not ChangeKind.IMPORT for each in shown)
    return card(
        blocks,
        footer=hours_and_page(zone if hours else None, page, pages),
        rows=[
            [
                *page_buttons(f"mesure.historique:{measure.number}:", page, pages),
                button("Voir la mesure", f"mesure.voir:{measure.number}"),
            ]
        ],
    )


def hours_and_page(zone: ZoneInfo | None, page: int, pages: int) -> str:
    """« heure de Toronto · page 2 de 3 », under a list; without `zone` where it tells no hour."""
    parts = [zone_text(zone) if zone else "", f"page {page + 1} de {pages}" if pages > 1 else ""]
    return " · ".join(part for part in parts if part)


def page_buttons(
    prefix: str, page: int, pages: int, suffix: str = ""
) -> list[discord.ui.Button[discord.ui.LayoutView]]:
    """« Précédente » and « Suivante », the one that leads nowhere greyed; none for one page."""
    if pages < 2:
        return []
    return [
        button(PREVIOUS, f"{prefix}{max(page - 1, 0)}{suffix}", disabled=page == 0),
        button(NEXT, f"{prefix}{page + 1}{suffix}", disabled=page == pages - 1),
    ]


def _entry(
    change: Change,
    measure: Measure,
    plan: PlanDefinition,
    zone: ZoneInfo,
    redone: Collection[int],
    indicators: Mapping[str, Indicator],
) -> str:
    as_of = day_text(_as_of(change))
    if change.kind is ChangeKind.IMPORT:
        head = f"**{plain(change.author)}** · au {as_of}"
    else:
        when = moment_text(change.recorded_at, zone)
        head = f"**{when}** · {author_text(change, plan)} · au {as_of}"
    if change.kind is ChangeKind.UNDO:
        head += " · rétablissement" if change.id in redone else " · annulation"
    lines = [head, *_event_lines(change, measure, 160, indicators)]
    if change.reason:
        lines.append(f"Motif{NBSP}: {plain(clip(change.reason, 200))}")
    return "\n".join(lines)


def _event_lines(
    change: Change, measure: Measure, limit: int, indicators: Mapping[str, Indicator]
) -> list[str]:
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


def _indicators(plan: PlanDefinition, changes: Iterable[Change] = ()) -> dict[str, Indicator]:
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
