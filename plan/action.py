"""What people do that is no change of the plan; the audit trail tells it beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ActionKind(StrEnum):
    """What was done; worded in `replies.journal`."""

    DEADLINE_ADDED = "echeance_ajoutee"
    DEADLINE_CHANGED = "echeance_modifiee"
    DEADLINE_WITHDRAWN = "echeance_retiree"
    ASSIGNED = "equipe_ajoutee"
    UNASSIGNED = "equipe_retiree"
    ABSENCE = "absence"
    ABSENCE_REMOVED = "absence_retiree"
    FORGOTTEN = "oubli"
    SETTINGS = "reglages"
    DAY_OFF = "conge"
    DAY_WORKED = "jour_ouvert"
    COLLECTE_OPENED = "collecte_ouverte"
    COLLECTE_REOPENED = "collecte_rouverte"
    COLLECTE_CLOSED = "collecte_fermee"
    NOTICE_POSTED = "avis_envoye"
    FILED = "versement"  # a message made a remark: who wrote it, when, where


@dataclass(frozen=True, slots=True)
class Action:
    """One action. `facts` are texts by name; `recorded_at` is aware, in UTC."""

    kind: ActionKind
    author: str
    author_id: int | None
    recorded_at: datetime
    facts: Mapping[str, str]
