"""Refusals of what somebody, or the bot itself, may not do."""

from plan import change_errors, errors
from plan.definition import PlanDefinition
from replies.names import the
from replies.refusals.words import word, word_naming
from replies.typography import NBSP, capital, listing, plain

_NEEDS = {
    "coordinator": (
        "Cette commande est réservée à la coordination du plan. "
        "`/aide` montre ce que vous pouvez faire ici."
    ),
    "repondant": (
        "Cette mesure n'est pas de celles de votre ministère ou organisme. Ses répondants et la"
        " coordination peuvent la changer. `/aide` montre ce que vous pouvez faire ici."
    ),
    "other_organisation": ("Vous ne répondez pas pour {the}. Rien n'a été changé."),
    "not_printed": (
        "{the} n'est pas un des MO imprimés pour cette mesure ou ce volet. Rien n'a été changé."
    ),
    "other_volet": (
        "Ce volet n'est pas un de ceux que vous pouvez changer pour {the}. Rien n'a été changé."
    ),
    "no_organisation": (
        "Personne ne peut répondre pour «\u00a0{organisation}\u00a0». Rien n'a été changé."
    ),
    "plan_amount": "Ce montant est celui du plan entier, tel qu'annoncé. Rien n'a été changé.",
    "nothing_to_change": (
        "Vous ne répondez pour aucun ministère ou organisme de ce plan. Les répondants et la"
        " coordination le tiennent à jour. `/aide` montre ce que vous pouvez faire ici."
    ),
    "not_author": (
        "Ce changement est celui de quelqu'un d'autre. Son auteur ou la coordination peuvent"
        " l'annuler."
    ),
    "view_of_channel": (
        "Vous ne voyez pas le salon de cette échéance, et un fil s'y ouvrirait sans vous. Rien n'a"
        " été changé."
    ),
    "whole_volet": (
        "Ce changement a été consigné pour tout le volet. Seule la coordination peut l'annuler."
    ),
    "no_longer": (
        "Vous ne répondez plus pour {the}, au nom de qui ce changement a été consigné. La"
        " coordination peut l'annuler."
    ),
}
_PERMISSIONS = {
    "view_channel": "voir le salon",
    "send_messages": "envoyer des messages",
    "send_messages_in_threads": "envoyer des messages dans les fils",
    "create_private_threads": "créer des fils privés",
    "embed_links": "intégrer des liens",
    "manage_threads": "gérer les fils (celui-ci est verrouillé)",
    "attach_files": "joindre des fichiers",
    "read_message_history": "voir les anciens messages",
}


@word_naming.register
def _(error: errors.NotAllowedError, plan: PlanDefinition | None) -> str:
    named = {"organisation": plain(error.organisation), "the": the(error.organisation, plan)}
    return capital(_NEEDS[error.needs].format(**named))


@word.register
def _(error: change_errors.OrganisationNeededError) -> str:
    return (
        f"Vous répondez pour plusieurs MO de la mesure {error.measure}. Dites lequel avec l'option"
        f" `organisme`{NBSP}: {listing([plain(each) for each in error.organisations], 'ou')}."
    )


@word.register
def _(error: errors.ChannelRefusedError) -> str:
    lacking = listing([_PERMISSIONS.get(each, each) for each in error.lacking])
    return (
        f"Je ne peux pas écrire dans <#{error.channel_id}>. Ce qu'il faut m'y permettre{NBSP}:"
        f" {lacking}. Accordez-le, ou choisissez un autre `salon`."
    )
