"""`/question`, a message that mentions the bot, and a reply to one of its answers."""

import logging
import re
import secrets
from collections.abc import Sequence
from datetime import date

import discord
from discord import app_commands, ui

from commands import options
from commands.answers import replace, send
from commands.calendar import coming
from commands.collecte import standing
from commands.context import Context, Interaction, ServiceClient, context_of
from commands.controls import Handler, is_page_turn, number_in
from plan.dates import DateNotUnderstood
from plan.errors import DomainError, EmptyTextError, StaleControlError, TooLongError
from plan.permissions import Person
from plan.questions.answer import Answer
from plan.questions.ask import Asker
from plan.questions.asked import Asked, Kind
from plan.questions.finder import Coming, Ground
from replies.layout import Reply
from replies.questions import explanation_reply, how_to_ask, question_reply, unanswered_page
from replies.questions.card import WHY
from replies.refusals import refusal, unexpected
from storage.database import is_read_only

log = logging.getLogger(__name__)
MAX_QUESTION = 2_000  # characters: what a message holds
_MAX_ID = 100  # characters of a custom_id: Discord refuses more
_MOST_TURNS = 3  # questions that one goes on from, itself included
_ASKER = Asker()  # keeps what it worked out of each plan, and nothing of who asks
_THEN = "⏎"  # stands between two questions in a button's id
_KEPT = "#"  # begins the id of a question kept in the database, where it does not fit a button


@app_commands.command(name="question", description="Une question sur le plan, en mots de tous les jours")
@app_commands.describe(texte="« Où en est la mesure 4? », « qui paie le portail? », « combien en cours? »")
async def question_command(interaction: Interaction, texte: str) -> None:
    """Answer for all to see."""
    await send(interaction, _answer(context_of(interaction), [_cleaned(texte)]))


async def on_message(client: ServiceClient, message: discord.Message) -> None:
    """Answer a message that mentions the bot, or replies to one of its answers."""
    if message.guild is None or message.author.bot or client.user not in message.mentions:
        return
    try:
        reply = _answer_to(client, message)
    except DomainError as error:
        reply = refusal(error)
    except Exception:
        reference = secrets.token_hex(4)
        log.exception("unexpected error, reference %s", reference)
        reply = unexpected(reference)
    await _post(message, reply)


def _answer_to(client: ServiceClient, message: discord.Message) -> Reply:
    context = _context_of_message(client, message)
    text = re.sub(r"<@!?\d+>", " ", message.content).strip()
    if not text:
        return how_to_ask()
    before = _topic_of(client, message, context)
    return _answer(context, [*before, _cleaned(text)][-_MOST_TURNS:])


async def _post(message: discord.Message, reply: Reply) -> None:
    """Reply to the message; beside it where its history may not be read."""
    nobody = discord.AllowedMentions.none()
    try:
        await message.reply(view=reply.view, allowed_mentions=nobody)
    except discord.Forbidden:
        try:
            await message.channel.send(view=reply.view, allowed_mentions=nobody)
        except discord.Forbidden:
            log.warning("may not write in channel %s", message.channel.id)


async def why_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Pourquoi cette réponse? »: what was understood, for the one who pressed."""
    context = context_of(interaction)
    turns = _turns(":".join(arguments), context)
    if not turns:
        raise StaleControlError
    answer = _asked(context, turns)
    await send(interaction, explanation_reply(answer, context.plan, context.today))


async def list_unanswered(interaction: Interaction) -> None:
    """`/journal questions`: what nobody got an answer to, for coordinators."""
    context = context_of(interaction)
    context.require_coordinator()
    await send(interaction, _unanswered(context, 0))


async def page_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Précédente », « Suivante »."""
    context = context_of(interaction)
    context.require_coordinator()
    page = _unanswered(context, number_in(arguments, 0))
    await (replace if is_page_turn(interaction) else send)(interaction, page)


CONTROLS: dict[str, Handler] = {WHY: why_pressed, "question.liste": page_pressed}


