"""`/aide`: examples that can be typed as they stand."""

from collections.abc import Sequence

from plan.definition import PlanDefinition
from plan.indicator import Indicator
from plan.measure import Measure
from plan.state import State
from replies.layout import Reply, card
from replies.typography import NBSP, day_text, number


def help_card(
    plan: PlanDefinition,
    *,
    coordinates: bool,
    measures: Sequence[Measure] = (),
    indicators: Sequence[Indicator] = (),
) -> Reply:
    """What a member, a répondant or a coordinator may do.

    Args:
        plan: the examples are of its measures, its MOs and its directory.
        measures: those that the person may change, and `indicators` theirs: the examples are among
            them, so that each can be tried.
    """
    blocks = ["### Ce que vous pouvez faire ici", f"**Lire le plan**\n{_examples(_reading(plan))}"]
    if measures:
        blocks.append(f"**Mettre à jour**\n{_examples(_responding(measures, indicators))}")
    else:
        blocks.append(
            "Les changements sont consignés par les répondants des ministères et organismes et par"
            " la coordination du plan."
        )
    if coordinates:
        blocks.append(f"**Coordonner**\n{_examples(_coordinating(plan))}")
    return card(
        blocks,
        footer=_spaced("Une date s'écrit comme on la dit : « 31 mars », « dans deux semaines »."),
        private=True,
    )


def _reading(plan: PlanDefinition) -> list[tuple[str, str]]:
    """How a plan is read: the measure of the examples is the one with the most volets."""
    which = max(plan.measures, key=lambda each: len(each.volets)).number
    day = day_text(plan.first_state_on).replace(NBSP, " ")
    examples = [
        ("/plan voir", "où en est le plan, en bref"),
        (f"/mesure voir mesure:{which}", "tout sur une mesure, par son numéro ou son titre"),
        (f"/mesure voir mesure:{which} au:{day}", "la même, à une date passée"),
        (f"/mesure liste etat:à venir organisme:{plan.coordinator}", "les mesures d'un filtre"),
        (f"/mesure historique mesure:{which}", "qui a consigné quoi, et quand"),
        (f"/organisme voir organisme:{plan.coordinator}", "un organisme et ses mesures"),
        ("/organisme liste", "tous les ministères et organismes"),
        (f"/montant voir mesure:{which}", "l'argent d'une mesure, sans double compte"),
        ("/montant voir", "le plan entier comparé au total annoncé"),
        (f"/question texte:où en est la mesure {which}?", "en mots de tous les jours"),
        ("/calendrier voir", "les échéances à venir"),
        ("/calendrier voir fichier:True", "les mêmes, pour Outlook ou Google Agenda"),
        ("/collecte etat", "qui a répondu pour la prochaine reddition de comptes"),
    ]
    entries = [f"/repertoire voir fiche:{each.name}" for each in plan.directory[:1]]
    return [*examples, *((each, "un organisme, un secteur, les pôles") for each in entries)]


def _coordinating(plan: PlanDefinition) -> list[tuple[str, str]]:
    """What a coordinator does; what is named in the examples is theirs to replace."""
    of_mo, which = f"organisme:{plan.coordinator}", plan.measures[0].number
    deadline, amount = "echeance:Bilan annuel", "montant:réunions"
    return [
        (
            "/calendrier ajouter titre:Bilan annuel quand:31 mars repetition:annuelle",
            "une échéance",
        ),
        (f"/calendrier modifier {deadline} quand:15 avril", "la changer, avis compris"),
        (f"/calendrier retirer {deadline}", "la retirer, après confirmation"),
        ("/reglages conge jour:24 décembre ouvre:True", "un jour travaillé; sans ouvre, un congé"),
        ("/rappel apercu", "les avis à venir, sans rien envoyer"),
        (f"/rappel envoyer {deadline}", "faire paraître un avis maintenant"),
        ("/rappel preuve", "ce qui est paru, avec le retard et les essais"),
        (f"/rappel repeter {deadline}", "répéter la campagne dans un fil privé"),
        (f"/collecte ouvrir {deadline}", "sans attendre le premier avis"),
        (f"/collecte fermer {deadline}", "avant son terme"),
        (f"/equipe ajouter {of_mo} membre:@Nadia", "qui répond pour un organisme"),
        (
            "/equipe absence membre:@Nadia du:1er juillet au:15 juillet",
            "ses avis vont au remplaçant",
        ),
        ("/equipe voir", "toute l'équipe"),
        (f"/equipe retirer {of_mo} membre:@Nadia", "cette personne n'en répond plus"),
        ("/equipe oublier membre:@Nadia", "effacer son nom, à sa demande"),
        (
            f"/montant ajouter mesure:{which} valeur:25 000 $ pour:réunions nature:prévu",
            "un montant de plus",
        ),
        (f"/montant modifier {amount} motif:correction valeur:30 000 $", "le corriger"),
        (f"/montant retirer {amount} motif:annulé", "le retirer"),
        (f"/indicateur ajouter mesure:{which} libelle:rencontres cible:4", "un repère de plus"),
        (f"/indicateur retirer mesure:{which} indicateur:rencontres motif:doublon", "le retirer"),
        ("/journal voir", "qui a fait quoi, et quand"),
        ("/journal questions", "les questions restées sans réponse"),
        ("/reglages voir", "les réglages de ce serveur"),
        ("/reglages modifier heure:8 h 30", "en changer un"),
    ]


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
