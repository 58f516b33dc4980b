"""What is there already stays; what is wrong is an error, never passed over in silence."""

import sqlite3
from dataclasses import replace

import pytest

from plan.deadline import Notice
from storage.delivery_store import Kind, Post
from tests.collecte.campaign import set_deadline
from tests.support.database import nothing_changes, query
from tests.support.house import START, House


async def test_a_post_is_written_once_and_a_wrong_one_refused(house: House) -> None:
    await set_deadline(house)
    committee = house.storage.committee(house.world.guild().id)
    (deadline,) = committee.deadlines.all()
    post = Post(deadline.id, deadline.first_on, Kind.THANKS, deadline.channel_id, START)
    for _ in range(2):
        house.storage.deliveries.add(committee.id, deadline, [post])
    assert query(house.folder, "SELECT count(*) FROM delivery") == [(1,)]
    wrong = replace(post, kind=Kind.CLOSING, channel_id=None)  # type: ignore[arg-type]
    with nothing_changes(house.folder), pytest.raises(sqlite3.IntegrityError, match="NOT NULL"):
        house.storage.deliveries.add(committee.id, deadline, [wrong])


async def test_a_notice_is_written_once_and_a_wrong_one_refused(house: House) -> None:
    await set_deadline(house)
    committee = house.storage.committee(house.world.guild().id)
    (deadline,) = committee.deadlines.all()
    notice = Notice(deadline.id, deadline.first_on, (45,), START)
    counted = "SELECT count(*) FROM occurrence WHERE steps_json = '[45]'"
    for _ in range(2):
        house.storage.occurrences.plan(committee.id, [notice])
    assert query(house.folder, counted) == [(1,)]
    wrong = replace(notice, deadline_id=None)  # type: ignore[arg-type]
    with nothing_changes(house.folder), pytest.raises(sqlite3.IntegrityError, match="NOT NULL"):
        house.storage.occurrences.plan(committee.id, [wrong])
