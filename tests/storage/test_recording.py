"""A change is committed while its answer is worded: what holds where one of the two fails."""

import sqlite3
from pathlib import Path

import pytest

from plan.state import State
from storage import database
from storage.committee import Committee
from storage.committees import Storage
from tests.storage.one_committee import a_change
from tests.support.database import query
from tests.support.disk import full_disk

_CHANGES = "SELECT count(*) FROM change"


class _WordingError(Exception):
    """What the wording of an answer fails by."""


@pytest.fixture
def told(storage: Storage) -> list[Committee]:
    """The committees that the storage told of a change, in order."""
    seen: list[Committee] = []
    storage.on_change = seen.append
    return seen


def _fail_to_word(committee: Committee) -> None:
    with committee.recording(a_change(State.UNDER_WAY)):
        raise _WordingError


def test_a_change_whose_answer_fails_is_recorded_and_told_of(
    storage: Storage, told: list[Committee], tmp_path: Path
) -> None:
    committee = storage.committee(1)
    assert len(committee.changes()) == 1
    with pytest.raises(_WordingError):
        _fail_to_word(committee)
    assert query(tmp_path, _CHANGES) == [(2,)]
    assert told == [committee]
    assert len(committee.changes()) == 2
    assert committee.measure(6).state is State.UNDER_WAY


@pytest.mark.parametrize("read_before", [True, False])
def test_a_change_that_the_disk_refuses_leaves_nothing_behind(
    storage: Storage, told: list[Committee], tmp_path: Path, read_before: bool
) -> None:
    committee = storage.committee(1)
    if read_before:
        assert len(committee.changes()) == 1
    with full_disk(), pytest.raises(sqlite3.OperationalError) as refused:
        _fail_to_word(committee)
    assert database.refuses_writing(refused.value)
    assert isinstance(refused.value.__context__, _WordingError)
    assert told == []
    assert committee.measure(6).state is State.TO_COME
    committee.record(a_change(State.DONE))  # no transaction was left open: it is committed
    assert query(tmp_path, _CHANGES) == [(2,)]
    assert committee.measure(6).state is State.DONE


def test_the_history_is_not_read_while_a_change_of_it_is_committed(
    storage: Storage, tmp_path: Path
) -> None:
    committee = storage.committee(1)
    recording = committee.recording(a_change(State.UNDER_WAY))
    with pytest.raises(RuntimeError, match="being committed"), recording:
        committee.snapshot()
    assert query(tmp_path, _CHANGES) == [(2,)]
    assert committee.measure(6).state is State.UNDER_WAY
