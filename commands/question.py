"""`/question`, a message that mentions the bot, and a reply to one of its answers.

What understands them takes 0.15 s to load: each entry imports `commands.asking` when it is used.
"""

import logging
import re
from collections.abc import Sequence

import aiohttp
import discord
from discord import app_commands

from commands.answers import reply_to, send
from commands.context import Interaction, ServiceClient, context_in, context_of
from commands.controls import Handler, number_in, show_page
from plan.errors import StaleControlError
from plan.permissions import Person
from replies.layout import Reply

log = logging.getLogger(__name__)


@app_commands.command(
    name="question", description="Une question sur le plan, en mots de tous les jours"
)
@app_commands.describe(
    texte="« Où en est la mesure 4? », « qui paie la mesure 7? », « combien en cours? »"
)
async def question_command(interaction: Interaction, texte: str) -> None:
    """Answer for all to see."""
    from commands import asking

    context = context_of(interaction)
    asker = await asking.asker_for(interaction.client, context)
    await send(interaction, asking.answer(asker, context, texte))


async def on_message(client: ServiceClient, message: discord.Message) -> None:
    """Answer a message that mentions the bot, or replies to one of its answers."""
    if message.guild is None or message.author.bot or client.user not in message.mentions:
        return
    try:
        reply = await _answer_to(client, message)
    except Exception as error:
        reply = reply_to(error, None)
    await _post(message, reply)


async def _answer_to(client: ServiceClient, message: discord.Message) -> Reply:
    from commands import asking

    author, guild = message.author, message.guild
    person = Person(author.id, author.display_name, frozenset(), False)  # it asks for no right
    context = context_in(client.services, guild.id if guild else None, str(guild), person)
    text = re.sub(r"<@!?\d+>", " ", message.content).strip()
    if not text:
        return asking.how_to_ask()
    asker = await asking.asker_for(client, context)
    answered = message.reference.resolved if message.reference else None
    if isinstance(answered, discord.Message) and answered.author == client.user:
        return asking.answer(asker, context, text, asking.topic_of(answered, context))
    return asking.answer(asker, context, text)


async def _post(message: discord.Message, reply: Reply) -> None:
    """Reply to the message; beside it where it is gone, or its history may not be read."""
    send = message.channel.send
    reference = message.to_reference(fail_if_not_exists=False)
    try:
        try:
            await send(view=reply.view, reference=reference)
        except discord.Forbidden:
            await send(view=reply.view)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as failure:
        log.warning("no answer could be posted in channel %s: %s", message.channel.id, failure)


async def why_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Pourquoi cette réponse? »: what was understood, for the one who pressed."""
    from commands import asking

    context = context_of(interaction)
    asker = await asking.asker_for(interaction.client, context)
    turns = asking.turns_of(":".join(arguments), context)
    if not turns:
        raise StaleControlError
    await send(interaction, asking.explanation(asker, context, turns))


async def list_unanswered(interaction: Interaction) -> None:
    """`/journal questions`: what nobody got an answer to, for coordinators."""
    from commands import asking

    context = context_of(interaction)
    context.require_coordinator()
    await send(interaction, asking.unanswered(context, 0))


async def page_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Précédente », « Suivante »."""
    from commands import asking

    context = context_of(interaction)
    context.require_coordinator()
    await show_page(interaction, asking.unanswered(context, number_in(arguments, 0)))


CONTROLS: dict[str, Handler] = {
    "question.pourquoi": why_pressed,
    "question.liste": page_pressed,
}
