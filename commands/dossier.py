"""« Verser au dossier »: the menu of any message that makes a measure's remark of it.

What is public is the text alone; where it comes from is told by the audit trail.
"""

import contextlib
from collections.abc import Mapping, Sequence

import discord
from discord import app_commands

from commands import options
from commands.answers import send
from commands.context import Context, Interaction, context_of
from commands.controls import Handler, chosen, draft_in, filled, number_in
from commands.recording import change_asked, require_unchanged
from commands.volets import volet_asked, volets_for
from plan.action import ActionKind
from plan.change_errors import NothingToChangeError, VoletNeededError
from plan.changes import Request
from plan.errors import (
    DomainError,
    EmptyMessageError,
    EmptyTextError,
    NotAllowedError,
    StaleControlError,
)
from plan.measure import Measure, Volet
from plan.team import may_change, require_any_right, speaks_for
from plan.text import MAX_REMARK, tidied
from replies.change import changed
from replies.dossier import REPLACE, dossier_form, replace_question, volet_question
from replies.layout import Reply
from replies.refusals import refusal
from replies.typography import clip

FORM = "dossier.form"
# What the audit trail keeps of a message, as it travels in a draft.
_ORIGIN = ("name", "member_id", "day", "link")


@app_commands.context_menu(name="Verser au dossier")
async def file_message(interaction: Interaction, message: discord.Message) -> None:
    """Open the form with the message's text; who wrote it, when and where is kept apart."""
    context = context_of(interaction)
    text = tidied(message.content, _called(message))
    if not text:
        raise EmptyMessageError
    values = {
        "remarque": clip(text, MAX_REMARK),
        "name": message.author.display_name,
        "member_id": str(message.author.id),
        "day": message.created_at.astimezone(context.zone).date().isoformat(),
        "link": message.jump_url,
    }
    await _open(interaction, context, values)


async def submitted(interaction: Interaction, arguments: Sequence[str]) -> None:
    """The form: recorded; refused, what it held is kept and « Reprendre » opens it again.

    What is typed in it counts even where its draft, and so where the message stood, is gone.
    """
    context = context_of(interaction)
    typed = {key: "".join(value) for key, value in filled(interaction).items()}
    with contextlib.suppress(StaleControlError):
        typed = {**draft_in(context, arguments, 0, FORM), **typed}
    await _record(interaction, context, typed)


async def volet_chosen(interaction: Interaction, arguments: Sequence[str]) -> None:
    """The select of the measure's volets, where the form did not tell which."""
    context = context_of(interaction)
    values = draft_in(context, arguments, 0, FORM)
    await _record(interaction, context, {**values, "volet": "".join(chosen(interaction))})


async def replacement_confirmed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Confirmer »: the remark in force was shown, and is to be replaced."""
    context = context_of(interaction)
    await _record(
        interaction, context, draft_in(context, arguments, 0, FORM), number_in(arguments, 1)
    )


async def resume_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Reprendre »: the form again, with what was typed."""
    context = context_of(interaction)
    await _open(interaction, context, draft_in(context, arguments, 0, FORM))


CONTROLS: dict[str, Handler] = {
    FORM: submitted,
    "dossier.volet": volet_chosen,
    "dossier.remplacer": replacement_confirmed,
    "dossier.reprendre": resume_pressed,
}


async def _open(interaction: Interaction, context: Context, values: Mapping[str, str]) -> None:
    rights, measures = context.rights, _changeable(context)
    if not measures:
        raise NotAllowedError("nothing_to_change")
    voices = [] if rights.coordinates else sorted(rights.organisations)
    custom_id = f"{FORM}:{_keep(context, values)}"
    await interaction.response.send_modal(dossier_form(custom_id, measures, voices, values))


async def _record(
    interaction: Interaction, context: Context, values: Mapping[str, str], seen: int | None = None
) -> None:
    """Record the remark, or ask what is not told yet.

    Args:
        seen: id of the last change when the remark to replace was shown; None: it was not.
    """
    try:
        reply = _recorded(interaction, context, values, seen)
    except VoletNeededError as error:
        measure = context.committee.measure(error.measure)
        volets = volets_for(context, measure)
        reply = volet_question(measure, volets, _keep(context, values))
    except NothingToChangeError as error:
        reply = refusal(error, context.plan)
    except DomainError as error:
        reply = _refused(context, values, error)
    await send(interaction, reply)


def _refused(context: Context, values: Mapping[str, str], error: DomainError) -> Reply:
    """With « Reprendre », which may name another measure; told back to who may change none."""
    if not _changeable(context):
        return refusal(error, context.plan, typed=values.get("remarque", ""))
    return refusal(error, context.plan, resume=f"dossier.reprendre:{_keep(context, values)}")


def _changeable(context: Context) -> list[Measure]:
    """The measures of which the person may record something."""
    return [each for each in context.committee.measures() if may_change(context.rights, each)]


def _recorded(
    interaction: Interaction, context: Context, values: Mapping[str, str], seen: int | None
) -> Reply:
    remark = values.get("remarque", "")
    if not remark.strip():
        raise EmptyTextError("remarque")
    measure = options.measure_option(context, values.get("mesure", ""))
    request = Request(
        remark=remark,
        adds=values.get("maniere") != REPLACE,
        organisation=values.get("organisme") or None,
    )
    volet = volet_asked(context, measure, values.get("volet") or None)
    kept = _own_remark(context, measure, volet, request)
    if not request.adds and kept not in ("", remark):
        if seen is None:
            last = context.committee.changes_of(measure.number)[-1].id
            return replace_question(measure, kept, remark, _keep(context, values), last)
        require_unchanged(context, measure, volet.position, seen)
    change = change_asked(context, measure, volet, request, context.today)
    with interaction.client.services.storage.writing():
        stored = context.committee.record(change)
        _note_origin(context, measure, values)
    return changed(measure, stored, context.plan)


def _note_origin(context: Context, measure: Measure, values: Mapping[str, str]) -> None:
    """Tell the audit trail whose message it was, of which day, and where it stands."""
    told = {key: values[key] for key in _ORIGIN if key in values}
    if told:
        context.note(ActionKind.FILED, measure=str(measure.number), **told)


def _own_remark(context: Context, measure: Measure, volet: Volet, request: Request) -> str:
    """The remark in force that the request would replace."""
    require_any_right(context.rights, measure)
    organisation = options.organisation_option(context, request.organisation)
    return volet.remark_of(speaks_for(context.rights, measure, organisation, volet))


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
