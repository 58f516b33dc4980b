"""Refusals: what was wrong, what to do, nothing more. Always private."""

from plan import errors
from plan.definition import PlanDefinition
from replies.components import button
from replies.layout import Reply, note
from replies.refusals import changes, dates, deadlines, finding, options, rights, texts
from replies.refusals.words import word, word_naming
from replies.typography import NBSP, plain

__all__ = [
    "changes",
    "dates",
    "deadlines",
    "finding",
    "options",
    "outdated",
    "read_only",
    "refusal",
    "rights",
    "texts",
    "unexpected",
    "word",
    "word_naming",
]


def refusal(
    error: Exception, plan: PlanDefinition | None, resume: str = "", typed: str = ""
) -> Reply:
    """The answer to a domain error: private, but where it tells that a day has nothing recorded.

    Args:
        plan: the one in force, None where there is no committee.
        resume: custom_id of « Reprendre », which opens the refused form again as it was filled.
        typed: a text that would be lost with the refused form, told back.
    """
    told = f"\n\nCe que vous avez écrit{NBSP}:\n{plain(typed)}" if typed.strip() else ""
    return note(
        word_naming(error, plan) + told,
        row=[button("Reprendre", resume)] if resume else [],
        private=not isinstance(error, errors.NothingRecordedError),
    )


def outdated() -> Reply:
    """The answer to a command as an earlier or a later version had it."""
    return note(
        "Cette commande a changé depuis que Discord l'a chargée ici. Rechargez Discord, puis"
        " tapez-la de nouveau. Rien n'a été changé."
    )


def unexpected(reference: str) -> Reply:
    """The answer to an error nobody foresaw; the log holds the same reference."""
    return note(
        f"Je n'ai pas pu répondre comme il faut{NBSP}: vérifiez avant de recommencer."
        f" Référence{NBSP}: `{reference}`, à donner à la personne qui tient Vigie."
    )


def read_only(reference: str) -> Reply:
    """The answer where the database cannot be written any more."""
    return note(
        f"Je ne peux plus rien consigner pour l'instant{NBSP}: rien n'a été changé. La lecture"
        f" continue. Référence{NBSP}: `{reference}`."
    )
