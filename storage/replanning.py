"""Putting a deadline's notices to come where it, or its committee's calendar, now has them."""

import json
from collections.abc import Iterable
from datetime import date, datetime

from sqlite_utils import Database

from plan.deadline import Deadline, DeadlineKind, Notice
from storage.occurrence_store import insert_notices
from storage.rows import Row, to_json, to_utc

_NOT_GONE = "deadline_id = ? AND status = 'waiting'"
_OPEN = "deadline_id = ? AND closed_at IS NULL"
_Key = tuple[str, str]  # a due day and its steps, as the table keeps them


def replan(
    db: Database,
    committee_id: int,
    deadline: Deadline,
    standing: Iterable[Notice],
    now: datetime,
) -> None:
    """Replace a deadline's waiting notices, inside the caller's transaction.

    What has gone out stays. A notice that was to come and whose new hour is already past (a day
    off added for tomorrow, an earlier hour) goes out now rather than not at all.

    Args:
        standing: every notice of the days around now and to come, those past included.
    """
    wanted = {_key(each): each for each in standing}
    waiting = list(
        db.query(
            "SELECT * FROM occurrence WHERE deadline_id = ? AND status = 'waiting'", [deadline.id]
        )
    )
    pending = {(row["due_on"], step) for row in waiting for step in json.loads(row["steps_json"])}
    _move(db, waiting, wanted, now)
    coming = [each for each in wanted.values() if _still_comes(each, pending, now)]
    insert_notices(db, committee_id, [_not_before(each, now) for each in coming])


def follow(
    db: Database, before: Deadline, after: Deadline, next_due: date | None, now: datetime
) -> None:
    """Let what a deadline has under way follow its change, inside the caller's transaction.

    Posts not gone out go to the new channel (one whose time is past, at once), but one that may
    stand in the first already; or nowhere where their day is the deadline's no more.
    An open collecte whose day it was moves to the next one with what was answered, or closes where
    there is none, or where the deadline does not collect any more.
    """
    db.execute(
        "UPDATE delivery SET channel_id = ?, try_at = max(planned_at, min(try_at, ?))"
        f" WHERE {_NOT_GONE} AND channel_id = ? AND outcome <> 'passing'",
        [after.channel_id, to_utc(now), after.id, before.channel_id],
    )
    collects = after.kind is DeadlineKind.REPORTING
    for (day,) in db.execute(
        f"SELECT due_on FROM delivery WHERE {_NOT_GONE}"
        f" UNION SELECT due_on FROM collecte WHERE {_OPEN}",
        [after.id, after.id],
    ).fetchall():
        still_due = after.falls_on(date.fromisoformat(day))
        if not still_due:
            db.execute(
                f"UPDATE delivery SET status = 'withdrawn' WHERE {_NOT_GONE} AND due_on = ?",
                [after.id, day],
            )
            if collects and next_due is not None:
                db.execute(
                    f"UPDATE OR IGNORE collecte SET due_on = ? WHERE {_OPEN} AND due_on = ?",
                    [next_due.isoformat(), after.id, day],
                )
        if not (still_due and collects):
            db.execute(
                f"UPDATE collecte SET closed_at = ? WHERE {_OPEN} AND due_on = ?",
                [to_utc(now), after.id, day],
            )


def _move(db: Database, waiting: Iterable[Row], wanted: dict[_Key, Notice], now: datetime) -> None:
    """Give each waiting row its new time, or take it away where nothing wants it."""
    for row in waiting:
        notice = wanted.get((row["due_on"], row["steps_json"]))
        if notice is None:
            db.execute("DELETE FROM occurrence WHERE id = ?", [row["id"]])
        elif to_utc(notice.send_at) != row["send_at"]:
            send_at = to_utc(_not_before(notice, now).send_at)
            db.execute("UPDATE occurrence SET send_at = ? WHERE id = ?", [send_at, row["id"]])


def _still_comes(notice: Notice, pending: set[tuple[str, int]], now: datetime) -> bool:
    due_on = notice.due_on.isoformat()
    return notice.send_at > now or any((due_on, step) in pending for step in notice.steps)


def _not_before(notice: Notice, now: datetime) -> Notice:
    if notice.send_at > now:
        return notice
    return Notice(notice.deadline_id, notice.due_on, notice.steps, now)


def _key(notice: Notice) -> _Key:
    return notice.due_on.isoformat(), to_json(notice.steps)
