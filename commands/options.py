"""Reading options: what was typed → the domain's own values, or a refusal."""

import dataclasses
from datetime import date
from enum import StrEnum
from typing import TypeVar

from discord import app_commands

from commands.context import Context, Interaction, context_of
from plan.changes import volet_label
from plan.deadline import Deadline
from plan.errors import (
    AmbiguousError,
    BadOptionError,
    DateOutOfRangeError,
    DomainError,
    NotFoundError,
)
from plan.find import (
    axis_label,
    find_axis,
    find_measure,
    find_organisation,
    keywords,
    measure_label,
    organisation_label,
    ranked_measures,
    ranked_organisations,
)
from plan.organisation import Organisation
from plan.state import State
from plan.text import one_line
from reminders.dates import read_date
from replies.deadlines import deadline_label
from replies.layout import Reply
from replies.lists import Filter
from replies.states import SYMBOLS, WORDS
from replies.typography import clip

_MOST = 25  # choices: Discord refuses more
_LONGEST = 100  # characters of a choice
MAX_SEARCH = 50  # characters: the filter travels in a button, whose id holds 100
_Coded = TypeVar("_Coded", bound=StrEnum)

Choices = list[app_commands.Choice[str]]
STATES = [
    app_commands.Choice(name=f"{SYMBOLS[state]} {WORDS[state]}", value=state.value)
    for state in State
]


def as_of(context: Context, typed: str | None) -> date | None:
    """The day a reading command is asked about, None where it is asked about now.

    Raises:
        DateNotUnderstood: it is not a date, or could be two.
        DateOutOfRangeError: it is to come.
    """
    if typed is None:
        return None
    day = read_date(typed, context.now, "past").day
    if day > context.today:
        raise DateOutOfRangeError(day, context.plan.starts_on, context.today)
    return day


def coded(option: str, typed: str | None, kind: type[_Coded]) -> _Coded | None:
    """One of a closed list of values; a crafted one is refused.

    Raises:
        BadOptionError: it is none of them.
    """
    if typed is None:
        return None
    try:
        return kind(typed)
    except ValueError:
        raise BadOptionError(option, typed, [each.value for each in kind]) from None


def organisation_option(context: Context, typed: str | None) -> Organisation | None:
    """The organisation typed, or None.

    Raises:
        NotFoundError, AmbiguousError: as `find_organisation`.
    """
    return None if typed is None else find_organisation(typed, context.plan.organisations)


def measure_filter(
    context: Context,
    state: str | None,
    organisation: str | None,
    axis: str | None,
    text: str | None,
    at: str | None,
) -> Filter:
    """What `/mesure liste` is asked for.

    Raises:
        DomainError: an option cannot be read, or the text is too long to travel in a button.
    """
    return Filter(
        state=coded("etat", state, State),
        organisation=organisation_option(context, organisation),
        axis=find_axis(axis, context.plan).number if axis else None,
        text=one_line(text.replace("|", " "), "texte", MAX_SEARCH) if text else "",
        day=as_of(context, at),
    )


def find_deadline(context: Context, typed: str) -> Deadline:
    """The deadline chosen in the list, or the one whose title holds the words typed.

    Raises:
        NotFoundError, AmbiguousError: none or several.
    """
    deadlines = context.committee.deadlines.all()
    for each in deadlines:
        if typed.strip() == str(each.id):
            return each
    wanted = set(keywords(typed))
    fitting = [each for each in deadlines if wanted and wanted <= set(keywords(each.title))]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        labels = [deadline_label(each, each.next_due(context.today)) for each in fitting]
        raise AmbiguousError("echeance", typed, labels)
    raise NotFoundError("echeance", typed)


async def complete_measure(interaction: Interaction, current: str) -> Choices:
    """Measures by number, words or a typo of them."""
    found = ranked_measures(current, context_of(interaction).plan)
    return [
        app_commands.Choice(
            name=clip(measure_label(each.number, each.title), _LONGEST), value=str(each.number)
        )
        for each in found[:_MOST]
    ]


async def complete_organisation(interaction: Interaction, current: str) -> Choices:
    """MOs by acronym, alias or words of their name."""
    found = ranked_organisations(current, context_of(interaction).plan.organisations)
    return [
        app_commands.Choice(
            name=clip(organisation_label(each), _LONGEST), value=clip(each.acronym, _LONGEST)
        )
        for each in found[:_MOST]
    ]


async def complete_axis(interaction: Interaction, current: str) -> Choices:
    """The plan's axes."""
    wanted = keywords(current)
    return [
        app_commands.Choice(name=clip(axis_label(axis), _LONGEST), value=str(axis.number))
        for axis in context_of(interaction).plan.axes
        if _starts_all(wanted, f"{axis.number} {axis.short} {axis.title}")
    ][:_MOST]


async def complete_volet(interaction: Interaction, current: str) -> Choices:
    """The volets of the measure typed so far in the same command."""
    context = context_of(interaction)
    typed = getattr(interaction.namespace, "mesure", None) or ""
    try:
        number = find_measure(typed, context.plan).number
    except DomainError:
        return []
    return [
        app_commands.Choice(name=clip(volet_label(volet), _LONGEST), value=str(volet.position))
        for volet in context.committee.measure(number).volets
        if _starts_all(keywords(current), f"{volet.position} {volet.label}")
    ][:_MOST]


async def complete_deadline(interaction: Interaction, current: str) -> Choices:
    """Deadlines to come, the nearest first."""
    context = context_of(interaction)
    wanted = keywords(current)
    choices = []
    for each in context.committee.deadlines.all():
        if _starts_all(wanted, each.title):
            label = deadline_label(each, each.next_due(context.today))
            choices.append(app_commands.Choice(name=clip(label, _LONGEST), value=str(each.id)))
    return choices[:_MOST]


def privately(reply: Reply) -> Reply:
    """The same answer, for the one who asked alone: what a press on somebody's card opens."""
    return dataclasses.replace(reply, private=True)


def _starts_all(wanted: list[str], text: str) -> bool:
    held = [*keywords(text), *text.split()]
    return all(any(word.startswith(typed) for word in held) for typed in wanted)
