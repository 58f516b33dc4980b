"""Questions understood and answered, for `commands.question`, which imports this when needed."""

import asyncio
from collections.abc import Sequence
from datetime import date

import discord
from discord import ui

from commands import options
from commands.collecte import standing
from commands.context import Context, ServiceClient
from plan.dates import DateNotUnderstood
from plan.errors import EmptyTextError, TooLongError
from plan.questions.answering.answer import Answer
from plan.questions.ask import Asker
from plan.questions.finding.ground import Coming, Ground
from plan.questions.reading.asked import Kind
from reminders.collecte_days import open_accounts
from replies.layout import Reply
from replies.questions import explanation_reply, how_to_ask, question_reply, unanswered_page
from replies.questions.card import WHY
from storage.database import refuses_writing

MAX_QUESTION = 2_000  # characters: what a message holds
__all__ = ["answer", "asker_for", "explanation", "how_to_ask", "topic_of", "turns_of", "unanswered"]
_MAX_ID = 100  # characters of a custom_id: Discord refuses more
_MOST_TURNS = 10  # questions that one goes on from, itself included
_THEN = "⏎"  # stands between two questions in a button's id
_KEPT = "#"  # begins the id of a question kept in the database, where it does not fit a button


async def asker_for(client: ServiceClient, context: Context) -> Asker:
    """The client's one asker, which keeps what it works out of each plan and nothing of who asks.

    Where the plan changed since, its words are worked out off the event loop first.
    """
    if client.asker is None:
        client.asker = Asker()
    snapshot = context.committee.snapshot()
    if not client.asker.knows(snapshot):
        await asyncio.to_thread(client.asker.learn, snapshot)
    return client.asker


def answer(asker: Asker, context: Context, text: str, before: Sequence[str] = ()) -> Reply:
    """The public answer to a question, which may go on from those before it.

    Raises:
        EmptyTextError, TooLongError: there is none, or it is over `MAX_QUESTION` characters.
    """
    return _answer(asker, context, [*before, _cleaned(text)][-_MOST_TURNS:])


def explanation(asker: Asker, context: Context, turns: Sequence[str]) -> Reply:
    """What was understood of the last of several questions, for the one who wants to know."""
    answers, _ = _asked(asker, context, turns)
    return explanation_reply(answers, context.plan, context.today, context.zone)


def unanswered(context: Context, page: int) -> Reply:
    """One page of what nobody got an answer to."""
    return unanswered_page(context.committee.questions.unanswered(), page, context.zone)


def turns_of(token: str, context: Context) -> list[str]:
    """The inverse of `_token`; empty where the question is no longer kept."""
    if not token.startswith(_KEPT):
        return token.split(_THEN) if token else []
    digits = token.removeprefix(_KEPT)
    found = context.committee.questions.get(int(digits)) if digits.isdigit() else None
    return found.text.split(_THEN) if found else []


def topic_of(answered: discord.Message, context: Context) -> list[str]:
    """The questions that an answer of the bot's was about."""
    view = ui.LayoutView.from_message(answered, timeout=None)
    view.stop()
    for item in view.walk_children():
        custom_id = item.custom_id if isinstance(item, ui.Button) else None
        if custom_id and custom_id.startswith(f"{WHY}:"):
            return turns_of(custom_id.removeprefix(f"{WHY}:"), context)
    return []


def _answer(asker: Asker, context: Context, turns: Sequence[str]) -> Reply:
    """The public answer to the last of several questions, each going on from the one before."""
    answers, left = _asked(asker, context, turns)
    if answers[0].kind is Kind.UNANSWERED and not answers[0].told:
        return standing(context, None)
    token = _token(context, turns, answers)
    return question_reply(answers, context.plan, context.today, context.zone, token, left)


def _asked(asker: Asker, context: Context, turns: Sequence[str]) -> tuple[list[Answer], int]:
    """The answers, and how many further questions of the message are left."""
    ground = _ground(context)
    if len(turns) == 1:
        return asker.answers(turns[0], ground)
    topic = None
    for text in turns[:-1]:
        topic = asker.read(text, ground, topic)
    return [asker.answer(turns[-1], ground, topic)], 0


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
        deadlines=[Coming(deadline.title, day) for deadline, day in context.coming],
        at=context.committee.snapshot,
        read_day=read_day,
        team=context.committee.team.assignments,
        accounts=lambda: open_accounts(context.committee),
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


def _token(context: Context, turns: Sequence[str], answers: Sequence[Answer]) -> str | None:
    """What « Pourquoi cette réponse? » finds the question by.

    The question itself where it fits in the button, so that nothing need be kept; an unanswered
    one is kept for the coordination. None where the database cannot be written.
    """
    text = _THEN.join(turns)
    fits = len(WHY) + 1 + len(text) <= _MAX_ID and not text.startswith(_KEPT)
    found = all(each.is_found or each.asks_nothing for each in answers)
    if fits and found:
        return text
    try:
        kept = context.committee.questions.keep(text, context.now, answered=found)
    except Exception as error:
        if not refuses_writing(error):
            raise
        return text if fits else None
    return text if fits else f"{_KEPT}{kept}"
