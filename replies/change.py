"""After a change: before → after, seen by its author; and a measure's history."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from plan.definition import PlanDefinition
from plan.history import Change, ChangeKind, EventField, redo_ids
from plan.indicator import Indicator
from plan.measure import Measure
from plan.records import amount_of
from replies.amounts import amount_told
from replies.components import Component, button
from replies.events import author_text, event_lines, indicators_of, speaks_for_text
from replies.layout import Reply, card, note
from replies.pages import hours_and_page, page_buttons
from replies.typography import NBSP, clip, day_text, full_day, moment_text, plain

PER_PAGE = 8


def changed(measure: Measure, change: Change, plan: PlanDefinition) -> Reply:
    """« Mesure 6, état : ○ à venir → ◐ en cours, au dimanche 22 novembre 2026. »

    Of a « rien de changé »: each volet's state as it stands.
    """
    row = _after(measure, change, "Annuler", "mesure.annuler")
    return _told(measure, change, plan, row)


def undone(measure: Measure, change: Change, plan: PlanDefinition) -> Reply:
    """What was put back; « Rétablir » takes that back in its turn."""
    row = _after(measure, change, "Rétablir", "mesure.retablir")
    return _told(measure, change, plan, row, f"Annulé{NBSP}:")


def redone(measure: Measure, redo: Change, plan: PlanDefinition, original: Change) -> Reply:
    """What stands again; « Annuler » takes the original change back once more."""
    row = _after(measure, original, "Annuler", "mesure.annuler")
    return _told(measure, redo, plan, row, f"Rétabli{NBSP}:")


def _told(
    measure: Measure, change: Change, plan: PlanDefinition, row: Sequence[Component], done: str = ""
) -> Reply:
    """A change, a line an event, with its day, the MO it speaks for, and why."""
    events = event_lines(change, measure, 300, indicators_of(plan))
    lines = [_title(measure), done, *events, *_wholes(change, plan)]
    lines.append(f"Au {full_day(_as_of(change))}{speaks_for_text(change, plan)}.")
    lines.append(f"Motif{NBSP}: {plain(change.reason)}" if change.reason else "")
    return note("\n".join(line for line in lines if line), row=row)


def _wholes(change: Change, plan: PlanDefinition) -> list[str]:
    """Of which other amounts those of a change are part."""
    amounts = [
        amount_of(event.new)
        for event in change.events
        if event.field is EventField.AMOUNT and event.new
    ]
    keys = {key for each in amounts for key in each.part_of}
    wholes = [amount_told(each) for each in plan.amounts if each.key in keys]
    return [f"Partie de{NBSP}: {each}" for each in wholes]


def _title(measure: Measure) -> str:
    return f"**Mesure {measure.number}** · {plain(clip(measure.title, 120))}"


def _as_of(change: Change) -> date:
    return max(event.as_of for event in change.events)


def _after(measure: Measure, change: Change, label: str, control: str) -> list[Component]:
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
    indicators = indicators_of(plan, changes)
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
    lines = [head, *event_lines(change, measure, 160, indicators)]
    if change.reason:
        lines.append(f"Motif{NBSP}: {plain(clip(change.reason, 200))}")
    return "\n".join(lines)
