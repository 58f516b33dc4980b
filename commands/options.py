"""Reading options: what was typed → the domain's own values, or a refusal."""

from datetime import date
from enum import StrEnum
from typing import Literal, TypeVar

import discord
from discord import app_commands

from commands.context import Context, Interaction
from plan.changes import Request
from plan.dates import ReadDate
from plan.errors import DateOutOfRangeError, NotAllowedError, StaleControlError
from plan.find import find_axis, find_measure, find_organisation
from plan.measure import Measure
from plan.option_errors import BadOptionError, EveryoneRoleError
from plan.organisation import Organisation, OrganisationKind
from plan.state import Cause, State
from plan.text import fold, one_line
from reminders.dates import read_date
from replies.forms import NO_CAUSE
from replies.lists import Filter
from replies.states import SYMBOLS, WORDS

MAX_SEARCH = 50  # characters: the filter travels in a button, whose id holds 100
_Coded = TypeVar("_Coded", bound=StrEnum)

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


def change_request(
    state: str | None,
    cause: str | None,
    remark: str | None,
    reason: str | None,
    organisation: str | None,
) -> Request:
    """What is asked to change, in the codes that options, forms and buttons carry.

    Args:
        cause: `NO_CAUSE` takes the one that stands away.
        organisation: the acronym of the MO it speaks for; empty: the whole volet.

    Raises:
        BadOptionError: the state or the cause is none.
    """
    clears = cause == NO_CAUSE
    return Request(
        state=coded("etat", state or None, State),
        remark=remark,
        cause=None if clears else coded("cause", cause or None, Cause),
        clears_cause=clears,
        reason=reason or "",
        organisation=organisation or None,
    )


def measure_option(context: Context, typed: str) -> Measure:
    """The measure typed, as it is now.

    Raises:
        NotFoundError, AmbiguousError: as `find_measure`.
        NothingRecordedError: no state of it is recorded.
    """
    return context.committee.measure(find_measure(typed, context.plan).number)


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
