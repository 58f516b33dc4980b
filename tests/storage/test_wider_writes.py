"""A write of several stores: what it did is known once it is on disk, and not before."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from plan.state import State
from storage.committee import Committee
from storage.committees import Storage
from tests.storage.one_committee import a_change
from tests.support.database import query
from tests.support.house import START

CHANGES = "SELECT count(*) FROM change"


class _StopError(Exception):
    """What a write is rolled back by."""


@contextmanager
def _rolled_back(storage: Storage) -> Iterator[None]:
    """A write that fails at its end."""
    with suppress(_StopError), storage.writing():
        yield
        raise _StopError


def _state(committee: Committee) -> State:
    return committee.measure(6).state


@pytest.mark.parametrize("read_before", [True, False])
def test_what_was_rolled_back_is_not_remembered(storage: Storage, read_before: bool) -> None:
    committee = storage.committee(1)
    if read_before:
        assert len(committee.changes()) == 1
    with _rolled_back(storage):
        committee.record(a_change(State.DONE))
        assert len(committee.changes()) == 2
        assert _state(committee) is State.DONE
    assert len(committee.changes()) == 1
    assert _state(committee) is State.TO_COME
    committee.record(a_change(State.UNDER_WAY))  # it takes the id of the one rolled back
    assert len(committee.changes()) == 2
    assert _state(committee) is State.UNDER_WAY


def test_a_plan_that_was_rolled_back_is_not_remembered(storage: Storage) -> None:
    committee = storage.committee(1)
    title = committee.plan.title
    with _rolled_back(storage):
        committee.plans.replace(replace(committee.plan, title="Autre"), "imported", START)
        assert committee.plan.title == "Autre"
    assert committee.plan.title == title


def test_a_change_is_told_of_once_it_is_on_disk(storage: Storage, tmp_path: Path) -> None:
    seen: list[object] = []
    storage.on_change = lambda _committee: seen.append(query(tmp_path, CHANGES))
    committee = storage.committee(1)
    committee.record(a_change(State.UNDER_WAY))
    assert seen == [[(2,)]]
    with storage.writing():
        committee.record(a_change(State.DONE))
        with storage.writing():
            committee.record(a_change(State.UNDER_WAY))
        assert len(seen) == 1
    assert seen == [[(2,)], [(4,)]]


def test_nothing_is_told_of_what_was_rolled_back(storage: Storage) -> None:
    seen: list[Committee] = []
    storage.on_change = seen.append
    committee = storage.committee(1)
    with _rolled_back(storage):
        committee.record(a_change(State.DONE))
    with storage.writing():
        committee.actions.all()
    assert seen == []
