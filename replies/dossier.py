"""« Verser au dossier »: the form that makes a remark of a message."""

from collections.abc import Mapping, Sequence

from discord import ui

from plan.measure import Measure, Volet
from plan.text import MAX_REMARK
from replies.components import MAX_OPTIONS, button, option
from replies.forms import measure_choice, text_field, voice_field, volet_select
from replies.layout import Reply, note
from replies.typography import NBSP, clip, plain

ADD, REPLACE = "ajouter", "remplacer"  # what becomes of the remark in force


def dossier_form(
    custom_id: str,
    measures: Sequence[Measure],
    voices: Sequence[str],
    values: Mapping[str, str],
) -> ui.Modal:
    """The form: which measure, which volet, what becomes of the remark in force, the new one.

    Args:
        measures: those the person may change: picked from a list, or typed where too many.
        voices: the MOs the person answers for; several: the form asks.
        values: what its fields start from.
    """
    form = ui.Modal(title="Verser au dossier", custom_id=custom_id, timeout=1)
    form.add_item(_measure_field(measures, values.get("mesure", "")))
    if any(len(each.volets) > 1 for each in measures):
        form.add_item(
            text_field(
                "Volet",
                "volet",
                "Son numéro, si la mesure en a plusieurs",
                values.get("volet", ""),
                60,
            )
        )
    if len(voices) > 1:
        form.add_item(voice_field(voices, values.get("organisme", ""), required=False))
    form.add_item(_manner_field(values.get("maniere", ADD)))
    form.add_item(
        text_field(
            "Remarque",
            "remarque",
            "Ce que le bilan dira, en texte simple",
            values.get("remarque", ""),
            MAX_REMARK,
        )
    )
    form.stop()
    return form


def volet_question(measure: Measure, volets: Sequence[Volet], draft: int) -> Reply:
    """Ask which of these volets the remark is for; the text is kept."""
    return note(
        f"La mesure {measure.number} a {len(measure.volets)} volets. Pour lequel est cette"
        " remarque? Le texte est gardé.",
        row=[volet_select(volets, f"dossier.volet:{draft}")],
    )


def replace_question(measure: Measure, kept: str, new: str, draft: int, seen: int) -> Reply:
    """Show the remark in force and what would stand in its place; nothing is recorded yet.

    Args:
        seen: id of the measure's last change: whoever changes it meanwhile is not overwritten.
    """
    room = 1_600  # characters of each; a message holds 4,000
    return note(
        f"La remarque en vigueur de la mesure {measure.number}{NBSP}:\n«{NBSP}"
        f"{plain(clip(kept, room))}{NBSP}»\nserait remplacée par{NBSP}:\n«{NBSP}"
        f"{plain(clip(new, room))}{NBSP}»",
        row=[
            button("Confirmer", f"dossier.remplacer:{draft}:{seen}"),
            button("Reprendre", f"dossier.reprendre:{draft}"),
        ],
    )


def _manner_field(chosen: str) -> ui.Label[ui.Modal]:
    options = [
        option("La garder, et ajouter ceci à la suite", ADD, chosen=chosen == ADD),
        option(
            "La remplacer par ceci", REPLACE, "Vigie la montre d'abord", chosen=chosen == REPLACE
        ),
    ]
    return ui.Label(
        text="Remarque en vigueur",
        component=ui.Select(custom_id="maniere", options=options),
    )


def _measure_field(measures: Sequence[Measure], chosen: str) -> ui.Label[ui.Modal]:
    if len(measures) > MAX_OPTIONS:
        return text_field("Mesure", "mesure", "Son numéro ou des mots de son titre", chosen, 100)
    options = [measure_choice(each, chosen=str(each.number) == chosen) for each in measures]
    return ui.Label(text="Mesure", component=ui.Select(custom_id="mesure", options=options))
