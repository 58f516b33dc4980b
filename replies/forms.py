"""The forms (modals) that people fill, with today's values in them."""

import discord
from discord import ui

from plan.changes import MAX_REASON, volet_label
from plan.measure import Measure, Volet
from plan.state import State
from plan.text import MAX_REMARK
from replies.layout import Reply, note
from replies.states import SYMBOLS, WORDS
from replies.typography import clip

MAX_TITLE = 45  # characters of a form's title: Discord refuses more


def volet_choice(measure: Measure) -> Reply:
    """Ask which volet, each with its state; the form of the one picked opens next."""
    return note(
        f"La mesure {measure.number} a {len(measure.volets)} volets. Lequel mettre à jour?",
        row=[
            ui.Select(
                custom_id=f"mesure.volet:{measure.number}",
                placeholder="Choisir un volet",
                options=[
                    discord.SelectOption(
                        label=clip(volet_label(volet), 100),
                        value=str(volet.position),
                        description=f"{SYMBOLS[volet.state]} {WORDS[volet.state]}",
                    )
                    for volet in measure.volets[:25]
                ],
            )
        ],
    )


def measure_form(measure: Measure, volet: Volet, seen: int) -> ui.Modal:
    """The form that changes a volet.

    Args:
        seen: id of the last change of the measure when the form was opened; it travels in the
            custom_id so that what somebody else records meanwhile is not overwritten.
    """
    place = f", volet {volet.position}" if len(measure.volets) > 1 else ""
    form = ui.Modal(
        title=clip(f"Mesure {measure.number}{place}", MAX_TITLE),
        custom_id=f"mesure.form:{measure.number}:{volet.position}:{seen}",
        timeout=1,
    )
    form.add_item(
        ui.Label(
            text="État",
            description=clip(volet_label(volet) if place else measure.title, 100),
            component=ui.Select(
                custom_id="etat",
                options=[
                    discord.SelectOption(
                        label=WORDS[state].capitalize(),
                        value=state.value,
                        emoji=None,
                        description=SYMBOLS[state],
                        default=volet.state is state and len(volet.states) == 1,
                    )
                    for state in State
                ],
            ),
        )
    )
    form.add_item(
        ui.Label(
            text="Remarque",
            description="Ce que le bilan dira, en texte simple",
            component=ui.TextInput(
                custom_id="remarque",
                style=discord.TextStyle.paragraph,
                default=volet.remark_of(None) or None,
                required=False,
                max_length=MAX_REMARK,
            ),
        )
    )
    form.add_item(
        ui.Label(
            text="Motif",
            description="Seulement si la mesure recule d'un état",
            component=ui.TextInput(custom_id="motif", required=False, max_length=MAX_REASON),
        )
    )
    form.stop()
    return form
