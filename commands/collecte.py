"""`/collecte`: who has answered for a reporting deadline, and opening or closing it by hand."""

from datetime import date

from discord import app_commands

from commands import proposals
from commands.answers import send
from commands.calendar import coming
from commands.context import Context, Interaction, context_of
from commands.deadline_options import find_deadline
from plan.action import ActionKind
from plan.collecte import Account, Collecte
from plan.deadline import Deadline, DeadlineKind, Notice
from plan.deadline_errors import CollecteNotOpenError, NoReportingAheadError
from reminders.campaign import Campaign
from reminders.planning import Planner
from replies import collecte as replies
from replies.layout import Reply


class CollecteCommands(app_commands.Group):
    """The group: everyone reads, coordinators open and close."""

    def __init__(self) -> None:
        super().__init__(name="collecte", description="Qui a répondu pour la reddition de comptes")

    @app_commands.command(name="etat", description="Qui a répondu, qui n'a pas répondu")
    @app_commands.describe(echeance="Laquelle : la prochaine si elle est omise")
    @app_commands.autocomplete(echeance=proposals.deadlines)
    async def state(self, interaction: Interaction, echeance: str | None = None) -> None:
        """Answer with where each MO stands."""
        context = context_of(interaction)
        deadline = _reporting(context, echeance)[0] if echeance else None
        await send(interaction, standing(context, deadline))

    @app_commands.command(name="ouvrir", description="Ouvrir une collecte sans attendre son avis")
    @app_commands.describe(echeance="Laquelle")
    @app_commands.autocomplete(echeance=proposals.deadlines)
    async def open(self, interaction: Interaction, echeance: str) -> None:
        """Open the collecte of a deadline's next day, from now on."""
        context = context_of(interaction)
        context.require_coordinator()
        deadline, due_on = _to_open(context, echeance)
        before = context.committee.collectes.of(deadline.id, due_on)
        if before is not None and before.closed_at is None:
            await send(interaction, replies.already_open(deadline, before, context.zone))
            return
        await send(interaction, _opened(interaction, context, deadline, due_on, before))

    @app_commands.command(name="fermer", description="Fermer une collecte avant son terme")
    @app_commands.describe(echeance="Laquelle")
    @app_commands.autocomplete(echeance=proposals.deadlines)
    async def close(self, interaction: Interaction, echeance: str) -> None:
        """Close it; its notices to come do not go out."""
        context = context_of(interaction)
        context.require_coordinator()
        deadline, due_on = _reporting(context, echeance)
        reminders = interaction.client.services.reminders
        collecte = context.committee.collectes.of(deadline.id, due_on)
        if collecte is None or collecte.closed_at is not None:
            raise _not_open(context, deadline, due_on, collecte, reminders.planner)
        with interaction.client.services.storage.writing():
            context.committee.collectes.interrupt(collecte, context.now)
            _note(context, ActionKind.COLLECTE_CLOSED, deadline, due_on)
        reminders.refresh()
        await send(interaction, replies.closed(deadline, due_on))


def _opened(
    interaction: Interaction,
    context: Context,
    deadline: Deadline,
    due_on: date,
    before: Collecte | None,
) -> Reply:
    """Open it, or open it again with its notices to come as they now are."""
    services, committee, now = interaction.client.services, context.committee, context.now
    with services.storage.writing():
        if before is None:
            collecte = committee.collectes.open(deadline.id, due_on, now)
            _note(context, ActionKind.COLLECTE_OPENED, deadline, due_on)
        else:
            collecte = committee.collectes.reopen(before, now)
            standing = services.reminders.planner.standing(committee, deadline, now)
            committee.deadlines.replan(deadline, standing, now)
            _note(context, ActionKind.COLLECTE_REOPENED, deadline, due_on)
    services.reminders.refresh()
    coming = _next_notice(context, deadline, due_on, services.reminders.planner)
    return replies.opened(deadline, collecte, coming, context.zone, again=before is not None)


