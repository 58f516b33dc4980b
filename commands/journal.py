"""`/journal`: the audit trail."""

import re
from collections.abc import Sequence

import discord
from discord import app_commands

from commands import options, proposals, question
from commands.answers import send
from commands.context import Context, Interaction, context_of
from commands.controls import Handler, number_in, show_page
from plan.errors import StaleControlError
from plan.find import find_measure
from plan.history import redo_ids
from plan.journal import JournalFilter, journal_entries
from replies.journal import journal_page
from replies.layout import Reply


class JournalCommands(app_commands.Group):
    """The group; coordinators alone."""

    def __init__(self) -> None:
        super().__init__(name="journal", description="Qui a fait quoi, et quand")

    @app_commands.command(name="voir", description="La piste de vérification, du plus récent")
    @app_commands.describe(
        mesure="Seulement ce qui touche cette mesure",
        membre="Seulement ce qu'a fait cette personne",
        depuis="Seulement depuis une date : « lundi dernier », « 1er avril »",
    )
    @app_commands.autocomplete(mesure=proposals.measures)
    async def view(
        self,
        interaction: Interaction,
        mesure: str | None = None,
        membre: discord.User | None = None,
        depuis: str | None = None,
    ) -> None:
        """Answer privately with the newest page."""
        context = context_of(interaction)
        context.require_coordinator()
        asked = JournalFilter(
            measure=find_measure(mesure, context.plan).number if mesure else None,
            author_id=membre.id if membre else None,
            since=options.read_when(context, depuis, "past").day if depuis else None,
        )
        await send(interaction, _page(context, asked, 0))

    @app_commands.command(name="questions", description="Les questions restées sans réponse")
    async def questions(self, interaction: Interaction) -> None:
        """Answer privately with what was asked in vain; nobody's name was kept."""
        await question.list_unanswered(interaction)


async def page_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Précédente », « Suivante »."""
    context = context_of(interaction)
    context.require_coordinator()
    asked = _decoded(":".join(arguments[1:]))
    await show_page(interaction, _page(context, asked, number_in(arguments, 0)))


CONTROLS: dict[str, Handler] = {"journal.voir": page_pressed}


def _page(context: Context, asked: JournalFilter, page: int) -> Reply:
    committee = context.committee
    entries = journal_entries(committee.changes(), committee.actions.all(), asked, context.zone)
    redone = redo_ids(committee.changes())
    return journal_page(entries, asked, page, context.plan, context.zone, redone)


def _decoded(text: str) -> JournalFilter:
    """The inverse of `JournalFilter.encoded`."""
    found = re.fullmatch(r"(\d*)\|(\d*)\|(\d{4}-\d\d-\d\d)?", text)
    if found is None:
        raise StaleControlError
    return JournalFilter(
        measure=int(found[1]) if found[1] else None,
        author_id=int(found[2]) if found[2] else None,
        since=options.iso_day(found[3]),
    )
