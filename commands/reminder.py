"""`/rappel`: what will be posted, posting one now, and the ledger that proves what was."""

import asyncio
from collections.abc import Sequence
from datetime import date

from discord import app_commands

from commands import proposals
from commands.answers import replace, send
from commands.context import Context, Interaction, context_of
from commands.controls import Handler, number_in
from commands.deadline_options import find_deadline, require_writable
from commands.rehearsal import rehearse, shown
from plan.action import ActionKind
from plan.deadline import Deadline, DeadlineKind
from plan.deadline_errors import DeadlineOverError
from plan.errors import NotFoundError, StaleControlError
from reminders.campaign import Campaign
from reminders.ledger import ledger_lines
from reminders.opening import Rungs, posts_of
from reminders.preview import steps_to_come, worded
from replies.layout import Reply
from replies.ledger import ledger_card, ledger_file, posted_now
from replies.preview import Shown, preview_page


class ReminderCommands(app_commands.Group):
    """The group; coordinators alone."""

    def __init__(self) -> None:
        super().__init__(name="rappel", description="Les avis qui annoncent les échéances")

    @app_commands.command(name="apercu", description="Les avis à venir, sans rien envoyer")
    @app_commands.describe(echeance="Seulement ceux de cette échéance")
    @app_commands.autocomplete(echeance=proposals.deadlines)
    async def preview(self, interaction: Interaction, echeance: str | None = None) -> None:
        """Answer privately with the posts to come, word for word, in the order they go out."""
        context = context_of(interaction)
        context.require_coordinator()
        chosen = find_deadline(context, echeance).id if echeance else 0
        await send(interaction, await _preview(interaction, context, chosen, 0))

    @app_commands.command(name="envoyer", description="Faire paraître un avis maintenant")
    @app_commands.describe(echeance="De quelle échéance")
    @app_commands.autocomplete(echeance=proposals.deadlines)
    async def post_now(self, interaction: Interaction, echeance: str) -> None:
        """Post what the ladder would say today; the planned notices stay as they are."""
        context = context_of(interaction)
        context.require_coordinator()
        deadline = find_deadline(context, echeance)
        due_on = deadline.next_due(context.today)
        if due_on is None:
            raise DeadlineOverError(deadline.title)
        await require_writable(interaction, deadline.channel_id)
        await send(interaction, _post_now(interaction, context, deadline, due_on))

    @app_commands.command(name="repeter", description="Répéter toute la campagne dans un fil privé")
    @app_commands.describe(echeance="De quelle échéance")
    @app_commands.autocomplete(echeance=proposals.deadlines)
    async def rehearse(self, interaction: Interaction, echeance: str) -> None:
        """Post every step in a private thread, notifying nobody; nothing else changes."""
        context = context_of(interaction)
        context.require_coordinator()
        await rehearse(interaction, context, find_deadline(context, echeance))

    @app_commands.command(name="preuve", description="Le registre : prévu, paru, en retard, essais")
    @app_commands.describe(
        echeance="Seulement celui de cette échéance", fichier="Aussi en fichier CSV"
    )
    @app_commands.autocomplete(echeance=proposals.deadlines)
    async def ledger(
        self, interaction: Interaction, echeance: str | None = None, fichier: bool = False
    ) -> None:
        """Answer privately with what was planned and what became of it."""
        context = context_of(interaction)
        context.require_coordinator()
        deadlines = (
            [find_deadline(context, echeance)] if echeance else context.committee.deadlines.all()
        )
        storage = interaction.client.services.storage
        lines = []
        for deadline in deadlines:
            lines += ledger_lines(storage, deadline)
            await asyncio.sleep(0)  # others are answered meanwhile
        files = [ledger_file(lines, context.zone)] if fichier else []
        await send(interaction, ledger_card(lines, context.zone, files))


def _post_now(
    interaction: Interaction, context: Context, deadline: Deadline, due_on: date
) -> Reply:
    """Put in the outbox what the ladder would say today; a collecte that is not open opens."""
    services, committee = interaction.client.services, context.committee
    noted = {"title": deadline.title, "day": due_on.isoformat()}
    opens = False
    with services.storage.writing():
        campaign = Campaign(committee, deadline, due_on)
        if deadline.kind is DeadlineKind.REPORTING and campaign.collecte is None:
            opens = True
            committee.collectes.open(deadline.id, due_on, context.now)
            context.note(ActionKind.COLLECTE_OPENED, **noted)
            campaign = Campaign(committee, deadline, due_on)
        days, asked_at = (due_on - context.today).days, context.now.isoformat()
        rungs = Rungs(campaign, (days,), context.now, context.zone, extra=asked_at)
        posts = [] if campaign.is_closed else list(posts_of(rungs))
        services.storage.deliveries.add(committee.id, deadline, posts)
        if posts:
            context.note(ActionKind.NOTICE_POSTED, **noted)
    services.reminders.reschedule()
    return posted_now(deadline, len(posts), closed=campaign.is_closed, opens=opens)


async def page_turned(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Précédente » and « Suivante » of the preview."""
    context = context_of(interaction)
    context.require_coordinator()
    page = await _preview(interaction, context, number_in(arguments, 0), number_in(arguments, 1))
    await replace(interaction, page)


CONTROLS: dict[str, Handler] = {"rappel.apercu": page_turned}


async def _preview(interaction: Interaction, context: Context, chosen: int, place: int) -> Reply:
    """A page of the preview of one deadline (0: of all)."""
    services, committee = interaction.client.services, context.committee
    try:
        deadlines = [committee.deadlines.get(chosen)] if chosen else committee.deadlines.all()
    except NotFoundError:
        raise StaleControlError from None
    planner, now, zone = services.reminders.planner, context.now, context.zone
    steps = await steps_to_come(services.storage, committee, deadlines, planner, now, zone)
    posts = [(step, post) for step in steps for post in step.posts]

    def shown_post(rank: int) -> Shown:
        step, post = posts[rank]
        message = worded(step, post, planner, now, zone)
        return Shown(shown(step), message.reply, message.audience, post.recipient, post.direct_to)

    title = deadlines[0].title if chosen else ""
    told = [shown(each) for each in steps]
    return preview_page(told, shown_post, place, f"rappel.apercu:{chosen}", zone, title)
