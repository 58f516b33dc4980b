"""Taking a member's name and id out of a committee's tables (Loi 25, right to erasure).

The facts recorded stay; the history tells them without a name. What somebody wrote stays too, and
where the name stands in it is told: a text is not rewritten, and another may bear that name.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence

from sqlite_utils import Database

from plan.forgetting import Forgotten, Place
from plan.text import fold
from storage.database import writing
from storage.delivery_store import Kind, Status
from storage.rows import to_json

# What is done to each table where a member's id stands, and in which column.
_FORGETTING = (
    ("DELETE FROM assignment", "member_id"),
    ("UPDATE assignment SET substitute_id = NULL, substitute_name = ''", "substitute_id"),
    ("DELETE FROM absence", "member_id"),
    ("DELETE FROM draft", "person_id"),
    ("DELETE FROM direct_wish", "member_id"),
    ("UPDATE action SET author = '', author_id = NULL", "author_id"),
    ("UPDATE deadline SET created_by = 0, created_by_name = ''", "created_by"),
    ("UPDATE deadline SET withdrawn_by = NULL", "withdrawn_by"),
)
# The facts of an action that name a member: the name, and the id beside it.
_NAMED = (("name", "member_id"), ("substitute", "substitute_id"))
_OF_COMMITTEE = "plan_id IN (SELECT id FROM plan WHERE committee_id = :committee)"
_NAMES = f"""
    SELECT author FROM change WHERE {_OF_COMMITTEE} AND author_id = :member
    UNION SELECT author FROM action WHERE committee_id = :committee AND author_id = :member
    UNION SELECT facts_json ->> 'name' FROM action
        WHERE committee_id = :committee AND facts_json ->> 'member_id' = :text
    UNION SELECT facts_json ->> 'substitute' FROM action
        WHERE committee_id = :committee AND facts_json ->> 'substitute_id' = :text
    UNION SELECT facts_json ->> 'person' FROM delivery
        WHERE committee_id = :committee AND facts_json ->> 'person_id' = :text
    UNION SELECT name FROM assignment WHERE committee_id = :committee AND member_id = :member
    UNION SELECT substitute_name FROM assignment
        WHERE committee_id = :committee AND substitute_id = :member
    UNION SELECT name FROM absence WHERE committee_id = :committee AND member_id = :member
    UNION SELECT created_by_name FROM deadline
        WHERE committee_id = :committee AND created_by = :member
"""
# The texts that somebody wrote, by measure; then the others, by where they stand.
_OF_MEASURES = f"""
    SELECT measure, old, new, reason FROM event JOIN change ON change.id = change_id
    WHERE {_OF_COMMITTEE}
"""
_ELSEWHERE = {
    Place.DOCUMENT: f"""
        SELECT remark, '' FROM volet WHERE {_OF_COMMITTEE}
        UNION ALL SELECT purpose, details_json FROM amount WHERE {_OF_COMMITTEE}
        UNION ALL SELECT label, note FROM indicator WHERE {_OF_COMMITTEE}
        UNION ALL SELECT label, value FROM fact WHERE {_OF_COMMITTEE}
        UNION ALL SELECT name, summary FROM directory_entry WHERE {_OF_COMMITTEE}
        UNION ALL SELECT contact_name, sections_json FROM directory_entry WHERE {_OF_COMMITTEE}
        UNION ALL SELECT partners_json, partner_groups_json FROM directory_entry
            WHERE {_OF_COMMITTEE}
    """,
    Place.TITLES: """
        SELECT title, '' FROM deadline WHERE committee_id = :committee
        UNION ALL SELECT title, '' FROM holiday WHERE committee_id = :committee
        UNION ALL SELECT facts_json ->> 'title', facts_json ->> 'changes' FROM action
            WHERE committee_id = :committee
    """,
    Place.QUESTIONS: "SELECT text FROM question WHERE committee_id = :committee",
    Place.DRAFTS: "SELECT values_json FROM draft WHERE committee_id = :committee",
}
# Posts for one person: once that person is forgotten, none that waits goes out.
_PERSONAL = (Kind.DIRECT, Kind.SNOOZE, Kind.UNDELIVERABLE)


def forget(db: Database, committee_id: int, member_id: int) -> Forgotten:
    """Take a member's name and id out of everything that the program keeps by itself.

    It is on disk when this returns, unless the caller has a wider write open.
    """
    who = {"committee": committee_id, "member": member_id, "text": str(member_id)}
    with writing(db):
        names = [row[0] for row in db.execute(_NAMES, who) if row[0]]
        signed = db.execute(
            f"UPDATE change SET author = '', author_id = NULL WHERE {_OF_COMMITTEE}"
            " AND author_id = :member",
            who,
        ).rowcount
        for change, column in _FORGETTING:
            db.execute(f"{change} WHERE committee_id = :committee AND {column} = :member", who)
        db.execute(
            "DELETE FROM draft WHERE committee_id = :committee AND instr(values_json, :text)", who
        )
        for name, key in _NAMED:
            db.execute(
                f"UPDATE action SET facts_json = json_replace(facts_json, '$.{name}', '',"
                f" '$.{key}', '', '$.link', '')"
                f" WHERE committee_id = :committee AND facts_json ->> '{key}' = :text",
                who,
            )
        _forget_posts(db, committee_id, str(member_id))
        is_named = _naming([*names, str(member_id)])
        measures = {row[0] for row in db.execute(_OF_MEASURES, who) if is_named(row[1:])}
        places = [
            place
            for place, texts in _ELSEWHERE.items()
            if any(is_named(row) for row in db.execute(texts, who))
        ]
    return Forgotten(signed, sorted(measures), places)


def _naming(names: Iterable[str]) -> Callable[[Sequence[str | None]], bool]:
    """Tells whether texts hold any of the names, as whole words, however they are spelt."""
    told = "|".join(re.escape(folded) for folded in map(fold, names) if folded)
    pattern = re.compile(rf"(?<!\w)(?:{told})(?!\w)")
    return lambda texts: any(pattern.search(fold(text)) is not None for text in texts if text)


def _forget_posts(db: Database, committee_id: int, member: str) -> None:
    """Take a member out of what posts keep beside their text; the next edit leaves the name out.

    The post's own id is put in its facts instead: no two posts of a deadline may be the same.
    """
    posts = db.execute(
        "SELECT id, kind, status, facts_json FROM delivery"
        " WHERE committee_id = ? AND instr(facts_json, ?)",
        [committee_id, member],
    ).fetchall()
    for post_id, kind, status, facts_json in posts:
        facts = _without(json.loads(facts_json), member) | {"forgotten": str(post_id)}
        waits = status in (Status.WAITING, Status.CLAIMED)
        db.execute(
            "UPDATE delivery SET facts_json = ?, shown = '' WHERE id = ?", [to_json(facts), post_id]
        )
        if waits and kind in _PERSONAL:  # who comes back may ask for the same, whose token it is
            db.execute(
                "UPDATE delivery SET status = ?, token = ? WHERE id = ?",
                [Status.WITHDRAWN, f"forgotten-{post_id}", post_id],
            )


def _without(facts: dict[str, str], member: str) -> dict[str, str]:
    """A post's facts without a member, and without the name that goes with the id."""
    if facts.get("person_id") == member:
        facts = {key: value for key, value in facts.items() if key != "person"}
    kept = {key: value for key, value in facts.items() if value != member}
    if "direct" in kept:
        kept["direct"] = " ".join(each for each in kept["direct"].split() if each != member)
    return kept
