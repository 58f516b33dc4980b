"""Reading options: what was typed → the domain's own values, or a refusal."""

import dataclasses
from datetime import date
from enum import StrEnum
from typing import Literal, TypeVar

import discord
from discord import app_commands

from commands.context import Context, Interaction, context_of
from plan.changes import volet_label
from plan.dates import ReadDate
from plan.deadline import Deadline
from plan.errors import (
    AmbiguousError,
    DateOutOfRangeError,
    DomainError,
    NotAllowedError,
    NotFoundError,
    StaleControlError,
)
from plan.find import (
    axis_label,
    find_axis,
    find_measure,
    find_organisation,
    holds_words,
    keywords,
    measure_label,
    organisation_label,
    ranked_measures,
    ranked_organisations,
)
from plan.measure import Measure
from plan.option_errors import BadOptionError, EveryoneRoleError
from plan.organisation import Organisation, OrganisationKind
from plan.state import State
from plan.text import fold, one_line, words
from reminders.dates import read_date
from replies.amounts import amount_label
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
    day = read_when(context, typed, "past").day
    if day > context.today:
        raise DateOutOfRangeError(day, context.plan.starts_on, context.today)
    return day


def read_when(context: Context, typed: str, side: Literal["future", "past"]) -> ReadDate:
    """The day typed, leaning to a side, working days counted by the committee's calendar.

    Raises:
        DateNotUnderstood: it is not a date, or could be two.
    """
    return read_date(typed, context.now, side, context.calendar)


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


def iso_day(text: str | None) -> date | None:
    """A day as a button carries it.

    Raises:
        StaleControlError: it is none.
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise StaleControlError from None


def any_day(context: Context, typed: str | None) -> date | None:
    """A day past or to come, such as a target's; None where none is typed."""
    return None if typed is None else read_when(context, typed, "future").day


def organisations_in(context: Context, typed: str | None) -> tuple[str, ...]:
    """The acronyms of « MESS, MICC », each once; none for « tous », which is everyone.

    Raises:
        NotFoundError, AmbiguousError: as `find_organisation`.
        NotAllowedError: it is the phrase that stands for nobody yet.
    """
    names = [name.strip() for name in (typed or "").split(",") if name.strip()]
    if [fold(name) for name in names] == ["tous"]:
        return ()
    found = [find_organisation(name, context.plan.organisations) for name in names]
    for each in found:
        if each.kind is OrganisationKind.UNNAMED:
            raise NotAllowedError("no_organisation", each.name)
        if each.kind is OrganisationKind.EVERYONE:
            return ()
    return tuple(dict.fromkeys(each.acronym for each in found))


def require_some(role: discord.Role, option: str) -> None:
    """Let a role pass that only some members hold.

    Raises:
        EveryoneRoleError: it is @everyone, whom it would give rights to at one slip.
    """
    if role.is_default():
        raise EveryoneRoleError(option)


def is_silent(interaction: Interaction, role: discord.Role) -> bool:
    """Tell whether Discord would notify nobody where the bot names the role."""
    return not (role.mentionable or interaction.app_permissions.mention_everyone)


def find_deadline(context: Context, typed: str) -> Deadline:
    """The deadline chosen in the list, of that title or label, or whose title holds the words.

    Raises:
        NotFoundError, AmbiguousError: none or several.
    """
    labels = _deadline_labels(context)
    for each, _ in labels:
        if typed.strip() == str(each.id):
            return each
    exact = [pair for pair in labels if fold(typed) in (fold(pair[0].title), fold(pair[1]))]
    fitting = exact or [pair for pair in labels if words(typed) and holds_words(typed, pair[1])]
    if len(fitting) == 1:
        return fitting[0][0]
    if fitting:
        raise AmbiguousError("echeance", typed, [label for _, label in fitting])
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
    return [
        app_commands.Choice(name=clip(axis_label(axis), _LONGEST), value=str(axis.number))
        for axis in context_of(interaction).plan.axes
        if _fits(current, f"{axis.number} {axis.short} {axis.title}")
    ][:_MOST]


async def complete_volet(interaction: Interaction, current: str) -> Choices:
    """The volets of the measure typed so far in the same command."""
    measure = _measure_typed(interaction)
    return [
        app_commands.Choice(name=clip(volet_label(volet), _LONGEST), value=str(volet.position))
        for volet in (measure.volets if measure else ())
        if _fits(current, f"{volet.position} {volet.label}")
    ][:_MOST]


async def complete_indicator(interaction: Interaction, current: str) -> Choices:
    """The indicators of the measure typed so far in the same command."""
    measure = _measure_typed(interaction)
    return [
        app_commands.Choice(name=clip(each.label, _LONGEST), value=clip(each.key, _LONGEST))
        for each in (measure.indicators if measure else ())
        if _fits(current, each.label)
    ][:_MOST]


async def complete_amount(interaction: Interaction, current: str) -> Choices:
    """The plan's amounts, by measure, value or words; those of the measure typed first."""
    context = context_of(interaction)
    measure = _measure_typed(interaction)
    own = measure.amounts if measure else ()
    known = [*own, *(each for each in context.plan.amounts if each not in own)]
    return [
        app_commands.Choice(name=clip(amount_label(each), _LONGEST), value=clip(each.key, _LONGEST))
        for each in known
        if _fits(current, amount_label(each))
    ][:_MOST]


async def complete_deadline(interaction: Interaction, current: str) -> Choices:
    """Deadlines, the nearest to come first, those that are over last."""
    return [
        app_commands.Choice(name=clip(label, _LONGEST), value=str(each.id))
        for each, label in _deadline_labels(context_of(interaction))
        if _fits(current, label)
    ][:_MOST]


def privately(reply: Reply) -> Reply:
    """The same answer, for the one who asked alone: what a press on somebody's card opens."""
    return dataclasses.replace(reply, private=True)


def _deadline_labels(context: Context) -> list[tuple[Deadline, str]]:
    """Every deadline with its label, the nearest to come first, those that are over last."""
    dated = [(each, each.next_due(context.today)) for each in context.committee.deadlines.all()]
    dated.sort(key=lambda pair: (pair[1] is None, pair[1] or pair[0].first_on, pair[0].id))
    return [(each, deadline_label(each, due)) for each, due in dated]


def _measure_typed(interaction: Interaction) -> Measure | None:
    """The measure typed so far in the same command, None where it is not clear which."""
    context = context_of(interaction)
    typed = getattr(interaction.namespace, "mesure", None) or ""
    try:
        return context.committee.measure(find_measure(typed, context.plan).number)
    except DomainError:
        return None


def _fits(typed: str, text: str) -> bool:
    """Tell whether each word typed so far begins a word of the text, or misspells one."""
    held = [*keywords(text), *words(text)]
    begun = all(any(word.startswith(start) for word in held) for start in keywords(typed))
    return begun or holds_words(typed, text)
