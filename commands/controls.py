"""Buttons, selects and forms: each custom_id says all that its press needs.

They are found by name, not kept in memory: one from before a restart, pressed twice, or whose
message is gone is answered like any other, and one that means nothing any more is answered too.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, cast

import discord
from discord import ui

from commands.answers import answer_error, privately, replace, send
from commands.context import Context, Interaction
from plan.errors import StaleControlError
from plan.measure import Measure
from replies.layout import Reply
from replies.pages import NEXT, PREVIOUS

_LARGEST = 2**63 - 1  # what SQLite can look for
Handler = Callable[[Interaction, Sequence[str]], Awaitable[None]]


async def dispatch(interaction: Interaction, handlers: Mapping[str, Handler]) -> None:
    """Answer a pressed button, a changed select or a submitted form."""
    name, _, rest = custom_id_of(interaction).partition(":")
    try:
        handler = handlers.get(name)
        if handler is None:
            raise StaleControlError
        await handler(interaction, rest.split(":"))
    except Exception as error:
        await answer_error(interaction, error)


def number_in(arguments: Sequence[str], place: int) -> int:
    """The number at a place of a custom_id.

    Raises:
        StaleControlError: there is none: the id is not one of ours, or not of this version.
    """
    try:
        number = int(arguments[place])
    except (IndexError, ValueError):
        raise StaleControlError from None
    if abs(number) > _LARGEST:
        raise StaleControlError
    return number


def measure_in(context: Context, arguments: Sequence[str], place: int = 0) -> Measure:
    """The measure whose number stands at a place of a custom_id, as it is now.

    Raises:
        StaleControlError: the plan has none of that number.
    """
    number = number_in(arguments, place)
    if all(each.number != number for each in context.plan.measures):
        raise StaleControlError
    return context.committee.measure(number)


def draft_in(context: Context, arguments: Sequence[str], place: int, form: str) -> dict[str, str]:
    """What the person's draft of a form holds, whose id stands at a place of a custom_id.

    Raises:
        StaleControlError: it is gone, somebody else's, or of another form.
    """
    found = context.committee.drafts.get(number_in(arguments, place), context.person.id)
    if found is None or found[0] != form:
        raise StaleControlError
    return found[1]


def chosen(interaction: Interaction) -> list[str]:
    """The values picked in a select."""
    return list(_data(interaction).get("values", []))


def filled(interaction: Interaction) -> dict[str, list[str]]:
    """What was filled in a form: custom_id of each field → its values, one for a text."""
    values: dict[str, list[str]] = {}

    def collect(component: Mapping[str, Any]) -> None:
        for child in component.get("components", []):
            collect(child)
        if "component" in component:
            collect(component["component"])
        if "custom_id" in component:
            value = component.get("value")
            values[component["custom_id"]] = (
                list(component.get("values", [])) if value is None else [str(value)]
            )

    for component in _data(interaction).get("components", []):
        collect(component)
    return values


def is_control(interaction: Interaction) -> bool:
    """Tell whether an interaction comes from a component or a form."""
    return interaction.type in (
        discord.InteractionType.component,
        discord.InteractionType.modal_submit,
    )


def custom_id_of(interaction: Interaction) -> str:
    """The custom_id of what was pressed, changed or submitted."""
    return str(_data(interaction).get("custom_id", ""))


async def show_page(interaction: Interaction, page: Reply) -> None:
    """Show the page of a list that was asked for by a button.

    « Précédente » and « Suivante » turn the message itself; any other button opens the page beside
    it, for the one who pressed alone.
    """
    if _is_page_turn(interaction):
        await replace(interaction, page)
    else:
        await send(interaction, privately(page))


def _is_page_turn(interaction: Interaction) -> bool:
    """Tell whether « Précédente » or « Suivante » of the message was pressed."""
    if interaction.message is None:
        return False
    view = ui.LayoutView.from_message(interaction.message, timeout=None)
    view.stop()
    return any(
        isinstance(item, ui.Button)
        and item.custom_id == custom_id_of(interaction)
        and item.label in (PREVIOUS, NEXT)
        for item in view.walk_children()
    )


def _data(interaction: Interaction) -> Mapping[str, Any]:
    """The interaction's own data, of which discord.py types only the commands'."""
    return cast(Mapping[str, Any], interaction.data or {})
