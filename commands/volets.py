"""A change typed without its volet: it goes on once the volet is picked."""

import dataclasses
from collections.abc import Sequence
from datetime import date

from commands import options
from commands.answers import send
from commands.context import Context, Interaction, context_of
from commands.controls import Handler, chosen, measure_in, number_in
from commands.recording import record
from plan.changes import Request
from plan.errors import StaleControlError
from plan.measure import Measure, Volet
from plan.organisation import Organisation, organisation_code
from plan.state import Cause, State
from plan.team import changeable_volets
from replies.forms import NO_CAUSE, volet_needed
from replies.layout import Reply

_GOES_ON = "mesure.suite"


def volets_for(
    context: Context, measure: Measure, organisation: Organisation | None
) -> list[Volet]:
    """The volets that the person may change, of those that print the MO asked for."""
    return [
        each
        for each in changeable_volets(context.rights, measure)
        if organisation is None or each.prints(organisation.acronym)
    ]


def recorded(
    context: Context, measure: Measure, request: Request, au: date | None, volets: Sequence[Volet]
) -> Reply:
    """Record a change; where it is not told which of several volets, ask, and go on from there.

    Args:
        au: the day it speaks of, where one was typed.
        volets: those it may be of.
    """
    if request.volet is None and len(volets) > 1:
        going_on = f"{_GOES_ON}:{measure.number}:{_carried(context, request, au)}"
        return volet_needed(measure, volets, going_on)
    if request.volet is None and len(volets) == 1:
        request = dataclasses.replace(request, volet=str(volets[0].position))
    return record(context, measure.number, request, au.isoformat() if au else None)


async def volet_chosen(interaction: Interaction, arguments: Sequence[str]) -> None:
    """The select of a measure's volets: the change that was typed, recorded of the one picked."""
    context = context_of(interaction)
    measure = measure_in(context, arguments)
    request = dataclasses.replace(_read(context, arguments), volet="".join(chosen(interaction)))
    await send(interaction, record(context, measure.number, request, arguments[4] or None))


CONTROLS: dict[str, Handler] = {_GOES_ON: volet_chosen}


def _carried(context: Context, request: Request, au: date | None) -> str:
    """The change as its control carries it; its texts, too long for that, are kept as a draft."""
    cause = request.cause.value if request.cause else NO_CAUSE if request.clears_cause else ""
    texts = {"motif": request.reason} if request.reason else {}
    if request.remark is not None:
        texts["remarque"] = request.remark
    draft = 0
    if texts:
        draft = context.committee.drafts.keep(context.person.id, _GOES_ON, texts, context.now)
    parts = (
        request.state.value if request.state else "",
        cause,
        organisation_code(request.organisation) if request.organisation else "",
        au.isoformat() if au else "",
        str(draft or ""),
    )
    return ":".join(parts)


def _read(context: Context, arguments: Sequence[str]) -> Request:
    """The inverse of `_carried`.

    Raises:
        StaleControlError: the custom_id is not one of ours, or its draft is gone.
    """
    if len(arguments) != 6:
        raise StaleControlError
    _, state, cause, organisation, _, draft = arguments
    texts = _draft(context, arguments) if draft else {}
    return Request(
        state=options.coded("etat", state or None, State),
        remark=texts.get("remarque"),
        cause=None if cause in ("", NO_CAUSE) else options.coded("cause", cause, Cause),
        clears_cause=cause == NO_CAUSE,
        reason=texts.get("motif", ""),
        organisation=organisation or None,
    )


def _draft(context: Context, arguments: Sequence[str]) -> dict[str, str]:
    found = context.committee.drafts.get(number_in(arguments, 5), context.person.id)
    if found is None or found[0] != _GOES_ON:
        raise StaleControlError
    return found[1]
