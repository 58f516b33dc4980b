"""`/journal voir`: who did what, and when."""

from collections.abc import Collection, Sequence
from datetime import time
from zoneinfo import ZoneInfo

from plan.action import Action, ActionKind
from plan.definition import PlanDefinition
from plan.history import Change, ChangeKind
from plan.journal import Entry, JournalFilter
from replies.events import author, changes_told, speaks_for_text
from replies.layout import Reply, card
from replies.names import of_person, the
from replies.pages import hours_and_page, page_buttons
from replies.typography import (
    NBSP,
    capital,
    clip,
    count,
    full_day,
    hour_text,
    listing,
    moment_text,
    partial_date,
    plain,
)

PER_PAGE = 8
_ACTIONS = {
    ActionKind.DEADLINE_ADDED: "a fixé l'échéance {title} ({day})",
    ActionKind.DEADLINE_CHANGED: "a modifié l'échéance {title}{changes}",
    ActionKind.DEADLINE_WITHDRAWN: "a retiré l'échéance {title}",
    ActionKind.ASSIGNED: "a chargé {name} de répondre pour {organisation}{substitute}",
    ActionKind.UNASSIGNED: "a déchargé {name} de répondre pour {organisation}",
    ActionKind.ABSENCE: "a noté l'absence de {name}, du {first} au {last}",
    ActionKind.ABSENCE_REMOVED: "a retiré l'absence de {name}, du {first} au {last}",
    ActionKind.FORGOTTEN: "a effacé le nom d'un membre",
    ActionKind.SETTINGS: "a changé les réglages{settings}",
    ActionKind.DAY_OFF: "a ajouté un congé, le {day}",
    ActionKind.DAY_WORKED: "a fait du {day} un jour ouvré",
    ActionKind.COLLECTE_OPENED: "a ouvert la collecte de {title} ({day})",
    ActionKind.COLLECTE_REOPENED: "a rouvert la collecte de {title} ({day})",
    ActionKind.COLLECTE_CLOSED: "a fermé la collecte de {title} ({day})",
    ActionKind.NOTICE_POSTED: "a fait paraître un avis de l'échéance {title} ({day})",
    ActionKind.FILED: "a versé à la mesure {measure} un message {of_name} ({day}){link}",
}
_FORGOTTEN = "un membre oublié"
# Facts that are told only where they are there.
_OPTIONAL = {
    "substitute": f" (remplaçant{NBSP}: {{}})",
    "changes": f"{NBSP}: {{}}",
    "settings": f"{NBSP}: {{}}",
    "link": f"{NBSP}: {{}}",
}
_SETTINGS = {
    "role": "coordination",
    "channel": "salon",
    "hour": "avis à",
    "ladder": "étapes",
    "no_role": "retrait du rôle de coordination",
    "no_channel": "retrait du salon des avis",
}
_KINDS = {
    ChangeKind.IMPORT: "plan chargé",
    ChangeKind.MODIFY: "a consigné",
    ChangeKind.CONFIRM: "a confirmé",
    ChangeKind.UNDO: "a annulé",
}


def journal_page(
    entries: Sequence[Entry],
    asked: JournalFilter,
    page: int,
    plan: PlanDefinition,
    zone: ZoneInfo,
    redone: Collection[int],
) -> Reply:
    """One page of the trail, the newest first.

    Args:
        redone: ids of the changes that take an undo back.
    """
    pages = max(1, -(-len(entries) // PER_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = entries[page * PER_PAGE : (page + 1) * PER_PAGE]
    changes = [each for each in entries if isinstance(each, Change)]
    told = f"### Journal · {count(len(entries), 'inscription')}"
    if asked.measure:
        told += f" · mesure {asked.measure}"
    if asked.author_id:
        told += f" · <@{asked.author_id}>"
    if asked.since:
        told += f" · depuis le {full_day(asked.since)}"
    lines = [_entry(each, plan, zone, redone, changes) for each in shown]
    return card(
        [told, *(lines or ["Rien de tel n'a été inscrit."])],
        footer=hours_and_page(zone, page, pages) if shown else "",
        rows=[page_buttons("journal.voir:", page, pages, f":{asked.encoded()}")],
        private=True,
    )


def _entry(
    entry: Entry,
    plan: PlanDefinition,
    zone: ZoneInfo,
    redone: Collection[int],
    changes: Sequence[Change],
) -> str:
    when = f"**{moment_text(entry.recorded_at, zone)}**"
    if isinstance(entry, Action):
        who = plain(entry.author) or capital(_FORGOTTEN)
        return f"{when} · {who} {_ACTIONS[entry.kind].format_map(_told(entry, plan))}"
    measures = sorted({event.measure for event in entry.events})
    if entry.kind is ChangeKind.IMPORT:
        return f"{when} · {_KINDS[entry.kind]}{NBSP}: {plain(entry.author)}"
    numbers = listing([str(number) for number in measures])
    kind = "a rétabli" if entry.id in redone else _KINDS[entry.kind]
    did = f"{author(entry)} {kind}{speaks_for_text(entry, plan)}"
    return f"{when} · {did}, mesure {numbers}\n{_details(entry, plan, changes)}"


def _told(action: Action, plan: PlanDefinition) -> dict[str, str]:
    """An action's facts as they are read: days in full, a forgotten name told as such."""
    told = {key: plain(value) for key, value in action.facts.items()}
    for key in ("day", "first", "last"):
        told[key] = partial_date(told.get(key, ""))
    told["name"] = told.get("name") or _FORGOTTEN
    told["of_name"] = of_person(told["name"])
    told["organisation"] = the(action.facts.get("organisation", ""), plan)
    if "hour" in told:
        told["hour"] = hour_text(time.fromisoformat(told["hour"]))
    told["settings"] = listing(
        [f"{_SETTINGS[k]} {told[k]}".strip() for k in _SETTINGS if k in told]
    )
    for key, wording in _OPTIONAL.items():
        told[key] = wording.format(told[key]) if told.get(key) else ""
    return told


def _details(change: Change, plan: PlanDefinition, changes: Sequence[Change]) -> str:
    reason = f"\nMotif{NBSP}: {plain(clip(change.reason, 160))}" if change.reason else ""
    return changes_told(change, plan, changes) + reason
