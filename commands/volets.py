"""Which volet a change is of; one typed without it goes on once the volet is picked."""

from collections.abc import Sequence
from datetime import date

from commands import options
from commands.answers import send
from commands.context import Context, Interaction, context_of
from commands.controls import Handler, chosen, draft_in, measure_in
from commands.recording import record
from plan.change_errors import VoletNeededError
from plan.changes import Request, find_volet
from plan.errors import StaleControlError
from plan.measure import Measure, Volet
from plan.organisation import organisation_code
from plan.team import changeable_volets
from replies.forms import NO_CAUSE, volet_needed
from replies.layout import Reply

_GOES_ON = "mesure.suite"


def volets_for(context: Context, measure: Measure, acronym: str | None = None) -> list[Volet]:
    """The volets that the person may change, of those that print the MO asked for."""
    return [
        each
        for each in changeable_volets(context.rights, measure)
        if acronym is None or each.prints(acronym)
    ]


def volet_asked(
    context: Context, measure: Measure, typed: str | None, acronym: str | None = None
) -> Volet:
    """The volet typed, or the only one that the person may change for the MO asked for.

    Raises:
        VoletNeededError: there are several, and none is typed.
        BadOptionError: none is called so.
    """
    if typed is None:
        volets = volets_for(context, measure, acronym)
        if len(volets) == 1:
            return volets[0]
    return find_volet(measure, typed)


def recorded_or_asked(
    context: Context, measure: Measure, typed: str | None, request: Request, au: date | None
) -> Reply:
    """Record a change; where it is not told which of several volets, ask, and go on from there.

    Args:
        measure: as of `au`, else as it is now.
        typed: the volet as it was typed.
        au: the day it speaks of, where one was typed.
    """
    try:
        volet = volet_asked(context, measure, typed, request.organisation)
    except VoletNeededError:
        going_on = f"{_GOES_ON}:{measure.number}:{_carried(context, request, au)}"
        return volet_needed(measure, volets_for(context, measure, request.organisation), going_on)
    return record(context, measure, volet, request, au or context.today)


async def volet_chosen(interaction: Interaction, arguments: Sequence[str]) -> None:
    """The select of a measure's volets: the change that was typed, recorded of the one picked."""
    context = context_of(interaction)
    measure, request = measure_in(context, arguments), _read(context, arguments)
    day = options.iso_day(arguments[4]) or context.today
    based = context.base(measure.number, day)
    volet = find_volet(based, "".join(chosen(interaction)))
    await send(interaction, record(context, based, volet, request, day))


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
    texts = draft_in(context, arguments, 5, _GOES_ON) if draft else {}
    return options.change_request(
        state, cause, texts.get("remarque"), texts.get("motif"), organisation
    )
