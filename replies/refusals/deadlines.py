"""Deadlines, their notices and collectes, and the days off."""

from plan import deadline_errors as errors
from replies.refusals.words import word
from replies.typography import NBSP, count, full_day, full_moment, listing, plain, quoted


@word.register
def _(error: errors.DeadlinePassedError) -> str:
    return (
        f"Le {full_moment(error.day, error.at)} est déjà passé. Une échéance se fixe aujourd'hui"
        " ou plus tard, par exemple "
        + listing([f"«{NBSP}31 mars{NBSP}»", f"«{NBSP}dans deux semaines{NBSP}»"], "ou")
        + "."
    )


@word.register
def _(error: errors.NoticeDoesNotFitError) -> str:
    return (
        f"Un avis {count(error.days_before, 'jour')} avant tomberait le {full_day(error.due_on)},"
        " déjà passé. Retirez-le de `preavis`. Rien n'a été changé."
    )


@word.register
def _(error: errors.DuplicateDeadlineError) -> str:
    return (
        f"L'échéance {quoted(error.title)} du {full_day(error.day)} existe déjà. Rien n'a été"
        " changé."
    )


@word.register
def _(error: errors.DeadlineUnchangedError) -> str:
    return (
        f"Rien à changer{NBSP}: l'échéance {quoted(error.title)} est déjà ainsi. Donnez ce qui"
        " change, par exemple `quand`, `titre` ou `preavis`."
    )


@word.register
def _(error: errors.CollecteClosedError) -> str:
    return (
        f"La collecte {quoted(error.title)} est fermée depuis le {full_day(error.closed_on)}{NBSP}:"
        " on n'y répond plus d'ici. `/mesure modifier` et `/mesure confirmer` consignent toujours"
        " ce qui change. Rien n'a été changé."
    )


@word.register
def _(error: errors.CollecteNotOpenError) -> str:
    what = f"La collecte {quoted(error.title)} du {full_day(error.day)}"
    if error.closed_on is not None:
        return f"{what} est déjà fermée, depuis le {full_day(error.closed_on)}."
    opens = (
        f"{NBSP}: son premier avis l'ouvrira, le {full_day(error.opens_on)}"
        if error.opens_on
        else ""
    )
    return f"{what} n'a pas encore été ouverte{opens}. Rien n'a été changé."


@word.register
def _(error: errors.DayUnchangedError) -> str:
    state = "travaillé" if error.worked else "chômé"
    name = f" ({plain(error.name)})" if error.name else ""
    return f"Rien à changer{NBSP}: le {full_day(error.day)}{name} est déjà un jour {state}."


@word.register
def _(error: errors.DayPassedError) -> str:
    return (
        f"Le {full_day(error.day)} est passé. Donnez aujourd'hui ou un jour à venir. Rien n'a été"
        " changé."
    )


@word.register
def _(error: errors.DeadlineOverError) -> str:
    return (
        f"L'échéance {quoted(error.title)} est passée et ne revient pas. Choisissez-en une à venir"
        f"{NBSP}: `/calendrier voir` les montre."
    )


@word.register
def _(error: errors.NoReportingAheadError) -> str:
    return (
        f"{quoted(error.title)} n'est pas une reddition de comptes à venir. `/calendrier voir`"
        " montre les échéances et leur genre."
    )
