"""Refusals of what was typed: nothing, or several things, are called so."""

from plan import errors
from plan.dates import DateNotUnderstood
from replies.dates import date_refusal
from replies.refusals.words import bullets, word
from replies.typography import NBSP, count, quoted

_THINGS = {
    "mesure": "mesure",
    "organisme": "organisme",
    "echeance": "échéance",
    "indicateur": "indicateur",
    "montant": "montant",
    "axe": "axe",
}
_FEMININE = {"mesure", "echeance", "fiche"}
_LISTED = {"indicateur": "Ceux de cette mesure", "axe": "Ceux du plan"}  # these are told whole
_HINTS = {
    "indicateur": f"Cette mesure n'en a pas{NBSP}: la coordination en ajoute.",
    "mesure": "Donnez son numéro ou des mots de son titre, ou choisissez dans la liste.",
    "fiche": (
        "Donnez un nom, un sigle, une personne à joindre ou des mots de la fiche,"
        " ou choisissez dans la liste."
    ),
    "organisme": f"Donnez son sigle ou son nom{NBSP}: `/organisme liste` les montre tous.",
    "echeance": f"Choisissez-la dans la liste{NBSP}: `/calendrier voir` les montre toutes.",
}


@word.register
def _(error: DateNotUnderstood) -> str:
    return date_refusal(error)


@word.register
def _(error: errors.NotFoundError) -> str:
    thing = _THINGS.get(error.kind, error.kind)
    no = "Aucune" if error.kind in _FEMININE else "Aucun"
    text = f"{no} {thing} ne correspond à {quoted(error.typed)}."
    if error.numbers:
        return (
            f"{text} Le plan va de la {thing} {error.numbers[0]} à la {thing} {error.numbers[-1]}."
        )
    if error.near:
        nearest = "Les plus proches" if len(error.near) > 1 else "Le plus proche"
        listed = _LISTED.get(error.kind, nearest)
        return f"{text} {listed}{NBSP}:\n{bullets(error.near)}"
    return f"{text} {_HINTS.get(error.kind, '')}".strip()


@word.register
def _(error: errors.AmbiguousError) -> str:
    thing = _THINGS.get(error.kind, error.kind)
    which = "laquelle" if error.kind in _FEMININE else "lequel"
    return (
        f"{quoted(error.typed)} convient à {count(len(error.candidates), thing)}."
        f" Précisez {which}{NBSP}:\n{bullets(error.candidates)}"
    )


@word.register
def _(_error: errors.NotInACommitteeError) -> str:
    return "Vigie travaille dans un serveur. Tapez cette commande dans un de ses salons."


@word.register
def _(_error: errors.NoPlanError) -> str:
    return "Ce serveur n'a pas encore de plan. La coordination en importe un."


@word.register
def _(_error: errors.StaleControlError) -> str:
    return "Ce bouton ne mène plus à rien. Refaites la commande pour repartir de l'état actuel."
