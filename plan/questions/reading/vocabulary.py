"""General French: words that carry no subject, and words that mean the same.

Everything here is of the language or of any administration; a plan's own words come from its facts.
"""

from functools import lru_cache

from plan.find import stem
from plan.text import words

# Words that say nothing of the subject. They are never looked for.
STOP = frozenset(
    words(
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
    regarder rappelle rappeler peut environ pres selon notamment ainsi lorsque lors ensuite
    mesure mesures action actions plan total cas niveau sujet propos concernant
    relatif relative relever relevent relevant pareil tel telle fois
    parlent portent traite traitent visent mentionne mentionnent aborde abordent
    suis sommes sois bout dossier dossiers derriere ici ca-la monsieur madame madames messieurs
    svp stp cause urgent vite juste rapide rapidement besoin aimerions voudrait pourrait pourriez puisque
    afin partout nulle part-la quelconque lien cas-ci point fait-il semble parait faudrait
    personnellement honnetement finalement bref bonsoir cordialement
    the of in to is it its be been was were an and or for on at by with from this that these those
    any some my your we i you they please would could should can will shall does did do has
    have had about tell know give get got there here also too so what which who how why when where
    over under within across per still just really ever between up out off if then than
    """
    )
)
# Words of asking: what they ask is read from them, and they are looked for only as a bonus.
ASKING = frozenset(
    words(
        """
    combien cout couts coute coutent couter prix budget budgets montant montants somme sommes argent
    dollars dollar cher vaut valent financement subvention subventions finance finances
    financer paie paient paye payer payee payeur verse versee donnent octroye octroyes accorde
    accorder investit investi investir depense depenses depenser alloue reserve prevu prevus prevue
    date dates limite echeance datent courriel courriels email mail telephone adresse
    contact contacts contacter joindre rejoindre ecrire appeler numero cellulaire coordonnees
    liste lister nomme nommer enumere enumerer etat statut avancement rendu rendue rendus fini finie
    finis termine terminee complete completee realise realisee realises realisees commence commencee
    commencer debute debuter cours venir avance progresse signifie sigle acronyme
    definition difference ecart compare comparer additionne additionner balance concorde calcul
    responsable responsables occupe pilote coordonne gere mene concerne concernes concernent
    concernees implique impliques impliquee impliquent participe participent touche touchent
    inclut inclus comprend compose dure duree temps periode horizon reste restent
    recoit recevoir recu obtient met mettent mis sert servent consacre represente appartient
    vient viennent provient totaux totalise ensemble annuel annuelle annuellement chaque
    million millions milliard mille plus moins laquelle lequel lesquels lesquelles pourcentage
    double compte comptees comptes comptee vrai doit doivent devait
    ajoute ajoutee ajouter pourquoi membre membres siege fixe fixee vise viser visee visees vises
    atteint atteinte atteindre existent lieu auront aura aller ira bouclee achevee
    enveloppe totale totales eleve eleves elevent partage partagee partager etend etale servie servies
    couvrant fixee prevues prevoit prevoient budgete budgetee million finance
    objectif objectifs but cible cibles indicateur indicateurs repere reperes prochain prochaine
    octroie octroient octroi contribue contribuent contribuer contribution totalisent totalise chiffre
    repartition repartit ventile detail details incluent incluait inclure comprennent
    contient contiennent recoivent coutera couteront financent officiellement approximativement
    gouvernement gouvernemental gouvernementale gouvernementaux quebec quebecois
    pilotent charge manque manquent manquait couvre couvert couverte couvrent provenant
    produit produits produire passe etape poids pourcent part parts fois multiplie annee annees an ans
    mois etape incombe incombent statue debut fin finit
    organisme organismes ministere ministeres axe axes volet volets section sections nombre nom noms
    quantite frais porteur porteurs porteuse porte portes portee portees porter portent partenaire
    partenaires enjeu enjeux secteur secteurs type types sorte sortes genres strategique
    strategiques document documents source annonce annonces annoncee annoncer
    """
    )
)
# Words that many sentences of any plan share: they count where they are found, and cost nothing
# where they are not.
SOFT = frozenset(
    words(
        """
    soutien soutenir apporter assurer mettre mise place participer participation realiser
    realisation developpement developper projet projets travail travaux
    public publique
    financier financiere investissement partie implantation aide bilan general generale
    region regions premier premiere nouveau nouvelle grand grande national
    nationale information renseignement
    personne personnes gens monde different differents
    principal principale principaux actuel actuelle officiel officielle initial initiaux
    serieusement dernier derniere prochain prochaine autour
    """
    )
)
# Words of one family that their endings keep apart; each line one family.
_FAMILIES = """
depot deposer depose deposee deposes
signature signer signe signee signataire signataires
conclure conclu conclue conclusion
publicite publicitaire publicitaires pub pubs
jeune jeunes jeunesse
immigrant immigrants immigrante immigration immigre immigres
fonctionnaire fonctionnaires fonction
aine aines ainee ainees
handicap handicape handicapees
tourisme touristique touristiques
creer creation cree creee
lancer lancement lance
devoiler devoilement devoile
annoncer annonce annonces
agricole agricoles agriculture agriculteurs
achat acheter achats
reponse repondre repondu reponses
communautaire communautaires
formation formations former
art arts artiste artistes artistique artistiques
culture culturel culturelle culturelles
region regional regionale regionaux regionales
rediger redaction redige
presider preside presidee presidente president
metropole metropolitain metropolitaine
envoi envoyer envoye envoyee
paraitre parution paru
publier publication publie
demarrage demarrer
viser vise visee cible
durer duree dure
partenaire partenaires partenariat
collaborateur collaborateurs collaborer collabore collaboration
participer participe participation
inuit inuits inuite inuites inuk
municipalite municipalites municipal municipales
recevoir recu recoit recus
accepter acceptes accepte acceptees acceptation
invitation inviter invite invites
transmettre transmis transmise transmission
recherche recherches
numerique numeriques
reprise reprendre repreneuriat
remise remettre remis
financer financement finance
sensibiliser sensibilisation
"""
# Words that mean nearly the same in a question; each line one meaning.
_MEANINGS = """
depot depose remise remettre remis transmettre transmis transmise livrer livre
signature signer signe conclure conclu conclue conclusion
personne personnes gens monde individus
travailleur travailleurs employes employees travail travailler oeuvrer
immigrant immigration communautes
autochtone autochtones amerindien amerindiens
aine aines vieux vieillesse agees age
handicap incapacite
dechet dechets residuelles ordures recyclage recycler
creer creation fonder fondation instaurer constituer naitre place pied
devoilement devoiler annoncer annonce lancer lancement
lancement ligne ouverture
site web portail internet enligne
agricole ferme fermes
logement logements immobilier habitation
reprise releve
achat approvisionnement approvisionner
entente ententes accord accords
formation cours
ecrire redaction auteur auteurs
envoi transmettre transmis transmise expedier
paraitre parution publier publication publie
demarrage commencer commence debut debuter debute
but objectif cible vise visee
part pourcentage proportion quote taux
duree temps
adresse adresses coordonnees
mandat mandats role roles
enjeu enjeux probleme problematique defi defis
partenaire collaborateur
porteur porteuse porter porte
municipalite ville villes
recevoir accueillir accueilli beneficier beneficie
recevoir depose
accepte approuve approuves retenu retenus
hausse augmentation augmenter monter
envergure portee
tenir tenue tenu lieu derouler
invitation appel appeler
ajout ajoute ajoutes supplement supplementaire rallonge rajoute
servir recevoir
emploi emplois travailler travail travaillent
forme formes sorte genre genres type types
"""


def root(word: str) -> str:
    """The stem of a folded word, without the « e » that a lost accent leaves (« signée »)."""
    found = stem(word)
    bare = found.rstrip("e")
    return bare if len(bare) >= 3 else found


def _grouped(lines: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lines.strip().splitlines():
        roots = {root(word) for word in line.split()}
        for each in roots:
            found.setdefault(each, set()).update(roots)
    return {each: frozenset(others) for each, others in found.items()}


_FAMILY = _grouped(_FAMILIES)
_ALIKE = _grouped(_MEANINGS)
SOFT_ROOTS = frozenset(map(root, SOFT))
ASKING_ROOTS = frozenset(map(root, ASKING))


def is_asking(word: str) -> bool:
    """Tell whether a word only asks; a short stem is shared by too many words to tell."""
    found = root(word)
    return word in ASKING or (found in ASKING_ROOTS and len(found) > 3)


@lru_cache(maxsize=8192)
def family(stemmed: str) -> frozenset[str]:
    """The roots of the same family, itself aside."""
    return _FAMILY.get(stemmed, frozenset()) - {stemmed}


@lru_cache(maxsize=8192)
def alike(stemmed: str) -> frozenset[str]:
    """The roots that mean nearly the same, itself and its family aside."""
    own = {stemmed} | family(stemmed)
    near = frozenset().union(*(_ALIKE.get(each, frozenset()) for each in own))
    return near.union(*map(family, near)) - own