def _not_open(
    context: Context,
    deadline: Deadline,
    due_on: date,
    collecte: Collecte | None,
    planner: Planner,
) -> CollecteNotOpenError:
    """There is nothing to close: it is closed already, or was never opened."""
    closed_at = collecte.closed_at if collecte else None
    coming = _next_notice(context, deadline, due_on, planner)
    return CollecteNotOpenError(
        deadline.title,
        due_on,
        closed_at.astimezone(context.zone).date() if closed_at else None,
        coming.send_at.astimezone(context.zone).date() if coming else None,
    )


def _next_notice(
    context: Context, deadline: Deadline, due_on: date, planner: Planner
) -> Notice | None:
    coming = planner.to_post(context.committee, deadline, context.now)
    return next((each for each in coming if each.due_on == due_on), None)


def _note(context: Context, kind: ActionKind, deadline: Deadline, due_on: date) -> None:
    context.note(kind, title=deadline.title, day=due_on.isoformat())


def standing(context: Context, deadline: Deadline | None, due_on: date | None = None) -> Reply:
    """Where each MO stands for a deadline; None: the collecte that is open, or the nearest one."""
    found = (deadline, due_on) if deadline and due_on else _to_tell(context, deadline)
    if found is None:
        return replies.none_open()
    deadline, due_on = found
    campaign = Campaign(context.committee, deadline, due_on)
    return replies.standing(deadline, due_on, campaign.accounts, campaign.collecte, context.today)


def _to_tell(context: Context, deadline: Deadline | None) -> tuple[Deadline, date] | None:
    """As `_day`, but one whose collecte closed stays the one told while no other is nearer."""
    committee, today = context.committee, context.today
    found = _day(context, deadline)
    collecte = committee.collectes.of(found[0].id, found[1]) if found else None
    if collecte is not None and collecte.closed_at is None:
        return found
    days = [found] if found else []
    for each in committee.deadlines.all():
        nearest = committee.collectes.nearest(each.id, today)
        if nearest is not None and deadline in (None, each):
            days.append((each, nearest.due_on))
    return min(days, key=lambda day: abs(day[1] - today), default=None)


def _day(context: Context, deadline: Deadline | None) -> tuple[Deadline, date] | None:
    """The day of an open collecte first, else the next one of a reporting deadline."""
    committee = context.committee
    known = {each.id: each for each in committee.deadlines.all()}
    for collecte in committee.collectes.open_ones():
        wanted = deadline is None or deadline.id == collecte.deadline_id
        if wanted and collecte.deadline_id in known:
            return known[collecte.deadline_id], collecte.due_on
    for each, day in coming(context):
        if each.kind is DeadlineKind.REPORTING and deadline in (None, each):
            return each, day
    if deadline is not None and deadline.kind is DeadlineKind.REPORTING:
        return deadline, deadline.first_on
    return None


def _reporting(context: Context, typed: str) -> tuple[Deadline, date]:
    """The deadline typed with its open or next day.

    Raises:
        NoReportingAheadError: it is a plain reminder, or it is over.
    """
    deadline = find_deadline(context, typed)
    found = _day(context, deadline) if deadline.kind is DeadlineKind.REPORTING else None
    if found is None:
        raise NoReportingAheadError(deadline.title)
    return found


def _to_open(context: Context, typed: str) -> tuple[Deadline, date]:
    """As `_reporting`, but one closed whose day is nearer than the next: it is opened again.

    Raises:
        NoReportingAheadError: as `_reporting`, or its day is past and nothing was collected.
    """
    deadline, due_on = _reporting(context, typed)
    nearest = context.committee.collectes.nearest(deadline.id, context.today)
    if nearest and abs(nearest.due_on - context.today) < abs(due_on - context.today):
        due_on = nearest.due_on
    if due_on < context.today and nearest is None:
        raise NoReportingAheadError(deadline.title)
    return deadline, due_on


def open_accounts(context: Context) -> list[Account]:
    """Where each MO stands in the collecte that is open, the nearest first; none: nothing."""
    known = {each.id: each for each in context.committee.deadlines.all()}
    for collecte in context.committee.collectes.open_ones():
        if collecte.deadline_id in known:
            deadline = known[collecte.deadline_id]
            return Campaign(context.committee, deadline, collecte.due_on).accounts
    return []
