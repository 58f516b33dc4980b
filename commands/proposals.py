"""What the chat proposes while an option is typed: at most 25 choices, the likeliest first."""

from discord import app_commands

from commands import options
from commands.context import Interaction, context_of
from commands.deadline_options import deadline_labels
from plan.changes import volet_label
from plan.errors import DomainError
from plan.find import (
    axis_label,
    measure_label,
    organisation_label,
    ranked_measures,
    ranked_organisations,
)
from plan.likeness import holds_words, keywords
from plan.measure import Measure
from plan.organisation import organisation_code
from plan.text import words
from replies.amounts import amount_label
from replies.typography import clip

MOST = 25  # choices: Discord refuses more
_LONGEST = 100  # characters of a choice

Choices = list[app_commands.Choice[str]]


def choice(label: str, value: str) -> app_commands.Choice[str]:
    """What is proposed, its label cut to what Discord takes."""
    return app_commands.Choice(name=clip(label, _LONGEST), value=value)


async def measures(interaction: Interaction, current: str) -> Choices:
    """Measures by number, words or a typo of them."""
    found = ranked_measures(current, context_of(interaction).plan)
    return [
        choice(measure_label(each.number, each.title), str(each.number)) for each in found[:MOST]
    ]


async def organisations(interaction: Interaction, current: str) -> Choices:
    """MOs by acronym, alias or words; with nothing typed, those of the measure typed first."""
    found = ranked_organisations(current, context_of(interaction).plan.organisations)
    measure = None if current.strip() else _measure_typed(interaction)
    if measure:
        printed = {each.acronym for each in measure.organisations}
        found.sort(key=lambda each: each.acronym not in printed)
    return [
        choice(organisation_label(each), organisation_code(each.acronym)) for each in found[:MOST]
    ]


async def axes(interaction: Interaction, current: str) -> Choices:
    """The plan's axes."""
    return [
        choice(axis_label(axis), str(axis.number))
        for axis in context_of(interaction).plan.axes
        if _fits(current, f"{axis.number} {axis.short} {axis.title}")
    ][:MOST]


async def volets(interaction: Interaction, current: str) -> Choices:
    """The volets of the measure typed so far in the same command."""
    measure = _measure_typed(interaction)
    return [
        choice(volet_label(volet), str(volet.position))
        for volet in (measure.volets if measure else ())
        if _fits(current, f"{volet.position} {volet.label}")
    ][:MOST]


async def indicators(interaction: Interaction, current: str) -> Choices:
    """The indicators of the measure typed so far in the same command."""
    measure = _measure_typed(interaction)
    return [
        choice(each.label, clip(each.key, _LONGEST))
        for each in (measure.indicators if measure else ())
        if _fits(current, each.label)
    ][:MOST]


async def amounts(interaction: Interaction, current: str) -> Choices:
    """The plan's amounts, by measure, value or words; those of the measure typed first."""
    context = context_of(interaction)
    measure = _measure_typed(interaction)
    own = measure.amounts if measure else ()
    known = [*own, *(each for each in context.plan.amounts if each not in own)]
    return [
        choice(amount_label(each), clip(each.key, _LONGEST))
        for each in known
        if _fits(current, amount_label(each))
    ][:MOST]


async def deadlines(interaction: Interaction, current: str) -> Choices:
    """Deadlines, the nearest to come first, those that are over last."""
    return [
        choice(label, str(each.id))
        for each, label in deadline_labels(context_of(interaction))
        if _fits(current, label)
    ][:MOST]


def _measure_typed(interaction: Interaction) -> Measure | None:
    """The measure typed so far in the same command, None where it is not clear which."""
    context = context_of(interaction)
    typed = getattr(interaction.namespace, "mesure", None) or ""
    try:
        return options.measure_option(context, typed)
    except DomainError:
        return None


def _fits(typed: str, text: str) -> bool:
    """Tell whether each word typed so far begins a word of the text, or misspells one."""
    held = [*keywords(text), *words(text)]
    begun = all(any(word.startswith(start) for word in held) for start in keywords(typed))
    return begun or holds_words(typed, text)
