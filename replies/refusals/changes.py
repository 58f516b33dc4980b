"""Refusals of changes to the plan."""

from plan import change_errors, errors
from plan.definition import PlanDefinition
from plan.history import Change
from replies.events import author, changes_told
from replies.names import the
from replies.refusals.words import bullets, word, word_naming
from replies.typography import NBSP, full_day, money, plain, quoted


@word_naming.register
def _(error: change_errors.NothingToChangeError, plan: PlanDefinition | None) -> str:
    said = f", au {full_day(error.said_on)}" if error.said_on else ""
    text = (
        f"Rien à changer{NBSP}: la mesure {error.measure} dit déjà cela{said}"
        f"{_for(error.organisation, plan)}."
    )
    if error.to_confirm:
        text += " Si c'est toujours vrai, `/mesure confirmer` le consigne à une date plus récente."
    return text


@word_naming.register
def _(error: change_errors.AlreadyConfirmedError, plan: PlanDefinition | None) -> str:
    said = f" au {full_day(error.said_on)}" if error.said_on else ""
    return (
        f"Rien à changer{NBSP}: la mesure {error.measure} est déjà confirmée{said}"
        f"{_for(error.organisation, plan)}."
    )


@word.register
def _(error: change_errors.AlreadyUndoneError) -> str:
    return f"C'est déjà annulé. La mesure {error.measure} n'a pas été changée."


@word.register
def _(error: change_errors.AlreadyRedoneError) -> str:
    return f"C'est déjà rétabli. La mesure {error.measure} n'a pas été changée."


@word.register
def _(error: change_errors.VoletNeededError) -> str:
    return (
        f"La mesure {error.measure} a plusieurs volets. Dites lequel avec l'option"
        f" `volet`{NBSP}:\n{bullets(error.labels)}"
    )


@word.register
def _(error: change_errors.ReasonNeededError) -> str:
    why = (
        f"Des MO disent des états différents de la mesure {error.measure}, et vous les départagez."
        if error.settles
        else f"La mesure {error.measure} reculerait d'un état."
    )
    where = f"avec l'option `motif`, ou dans la case {quoted('Motif')} du formulaire"
    return f"{why} Dites pourquoi {where}."


@word_naming.register
def _(error: change_errors.ChangedMeanwhileError, plan: PlanDefinition | None) -> str:
    return (
        f"La mesure {error.measure} a été changée entretemps par {_by(error.later, plan)}{NBSP}:\n"
        f"{changes_told(error.later, plan)}\nRien n'a été écrasé, et ce que vous avez écrit est"
        " gardé."
    )


@word.register
def _(error: change_errors.NothingToUndoError) -> str:
    return (
        f"Rien à annuler{NBSP}: il n'y a pas, ou plus, de changement de la mesure {error.measure} à"
        " reprendre."
    )


@word_naming.register
def _(error: change_errors.SupersededError, plan: PlanDefinition | None) -> str:
    return (
        f"Un autre changement de la mesure {error.measure} est venu après, par"
        f" {_by(error.later, plan)}{NBSP}:\n{changes_told(error.later, plan)}\nIl faudrait d'abord"
        " annuler celui-là. Rien n'a été changé."
    )


@word.register
def _(error: change_errors.PartTooLargeError) -> str:
    parts = "Des parties qui font ensemble" if error.together else "Une partie de"
    can = "peuvent" if error.together else "peut"
    return (
        f"{parts} {money(error.part)} ne {can} pas tenir dans {money(error.whole)}. Corrigez"
        " d'abord le tout ou ses autres parties. Rien n'a été changé."
    )


@word_naming.register
def _(error: errors.AlreadyThereError, plan: PlanDefinition | None) -> str:
    return (
        f"{plain(error.name)} répond déjà pour {the(error.organisation, plan)}. Rien n'a été"
        " changé."
    )


@word_naming.register
def _(error: errors.NotAssignedError, plan: PlanDefinition | None) -> str:
    return (
        f"Cette personne ou ce rôle ne répond pas pour {the(error.organisation, plan)}. Rien n'a"
        " été changé."
    )


@word.register
def _(error: change_errors.NothingToConfirmError) -> str:
    return (
        f"Rien n'est consigné de la mesure {error.measure} au {full_day(error.day)}{NBSP}: il n'y a"
        f" rien à y confirmer. Son premier état connu est celui du {full_day(error.first)}."
    )


def _for(organisation: str | None, plan: PlanDefinition | None) -> str:
    return f", pour {the(organisation, plan)}" if organisation else ""


def _by(change: Change, plan: PlanDefinition | None) -> str:
    return f"{author(change)}{_for(change.organisation, plan)}"