def _unanswered(context: Context, page: int) -> Reply:
    return unanswered_page(context.committee.questions.unanswered(), page, context.zone)


def _answer(context: Context, turns: Sequence[str]) -> Reply:
    """The public answer to the last of several questions, each going on from the one before."""
    answer = _asked(context, turns)
    if answer.kind is Kind.UNANSWERED:
        return standing(context, None)
    token = _token(context, turns, answer)
    return question_reply(answer, context.plan, context.today, context.zone, token)


def _asked(context: Context, turns: Sequence[str]) -> Answer:
    ground = _ground(context)
    topic: Asked | None = None
    answer = _ASKER.answer(turns[0], ground)
    for text in turns[1:]:
        topic = answer.asked
        answer = _ASKER.answer(text, ground, topic)
    return answer


def _ground(context: Context) -> Ground:
    def read_day(text: str) -> date | None:
        try:
            return options.read_when(context, text, "past").day
        except DateNotUnderstood:
            return None

    return Ground(
        snapshot=context.committee.snapshot(),
        today=context.today,
        changes=context.committee.changes(),
        deadlines=[Coming(deadline.title, day) for deadline, day in coming(context)],
        at=context.committee.snapshot,
        read_day=read_day,
    )


def _cleaned(text: str) -> str:
    """A question on one line.

    Raises:
        EmptyTextError, TooLongError: there is none, or it is over `MAX_QUESTION` characters.
    """
    line = " ".join(text.replace(_THEN, " ").split())
    if not line:
        raise EmptyTextError("texte")
    if len(line) > MAX_QUESTION:
        raise TooLongError("texte", len(line), MAX_QUESTION)
    return line


def _token(context: Context, turns: Sequence[str], answer: Answer) -> str | None:
    """What « Pourquoi cette réponse? » finds the question by.

    The question itself where it fits in the button, so that nothing need be kept; an unanswered
    one is kept for the coordination. None where the database cannot be written.
    """
    text = _THEN.join(turns)
    fits = len(WHY) + 1 + len(text) <= _MAX_ID and not text.startswith(_KEPT)
    if fits and answer.is_found:
        return text
    try:
        kept = context.committee.questions.keep(text, context.now, answered=answer.is_found)
    except Exception as error:
        if not is_read_only(error):
            raise
        return text if fits else None
    return text if fits else f"{_KEPT}{kept}"


def _turns(token: str, context: Context) -> list[str]:
    """The inverse of `_token`; empty where the question is no longer kept."""
    if not token.startswith(_KEPT):
        return token.split(_THEN) if token else []
    digits = token.removeprefix(_KEPT)
    found = context.committee.questions.get(int(digits)) if digits.isdigit() else None
    return found.text.split(_THEN) if found else []


def _topic_of(client: ServiceClient, message: discord.Message, context: Context) -> list[str]:
    """The questions that the answer replied to was about."""
    reference = message.reference.resolved if message.reference else None
    if not isinstance(reference, discord.Message) or reference.author != client.user:
        return []
    view = ui.LayoutView.from_message(reference, timeout=None)
    view.stop()
    for item in view.walk_children():
        custom_id = item.custom_id if isinstance(item, ui.Button) else None
        if custom_id and custom_id.startswith(f"{WHY}:"):
            return _turns(custom_id.removeprefix(f"{WHY}:"), context)
    return []


def _context_of_message(client: ServiceClient, message: discord.Message) -> Context:
    """As `context_of`, for a message; it asks for no right.

    Raises:
        NotInACommitteeError: outside a server.
    """
    services, guild = client.services, message.guild
    now = services.clock.now()
    if guild is not None:
        services.storage.welcome(guild.id, guild.name, services.shipped, now)
    return Context(
        committee=services.storage.committee(guild.id if guild else None),
        person=Person(message.author.id, message.author.display_name, frozenset(), False),
        now=now.astimezone(services.zone),
        zone=services.zone,
    )


