"""Which notices to come are moved by a change of a committee's working days."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from plan.deadline import Deadline, MovedNotice, Notice
from reminders.planning import Planner
from storage.committee import Committee

_Times = dict[tuple[int, date, int], datetime]  # a deadline, its day, the days before → when


def notices_moved(
    change: Callable[[], None], committee: Committee, planner: Planner, now: datetime
) -> list[MovedNotice]:
    """Make a change of the working days, and tell the notices whose time it moves.

    Returns:
        In the order they were to go out. One whose new time is past by `now` goes out at once.
    """
    deadlines = committee.deadlines.all()
    before = _times(deadlines, lambda each: planner.coming(committee, each, now))
    change()
    after = _times(deadlines, lambda each: planner.standing(committee, each, now))
    known = {each.id: each for each in deadlines}
    moved = [
        MovedNotice(known[key[0]], key[2], moment, after[key])
        for key, moment in before.items()
        if key in after and after[key] != moment
    ]
    return sorted(moved, key=lambda each: (each.before, each.deadline.id))


def _times(
    deadlines: Iterable[Deadline], notices_of: Callable[[Deadline], Iterable[Notice]]
) -> _Times:
    return {
        (deadline.id, notice.due_on, step): notice.send_at
        for deadline in deadlines
        for notice in notices_of(deadline)
        for step in notice.steps
    }
