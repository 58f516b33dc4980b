"""Refusals of changes to the plan."""

from plan import errors
from replies.change import author, changes_told
from replies.refusals.words import bullets, word
from replies.typography import NBSP, full_day, money, plain, quoted


@word.register
def _(error: errors.NothingToChangeError) -> str:
    return f"Rien à changer{NBSP}: la mesure {error.measure} dit déjà cela."


@word.register
def _(error: errors.VoletNeededError) -> str:
    return (
        f"La mesure {error.measure} a plusieurs volets. Dites lequel avec l'option"
        f" `volet`{NBSP}:\n{bullets(error.labels)}"
    )


@word.register
def _(error: errors.ReasonNeededError) -> str:
    why = (
        f"Des MO disent des états différents de la mesure {error.measure}, et vous les départagez."
        if error.settles
        else f"La mesure {error.measure} reculerait d'un état."
    )
    where = f"avec l'option `motif`, ou dans la case {quoted('Motif')} du formulaire"
    return f"{why} Dites pourquoi {where}."


@word.register
def _(error: errors.ChangedMeanwhileError) -> str:
    return (
        f"La mesure {error.measure} a été changée entretemps par {author(error.later)}{NBSP}:\n"
        f"{changes_told(error.later)}\nRien n'a été écrasé, et ce que vous avez écrit est gardé."
    )


@word.register
def _(error: errors.NothingToUndoError) -> str:
    return (
        f"Rien à annuler{NBSP}: il n'y a pas, ou plus, de changement de la mesure {error.measure} à"
        " reprendre."
    )


@word.register
def _(error: errors.SupersededError) -> str:
    return (
        f"Un autre changement de la mesure {error.measure} est venu après, par"
        f" {author(error.later)}{NBSP}:\n{changes_told(error.later)}\nIl faudrait d'abord annuler"
        " celui-là. Rien n'a été changé."
    )


@word.register
def _(error: errors.PartTooLargeError) -> str:
    return (
        f"Une partie de {money(error.part)} ne peut pas tenir dans {money(error.whole)}. Rien n'a"
        " été ajouté."
    )


@word.register
def _(error: errors.AlreadyThereError) -> str:
    return f"{plain(error.name)} répond déjà pour {plain(error.organisation)}. Rien n'a été changé."


@word.register
def _(error: errors.NothingToConfirmError) -> str:
    return (
        f"Rien n'est consigné de la mesure {error.measure} au {full_day(error.day)}{NBSP}: il n'y a"
        f" rien à y confirmer. Son premier état connu est celui du {full_day(error.first)}."
    )
