"""After a change: before → after, seen by its author; and a measure's history."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

import discord

from plan.definition import PlanDefinition
from plan.history import Change, ChangeKind, Event, EventField
from plan.measure import Measure
from plan.state import Cause, State
from replies.layout import Reply, button, card, note
from replies.measure_card import author_text
from replies.names import the
from replies.states import CAUSES, with_symbol
from replies.typography import NBSP, clip, day_text, full_day, moment_text, plain

PER_PAGE = 8
PREVIOUS = "Précédente"
NEXT = "Suivante"
_FIELDS = {
    EventField.STATE: "état",
    EventField.REMARK: "remarque",
    EventField.CAUSE: "frein",
    EventField.CONFIRMED: "rien de changé",
    EventField.REACHED: "valeur atteinte",
}


def changed(measure: Measure, change: Change, plan: PlanDefinition) -> Reply:
    """« Mesure 6, état : ○ à venir → ◐ en cours, au dimanche 22 novembre 2026. »"""
    lines = [f"**Mesure {measure.number}** · {plain(clip(measure.title, 120))}"]
    lines += [_event_line(event, measure, 300) for event in change.events]
    as_of = max(event.as_of for event in change.events)
    lines.append(f"Au {full_day(as_of)}{_speaks_for(change, plan)}.")
    if change.reason:
        lines.append(f"Motif{NBSP}: {plain(change.reason)}")
    buttons = [button("Voir la mesure", f"mesure.voir:{measure.number}")]
    return note("\n".join(lines), row=buttons)


def history_page(
    measure: Measure, changes: Sequence[Change], page: int, plan: PlanDefinition, zone: ZoneInfo
) -> Reply:
    """Every change of a measure, newest first, `PER_PAGE` a page."""
    newest_first = sorted(changes, key=lambda each: each.id, reverse=True)
    pages = max(1, -(-len(newest_first) // PER_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = newest_first[page * PER_PAGE : (page + 1) * PER_PAGE]
    blocks = [f"### Historique de la mesure {measure.number}\n{plain(measure.title)}"]
    blocks += [_entry(change, measure, plan, zone) for change in shown]
    return card(
        blocks,
        footer=f"page {page + 1} de {pages}" if pages > 1 else "",
        rows=[
            [
                *page_buttons(f"mesure.historique:{measure.number}:", page, pages),
                button("Voir la mesure", f"mesure.voir:{measure.number}"),
            ]
        ],
    )


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


def _entry(change: Change, measure: Measure, plan: PlanDefinition, zone: ZoneInfo) -> str:
    of_measure = [event for event in change.events if event.measure == measure.number]
    as_of = max(event.as_of for event in of_measure)
    if change.kind is ChangeKind.IMPORT:
        head = f"**{plain(change.author)}** · au {day_text(as_of)}"
    else:
        when = moment_text(change.recorded_at, zone)
        head = f"**{when}** · {author_text(change, plan)} · au {day_text(as_of)}"
    lines = [head, *(_event_line(event, measure, 160) for event in of_measure)]
    if change.reason:
        lines.append(f"Motif{NBSP}: {plain(clip(change.reason, 200))}")
    return "\n".join(lines)


def _event_line(event: Event, measure: Measure, limit: int) -> str:
    place = f"volet {event.volet}, " if event.volet and len(measure.volets) > 1 else ""
    name = f"{place}{_FIELDS[event.field]}"
    if event.field is EventField.CONFIRMED:
        return f"- {name}"
    new = _value(event.field, event.new, limit)
    if event.old is None and event.field in (EventField.STATE, EventField.REMARK):
        return f"- {name}{NBSP}: {new}"
    return f"- {name}{NBSP}: {_value(event.field, event.old, limit)} → {new}"


def _value(field: EventField, value: str | None, limit: int) -> str:
    if field is EventField.STATE and value:
        return with_symbol(State(value))
    if field is EventField.CAUSE:
        return CAUSES[Cause(value)] if value else "aucun"
    if not value:
        return "(vide)"
    text = plain(clip(value, limit))
    return f"«{NBSP}{text}{NBSP}»" if field is EventField.REMARK else text


def _speaks_for(change: Change, plan: PlanDefinition) -> str:
    return f", pour {the(change.organisation, plan)}" if change.organisation else ""
