"""The posts to send and what became of each: outbox and ledger in one table."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from sqlite_utils import Database

from plan.deadline import Deadline
from storage.database import writing
from storage.rows import IN_PRESENT_COMMITTEE, Row, from_utc, to_json, to_utc


class Kind(StrEnum):
    """What a post is."""

    NOTICE = "notice"  # the deadline, announced to the channel
    DIGEST = "digest"  # what one MO still owes
    DIRECT = "direct"  # the same, to a member who asked for direct messages
    CLOSING = "closing"
    THANKS = "thanks"
    SNOOZE = "snooze"  # « Me le rappeler »
    NOT_OURS = "not_ours"  # « Pas nous », to the coordination
    UNDELIVERABLE = "undeliverable"  # what could not be posted, to the coordination, once


class Status(StrEnum):
    """What became of a post. A claimed one may or may not have left before a crash."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    SENT = "sent"
    OVERTAKEN = "overtaken"
    NEEDLESS = "needless"
    WITHDRAWN = "withdrawn"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Post:
    """A post to be sent. `recipient` is an MO, or empty for the channel; times aware, in UTC.

    `facts` are the texts by name that its kind needs beside the plan. Where they name a
    `direct_to`, it goes to that member's direct messages, and to the channel where those are shut.
    """

    deadline_id: int
    due_on: date
    kind: Kind
    channel_id: int
    planned_at: datetime
    recipient: str = ""
    steps: tuple[int, ...] = ()
    occurrence_id: int | None = None
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def direct_to(self) -> int | None:
        """The member to whose direct messages it goes."""
        return int(self.facts["direct_to"]) if "direct_to" in self.facts else None


@dataclass(frozen=True, slots=True)
class Delivery:
    """A post with what became of it. `posted_in` is the channel where `message_id` stands."""

    id: int
    committee_id: int
    post: Post
    token: str
    status: Status
    attempts: int
    claimed_at: datetime | None
    sent_at: datetime | None
    message_id: int | None
    outcome: str
    shown: str
    posted_in: int | None = None


