"""Refusals: what was wrong, what to do, nothing more. Always private."""

from collections.abc import Sequence
from functools import singledispatch

from plan import errors
from plan.dates import DateNotUnderstood
from replies.change import author, changes_told
from replies.dates import date_refusal
from replies.layout import Reply, button, note
from replies.typography import (
    NBSP,
    clip,
    count,
    day_text,
    full_day,
    full_moment,
    listing,
    money,
    number,
    plain,
    quoted,
)

_THINGS = {
    "mesure": "mesure",
    "organisme": "organisme",
    "echeance": "échéance",
    "affectation": "affectation",
    "indicateur": "indicateur",
    "montant": "montant",
    "axe": "axe",
}
_FEMININE = {"mesure", "echeance", "affectation", "fiche"}
_HINTS = {
    "mesure": "Donnez son numéro ou des mots de son titre, ou choisissez dans la liste.",
    "fiche": (
        "Donnez un nom, un sigle, une personne à joindre ou des mots de la fiche,"
        " ou choisissez dans la liste."
    ),
    "organisme": f"Donnez son sigle ou son nom{NBSP}: `/organisme liste` les montre tous.",
    "echeance": f"Choisissez-la dans la liste{NBSP}: `/calendrier voir` les montre toutes.",
}
_NEEDS = {
    "coordinator": (
        "Cette commande est réservée à la coordination du plan. "
        "`/aide` montre ce que vous pouvez faire ici."
    ),
    "repondant": (
        "Cette mesure n'est pas de celles de votre ministère ou organisme. Ses répondants et la"
        " coordination peuvent la changer. `/aide` montre ce que vous pouvez faire ici."
    ),
    "other_organisation": (
        "Vous ne répondez pas pour cet organisme ({organisation}). Rien n'a été changé."
    ),
    "not_printed": (
        "{organisation} n'est pas un des MO imprimés pour cette mesure ou ce volet. Rien n'a été"
        " changé."
    ),
    "other_volet": (
        "Ce volet n'est pas un de ceux de {organisation}, pour qui vous répondez. Rien n'a été"
        " changé."
    ),
    "no_organisation": (
        "Personne ne peut répondre pour «\u00a0{organisation}\u00a0». Rien n'a été changé."
    ),
    "plan_amount": "Ce montant est celui du plan entier, tel qu'annoncé. Rien n'a été changé.",
    "nothing_to_change": (
        "Vous ne répondez pour aucun MO de ce plan. `/aide` montre ce que vous pouvez faire ici."
    ),
    "not_author": (
        "Ce changement est celui de quelqu'un d'autre. Son auteur ou la coordination peuvent"
        " l'annuler."
    ),
    "view_of_channel": (
        "Vous ne voyez pas le salon de cette échéance, et un fil s'y ouvrirait sans vous. Rien n'a"
        " été changé."
    ),
    "no_longer": (
        "Vous ne répondez plus pour qui ce changement a été consigné. La coordination peut"
        " l'annuler."
    ),
}
_PERMISSIONS = {
    "view_channel": "voir le salon",
    "send_messages": "envoyer des messages",
    "send_messages_in_threads": "envoyer des messages dans les fils",
    "create_private_threads": "créer des fils privés",
    "embed_links": "intégrer des liens",
    "attach_files": "joindre des fichiers",
    "read_message_history": "voir les anciens messages",
}
_FORBIDDEN = {
    "invisible": "des caractères invisibles qui changent le sens de lecture",
    "control": "des caractères de contrôle",
    "mention": "une mention, qui pourrait notifier des gens",
    "markdown": "une mise en forme (gras, lien, titre, code…)",
}


