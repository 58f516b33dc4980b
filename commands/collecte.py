"""`/collecte`: who has answered for a reporting deadline, and opening or closing it by hand."""

from datetime import date

from discord import app_commands

from commands import options
from commands.answers import send
from commands.calendar import coming
from commands.context import Context, Interaction, context_of
from plan.collecte import Account
from plan.deadline import Deadline, DeadlineKind
from plan.errors import BadOptionError
from reminders.campaign import Campaign
from replies import collecte as replies
from replies.layout import Reply


class CollecteCommands(app_commands.Group):
    """The group: everyone reads, coordinators open and close."""

    def __init__(self) -> None:
        super().__init__(name="collecte", description="Qui a répondu pour la reddition de comptes")

    @app_commands.command(name="etat", description="Qui a répondu, qui n'a pas répondu")
    @app_commands.describe(echeance="Laquelle : la prochaine si elle est omise")
    @app_commands.autocomplete(echeance=options.complete_deadline)
    async def state(self, interaction: Interaction, echeance: str | None = None) -> None:
        """Answer with where each MO stands."""
        context = context_of(interaction)
        deadline = _reporting(context, echeance)[0] if echeance else None
        await send(interaction, standing(context, deadline))

    @app_commands.command(name="ouvrir", description="Ouvrir une collecte sans attendre son avis")
    @app_commands.describe(echeance="Laquelle")
    @app_commands.autocomplete(echeance=options.complete_deadline)
    async def open(self, interaction: Interaction, echeance: str) -> None:
        """Open the collecte of a deadline's next day, from now on."""
        context = context_of(interaction)
        context.require_coordinator()
        deadline, due_on = _reporting(context, echeance)
        before = context.committee.collectes.of(deadline.id, due_on)
        collecte = context.committee.collectes.open(deadline.id, due_on, context.now)
        await send(interaction, replies.opened(deadline, collecte, before, context.zone))

    @app_commands.command(name="fermer", description="Fermer une collecte avant son terme")
    @app_commands.describe(echeance="Laquelle")
    @app_commands.autocomplete(echeance=options.complete_deadline)
    async def close(self, interaction: Interaction, echeance: str) -> None:
        """Close it; its notices to come do not go out."""
        context = context_of(interaction)
        context.require_coordinator()
        deadline, due_on = _reporting(context, echeance)
        collectes = context.committee.collectes
        collecte = collectes.of(deadline.id, due_on) or collectes.open(
            deadline.id, due_on, context.now
        )
        collectes.close(collecte, context.now)
        await send(interaction, replies.closed(deadline, due_on))


def standing(context: Context, deadline: Deadline | None, due_on: date | None = None) -> Reply:
    """Where each MO stands for a deadline; None: the collecte that is open, or the next to be."""
    found = (deadline, due_on) if deadline and due_on else _day(context, deadline)
    if found is None:
        return replies.none_open()
    deadline, due_on = found
    campaign = Campaign(context.committee, deadline, due_on)
    return replies.standing(deadline, due_on, campaign.accounts, campaign.collecte, context.today)


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
        BadOptionError: it is a plain reminder, or it is over.
    """
    deadline = options.find_deadline(context, typed)
    found = _day(context, deadline) if deadline.kind is DeadlineKind.REPORTING else None
    if found is None:
        raise BadOptionError("echeance", deadline.title, ["une reddition de comptes à venir"])
    return found


def open_accounts(context: Context) -> list[Account]:
    """Where each MO stands in the collecte that is open, the nearest first; none: nothing."""
    known = {each.id: each for each in context.committee.deadlines.all()}
    for collecte in context.committee.collectes.open_ones():
        if collecte.deadline_id in known:
            deadline = known[collecte.deadline_id]
            return Campaign(context.committee, deadline, collecte.due_on).accounts
    return []
