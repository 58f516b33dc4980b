"""`/aide`: examples that can be typed as they stand."""

from replies.layout import Reply, card

READING = (
    ("/plan voir", "où en est le plan, en bref"),
    ("/mesure voir mesure:4", "tout sur une mesure, par son numéro ou des mots de son titre"),
    ("/mesure voir mesure:portail au:31 mars 2010", "la même, à une date passée"),
    ("/mesure liste etat:à venir organisme:MSSS", "les mesures qui répondent à un filtre"),
    ("/mesure historique mesure:4", "qui a consigné quoi, et quand"),
    ("/organisme voir organisme:MESS", "un ministère ou organisme et ses mesures"),
    ("/organisme liste", "tous les ministères et organismes"),
    ("/montant voir mesure:4", "l'argent d'une mesure, sans double compte"),
    ("/montant voir", "le plan entier comparé au total annoncé"),
    ("/calendrier voir", "les échéances à venir"),
    ("/calendrier voir fichier:True", "les mêmes, pour Outlook ou Google Agenda"),
)
COORDINATING = (
    ("/mesure modifier mesure:6", "le formulaire, rempli de ce qui est consigné"),
    ("/mesure modifier mesure:6 etat:en cours au:15 novembre", "un changement, d'un trait"),
    ("/calendrier ajouter titre:Bilan annuel quand:31 mars repetition:annuelle", "une échéance"),
    ("/calendrier modifier echeance:Bilan annuel quand:15 avril", "la changer, avis compris"),
    ("/calendrier retirer echeance:Bilan annuel", "la retirer, après confirmation"),
    ("/reglages conge jour:24 décembre ouvre:True", "un jour travaillé; sans ouvre, un congé"),
    ("/rappel apercu", "les avis à venir, sans rien envoyer"),
)


def help_card(*, coordinates: bool) -> Reply:
    """What a member, or a coordinator, may do."""
    blocks = ["### Ce que vous pouvez faire ici", f"**Lire le plan**\n{_examples(READING)}"]
    if coordinates:
        blocks.append(f"**Coordonner**\n{_examples(COORDINATING)}")
    else:
        blocks.append("Les changements sont consignés par la coordination du plan.")
    return card(
        blocks,
        footer="Une date s'écrit comme vous la dites : « 31 mars », « dans deux semaines ».",
        private=True,
    )


def _examples(examples: tuple[tuple[str, str], ...]) -> str:
    return "\n".join(f"`{typed}`\n-# {what}" for typed, what in examples)
