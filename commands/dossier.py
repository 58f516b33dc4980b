"""« Verser au dossier »: the menu of any message that makes a measure's remark of it."""

from collections.abc import Mapping, Sequence

import discord
from discord import app_commands

from commands.answers import send
from commands.context import Context, Interaction, context_of
from commands.controls import Handler, chosen, filled, number_in
from commands.recording import record
from plan.changes import Request
from plan.errors import (
    DomainError,
    EmptyMessageError,
    EmptyTextError,
    NotAllowedError,
    StaleControlError,
    VoletNeededError,
)
from plan.find import find_measure
from plan.measure import Measure
from plan.team import changeable_volets, may_change
from plan.text import tidied
from replies.dossier import dossier_form, quoted_message, volet_question
from replies.refusals import refusal

FORM = "dossier.form"


@app_commands.context_menu(name="Verser au dossier")
async def file_message(interaction: Interaction, message: discord.Message) -> None:
    """Open the form with the message's text, its author, its date and its link."""
    context = context_of(interaction)
    text = tidied(message.content, _called(message))
    if not text:
        raise EmptyMessageError
    day = message.created_at.astimezone(context.zone).date()
    remark = quoted_message(text, message.author.display_name, day, message.jump_url)
    await _open(interaction, context, {"remarque": tidied(remark)})


async def submitted(interaction: Interaction, _arguments: Sequence[str]) -> None:
    """The form: recorded; refused, what it held is kept and « Reprendre » opens it again."""
    context = context_of(interaction)
    values = {key: "".join(value) for key, value in filled(interaction).items()}
    await _record(interaction, context, values)


async def volet_chosen(interaction: Interaction, arguments: Sequence[str]) -> None:
    """The select of the measure's volets, where the form did not tell which."""
    context = context_of(interaction)
    values = _draft(context, arguments)
    await _record(interaction, context, {**values, "volet": "".join(chosen(interaction))})


async def resume_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Reprendre »: the form again, with what was typed."""
    context = context_of(interaction)
    await _open(interaction, context, _draft(context, arguments))


CONTROLS: dict[str, Handler] = {
    FORM: submitted,
    "dossier.volet": volet_chosen,
    "dossier.reprendre": resume_pressed,
}


async def _open(interaction: Interaction, context: Context, values: Mapping[str, str]) -> None:
    rights = context.rights
    measures = [each for each in context.committee.measures() if may_change(rights, each)]
    if not measures:
        raise NotAllowedError("nothing_to_change")
    voices = [] if rights.coordinates else sorted(rights.organisations)
    await interaction.response.send_modal(dossier_form(FORM, measures, voices, values))


async def _record(interaction: Interaction, context: Context, values: Mapping[str, str]) -> None:
    remark = values.get("remarque", "")
    request = Request(
        volet=values.get("volet") or None,
        remark=remark,
        organisation=values.get("organisme") or None,
    )
    try:
        if not remark.strip():
            raise EmptyTextError("remarque")
        measure = _measure(context, values.get("mesure", ""))
        reply = record(context, measure.number, request, None)
    except VoletNeededError as error:
        measure = context.committee.measure(error.measure)
        volets = changeable_volets(context.rights, measure)
        reply = volet_question(measure, volets, _keep(context, values))
    except DomainError as error:
        reply = refusal(error, resume=f"dossier.reprendre:{_keep(context, values)}")
    await send(interaction, reply)


def _called(message: discord.Message) -> dict[str, str]:
    """What stands in plain text for each mention of a message."""
    people = {
        f"<@{mark}{each.id}>": each.display_name for each in message.mentions for mark in ("", "!")
    }
    roles = {f"<@&{each.id}>": each.name for each in message.role_mentions}
    channels = {f"<#{each.id}>": f"#{each.name}" for each in message.channel_mentions}
    return people | roles | channels


def _keep(context: Context, values: Mapping[str, str]) -> int:
    return context.committee.drafts.keep(context.person.id, FORM, dict(values), context.now)


def _measure(context: Context, typed: str) -> Measure:
    return context.committee.measure(find_measure(typed, context.plan).number)


def _draft(context: Context, arguments: Sequence[str]) -> dict[str, str]:
    draft = context.committee.drafts.get(number_in(arguments, 0), context.person.id)
    if draft is None:
        raise StaleControlError
    return draft[1]
