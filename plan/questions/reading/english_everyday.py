"""Everyday English words and the French that stands for each, beside the administrative ones."""

EVERYDAY_WORDS = {
    english: french
    for line in """
    application demande|applications demandes|applicant demandeur|applicants demandeurs
    applied demande|counted compte|count compte|counts compte|fourth quatrieme|fifth cinquieme
    carry porte|ad publicite
    fall tombe|falls tombe
    accept accepte|asked demande|bilingual bilingue|booklet depliant|build creer|built cree
    cabinet ministres|care aide|chosen acceptes|close fin|contract entente|craft metiers
    creative createurs|deal entente|decided decide|decision decision|delayed retard
    deposited depose|disabled handicapees|doing fait|domestic domestique|donate donne
    draft redige|entities organismes|entity organisme|examine etudie|example exemple
    examples exemples|expertise expertise|files dossiers|fiscal exercice|focus porte|follow suivi
    formed forme|foster soutenir|gathered reunit|got recu|grown croissance|heads dirige
    health sante|hired embauche|hold tenue|hospital hopital|host accueille|impact retombees
    implement realise|implemented realise|initiative initiative|initiatives initiatives
    interministry interministeriel|kind genre|labour travail|lead dirige|leader chef
    letter lettre|line volet|lines volets|links liens|located lieu|main principal
    management gestion|meet atteint|met atteint|model modele|models modeles|must doit|names noms
    nominated nomme|offer offre|official officiel|outreach sensibilisation|owner responsable
    period periode|pick choisi|picked choisis|prime premier|program programme|programs programmes
    promote promouvoir|raise hausse|region region|renewed renouvele|represent represente
    residents residents|row volet|rows volets|run gere|salaries salaire|school ecole
    schools ecoles|send envoi|signatories signataires|signatory signataire|size taille
    skills competences|society societe|solidarity solidarite|stage etape|standing etat
    strategy strategie|street rue|succeeded reussi|surveyed questionnaire|task tache
    teachers enseignants|team equipe|threshold seuil|timeline calendrier|title titre|tool outil
    tools outils|towns villes|track suivi|trained forme|treasury tresor|unit unite
    takeover reprise|takeovers reprises
    users utilisateurs|visit visite|wage salaire|wages salaire|weather meteo|welcomed recu
    winner gagnant|write contact
    """.replace("\n", "|").split("|")
    if line.strip()
    for english, _, french in [line.strip().partition(" ")]
}
