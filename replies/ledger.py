"""`/rappel preuve` and `/rappel envoyer`: what went out, and the file that proves it."""

import csv
import io
from collections.abc import Sequence
from zoneinfo import ZoneInfo

import discord

from plan.deadline import Deadline
from plan.ledger import LedgerLine
from replies.deadlines import step_text
from replies.layout import Reply, card, note
from replies.typography import NBSP, count, moment_text, plain

_SHOWN = 15
_COLUMNS = (
    "echeance",
    "etape",
    "destinataire",
    "prevu",
    "envoye",
    "retard_s",
    "tentatives",
    "issue",
    "message",
)
_STATUSES = {
    "waiting": "à venir",
    "claimed": "en cours d'envoi",
    "sent": "paru",
    "overtaken": "dépassé",
    "needless": "sans objet",
    "withdrawn": "retiré",
    "failed": "échec",
}
_OUTCOMES = {
    "late": "en retard",
    "found": "retrouvé après un arrêt",
    "answered": "a répondu entretemps",
    "closed": "collecte fermée",
    "direct_closed": "messages privés fermés, paru au salon",
    "refused": "refusé par Discord",
    "channel_gone": "salon disparu",
    "not_permitted": "permission manquante",
    "passing": "nouvel essai prévu",
}
_KINDS = {
    "thanks": "merci",
    "undeliverable": "avis d'échec",
    "snooze": "rappel demandé",
    "not_ours": "pas nous",
    "closing": "clôture",
}


def ledger_card(
    lines: Sequence[LedgerLine], zone: ZoneInfo, files: Sequence[discord.File] = ()
) -> Reply:
    """The last posts, the newest first."""
    newest = sorted(lines, key=lambda each: each.planned, reverse=True)[:_SHOWN]
    sent = sum(each.status == "sent" for each in lines)
    told_of = f" · {count(sent, 'paru')} sur {len(lines)}" if lines else ""
    head = f"### Registre des avis{told_of}"
    told = [
        f"**{moment_text(each.planned, zone)}** · {plain(each.title)} · {_step(each)}"
        f" · {plain(_recipient(each))}{NBSP}: {_issue(each)}{_late(each)}"
        for each in newest
    ]
    more = len(lines) - len(newest)
    footer = f"… et {count(more, 'autre')}{NBSP}: `fichier:True` les donne tous." if more else ""
    empty = "" if lines else "Aucun avis n'est encore parti. `/rappel apercu` montre ceux à venir."
    return card([head, "\n".join(told), empty], footer=footer, private=True, files=files)


def ledger_file(lines: Sequence[LedgerLine], zone: ZoneInfo) -> discord.File:
    """The whole ledger as CSV: one line a post, ISO times with their offset."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for each in sorted(lines, key=lambda line: line.planned):
        sent = each.sent.astimezone(zone).isoformat(timespec="seconds") if each.sent else ""
        late = each.late_seconds
        writer.writerow(
            [
                _safe(each.title),
                _step(each),
                _safe(_recipient(each)),
                each.planned.astimezone(zone).isoformat(timespec="seconds"),
                sent,
                "" if late is None else late,
                each.attempts,
                _issue(each),
                each.message_id or "",
            ]
        )
    data = text.getvalue().encode("utf-8-sig")
    return discord.File(io.BytesIO(data), filename="registre-des-avis.csv")


def posted_now(deadline: Deadline, posts: int, *, closed: bool, opens: bool) -> Reply:
    """Said once `/rappel envoyer` has put posts in the outbox; `opens`: the collecte with them."""
    if closed:
        return note(f"Rien à envoyer{NBSP}: la collecte est fermée. `/collecte ouvrir` la rouvre.")
    if not posts:
        return note(f"Rien à envoyer{NBSP}: tous les MO ont répondu.")
    channel = f"<#{deadline.channel_id}>"
    opened = " La collecte est ouverte dès maintenant." if opens else ""
    return note(f"{count(posts, 'avis', 'avis')} en route dans {channel}.{opened}")


def _step(line: LedgerLine) -> str:
    return _KINDS.get(line.kind) or step_text(line.steps)


def _recipient(line: LedgerLine) -> str:
    who = line.recipient or "salon"
    return f"{who}, message privé" if line.kind == "direct" else who


def _issue(line: LedgerLine) -> str:
    detail = _OUTCOMES.get(line.outcome, "")
    status = _STATUSES[line.status]
    return f"{status} ({detail})" if detail else status


def _late(line: LedgerLine) -> str:
    late = line.late_seconds
    if not late or late < 60:
        return ""
    days, rest = divmod(late, 86_400)
    hours, minutes = rest // 3_600, rest % 3_600 // 60
    parts = [
        count(days, "jour") if days else "",
        f"{hours}{NBSP}h" if hours else "",
        f"{minutes}{NBSP}min" if minutes and not days else "",
    ]
    return f", {' '.join(part for part in parts if part)} de retard"


def _safe(text: str) -> str:
    """A text that a spreadsheet would run is prefixed with an apostrophe."""
    return f"'{text}" if text[:1] in "=+-@\t\r" and text else text
