"""Which day of a reporting deadline is meant: the one to tell, to close, or to open."""

from collections.abc import Sequence
from datetime import date

from plan.collecte import Account
from plan.deadline import Deadline, DeadlineDay, DeadlineKind, coming
from plan.deadline_errors import NoReportingAheadError
from reminders.campaign import Campaign
from storage.committee import Committee


def day_told(
    committee: Committee, today: date, deadline: Deadline | None = None
) -> DeadlineDay | None:
    """The day whose collecte is told: an open one, else the nearest of those closed and to come.

    Args:
        deadline: that one alone; None: any.

    Raises:
        NoReportingAheadError: as `day_reported`.
    """
    told = committee.deadlines.all() if deadline is None else [deadline]
    if deadline is None:
        found = _open_or_next(committee, today, told)
    else:
        found = deadline, day_reported(committee, today, deadline)
    collecte = committee.collectes.of(found[0].id, found[1]) if found else None
    if collecte is not None and collecte.closed_at is None:
        return found
    days = [found] if found else []
    for each in told:
        nearest = committee.collectes.nearest(each.id, today)
        if nearest is not None:
            days.append((each, nearest.due_on))
    return min(days, key=lambda day: abs(day[1] - today), default=None)


def day_reported(committee: Committee, today: date, deadline: Deadline) -> date:
    """A deadline's day whose collecte is open, else its next one, else its only one.

    Raises:
        NoReportingAheadError: it is a plain reminder.
    """
    if deadline.kind is not DeadlineKind.REPORTING:
        raise NoReportingAheadError(deadline.title)
    found = _open_or_next(committee, today, [deadline])
    return found[1] if found else deadline.first_on


def day_to_open(committee: Committee, today: date, deadline: Deadline) -> date:
    """As `day_reported`, but one closed whose day is nearer than the next: it is opened again.

    Raises:
        NoReportingAheadError: as `day_reported`, or its day is past and nothing was collected.
    """
    due_on = day_reported(committee, today, deadline)
    nearest = committee.collectes.nearest(deadline.id, today)
    if nearest and abs(nearest.due_on - today) < abs(due_on - today):
        due_on = nearest.due_on
    if due_on < today and nearest is None:
        raise NoReportingAheadError(deadline.title)
    return due_on


def open_accounts(committee: Committee) -> list[Account]:
    """Where each MO stands in the collecte that is open, the nearest first; none: nothing."""
    campaign = open_campaign(committee)
    return campaign.accounts if campaign else []


def open_campaign(committee: Committee) -> Campaign | None:
    """The collecte that is open, the nearest first."""
    found = _first_open(committee, committee.deadlines.all())
    return None if found is None else Campaign(committee, *found)


def _open_or_next(
    committee: Committee, today: date, deadlines: Sequence[Deadline]
) -> DeadlineDay | None:
    """Of these deadlines, the day of an open collecte, else the next one that opens one."""
    reporting = [each for each in deadlines if each.kind is DeadlineKind.REPORTING]
    return _first_open(committee, deadlines) or next(iter(coming(reporting, today)), None)


def _first_open(committee: Committee, deadlines: Sequence[Deadline]) -> DeadlineDay | None:
    """The nearest day of these deadlines whose collecte is open."""
    known = {each.id: each for each in deadlines}
    for collecte in committee.collectes.open_ones():
        if collecte.deadline_id in known:
            return known[collecte.deadline_id], collecte.due_on
    return None
