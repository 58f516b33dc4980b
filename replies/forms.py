"""The forms (modals) that people fill, with today's values in them."""

from collections.abc import Mapping, Sequence
from datetime import date

import discord
from discord import ui

from plan.changes import shown_remark, volet_label
from plan.find import measure_label
from plan.measure import Measure, Volet
from plan.organisation import organisation_code
from plan.state import Cause, State
from plan.text import MAX_REASON, MAX_REMARK
from replies.components import MAX_LABEL, MAX_OPTIONS, Component, option, select
from replies.layout import Reply, note
from replies.states import CAUSES, SYMBOLS, WORDS
from replies.typography import NBSP, capital, clip, count, day_text, plain

NO_CAUSE = "aucune"  # the value of the choice that takes a cause away
MAX_TITLE = 45  # characters of a form's title: Discord refuses more


def volet_choice(
    measure: Measure, volets: Sequence[Volet], voice: str = "", day: date | None = None
) -> Reply:
    """Ask which of these volets, each with its state; the form of the one picked opens next.

    Args:
        voice: acronym of the MO the form was asked for.
        day: the day it was asked for.
    """
    several = count(len(measure.volets), "volet")
    return note(
        f"La mesure {measure.number} a {several}. Lequel mettre à jour?",
        row=[volet_select(volets, f"mesure.volet:{measure.number}:{_asked(voice, day)}")],
    )


def volet_needed(measure: Measure, volets: Sequence[Volet], custom_id: str) -> Reply:
    """Ask which of these volets a change is for; it goes on once one is picked."""
    labels = "\n".join(f"- {plain(volet_label(each))}" for each in volets)
    told = f"La mesure {measure.number} a {count(len(measure.volets), 'volet')}"
    if len(volets) < len(measure.volets):
        told += f", dont {len(volets)} que vous pouvez changer"
    return note(
        f"{told}. Choisissez lequel change, ou dites-le avec l'option `volet`{NBSP}:\n{labels}",
        row=[volet_select(volets, custom_id)],
    )


def volet_select(volets: Sequence[Volet], custom_id: str) -> Component:
    """Volets to pick from, each with its state; the value is the position."""
    return select(
        custom_id=custom_id,
        placeholder="Choisir un volet",
        options=[
            option(
                volet_label(volet),
                str(volet.position),
                f"{SYMBOLS[volet.state]} {WORDS[volet.state]}" if volet.states else "",
            )
            for volet in volets[:MAX_OPTIONS]
        ],
    )


def measure_choice(measure: Measure, *, chosen: bool = False) -> discord.SelectOption:
    """A measure to pick, with its state; the value is the number."""
    label = f"{SYMBOLS[measure.state]} {measure_label(measure.number, measure.title)}"
    return option(label, str(measure.number), chosen=chosen)


def measure_form(
    measure: Measure,
    volet: Volet,
    seen: int,
    voices: Sequence[str],
    typed: Mapping[str, str],
    day: date | None = None,
) -> ui.Modal:
    """The form that changes a volet, filled with the values of `day`.

    Args:
        seen: id of the last change of the measure when the form was opened; it travels in the
            custom_id so that what somebody else records meanwhile is not overwritten.
        voices: the MOs it may speak for; none: the whole volet; several: the form asks.
        typed: what a refused form held, by field; it stands in place of today's values.
        day: the day the change speaks of, where it was told; it travels in the custom_id, as the
            MO does.
    """
    place = f", volet {volet.position}" if len(measure.volets) > 1 else ""
    voice = voices[0] if len(voices) == 1 else None
    told = f" ({voice})" if voice else ""
    told += f", au {day_text(day)}" if day else ""
    asked = _asked(voice or "", day)
    form = ui.Modal(
        title=clip(f"Mesure {measure.number}{place}{told}", MAX_TITLE),
        custom_id=f"mesure.form:{measure.number}:{volet.position}:{seen}:{asked}",
        timeout=1,
    )
    if len(voices) > 1:
        form.add_item(voice_field(voices, typed.get("organisme", "")))
    state = typed.get("etat") or (volet.state_of(voice).value if len(volet.states) == 1 else "")
    remark = typed.get("remarque", shown_remark(volet, voice))
    cause = typed.get("cause") or (volet.cause.value if volet.cause else NO_CAUSE)
    form.add_item(_state_field(volet_label(volet) if place else measure.title, state))
    form.add_item(
        text_field(
            "Remarque", "remarque", "Ce que le bilan dira, en texte simple", remark, MAX_REMARK
        )
    )
    form.add_item(_cause_field(cause))
    form.add_item(
        text_field(
            "Motif",
            "motif",
            "Seulement si l'état recule, ou si vous départagez deux MO",
            typed.get("motif", ""),
            MAX_REASON,
        )
    )
    form.stop()
    return form


def _asked(voice: str, day: date | None) -> str:
    """The end of a custom_id: « MESS:2010-03-31 », each part empty where it was not told."""
    code = organisation_code(voice) if voice else ""
    return f"{code}:{day.isoformat() if day else ''}"


def voice_field(voices: Sequence[str], chosen: str, *, required: bool = True) -> ui.Label[ui.Modal]:
    """« Au nom de »: which of the MOs a person answers for."""
    options = [
        option(each, code, chosen=code == chosen)
        for each, code in ((voice, organisation_code(voice)) for voice in voices[:MAX_OPTIONS])
    ]
    select: ui.Select[ui.Modal] = ui.Select(
        custom_id="organisme", options=options, required=required, min_values=int(required)
    )
    return ui.Label(text="Au nom de", component=select)


def _state_field(about: str, chosen: str) -> ui.Label[ui.Modal]:
    options = [
        option(
            f"{SYMBOLS[state]} {capital(WORDS[state])}", state.value, chosen=state.value == chosen
        )
        for state in State
    ]
    return ui.Label(
        text="État",
        description=clip(about, MAX_LABEL),
        component=ui.Select(custom_id="etat", options=options),
    )


def _cause_field(chosen: str) -> ui.Label[ui.Modal]:
    options = [option("Aucun", NO_CAUSE, chosen=chosen == NO_CAUSE)]
    options += [
        option(capital(CAUSES[cause]), cause.value, chosen=cause.value == chosen) for cause in Cause
    ]
    return ui.Label(
        text="Frein",
        description="Ce qui retient la mesure, s'il y a lieu",
        component=ui.Select(custom_id="cause", options=options, required=False, min_values=0),
    )


def text_field(
    label: str, custom_id: str, about: str, value: str, limit: int
) -> ui.Label[ui.Modal]:
    """A text box, of several lines where the limit (in characters) is long."""
    long = limit > MAX_REASON
    return ui.Label(
        text=label,
        description=about,
        component=ui.TextInput(
            custom_id=custom_id,
            style=discord.TextStyle.paragraph if long else discord.TextStyle.short,
            default=value[:limit] or None,
            required=False,
            max_length=limit,
        ),
    )
