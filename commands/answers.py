"""Sending answers, and the one place where errors become answers."""

import dataclasses
import logging
import secrets

import aiohttp
import discord
from discord import app_commands
from discord.utils import MISSING

from commands.context import Interaction, context_of
from plan.dates import DateNotUnderstood
from plan.definition import PlanDefinition
from plan.errors import DomainError
from replies.layout import Reply
from replies.refusals import outdated, read_only, refusal, unexpected
from storage.database import refuses_writing

log = logging.getLogger(__name__)
_OVER = (10062, 40060)  # Discord's codes: more than 3 s went by, or it is answered already


async def send(interaction: Interaction, reply: Reply) -> None:
    """Answer an interaction, or add to the answer where there is one already."""
    files = reply.files or MISSING
    if interaction.response.is_done():
        await interaction.followup.send(view=reply.view, ephemeral=reply.private, files=files)
    else:
        await interaction.response.send_message(
            view=reply.view, ephemeral=reply.private, files=files
        )


def privately(reply: Reply) -> Reply:
    """The same answer, for the one who asked alone: what a press on somebody's card opens."""
    return dataclasses.replace(reply, private=True)


async def replace(interaction: Interaction, reply: Reply) -> None:
    """Put `reply` in the place of the message whose button was pressed.

    What is private never takes the place of what everybody sees: such a press was forged.
    """
    message = interaction.message
    if reply.private and not (message and message.flags.ephemeral):
        await send(interaction, reply)
        return
    await interaction.response.edit_message(view=reply.view)


async def answer_error(interaction: Interaction, error: BaseException) -> None:
    """Answer an error privately: a domain error in words, any other with a reference."""
    if isinstance(error, app_commands.CommandInvokeError | app_commands.TransformerError):
        error = error.__cause__ or error
    if isinstance(error, discord.HTTPException) and error.code in _OVER:
        log.warning("an interaction was over before its answer: %s", error)
        return
    reply = reply_to(error, _plan(interaction))
    try:
        if interaction.type is discord.InteractionType.autocomplete:  # it takes no words
            await interaction.response.autocomplete([])
        else:
            await send(interaction, reply)
    except discord.HTTPException as failure:
        if failure.code not in _OVER:  # else nothing more can be said
            log.exception("an error could not be answered")
    except (aiohttp.ClientError, OSError, TimeoutError) as failure:
        log.warning("an error could not be answered: %s", failure)


def reply_to(error: BaseException, plan: PlanDefinition | None) -> Reply:
    """What is answered to an error; one that nobody foresaw is logged with its reference."""
    if isinstance(error, DomainError | DateNotUnderstood):
        return refusal(error, plan)
    if isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
        log.warning("a command of another version was typed: %s", error)
        return outdated()
    reference = secrets.token_hex(4)
    log.error("unexpected error, reference %s", reference, exc_info=error)
    return read_only(reference) if refuses_writing(error) else unexpected(reference)


def _plan(interaction: Interaction) -> PlanDefinition | None:
    """The plan whose MOs a refusal may name; none outside a committee."""
    try:
        return context_of(interaction).plan
    except DomainError:
        return None
