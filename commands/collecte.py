"""`/collecte`: who has answered for a reporting deadline, and opening or closing it by hand."""

from datetime import date

from discord import app_commands

from commands import proposals
from commands.answers import send
from commands.context import Context, Interaction, context_of
from commands.deadline_options import find_deadline
from plan.action import ActionKind
from plan.collecte import Collecte
from plan.deadline import Deadline
from plan.deadline_errors import CollecteNotOpenError
from reminders.campaign import Campaign
from reminders.collecte_days import day_reported, day_to_open, day_told
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
        deadline = find_deadline(context, echeance) if echeance else None
        await send(interaction, standing(context, deadline))

    @app_commands.command(name="ouvrir", description="Ouvrir une collecte sans attendre son avis")
    @app_commands.describe(echeance="Laquelle")
    @app_commands.autocomplete(echeance=proposals.deadlines)
    async def open(self, interaction: Interaction, echeance: str) -> None:
        """Open the collecte of a deadline's next day, from now on."""
        context = context_of(interaction)
        context.require_coordinator()
        deadline = find_deadline(context, echeance)
        due_on = day_to_open(context.committee, context.today, deadline)
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
        deadline = find_deadline(context, echeance)
        due_on = day_reported(context.committee, context.today, deadline)
        reminders = interaction.client.services.reminders
        collecte = context.committee.collectes.of(deadline.id, due_on)
        if collecte is None or collecte.closed_at is not None:
            raise _not_open(context, deadline, due_on, collecte, reminders.planner)
        with interaction.client.services.storage.writing():
            context.committee.collectes.interrupt(collecte, context.now)
            _note(context, ActionKind.COLLECTE_CLOSED, deadline, due_on)
        reminders.refresh()
        await send(interaction, replies.closed(deadline, due_on))


def standing(context: Context, deadline: Deadline | None, due_on: date | None = None) -> Reply:
    """Where each MO stands for a deadline; None: the collecte that is open, or the nearest one."""
    day = (deadline, due_on) if deadline and due_on else None
    found = day or day_told(context.committee, context.today, deadline)
    if found is None:
        return replies.none_open()
    campaign = Campaign(context.committee, *found)
    return replies.standing(*found, campaign.accounts, campaign.collecte, context.today)


def _opened(
    interaction: Interaction,
    context: Context,
    deadline: Deadline,
    due_on: date,
    before: Collecte | None,
) -> Reply:
    """Open it, or open it again with its notices to come as they now are."""
    services, committee, now = interaction.client.services, context.committee, context.now
    planner = services.reminders.planner
    with services.storage.writing():
        if before is None:
            collecte = committee.collectes.open(deadline.id, due_on, now)
            _note(context, ActionKind.COLLECTE_OPENED, deadline, due_on)
        else:
            collecte = committee.collectes.reopen(before, now)
            committee.deadlines.replan(deadline, planner.standing(committee, deadline, now), now)
            _note(context, ActionKind.COLLECTE_REOPENED, deadline, due_on)
    services.reminders.refresh()
    following = planner.next_to_post(committee, deadline, due_on, now)
    return replies.opened(deadline, collecte, following, context.zone, again=before is not None)


def _not_open(
    context: Context,
    deadline: Deadline,
    due_on: date,
    collecte: Collecte | None,
    planner: Planner,
) -> CollecteNotOpenError:
    """There is nothing to close: it is closed already, or was never opened."""
    closed_at = collecte.closed_at if collecte else None
    following = planner.next_to_post(context.committee, deadline, due_on, context.now)
    return CollecteNotOpenError(
        deadline.title,
        due_on,
        closed_at.astimezone(context.zone).date() if closed_at else None,
        following.send_at.astimezone(context.zone).date() if following else None,
    )


def _note(context: Context, kind: ActionKind, deadline: Deadline, due_on: date) -> None:
    context.note(kind, title=deadline.title, day=due_on.isoformat())