class DeliveryStore:
    """Every committee's posts."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, committee_id: int, deadline: Deadline, posts: Iterable[Post]) -> None:
        """Add posts; one that is there already (same deadline day, kind, MO, steps) stays."""
        with writing(self._db):
            for post in posts:
                row = _row(committee_id, deadline, post)
                columns, marks = ", ".join(row), ", ".join("?" * len(row))
                self._db.execute(
                    f"INSERT INTO delivery ({columns}) VALUES ({marks})"
                    " ON CONFLICT (token) DO NOTHING",
                    list(row.values()),
                )

    def next_due(self) -> datetime | None:
        """When the next post is due, or to be tried again; None where none is to come."""
        row = self._db.execute(
            "SELECT min(try_at) FROM delivery WHERE status IN ('waiting', 'claimed')"
            f" AND {IN_PRESENT_COMMITTEE}"
        ).fetchone()
        return from_utc(row[0]) if row[0] else None

    def due(self, now: datetime) -> list[Delivery]:
        """The posts due by `now`, oldest first; those claimed before a crash among them."""
        return self._select(
            "status IN ('waiting', 'claimed') AND try_at <= ?"
            f" AND {IN_PRESENT_COMMITTEE} ORDER BY planned_at, id",
            to_utc(now),
        )

    def of_deadline(self, deadline_id: int) -> list[Delivery]:
        """All the posts of a deadline, in order."""
        return self._select("deadline_id = ? ORDER BY planned_at, id", deadline_id)

    def has_later(self, post: Post, kinds: Collection[Kind]) -> bool:
        """Tell whether a post of these kinds is planned after it, for the same day."""
        row = self._db.execute(
            "SELECT 1 FROM delivery WHERE deadline_id = ? AND due_on = ? AND planned_at > ?"
            f" AND kind IN ({', '.join('?' * len(kinds))}) LIMIT 1",
            [post.deadline_id, post.due_on.isoformat(), to_utc(post.planned_at), *kinds],
        ).fetchone()
        return row is not None

    def has_later_wish(self, post: Post, now: datetime) -> bool:
        """Tell whether the same person asked for a later reminder of the same, due by now too."""
        row = self._db.execute(
            "SELECT 1 FROM delivery WHERE deadline_id = ? AND due_on = ? AND kind = ?"
            " AND recipient = ? AND facts_json ->> 'person_id' = ?"
            " AND planned_at > ? AND planned_at <= ? LIMIT 1",
            [
                post.deadline_id,
                post.due_on.isoformat(),
                Kind.SNOOZE,
                post.recipient,
                post.facts.get("person_id"),
                to_utc(post.planned_at),
                to_utc(now),
            ],
        ).fetchone()
        return row is not None

    def asking(self, deadline_id: int, since: datetime) -> list[Delivery]:
        """The posts of a deadline that stand in a channel since a moment, and ask for answers.

        What stands in the direct messages of a member who was forgotten asks nothing any more.
        """
        return self._select(
            "deadline_id = ? AND status = 'sent' AND sent_at >= ? AND message_id IS NOT NULL"
            " AND kind IN ('notice', 'digest', 'direct', 'snooze')"
            " AND (facts_json ->> 'forgotten' IS NULL OR posted_in = channel_id)"
            " ORDER BY planned_at, id",
            deadline_id,
            to_utc(since),
        )

    def waiting(self, deadline_id: int) -> list[Delivery]:
        """The posts of a deadline that are written down and not gone out, in order."""
        return self._select(
            "deadline_id = ? AND status IN ('waiting', 'claimed') ORDER BY planned_at, id",
            deadline_id,
        )

    def direct_by_token(self, token: str) -> Delivery | None:
        """The direct message that bears a token: it is pressed outside any server."""
        found = self._select("token = ?", token)
        return found[0] if found and found[0].post.direct_to is not None else None

    def by_token(self, committee_id: int, token: str) -> Delivery | None:
        """The post that bears a token, of that committee alone."""
        found = self._select("token = ? AND committee_id = ?", token, committee_id)
        return found[0] if found else None

    def claim(self, delivery: Delivery, now: datetime) -> None:
        """Say on disk that it is about to be sent: after a crash it is looked for, not repeated."""
        self._update(
            delivery, "status = 'claimed', claimed_at = ?, attempts = attempts + 1", to_utc(now)
        )

    def sent(
        self,
        delivery: Delivery,
        place: tuple[int, int],
        now: datetime,
        outcome: str,
        shown: str,
    ) -> None:
        """Say that it is posted.

        Args:
            place: the channel it stands in, and the message's id.
            outcome: a code: « sent », « late », « found », « direct_closed ».
        """
        self._update(
            delivery,
            "status = 'sent', posted_in = ?, message_id = ?, sent_at = ?, outcome = ?, shown = ?",
            *place,
            to_utc(now),
            outcome,
            shown,
        )

    def shown(self, delivery: Delivery, shown: str) -> None:
        """Say what an edited post tells now."""
        self._update(delivery, "shown = ?", shown)

    def retry(self, delivery: Delivery, at: datetime, outcome: str) -> None:
        """Put it back for later, after a failure that may pass."""
        self._update(delivery, "status = 'waiting', try_at = ?, outcome = ?", to_utc(at), outcome)

    def close(self, delivery: Delivery, status: Status, outcome: str) -> None:
        """Say that it will not be sent, and why (a code)."""
        self._update(delivery, "status = ?, outcome = ?", status.value, outcome)

    def _update(self, delivery: Delivery, assignments: str, *values: object) -> None:
        with writing(self._db):
            self._db.execute(
                f"UPDATE delivery SET {assignments} WHERE id = ?", [*values, delivery.id]
            )

    def _select(self, where: str, *values: object) -> list[Delivery]:
        rows = self._db.query(f"SELECT * FROM delivery WHERE {where}", list(values))
        return [_delivery(row) for row in rows]


def _row(committee_id: int, deadline: Deadline, post: Post) -> Row:
    identity = (
        deadline.created_at.isoformat(),
        deadline.id,
        post.due_on.isoformat(),
        post.kind.value,
        post.recipient,
        post.steps,
        to_json(dict(post.facts)),
    )
    return {
        "committee_id": committee_id,
        "deadline_id": post.deadline_id,
        "occurrence_id": post.occurrence_id,
        "due_on": post.due_on.isoformat(),
        "kind": post.kind.value,
        "recipient": post.recipient,
        "steps_json": to_json(post.steps),
        "facts_json": to_json(dict(post.facts)),
        "channel_id": post.channel_id,
        # A nonce has at most 25 characters. The deadline's time of creation is in it: a new
        # database counts its ids from 1 again, in channels that keep the old posts.
        "token": hashlib.sha256(repr(identity).encode()).hexdigest()[:24],
        "planned_at": to_utc(post.planned_at),
        "try_at": to_utc(post.planned_at),
    }


def _delivery(row: Row) -> Delivery:
    return Delivery(
        id=row["id"],
        committee_id=row["committee_id"],
        post=Post(
            deadline_id=row["deadline_id"],
            due_on=date.fromisoformat(row["due_on"]),
            kind=Kind(row["kind"]),
            channel_id=row["channel_id"],
            planned_at=from_utc(row["planned_at"]),
            recipient=row["recipient"],
            steps=tuple(json.loads(row["steps_json"])),
            occurrence_id=row["occurrence_id"],
            facts=json.loads(row["facts_json"]),
        ),
        token=row["token"],
        status=Status(row["status"]),
        attempts=row["attempts"],
        claimed_at=from_utc(row["claimed_at"]) if row["claimed_at"] else None,
        sent_at=from_utc(row["sent_at"]) if row["sent_at"] else None,
        message_id=row["message_id"],
        outcome=row["outcome"],
        shown=row["shown"],
        posted_in=row["posted_in"],
    )
