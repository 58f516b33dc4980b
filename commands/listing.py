"""`/mesure liste`, whose pages carry their filter in their buttons."""

import dataclasses
from collections.abc import Sequence
from datetime import date

from commands.context import Context, Interaction, context_of
from commands.controls import Handler, number_in, show_page
from plan.errors import StaleControlError
from plan.likeness import holds_words, stems_of
from plan.measure import Measure
from plan.organisation import OrganisationKind, find_printed
from plan.state import State
from replies.layout import Reply
from replies.lists import Filter, concerns, measure_list


def list_page(context: Context, asked: Filter, page: int) -> Reply:
    """One page of the measures that fit a filter."""
    measures = context.committee.measures(asked.day)
    held = _holding(asked.text, measures)
    fitting = [each for each in held if _fits(each, asked)]
    return measure_list(fitting, _concerning_all(context, held, asked), asked, page, context.plan)


async def page_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Précédente », « Suivante », or « Mesures » on the plan's card."""
    context = context_of(interaction)
    asked = _decoded(context, ":".join(arguments[1:]))
    await show_page(interaction, list_page(context, asked, number_in(arguments, 0)))


CONTROLS: dict[str, Handler] = {"mesure.liste": page_pressed}


def _holding(text: str, measures: Sequence[Measure]) -> Sequence[Measure]:
    """Those that hold the words typed; all where none was."""
    if not text:
        return measures
    spelt = stems_of(each.text for each in measures)
    return [each for each in measures if holds_words(text, each.text, spelt)]


def _fits(measure: Measure, asked: Filter) -> bool:
    """Tell whether it fits what is asked beside the words."""
    return (
        (asked.state is None or measure.state is asked.state)
        and (asked.organisation is None or concerns(measure, asked.organisation))
        and (asked.axis is None or measure.axis.number == asked.axis)
    )


def _concerning_all(context: Context, measures: Sequence[Measure], asked: Filter) -> list[Measure]:
    """Where one MO is asked for: the measures that concern every one."""
    if asked.organisation is None or asked.organisation.kind is not OrganisationKind.NAMED:
        return []
    phrases = [o for o in context.plan.organisations if o.kind is OrganisationKind.EVERYONE]
    others = dataclasses.replace(asked, organisation=None)
    return [
        each
        for each in measures
        if any(concerns(each, phrase) for phrase in phrases) and _fits(each, others)
    ]


def _decoded(context: Context, text: str) -> Filter:
    """The inverse of `Filter.encoded`.

    Raises:
        StaleControlError: the text is not one.
    """
    parts = text.split("|")
    if len(parts) != 5:
        raise StaleControlError
    state, acronym, axis, words, day = parts
    if axis and axis not in {str(each.number) for each in context.plan.axes}:
        raise StaleControlError
    organisation = find_printed(acronym, context.plan.organisations) if acronym else None
    try:
        return Filter(
            state=State(state) if state else None,
            organisation=organisation,
            axis=int(axis) if axis else None,
            text=words,
            day=date.fromisoformat(day) if day else None,
        )
    except ValueError as error:
        raise StaleControlError from error
