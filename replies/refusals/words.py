"""The one function that words domain errors, and what its cases share."""

from collections.abc import Sequence
from functools import singledispatch

from plan.definition import PlanDefinition
from replies.typography import clip, plain


@singledispatch
def word(error: Exception) -> str:
    """What a domain error is told as; each module beside this one registers its own."""
    raise error


@singledispatch
def word_naming(error: Exception, _plan: PlanDefinition | None) -> str:
    """What an error is told as that names an MO, with the article the plan gives it; else `word`.

    `_plan` is None where there is no committee.
    """
    return word(error)


def bullets(labels: Sequence[str]) -> str:
    """Labels to choose from, one a line."""
    shown = [f"- {plain(clip(label, 150))}" for label in labels[:22]]
    return "\n".join(shown)


def the(what: str) -> str:
    """« La remarque », « Le motif »: what a text is, with its article."""
    names = {
        "remarque": "La remarque",
        "motif": "Le motif",
        "titre": "Le titre",
        "texte": "Le texte",
        "libelle": "Le libellé",
        "pour": "L'option `pour`",
    }
    return names.get(what, what)
