"""`/rappel`: what will be posted, posting one now, and the ledger that proves what was."""

from discord import app_commands

from commands import options
from commands.answers import send
from commands.context import Interaction, context_of
from commands.deadline_options import require_writable
from plan.errors import BadOptionError
from plan.ladder import Rung, rung_of
from reminders.campaign import Campaign
from reminders.ledger import ledger_lines
from reminders.opening import posts_of
from replies.deadlines import preview
from replies.ledger import ledger_card, ledger_file, posted_now


class ReminderCommands(app_commands.Group):
    """The group; coordinators alone."""

    def __init__(self) -> None:
        super().__init__(name="rappel", description="Les avis qui annoncent les échéances")

    @app_commands.command(name="apercu", description="Les avis à venir, sans rien envoyer")
    @app_commands.describe(echeance="Seulement ceux de cette échéance")
    @app_commands.autocomplete(echeance=options.complete_deadline)
    async def preview(self, interaction: Interaction, echeance: str | None = None) -> None:
        """Answer privately with the posts to come, in the order they go out."""
        context = context_of(interaction)
        context.require_coordinator()
        committee = context.committee
        deadlines = (
            [options.find_deadline(context, echeance)] if echeance else committee.deadlines.all()
        )
        planner = interaction.client.services.reminders.planner
        planned = [
            (deadline, notice)
            for deadline in deadlines
            for notice in planner.coming(committee, deadline, context.now)
        ]
        await send(interaction, preview(planned, context.zone))

    @app_commands.command(name="envoyer", description="Faire paraître un avis maintenant")
    @app_commands.describe(echeance="De quelle échéance")
    @app_commands.autocomplete(echeance=options.complete_deadline)
    async def post_now(self, interaction: Interaction, echeance: str) -> None:
        """Post what the ladder would say today; the planned notices stay as they are."""
        context = context_of(interaction)
        context.require_coordinator()
        deadline = options.find_deadline(context, echeance)
        due_on = deadline.next_due(context.today)
        if due_on is None:
            raise BadOptionError("echeance", deadline.title, ["une échéance à venir"])
        require_writable(interaction, deadline.channel_id)
        services = interaction.client.services
        campaign = Campaign(context.committee, deadline, due_on, services.reminders.ladder)
        days = (due_on - context.today).days
        rung = rung_of([days], services.reminders.ladder)
        if rung is not Rung.CLOSING and campaign.collecte is None:
            context.committee.collectes.open(deadline.id, due_on, context.now)
        posts = list(posts_of(campaign, rung, (days,), context.now))
        services.storage.deliveries.add(context.committee.id, deadline, posts)
        services.reminders.reschedule()
        await send(interaction, posted_now(deadline, len(posts)))

    @app_commands.command(name="preuve", description="Le registre : prévu, paru, en retard, essais")
    @app_commands.describe(
        echeance="Seulement celui de cette échéance", fichier="Aussi en fichier CSV"
    )
    @app_commands.autocomplete(echeance=options.complete_deadline)
    async def ledger(
        self, interaction: Interaction, echeance: str | None = None, fichier: bool = False
    ) -> None:
        """Answer privately with what was planned and what became of it."""
        context = context_of(interaction)
        context.require_coordinator()
        deadlines = (
            [options.find_deadline(context, echeance)]
            if echeance
            else context.committee.deadlines.all()
        )
        storage = interaction.client.services.storage
        lines = [line for deadline in deadlines for line in ledger_lines(storage, deadline)]
        files = [ledger_file(lines, context.zone)] if fichier else []
        await send(interaction, ledger_card(lines, context.zone, files))
