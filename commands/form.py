"""The form of a volet: opened with today's values, and nothing typed in it is ever lost."""

from collections.abc import Mapping, Sequence
from datetime import date

from commands import options
from commands.answers import send
from commands.context import Context, Interaction, context_of
from commands.controls import Handler, chosen, custom_id_of, filled, measure_in, number_in
from commands.next_owed import with_next
from commands.recording import record, require_unchanged
from commands.volets import volet_asked, volets_for
from plan.change_errors import NothingToChangeError, VoletNeededError
from plan.changes import Request, find_volet
from plan.errors import DomainError, NotAllowedError, StaleControlError
from plan.measure import Measure, Volet
from plan.organisation import Organisation, find_printed
from plan.team import require_any_right, speaks_for, spoken_for
from replies.forms import measure_form, volet_choice
from replies.refusals import refusal


async def open_form(
    interaction: Interaction,
    context: Context,
    measure: Measure,
    volet: str | None,
    organisation: Organisation | None = None,
    typed: dict[str, str] | None = None,
    day: date | None = None,
) -> None:
    """Open the form of a volet, or ask first which volet.

    Args:
        organisation: the MO it is opened for; the form asks where several are possible.
        typed: what a refused form held, put back in place of today's values.
        day: the day it speaks of, where it was told; `measure` is then as of that day.
    """
    require_any_right(context.rights, measure)
    acronym = organisation.acronym if organisation else None
    try:
        found = volet_asked(context, measure, volet, acronym)
    except VoletNeededError:
        volets = volets_for(context, measure, acronym)
        await send(interaction, volet_choice(measure, volets, acronym or "", day))
        return
    voices = [organisation.acronym] if organisation else spoken_for(context.rights, found)
    if not voices and not context.rights.coordinates:
        speaks_for(context.rights, measure, None, found)  # tells why nobody
    seen = context.committee.changes_of(measure.number)[-1].id
    form = measure_form(measure, found, seen, voices, typed or {}, day)
    await interaction.response.send_modal(form)


async def open_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Mettre à jour »: the form, for those who may."""
    context = context_of(interaction)
    await open_form(interaction, context, measure_in(context, arguments), None)


async def volet_chosen(interaction: Interaction, arguments: Sequence[str]) -> None:
    """The select of a measure's volets: the form of the one picked."""
    context = context_of(interaction)
    picked = next(iter(chosen(interaction)), None)
    measure, organisation, day = _asked(context, arguments, 1)
    await open_form(interaction, context, measure, picked, organisation, day=day)


async def submitted(interaction: Interaction, arguments: Sequence[str]) -> None:
    """The form: recorded, unless somebody else changed the volet since it was opened.

    Refused, what it held is kept, and « Reprendre » opens it again with it; where typing again
    would not help, it is told back instead.
    """
    context = context_of(interaction)
    measure, organisation, day = _asked(context, arguments, 3)
    values = {key: "".join(value) for key, value in filled(interaction).items()}
    position, seen = number_in(arguments, 1), number_in(arguments, 2)
    try:
        volet = find_volet(measure, str(position))
        require_unchanged(context, measure, position, seen)
        request = _request(_without_untouched(volet, values), organisation)
        reply = record(context, measure, volet, request, day or context.today)
        reply = with_next(context, reply)
    except NothingToChangeError as error:
        reply = refusal(error, context.plan)
    except NotAllowedError as error:
        reply = refusal(error, context.plan, typed=values.get("remarque", ""))
    except DomainError as error:
        draft = context.committee.drafts.keep(
            context.person.id, custom_id_of(interaction), values, context.now
        )
        reply = refusal(error, context.plan, resume=f"mesure.reprendre:{draft}")
    await send(interaction, reply)


async def resume_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Reprendre »: the form again, with what was typed and the measure as it is now."""
    context = context_of(interaction)
    draft = context.committee.drafts.get(number_in(arguments, 0), context.person.id)
    if draft is None:
        raise StaleControlError
    custom_id, values = draft
    place = custom_id.split(":")[1:]
    measure, organisation, day = _asked(context, place, 3)
    volet = str(number_in(place, 1))
    await open_form(interaction, context, measure, volet, organisation, values, day)


CONTROLS: dict[str, Handler] = {
    "mesure.modifier": open_pressed,
    "mesure.volet": volet_chosen,
    "mesure.form": submitted,
    "mesure.reprendre": resume_pressed,
}


def _asked(
    context: Context, arguments: Sequence[str], place: int
) -> tuple[Measure, Organisation | None, date | None]:
    """The measure of a form, and from `place` on the MO and the day it was asked for.

    Raises:
        StaleControlError: the custom_id is not one of ours.
    """
    measure = measure_in(context, arguments)
    acronym, iso = (*arguments[place : place + 2], "", "")[:2]
    organisation = find_printed(acronym, context.plan.organisations) if acronym else None
    if acronym and organisation is None:
        raise StaleControlError
    day = options.iso_day(iso)
    if day is None:
        return measure, organisation, None
    return context.base(measure.number, day), organisation, day


def _without_untouched(volet: Volet, values: Mapping[str, str]) -> dict[str, str]:
    """What was filled; a form that asks for the MO opens with the remark of the whole volet.

    Left so, it is no remark of the MO picked, whose own it would overwrite.
    """
    whole = volet.remark_of(None)
    untouched = "organisme" in values and values.get("remarque", "").strip() == whole
    return {key: value for key, value in values.items() if not (untouched and key == "remarque")}


def _request(values: Mapping[str, str], organisation: Organisation | None) -> Request:
    return options.change_request(
        values.get("etat"),
        values.get("cause"),
        values.get("remarque"),
        values.get("motif"),
        values.get("organisme") or (organisation.acronym if organisation else None),
    )