def refusal(error: Exception, resume: str = "") -> Reply:
    """The answer to a domain error: private, but where it tells that a day has nothing recorded.

    Args:
        resume: custom_id of « Reprendre », which opens the refused form again as it was filled.
    """
    return note(
        _word(error),
        row=[button("Reprendre", resume)] if resume else [],
        private=not isinstance(error, errors.NothingRecordedError),
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


@singledispatch
def _word(error: Exception) -> str:
    raise error


@_word.register
def _(error: DateNotUnderstood) -> str:
    return date_refusal(error)


@_word.register
def _(error: errors.NotFoundError) -> str:
    thing = _THINGS.get(error.kind, error.kind)
    no = "Aucune" if error.kind in _FEMININE else "Aucun"
    text = f"{no} {thing} ne correspond à {quoted(error.typed)}."
    if error.near:
        return f"{text} Le plus proche{NBSP}:\n{_bullets(error.near)}"
    return f"{text} {_HINTS.get(error.kind, '')}".strip()


@_word.register
def _(error: errors.AmbiguousError) -> str:
    thing = _THINGS.get(error.kind, error.kind)
    which = "laquelle" if error.kind in _FEMININE else "lequel"
    return (
        f"{quoted(error.typed)} convient à {count(len(error.candidates), thing)}."
        f" Précisez {which}{NBSP}:\n{_bullets(error.candidates)}"
    )


@_word.register
def _(error: errors.NothingToChangeError) -> str:
    return f"Rien à changer{NBSP}: la mesure {error.measure} dit déjà cela."


@_word.register
def _(error: errors.VoletNeededError) -> str:
    return (
        f"La mesure {error.measure} a plusieurs volets. Dites lequel avec l'option"
        f" `volet`{NBSP}:\n{_bullets(error.labels)}"
    )


@_word.register
def _(error: errors.ReasonNeededError) -> str:
    why = (
        f"Des MO disent des états différents de la mesure {error.measure}, et vous les départagez."
        if error.settles
        else f"La mesure {error.measure} reculerait d'un état."
    )
    where = f"avec l'option `motif`, ou dans la case {quoted('Motif')} du formulaire"
    return f"{why} Dites pourquoi {where}."


@_word.register
def _(error: errors.ChangedMeanwhileError) -> str:
    return (
        f"La mesure {error.measure} a été changée entretemps par {author(error.later)}{NBSP}:\n"
        f"{changes_told(error.later)}\nRien n'a été écrasé, et ce que vous avez écrit est gardé."
    )


@_word.register
def _(error: errors.OrganisationNeededError) -> str:
    return (
        f"Vous répondez pour plusieurs MO de la mesure {error.measure}. Dites lequel avec l'option"
        f" `organisme`{NBSP}: {listing([plain(each) for each in error.organisations], 'ou')}."
    )


@_word.register
def _(error: errors.NothingToUndoError) -> str:
    return (
        f"Rien à annuler{NBSP}: il n'y a pas, ou plus, de changement de la mesure {error.measure} à"
        " reprendre."
    )


@_word.register
def _(error: errors.SupersededError) -> str:
    return (
        f"Un autre changement de la mesure {error.measure} est venu après, par"
        f" {author(error.later)}{NBSP}:\n{changes_told(error.later)}\nIl faudrait d'abord annuler"
        " celui-là. Rien n'a été changé."
    )


@_word.register
def _(error: errors.PartTooLargeError) -> str:
    return (
        f"Une partie de {money(error.part)} ne peut pas tenir dans {money(error.whole)}. Rien n'a"
        " été ajouté."
    )


@_word.register
def _(error: errors.AlreadyThereError) -> str:
    return f"{plain(error.name)} répond déjà pour {plain(error.organisation)}. Rien n'a été changé."


@_word.register
def _(error: errors.TooLongError) -> str:
    return (
        f"{_the(error.what)} fait {number(error.length)} caractères, et la limite est de"
        f" {number(error.limit)}. Raccourcissez ce texte de"
        f" {count(error.length - error.limit, 'caractère')}. Rien n'a été changé."
    )


@_word.register
def _(error: errors.EmptyTextError) -> str:
    return f"{_the(error.what)} est vide. Écrivez-y au moins un mot. Rien n'a été changé."


@_word.register
def _(error: errors.ForbiddenTextError) -> str:
    return (
        f"{_the(error.what)} contient {_FORBIDDEN[error.why]}. Le bilan est un texte simple et"
        f" public{NBSP}: récrivez le passage sans cela. Rien n'a été changé."
    )


@_word.register
def _(error: errors.DateOutOfRangeError) -> str:
    if error.day > error.latest:
        return (
            f"Le {full_day(error.day)} est à venir. Donnez aujourd'hui ou un jour passé. Rien n'a"
            " été changé."
        )
    return (
        f"Le {full_day(error.day)} est avant le début du plan, le {day_text(error.earliest)}."
        " Rien n'a été changé."
    )


@_word.register
def _(error: errors.DateOrderError) -> str:
    return f"Le {full_day(error.last)} est avant le {full_day(error.first)}. Rien n'a été changé."


@_word.register
def _(error: errors.NothingRecordedError) -> str:
    return (
        f"Rien n'est consigné au {full_day(error.day)}. Le premier état connu est celui du"
        f" {full_day(error.first)}."
    )


@_word.register
def _(error: errors.NothingToConfirmError) -> str:
    return (
        f"Rien n'est consigné de la mesure {error.measure} au {full_day(error.day)}{NBSP}: il n'y a"
        f" rien à y confirmer. Son premier état connu est celui du {full_day(error.first)}."
    )


@_word.register
def _(error: errors.NotAllowedError) -> str:
    return _NEEDS[error.needs].format(organisation=plain(error.organisation))


@_word.register
def _(error: errors.BadOptionError) -> str:
    allowed = _bullets(error.allowed) if error.allowed else ""
    text = f"L'option `{error.option}` ne peut pas être {quoted(error.typed)}."
    return f"{text} Elle peut être{NBSP}:\n{allowed}" if allowed else text


@_word.register
def _(error: errors.DeadlinePassedError) -> str:
    return (
        f"Le {full_moment(error.day, error.at)} est déjà passé. Une échéance se fixe aujourd'hui"
        " ou plus tard, par exemple "
        + listing([f"«{NBSP}31 mars{NBSP}»", f"«{NBSP}dans deux semaines{NBSP}»"], "ou")
        + "."
    )


@_word.register
def _(error: errors.NoticeDoesNotFitError) -> str:
    return (
        f"Un avis {count(error.days_before, 'jour')} avant tomberait le {full_day(error.due_on)},"
        " déjà passé. Retirez-le de `preavis`. Rien n'a été changé."
    )


@_word.register
def _(error: errors.DuplicateDeadlineError) -> str:
    return (
        f"L'échéance {quoted(error.title)} du {full_day(error.day)} existe déjà. Rien n'a été"
        " changé."
    )


@_word.register
def _(error: errors.DeadlineUnchangedError) -> str:
    return (
        f"Rien à changer{NBSP}: l'échéance {quoted(error.title)} est déjà ainsi. Donnez ce qui"
        " change, par exemple `quand`, `titre` ou `preavis`."
    )


@_word.register
def _(error: errors.DayUnchangedError) -> str:
    state = "travaillé" if error.worked else "chômé"
    name = f" ({plain(error.name)})" if error.name else ""
    return f"Rien à changer{NBSP}: le {full_day(error.day)}{name} est déjà un jour {state}."


@_word.register
def _(error: errors.DayPassedError) -> str:
    return (
        f"Le {full_day(error.day)} est passé. Donnez aujourd'hui ou un jour à venir. Rien n'a été"
        " changé."
    )


@_word.register
def _(error: errors.ChannelRefusedError) -> str:
    lacking = listing([_PERMISSIONS.get(each, each) for each in error.lacking])
    return (
        f"Je ne peux pas écrire dans <#{error.channel_id}>. Ce qu'il faut m'y permettre{NBSP}:"
        f" {lacking}. Accordez-le, ou choisissez un autre `salon`."
    )


@_word.register
def _(_error: errors.EmptyMessageError) -> str:
    return "Ce message n'a pas de texte à verser au dossier."


@_word.register
def _(_error: errors.NotInACommitteeError) -> str:
    return "Vigie travaille dans un serveur. Tapez cette commande dans un de ses salons."


@_word.register
def _(_error: errors.NoPlanError) -> str:
    return "Ce serveur n'a pas encore de plan. Un coordinateur en importe un."


@_word.register
def _(_error: errors.StaleControlError) -> str:
    return "Ce bouton ne mène plus à rien. Refaites la commande pour repartir de l'état actuel."


def _bullets(labels: Sequence[str]) -> str:
    shown = [f"- {plain(clip(label, 150))}" for label in labels[:22]]
    return "\n".join(shown)


def _the(what: str) -> str:
    names = {
        "remarque": "La remarque",
        "motif": "Le motif",
        "titre": "Le titre",
        "texte": "Le texte",
        "libelle": "Le libellé",
        "pour": "Ce qui est dit dans `pour`",
    }
    return names.get(what, what)
