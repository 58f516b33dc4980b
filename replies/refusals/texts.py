"""Refusals of texts that cannot be recorded."""

from plan import errors
from replies.refusals.words import the, word
from replies.typography import NBSP, count, number, quoted

_FORBIDDEN = {
    "invisible": "des caractères invisibles qui changent le sens de lecture",
    "control": "des caractères de contrôle",
    "mention": "une mention, qui pourrait notifier des gens",
    "message_link": "un lien vers un message de ce serveur, où le public n'entre pas",
    "markdown": "une mise en forme (gras, lien, titre, code…)",
}


@word.register
def _(error: errors.TooLongError) -> str:
    return (
        f"{the(error.what)} fait {number(error.length)} caractères, et la limite est de"
        f" {number(error.limit)}. Raccourcissez ce texte de"
        f" {count(error.length - error.limit, 'caractère')}."
    )


@word.register
def _(error: errors.EmptyTextError) -> str:
    return f"{the(error.what)} est vide. Écrivez-y au moins un mot. Rien n'a été changé."


@word.register
def _(error: errors.ForbiddenTextError) -> str:
    return (
        f"{the(error.what)} contient {_FORBIDDEN[error.why]}{NBSP}: {quoted(error.passage)}. Ce"
        f" qui est consigné est un texte simple et public{NBSP}: récrivez ce passage. Rien n'a été"
        " changé."
    )


@word.register
def _(_error: errors.EmptyMessageError) -> str:
    return "Ce message n'a pas de texte à verser au dossier."
