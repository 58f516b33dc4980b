"""General French: words that carry no subject, and words that mean the same.

Everything here is of the language or of any administration; a plan's own words come from its facts.
"""

from functools import lru_cache

from plan.find import stem

# Words that say nothing of the subject. They are never looked for.
STOP = frozenset(
    """
    a ai aie ait alors ans apres as au aucun aucune aussi autre autres aux avait avant avec avez
    avoir avons ayant bah bcp beaucoup ben bien bon c ca car ce ceci cela celle celles celui ces cet
    cette ceux chez ci comme comment correct d dans de deja depuis des desormais dis dit dites donc
    donne donner dont du e eh elle elles en encore enfin entre envers es est et etait etaient ete
    etes etre eu eue euh eux exactement existe faire fais fait faite faites faits fallait faut font
    fut grosso grosse gros hein hum ici il ils j je jusqu jusque justement l la laisse le les leur
    leurs lui m ma mais me meme memes mes moi mon n ne ni nos notre nous o oh ok on ont or ou oui
    outre par parce parle parler pas pendant peu peut peux peuvent plutot possible pour pourrait
    pourrais pourriez pouvez puis pu q qu quand quant que quel quelle quelles quelque quelques quels
    quelqu qui quoi rapidement s sa sais sait sans se sera serait ses seulement si soit son sont
    sous sur surtout t ta te tes toi ton toujours tous tout toute toutes tres tu un une va vas
    vers veut veux veuillez voici voila voir vont vos votre vous vraiment vu y
    actuellement aujourd hui maintenant presentement moment jour juste simplement genre chose
    choses truc affaire question questions reponse savoir sache demande demander dire aimerais
    voudrais voulais vouloir besoin cherche chercher trouver trouve svp expliquer explique montre
    regarder rappelle rappeler aide peut-etre environ pres selon notamment ainsi lorsque lors ensuite
    mesure mesures action actions plan bilan document documents total cas niveau sujet propos
    concernant rapport-a relatif relative cadre-de pareil tel telle ledit ladite fois part-e
    the of in to is it its be been was were an and or for on at by with from this that these those
    any some me my your we i you they please would could should can will shall does did do has have
    had about tell know give get got there here also too so what which who how why when where
    donnez-moi donne-moi m' y'
    """.split()
)
# Words that many sentences of any plan share: they count where they are found, and cost nothing
# where they are not.
SOFT = frozenset(
    """
    soutien soutenir apporter assurer mettre mise mis place participer participation realiser
    realisation realise cours venir developpement developper projet projets travail travaux
    gouvernement gouvernemental gouvernementale gouvernementaux public publique annee annees an
    mois somme montant argent financier financiere financement budget investissement cout date
    etat avancement statut nombre liste nom noms quantite pourcentage organisme organismes ministere
    ministeres axe axes volet volets section partie responsable concerne concernes implique
    quebec quebecois region regions premier premiere nouveau nouvelle grand grande national
    nationale ensemble periode horizon objectif but cible information renseignement numero
    document source personne personnes gens monde type types sorte genre different differents
    principal principale principaux actuel actuelle ete officiel officielle initial initiaux
    signe signer serieusement dernier derniere prochain prochaine chaque autour envers
    """.split()
)
# Words of asking: what they ask is read from them, and they are looked for only as a bonus.
ASKING = frozenset(
    """
    combien cout couts coute coutent couter prix budget budgets montant montants somme sommes argent
    sous dollars dollar cher vaut valent financement subvention subventions finance finances
    financer paie paient paye payer payee payeur verse versee donne donnent octroye octroyes accorde
    accorder investit investi investir depense depenses depenser alloue reserve prevu prevus prevue
    quand date dates limite echeance depuis datent courriel courriels email mail telephone adresse
    contact contacts contacter joindre rejoindre ecrire appeler numero cellulaire parler coordonnees
    liste lister nomme nommer enumere enumerer etat statut avancement rendu rendue rendus fini finie
    finis termine terminee complete completee realise realisee realises realisees commence commencee
    commencer debute debuter cours venir avance progresse encore deja signifie sigle acronyme
    definition difference ecart compare comparer additionne additionner balance concorde calcul
    responsable responsables occupe pilote coordonne gere mene concerne concernes concernent
    concernees implique impliques impliquee impliquent participe participent touche touchent releve
    relevent inclut inclus comprend compose dure duree temps periode horizon reste restent
    recoit recevoir recu obtient met mettent mis sert servent consacre represente appartient
    vient viennent provient total totaux totalise ensemble annuel annuelle annuellement chaque
    million millions milliard mille plus moins laquelle lequel lesquels lesquelles pourcentage
    jusqu deux fois double compte comptees comptes comptee vrai bon faut doit doivent devait
    ajoute ajoutee ajouter doit-il rapidement pourquoi membre membres siege fixe fixee vise viser
    atteint atteinte atteindre existe existent lieu auront aura aller ira etre bouclee achevee
    repartition repartit ventile detail details officiellement exactement approximativement
    pilotent dirige charge relevant incombe incombent statue debut fin finit
    """.split()
)
# Words that mean nearly the same in a question; each line one meaning.
_MEANINGS = """
depot deposer depose deposee remise remettre remis remise transmettre transmis transmise livrer livre
signature signer signe conclure conclu conclue conclusion
personne personnes gens monde individus
travailleur travailleurs employes employees travail travailler oeuvrer
publicite publicitaire publicitaires pub pubs annonces
jeune jeunes jeunesse
immigrant immigrants immigrante immigration immigre immigres
autochtone autochtones amerindien amerindiens
fonctionnaire fonctionnaires fonction publique
aine aines ainee vieux vieillesse agees age
handicap handicape handicapees incapacite
dechet dechets residuelles ordures recyclage recycler
tourisme touristique touristiques
creer creation cree creee fonder fondation instaurer constituer naitre
lancer lancement devoiler devoilement annoncer annonce
site web portail internet enligne
agricole agricoles agriculture ferme fermes
logement logements immobilier habitation
reprise reprendre repreneuriat releve
achat acheter achats approvisionnement approvisionner
etude etudes
recherche recherches
entente ententes accord accords
reponse repondre repondu reponses
lettre lettres
communautaire communautaires
atelier formation formations former cours
art arts artiste artistes artistique artistiques
culture culturel culturelle culturelles
region regional regionale regionaux regionales
ecrire redaction rediger redige auteur auteurs signataire
presider preside presidee presidente president
pays etats nations
metropole metropolitain metropolitaine
envoi envoyer envoye envoyee transmettre transmis transmise expedier
paraitre parution paru publier publication publie
demarrage demarrer commencer commence debut debuter debute
fin finir terminer termine echeance
but objectif cible vise visee viser
part pourcentage proportion quote taux
duree durer dure temps
adresse adresses coordonnees
mandat mandats role roles
mission missions raison
enjeu enjeux probleme problematique defi defis
partenaire partenaires collaborateur collaborateurs collaborer collabore
porteur porteuse porter porte
inuit inuits inuite inuites inuk
municipalite municipalites ville villes municipal municipales
compte comptes compter
entreprise entreprises compagnie boite boites
recu recevoir recoit accueillir accueilli beneficier beneficie
accepte acceptes accepter acceptees approuve approuves retenu retenus
refuse refuses rejetes
hausse augmentation augmenter monter
envergure portee
tenir tenue tenu lieu derouler aura auront
"""


def root(word: str) -> str:
    """The stem of a folded word, without the « e » that a lost accent leaves (« signée »)."""
    found = stem(word)
    bare = found.rstrip("e")
    return bare if len(bare) >= 3 else found


def _meanings() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _MEANINGS.strip().splitlines():
        roots = {root(word) for word in line.split()}
        for each in roots:
            found.setdefault(each, set()).update(roots)
    return {each: frozenset(others) for each, others in found.items()}


_ALIKE = _meanings()
STOP_ROOTS = frozenset(root(word) for word in STOP)
SOFT_ROOTS = frozenset(root(word) for word in SOFT)
ASKING_ROOTS = frozenset(root(word) for word in ASKING)


@lru_cache(maxsize=8192)
def alike(stemmed: str) -> frozenset[str]:
    """The roots that mean nearly the same, itself aside."""
    return _ALIKE.get(stemmed, frozenset()) - {stemmed}
