"""`/aide`: examples that can be typed as they stand."""

from collections.abc import Sequence

from plan.indicator import Indicator
from plan.measure import Measure
from plan.state import State
from replies.layout import Reply, card
from replies.typography import NBSP, number

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
    ("/question texte:qui paie le portail?", "une question en mots de tous les jours"),
    ("/calendrier voir", "les échéances à venir"),
    ("/calendrier voir fichier:True", "les mêmes, pour Outlook ou Google Agenda"),
    ("/collecte etat", "qui a répondu pour la prochaine échéance, et qui n'a pas tout dit"),
    ("/repertoire voir fiche:tourisme", "un organisme, un secteur, les pôles"),
)
COORDINATING = (
    ("/calendrier ajouter titre:Bilan annuel quand:31 mars repetition:annuelle", "une échéance"),
    ("/calendrier modifier echeance:Bilan annuel quand:15 avril", "la changer, avis compris"),
    ("/calendrier retirer echeance:Bilan annuel", "la retirer, après confirmation"),
    ("/reglages conge jour:24 décembre ouvre:True", "un jour travaillé; sans ouvre, un congé"),
    ("/rappel apercu", "les avis à venir, sans rien envoyer"),
    ("/rappel envoyer echeance:Bilan annuel", "faire paraître un avis maintenant"),
    ("/rappel preuve", "ce qui est paru, avec le retard et les essais"),
    ("/rappel repeter echeance:Bilan annuel", "répéter la campagne dans un fil privé"),
    ("/collecte ouvrir echeance:Bilan annuel", "sans attendre le premier avis"),
    ("/collecte fermer echeance:Bilan annuel", "avant son terme"),
    ("/equipe ajouter organisme:MDEIE membre:@Nadia", "qui répond pour un organisme"),
    ("/equipe absence membre:@Nadia du:1er juillet au:15 juillet", "ses avis vont au remplaçant"),
    ("/equipe voir", "toute l'équipe"),
    ("/equipe retirer organisme:MDEIE membre:@Nadia", "cette personne n'en répond plus"),
    ("/equipe oublier membre:@Nadia", "effacer son nom, à sa demande"),
    ("/montant ajouter mesure:6 valeur:25 000 $ pour:réunions nature:prévu", "un montant de plus"),
    ("/montant modifier montant:réunions motif:correction valeur:30 000 $", "le corriger"),
    ("/montant retirer montant:réunions motif:annulé", "le retirer"),
    ("/indicateur ajouter mesure:6 libelle:rencontres cible:4", "un repère de plus"),
    ("/indicateur retirer mesure:6 indicateur:rencontres motif:doublon", "le retirer"),
    ("/journal voir", "qui a fait quoi, et quand"),
    ("/journal questions", "les questions restées sans réponse"),
    ("/reglages voir", "les réglages de ce serveur"),
    ("/reglages modifier heure:8 h 30", "en changer un"),
)


def help_card(
    *, coordinates: bool, measures: Sequence[Measure] = (), indicators: Sequence[Indicator] = ()
) -> Reply:
    """What a member, a répondant or a coordinator may do.

    Args:
        measures: those that the person may change, and `indicators` theirs: the examples are among
            them, so that each can be tried.
    """
    blocks = ["### Ce que vous pouvez faire ici", f"**Lire le plan**\n{_examples(READING)}"]
    if measures:
        blocks.append(f"**Mettre à jour**\n{_examples(_responding(measures, indicators))}")
    else:
        blocks.append(
            "Les changements sont consignés par les répondants des ministères et organismes et par"
            " la coordination du plan."
        )
    if coordinates:
        blocks.append(f"**Coordonner**\n{_examples(COORDINATING)}")
    return card(
        blocks,
        footer=_spaced("Une date s'écrit comme on la dit : « 31 mars », « dans deux semaines »."),
        private=True,
    )


def _responding(
    measures: Sequence[Measure], indicators: Sequence[Indicator]
) -> list[tuple[str, str]]:
    """How a measure is kept up to date: told of the one with the most still to come."""
    chosen = min(measures, key=lambda each: (len(each.volets), each.state.rank, each.number))
    further = {State.TO_COME: "etat:en cours", State.UNDER_WAY: "etat:réalisée"}
    change = further.get(chosen.state, "remarque:Le projet se poursuit.")
    which = f"mesure:{chosen.number}"
    examples = [
        (f"/mesure modifier {which}", "le formulaire, rempli de ce qui est consigné"),
        (f"/mesure modifier {which} {change} au:15 novembre", "un changement, d'un trait"),
        (f"/mesure confirmer {which}", "« rien de changé », daté et signé"),
        (f"/mesure annuler {which}", "reprendre le dernier changement"),
    ]
    for each in indicators[:1]:
        reached = number((each.reached or 0) + 1, each.unit).replace(NBSP, " ")
        counted = f"mesure:{each.measure} indicateur:{each.label} valeur:{reached}"
        examples.append((f"/indicateur modifier {counted}", "la valeur atteinte"))
    return [*examples, ("Verser au dossier", "dans le menu d'un message : en faire une remarque")]


def _examples(examples: Sequence[tuple[str, str]]) -> str:
    return "\n".join(f"`{typed}`\n-# {_spaced(what)}" for typed, what in examples)


def _spaced(text: str) -> str:
    """The text with the no-break spaces that French wants."""
    return text.replace("« ", f"«{NBSP}").replace(" »", f"{NBSP}»").replace(" :", f"{NBSP}:")
